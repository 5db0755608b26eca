"""The story's page, as the server sends it and as one file that stands alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlencode

from mapapp.layers import shown_events
from mapapp.locale import Language
from mapapp.maps import bundle
from mapapp.maps.article import Block
from mapapp.maps.basemap import basemap
from mapapp.maps.build import assembled, parts
from mapapp.maps.edition import Edition
from mapapp.maps.elements import BaseMap, StoryData
from mapapp.maps.embedding import Embedding
from mapapp.maps.human import facts_in_words, span_in_words
from mapapp.maps.listing import ROWS, Listing
from mapapp.maps.packing import PACKED, packed, pieces
from mapapp.maps.placenames import spoken_name
from mapapp.maps.templating import rendered
from mapapp.maps.terms import role_in_words
from mapapp.maps.view import EventView, Remote, StoryView, encode, event_views, story_view
from mapapp.model import Selection, Span, Story
from mapapp.settings import Settings
from mapapp.stories.review import progress

_PARTS_SENT = 6  # of the article; a longer one is fetched as it is read
_TOLD = 500  # rows of an embed without JavaScript


class LanguageLink(NamedTuple):
    """The page in another language."""

    language: Language
    address: str


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses that a served page uses; a page that stands alone has none.

    Attributes
    ----------
    static : str
        Prefix of the browser code and styles.
    story, basemap, home : str
        The story's page (to which more can be added, and `kept` the language), its base map, and
        the list of stories.
    picture : str
        The story's locator map with its host, showing what the page was asked to show.
    add : str
        The form that adds an article.
    remote : Remote or None
        Where the browser fetches the events of a large story.
    part : str
        A part of its article, without the number.
    remove, review : str
        The pages that remove and review the story; empty where the reader may not.
    about : str
        What gives the story another title or source; empty likewise.
    event, new_event, undo, read_again, decisions : str
        An event's page without its id, and what a review can do; empty likewise.
    lang : str
        The language that the page's address asks for, to be kept; empty for none.
    languages : tuple of LanguageLink
        The same page in each language.
    """

    static: str
    home: str
    add: str
    story: str = ""
    basemap: str = ""
    picture: str = ""
    remote: Remote | None = None
    part: str = ""
    remove: str = ""
    about: str = ""
    review: str = ""
    event: str = ""
    new_event: str = ""
    undo: str = ""
    read_again: str = ""
    decisions: str = ""
    lang: str = ""
    languages: tuple[LanguageLink, ...] = ()

    def kept(self, address: str, **query: str) -> str:
        """An address of ours with parameters, and the language that was asked for kept."""
        asked = query | ({"lang": self.lang} if self.lang else {})
        joint = "&" if "?" in address else "?"
        return f"{address}{joint}{urlencode(asked)}" if asked else address


class Page(NamedTuple):
    """A page, and the text of the one script in it that is neither linked nor a module.

    A Content-Security-Policy lets that script pass by its hash, so that the page stays the same
    from one request to the next (a nonce would change it each time).
    """

    html: str
    script: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table of events."""

    event: EventView
    place: str
    category: str
    others: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the article; without blocks it is fetched from an address, or packed."""

    span: Span
    blocks: tuple[Block, ...] = ()
    address: str = ""
    packed: str = ""


def page_html(
    story: Story, *, settings: Settings | None = None, in_folder: bool = False, site: str = ""
) -> str:
    """One self-contained HTML file, the same bytes for the same story.

    It opens from disk with the network off. In a folder with the story's files it links to them;
    with the address of that folder, `site`, it tells previews of its picture.
    """
    return render_story(
        Edition(story),
        settings=settings or Settings(),
        links=None,
        files_at="" if in_folder else None,
        site=site,
    ).html


