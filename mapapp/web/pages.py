"""The list of stories, a story's page and its embed."""

from base64 import b64encode
from hashlib import sha256

from flask import Blueprint, Response, request, url_for

from mapapp.locale import current, ngettext
from mapapp.maps.basemap import basemap
from mapapp.maps.edition import Edition
from mapapp.maps.human import span_in_words
from mapapp.maps.listing import listing
from mapapp.maps.page import Links, Page, render_story
from mapapp.maps.templating import rendered
from mapapp.maps.view import Remote
from mapapp.model import Selection
from mapapp.stories import StorySummary
from mapapp.web.assets import prefix, version
from mapapp.web.compression import compressed
from mapapp.web.kept import kept
from mapapp.web.language import asked, language_links, pinned
from mapapp.web.rights import may_edit
from mapapp.web.shelf import CARDS, shelf
from mapapp.web.state import state

blueprint = Blueprint("pages", __name__)
_SHOWN = ("from", "to", "category", "place")  # what the page and its picture are both asked for


@blueprint.get("/")
def index() -> Response:
    """The stories."""
    found, leaf = shelf(state().store.summaries(), request.args.to_dict())
    cards = [
        {
            "address": url_for("pages.story", slug=each.slug),
            "title": each.title or each.slug,
            "language": each.language,
            "source": each.source,
            "facts": _facts(each),
            "picture": _thumbnail(each.slug),
        }
        for each in found
    ]
    html = rendered(
        "pages/index.html",
        stories=cards,
        pages=leaf,
        is_long=leaf.of > CARDS,
        links=links(),
        editing=may_edit(),
        removed=_removed(),
    )
    return answer(Page(html), frames="'self'")


@blueprint.get("/stories/<slug>")
def story(slug: str) -> Response:
    """A story: map, time control, table and article."""
    selected()
    edition = state().editions.of(slug)
    finder = state().editions.finder
    page = render_story(
        edition,
        settings=state().settings,
        links=links(edition),
        listing=listing(
            edition, request.args.to_dict(), find=lambda words: finder(edition).find(words)
        ),
    )
    return answer(page, frames="'self'")


@blueprint.get("/stories/<slug>/basemap.json")
def base(slug: str) -> Response:
    """The base map of a story."""
    return kept(slug, "basemap", ground)


@blueprint.get("/healthz")
def healthz() -> Response:
    """200 when the library answers."""
    state().store.revision()
    return Response("ok\n", mimetype="text/plain")


def ground(edition: Edition) -> bytes:
    """The base map of a story, as JSON."""
    return basemap(edition.focus, edition.home_places).encode()


def links(edition: Edition | None = None, *, editing: bool = True) -> Links:
    """The addresses of a story's page, or of a page without a story.

    Without `editing` the reader is offered no change, whoever it is.
    """
    if edition is None:
        return Links(
            static=prefix(),
            home=url_for("pages.index"),
            add=url_for("desk.new"),
            lang=asked(),
            languages=language_links(),
        )
    slug = edition.story.slug
    return Links(
        static=prefix(),
        home=url_for("pages.index"),
        story=url_for("pages.story", slug=slug, lang=None, _external=True),
        basemap=url_for("pages.base", slug=slug, v=_stamp(edition), lang=pinned()),
        picture=_picture(slug),
        add=url_for("desk.new"),
        lang=asked(),
        languages=language_links(),
        remote=_remote(edition) if edition.is_large else None,
        part=url_for("large.article", slug=slug, v=_now(slug), lang=current().tag) + "&part=",
        **(_editing(slug) if editing else {}),
    )


def _remote(edition: Edition) -> Remote:
    """Where the browser fetches the events, under addresses that change with the story."""
    slug, order = edition.story.slug, edition.order.token
    return Remote(
        *(
            url_for(f"large.{name}", slug=slug, order=order, v=_now(slug), lang=current().tag)
            for name in ("all_columns", "all_ids", "details", "search")
        )
    )


