"""What the browser is told of a story: places and events as one JSON value."""

from collections.abc import Iterable

import msgspec

from mapapp.layers import precision
from mapapp.layers.feature import Precision
from mapapp.layers.names import names_in_use
from mapapp.locale.dates import year_in_words
from mapapp.maps.edition import Edition, Order
from mapapp.maps.human import certainty, certainty_in_words, human_when
from mapapp.maps.looks import look
from mapapp.maps.placenames import spoken_name
from mapapp.maps.terms import category_label, kind_in_words
from mapapp.model import Certainty, Event, Place, PlaceName, Role, Status, civil

_NAMES_SHOWN = 12  # a popup is no gazetteer


class NameView(msgspec.Struct, frozen=True, omit_defaults=True):
    """A further name of a place: its language (BCP 47) and its days in words, where known."""

    text: str
    language: str = ""
    days: str = ""


class PlaceView(msgspec.Struct, frozen=True, kw_only=True):
    """A place on the map; `lon` and `lat` are None where it is unlocated."""

    id: str
    name: str
    names: tuple[NameView, ...]
    kind: str
    precision: Precision
    country: str | None
    lon: float | None
    lat: float | None
    radius_km: float | None
    contested: bool


class EventView(msgspec.Struct, frozen=True, kw_only=True):
    """An event; `place` and the first of each tie are numbers in the list of places.

    `first` and `last` are day numbers, None where open; `dated` tells an open side from no date.
    `start` is where its sentence begins in the article, in code points.
    """

    id: str
    title: str
    category: str
    place: int | None
    role: Role | None
    ties: tuple[tuple[int, Role], ...]
    dated: bool
    first: int | None
    last: int | None
    date: str
    written: str
    edtf: str
    certainty: Certainty
    doubt: str
    status: Status
    quote: str
    start: int


class Remote(msgspec.Struct, frozen=True):
    """Where the browser has the events of a large story from; see also the module packing.

    Attributes
    ----------
    columns, ids : str
        Addresses of places and columns, and of the events' ids.
    details, search : str
        Addresses that take `events`, numbers of those whose words are wanted, and `q`.
    """

    columns: str
    ids: str
    details: str
    search: str


class StoryView(msgspec.Struct, frozen=True, kw_only=True):
    """All that the map page's program gets.

    `focus` is west, south, east, north in degrees, east beyond 180 where it spans that meridian;
    `looks` the style classes that tell a category by colour and shape. With `remote`, places and
    events are empty and fetched from there.
    """

    slug: str
    title: str
    source: str
    language: str
    address: str
    focus: tuple[float, float, float, float]
    categories: dict[str, str]
    looks: dict[str, str]
    places: tuple[PlaceView, ...]
    events: tuple[EventView, ...]
    remote: Remote | None = None


def story_view(edition: Edition, *, address: str = "", remote: Remote | None = None) -> StoryView:
    """The story for the browser; dated events in order of time, then the undated.

    Parameters
    ----------
    address : str
        Of the story's page; empty where the page stands alone.
    remote : Remote or None
        Where places and events are fetched from; None puts them inside.
    """
    story, order = edition.story, edition.order
    article = story.annotation.article
    used = sorted({event.category for event in order.events})
    return StoryView(
        slug=story.slug,
        title=story.title,
        source=article.source,
        language=article.language,
        address=address,
        focus=edition.focus.span,
        categories={key: category_label(key) for key in used},
        looks={key: look(key) for key in used},
        places=() if remote else place_views(order),
        events=() if remote else event_views(edition, range(len(order.events))),
        remote=remote,
    )


def place_views(order: Order) -> tuple[PlaceView, ...]:
    """All places, by number."""
    return tuple(map(_place_view, order.places))


def event_views(edition: Edition, numbers: Iterable[int]) -> tuple[EventView, ...]:
    """Some of the events, by number."""
    order, text = edition.order, edition.story.annotation.article.text
    return tuple(_event_view(order.events[each], order.number, text) for each in numbers)


def encode(view: StoryView) -> str:
    """The view as JSON."""
    return msgspec.json.encode(view).decode()


def _place_view(place: Place) -> PlaceView:
    shown = set(spoken_name(place).split(" / "))
    vouched = [
        name
        for name in (*map(PlaceName, names_in_use(place)), *place.names)
        if name.text not in shown
        and (place.contested or name.text == place.name or _is_vouched_for(name))
    ]
    return PlaceView(
        id=place.id,
        name=spoken_name(place),
        names=tuple(map(_name_view, vouched[:_NAMES_SHOWN])),
        kind=kind_in_words(place.kind),
        precision=precision(place),
        country=place.country,
        lon=place.lon,
        lat=place.lat,
        radius_km=place.radius_km,
        contested=place.contested,
    )


def _is_vouched_for(name: PlaceName) -> bool:
    return bool(name.language) or name.first is not None or name.last is not None


def _name_view(name: PlaceName) -> NameView:
    first = None if name.first is None else year_in_words(civil(name.first)[0])
    last = None if name.last is None else year_in_words(civil(name.last)[0])
    days = ""
    if first or last:
        days = f"{first or ''}\N{EN DASH}{last or ''}" if first != last else str(first)
    return NameView(name.text, name.language or "", days)


def _event_view(event: Event, number: dict[str, int], text: str) -> EventView:
    tie = event.home
    when = event.when
    home = number[tie.place.id] if tie and tie.place.lon is not None else None
    return EventView(
        id=event.id,
        title=event.title,
        category=event.category,
        place=home,
        role=tie.role if tie else None,
        ties=tuple((number[each.place.id], each.role) for each in event.ties),
        dated=when is not None,
        first=when.first if when else None,
        last=when.last if when else None,
        date=human_when(when),
        written=when.text if when else "",
        edtf=when.edtf if when else "",
        certainty=certainty(event),
        doubt=certainty_in_words(event),
        status=event.status,
        quote=event.evidence[0].of(text),
        start=event.evidence[0].start,
    )