def render_story(
    edition: Edition,
    *,
    settings: Settings,
    links: Links | None,
    embedding: Embedding | None = None,
    selection: Selection | None = None,
    listing: Listing | None = None,
    files_at: str | None = None,
    site: str = "",
) -> Page:
    """The page of a story, or with `embedding` the map alone, for a frame.

    The selection is what an embed tells readers without JavaScript; None is everything. The
    listing is what the table begins with; None is its first rows. `files_at` stands before the
    names of the story's files; with None a page without links has none. `site` is the address of
    the folder in which such a page will lie, if that is known.
    """
    story = edition.story
    view = story_view(
        edition,
        address=links.story if links else "",
        remote=_remote(edition, links),
    )
    ground = (
        BaseMap(address=links.basemap)
        if links
        else BaseMap(text=basemap(edition.focus, edition.home_places))
    )
    is_packed = links is None and edition.is_large
    data = StoryData(encode(view), pieces(edition) if is_packed else None)
    drawn = parts(assembled(edition, data, ground, settings))
    html = rendered(
        "pages/embed.html" if embedding else "pages/story.html",
        story=story,
        view=view,
        map=drawn,
        rows=_rows(edition, view, links, listing),
        likeness=_as_rows(edition, view, range(min(1, len(edition.order.events)))),
        pages=listing.pages if listing else None,
        total=len(edition.order.events),
        parts=_parts(edition, links) if embedding is None else [],
        facts=_facts(edition),
        is_dated=edition.days != (None, None),
        unlocated=edition.unlocated,
        is_foreign=edition.is_foreign,
        progress=progress(story),
        links=links,
        files_at=f"{links.story}/" if links else files_at,
        site=site,
        embedding=embedding,
        theme=embedding.theme if embedding else "",
        told=_told(edition, view, selection or Selection()) if embedding else [],
        bundle=bundle,
        tiles_credit=settings.tiles_credit if settings.tiles else "",
    )
    return Page(html, drawn.script)


def prose_html(edition: Edition, number: int, *, links: Links) -> str:
    """A part of a long article, as a page of its own that a program can take the part out of."""
    prose = edition.prose
    part = _part(edition, number)
    around = [each for each in (number - 1, number + 1) if 0 <= each < len(prose.parts)]
    return rendered(
        "pages/prose.html",
        part=part,
        around=around,
        number=number,
        count=len(prose.parts),
        article=edition.story.annotation.article,
        title=edition.story.annotation.article.title or edition.story.slug,
        links=links,
    )


def _remote(edition: Edition, links: Links | None) -> Remote | None:
    """Where the browser finds the events of a large story."""
    if not edition.is_large:
        return None
    return links.remote if links else PACKED


def _parts(edition: Edition, links: Links | None) -> list[Part]:
    """The parts of the article; of a very long one the first, and of the others where they are."""
    spans = edition.prose.parts
    is_whole = len(spans) <= _PARTS_SENT or (links is None and not edition.is_large)
    parts = [_part(edition, number) for number in range(len(spans) if is_whole else 1)]
    for number, span in enumerate(spans[len(parts) :], len(parts)):
        if links:
            parts.append(Part(span, address=f"{links.part}{number}"))
        else:
            html = rendered("pages/piece.html", part=_part(edition, number), links=links)
            parts.append(Part(span, packed=packed(html.encode())))
    return parts


def _part(edition: Edition, number: int) -> Part:
    span = edition.prose.parts[number]
    return Part(span, edition.prose.blocks(span))


def _rows(
    edition: Edition, view: StoryView, links: Links | None, listing: Listing | None
) -> list[Row]:
    """The rows of the table; of a long one the first, the browser makes the others.

    A page that stands alone has them all, unless the story is large: it is also what prints and
    what is kept.
    """
    numbers: Sequence[int] = range(len(edition.order.events))
    if listing:
        numbers = listing.numbers
    elif links or edition.is_large:
        numbers = numbers[:ROWS]
    return _as_rows(edition, view, numbers)


def _told(edition: Edition, view: StoryView, selection: Selection) -> list[Row]:
    """The first rows of those that a selection takes."""
    taken = (n for n, event in enumerate(edition.order.events) if selection.takes(event))
    return _as_rows(edition, view, islice(taken, _TOLD))


def _as_rows(edition: Edition, view: StoryView, numbers: Iterable[int]) -> list[Row]:
    rows, order = [], edition.order
    for event in event_views(edition, numbers):
        names = [(spoken_name(order.places[number]), role) for number, role in event.ties]
        home = spoken_name(order.places[event.place]) if event.place is not None else ""
        others = [f"{name} ({role_in_words(role)})" for name, role in names if name != home]
        rows.append(Row(event, home, view.categories[event.category], ", ".join(others)))
    return rows


def facts(story: Story, selection: Selection | None = None) -> str:
    """`15 events at 7 places, 1918 to 2023`, of what the selection takes; None is everything."""
    events = list(shown_events(story, selection or Selection()))
    homes = {tie.place.id for event in events if (tie := event.home) and tie.place.lon}
    whens = [event.when for event in events if event.when]
    days = [day for when in whens for day in (when.first, when.last) if day is not None]
    return facts_in_words(
        len(events), len(homes), span_in_words(min(days), max(days)) if days else ""
    )


def _facts(edition: Edition) -> str:
    """The facts of the whole story, whose days are known already."""
    first, last = edition.days
    return facts_in_words(
        len(edition.order.events),
        len(edition.home_places),
        span_in_words(first, last) if first is not None and last is not None else "",
    )