def _editing(slug: str) -> dict[str, str]:
    """Where the story is reviewed and removed, for those who may."""
    if not may_edit():
        return {}
    return {
        "remove": url_for("desk.ask", slug=slug),
        "about": url_for("desk.about", slug=slug),
        "review": url_for("reviewing.story", slug=slug),
        "event": url_for("review.event", slug=slug, event_id="", lang=None),
        "new_event": url_for("adding.new", slug=slug, lang=None),
        "undo": url_for("reviewing.undo", slug=slug),
        "read_again": url_for("reviewing.read", slug=slug),
        "decisions": url_for("reviewing.download", slug=slug),
    }


def _removed() -> dict[str, str] | None:
    """The story that was just removed, as the address tells, if it can be had back."""
    story = state().removed.get(request.args.get("removed", ""))
    if story is None or not may_edit():
        return None
    return {"title": story.title, "restore": url_for("desk.restore", slug=story.slug)}


def _picture(slug: str) -> str:
    """The address of the picture of what the page was asked to show."""
    shown = {name: request.args[name] for name in _SHOWN if name in request.args}
    return url_for("picture.file", slug=slug, suffix="png", lang=pinned(), _external=True, **shown)


def _thumbnail(slug: str) -> str:
    """The address of a picture about as wide as a card."""
    return url_for(
        "picture.file",
        slug=slug,
        suffix="png",
        width=340,
        height=178,
        density=2,
        bare=1,
        lang=pinned(),
    )


def _now(slug: str) -> str:
    """Changes with the story and the program, so that a browser may keep what is under it."""
    return f"{state().store.revision(slug)}-{version()}"


def _stamp(edition: Edition) -> str:
    """Changes with what the base map is made of, so that a browser may keep it for good."""
    parts = (edition.focus.box, [place.id for place in edition.home_places], prefix())
    return sha256(repr(parts).encode()).hexdigest()[:12]


def selected(*, boxed: bool = False) -> Selection:
    """What the address asks for, its box too where that is `boxed`; raises BadDate, BadBBox."""
    query = request.args
    return Selection.parse(
        start=query.get("from"),
        end=query.get("to"),
        bbox=query.get("bbox") if boxed else None,
        category=query.get("category"),
        place=query.get("place"),
    )


def _facts(summary: StorySummary) -> str:
    said = [
        ngettext("{count} event", "{count} events", summary.events),
        ngettext("{count} place", "{count} places", summary.places),
    ]
    if summary.first is not None and summary.last is not None:
        said.append(span_in_words(summary.first, summary.last))
    return " · ".join(said)


def answer(page: Page, *, frames: str, holds: str = "'none'") -> Response:
    """The page under a policy that lets it run our program and nothing else.

    Parameters
    ----------
    frames, holds : str
        Who may hold the page in a frame, and whose pages it may hold.
    """
    allowed = ["'self'"]
    if page.script:
        digest = b64encode(sha256(page.script.encode()).digest()).decode()
        allowed.append(f"'sha256-{digest}'")
    tiles = state().settings.tiles
    pictures = f"'self' data: {_host(tiles)}" if tiles else "'self' data:"
    response = Response(page.html, mimetype="text/html")
    response.headers["Content-Security-Policy"] = "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(allowed)}",
            "style-src 'self'",
            f"img-src {pictures}",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            f"frame-ancestors {frames}",
            f"frame-src {holds}",
        )
    )
    response.headers["Referrer-Policy"] = "strict-origin-when-cross-origin"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.add_etag()
    response.cache_control.no_cache = True  # kept, but asked for anew each time
    response.make_conditional(request)
    return compressed(request, response)


def _host(template: str) -> str:
    """`https://{s}.tiles.example/{z}...` as a source of a policy: `https://*.tiles.example`."""
    scheme, _, rest = template.partition("://")
    return f"{scheme}://{rest.split('/', 1)[0].replace('{s}', '*')}"
