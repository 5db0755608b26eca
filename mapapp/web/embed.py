"""The map alone, for an iframe of another site, and the page that makes the code for it."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

from flask import Blueprint, Response, request, url_for

from mapapp.errors import BadDate
from mapapp.locale import LANGUAGES, current, use
from mapapp.locale import gettext as _
from mapapp.maps.code import HEIGHT, embed_code
from mapapp.maps.embedding import Embedding
from mapapp.maps.page import Page, facts, render_story
from mapapp.maps.templating import environment
from mapapp.model import Selection, Story
from mapapp.text.numbers import whole_number
from mapapp.web.framing import framers
from mapapp.web.pages import answer, links, selected
from mapapp.web.state import state

blueprint = Blueprint("embed", __name__)

# What the form asks, and what stands in it at first; sizes in pixels.
_ASKED = {
    "from": "",
    "to": "",
    "theme": "",
    "language": "",
    "list": "0",
    "time": "1",
    "width": "",
    "height": str(HEIGHT),
}
_SIZES = {"width": (280, 4000), "height": (240, 4000)}


@blueprint.get("/stories/<slug>/embed")
def frame(slug: str) -> Response:
    """The map with what `theme`, `list` and `time` add or leave out; else as the story's page."""
    edition = state().editions.of(slug)
    page = render_story(
        edition,
        settings=state().settings,
        links=links(edition, editing=False),
        embedding=Embedding.of(request.args),
        selection=selected(),
    )
    return answer(page, frames=framers())


@blueprint.get("/stories/<slug>/embedding")
def form(slug: str) -> Response:
    """The code that embeds the story, what is asked of it, and the embed as it will look."""
    edition = state().editions.of(slug)
    story = edition.story
    entries = {name: request.args.get(name, usual).strip() for name, usual in _ASKED.items()}
    problems = dict(_problems(entries))
    # What cannot be read is told, and shown as it would be without it.
    made = _made(story, entries | {name: _ASKED[name] for name in problems})
    html = (
        environment()
        .get_template("pages/embedding.html")
        .render(
            story=story,
            entries=entries,
            problems=problems,
            spoken=request.args.get("lang", ""),
            languages=[(each.tag, each.name) for each in LANGUAGES.values()],
            links=links(edition, editing=False),
            snippet=embed_code(**made),
            **made,
        )
    )
    response = answer(Page(html, ""), frames="'self'", holds="'self'")
    if problems:
        response.status_code = 400
    return response


def _problems(entries: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Fields that cannot be read, each with what would be right."""
    try:
        _window(entries)
    except BadDate as error:
        yield error.parameter or "from", str(error)
    for name, (least, most) in _SIZES.items():
        text = entries[name]
        number = whole_number(text)
        is_size = number is not None and least <= number <= most
        if not is_size and (text or _ASKED[name]):
            yield name, _("Write a number from {least} to {most}.", least=least, most=most)


def _window(entries: Mapping[str, str]) -> Selection:
    return Selection.parse(start=entries["from"] or None, end=entries["to"] or None)


def _made(story: Story, entries: Mapping[str, str]) -> dict[str, str]:
    """What the code is made of."""
    view = {name: entries[name] for name in ("from", "to") if entries[name]}
    if entries["language"] in LANGUAGES:
        view["lang"] = entries["language"]
    with use(view.get("lang", current().tag)):
        told = _("Map: {facts}", facts=facts(story, _window(entries)))
    look = Embedding.of(entries).query()
    picture = url_for("picture.file", slug=story.slug, suffix="png", _external=True, **view)
    # The reader of the code is to have its language, and not the one that makes it.
    page = url_for("pages.story", slug=story.slug, lang=None, _external=True)
    shown = url_for("embed.frame", slug=story.slug, lang=None, _external=True)
    return {
        "title": story.title,
        "alt": told,
        "page": _with(page, view),
        "frame": _with(shown, view | look),
        "picture": picture,
        "width": entries["width"],
        "height": entries["height"],
    }


def _with(address: str, view: Mapping[str, str]) -> str:
    return f"{address}?{urlencode(view)}" if view else address
