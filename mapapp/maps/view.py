"""What the browser is told of a story: places and events as one JSON value."""

import msgspec

from mapapp.layers import home_tie, precision, shown_events, shown_name
from mapapp.layers.feature import Precision
from mapapp.locale.dates import year_in_words
from mapapp.maps.focus import Focus
from mapapp.maps.human import certainty, certainty_in_words, human_when
from mapapp.maps.looks import look
from mapapp.maps.terms import category_label, kind_in_words
from mapapp.model import Certainty, Event, Place, PlaceName, Role, Status, Story, civil

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


class StoryView(msgspec.Struct, frozen=True, kw_only=True):
    """All that the map page's program gets.

    `focus` is west, south, east, north in degrees, east beyond 180 where it spans that meridian;
    `looks` the style classes that tell a category by colour and shape.
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


def story_view(story: Story, where: Focus, *, address: str = "") -> StoryView:
    """The story for the browser; dated events in order of time, then the undated.

    Parameters
    ----------
    where : Focus
        What the map shows first.
    address : str
        Of the story's page; empty where the page stands alone.
    """
    events = sorted(shown_events(story), key=_order)
    places = _places(story, events)
    number = {place.id: index for index, place in enumerate(places)}
    article = story.annotation.article
    used = {event.category for event in events}
    return StoryView(
        slug=story.slug,
        title=story.title,
        source=article.source,
        language=article.language,
        address=address,
        focus=where.span,
        categories={key: category_label(key) for key in sorted(used)},
        looks={key: look(key) for key in sorted(used)},
        places=tuple(map(_place_view, places)),
        events=tuple(_event_view(event, number, article.text) for event in events),
    )


def encode(view: StoryView) -> str:
    """The view as JSON."""
    return msgspec.json.encode(view).decode()


def _order(event: Event) -> tuple[bool, float, float, int]:
    start = event.evidence[0].start
    if event.when is None:
        return (True, 0.0, 0.0, start)
    first, last = event.when.first, event.when.last
    return (
        False,
        (last if last is not None else float("-inf")) if first is None else first,
        float("inf") if last is None else last,
        start,
    )


def _places(story: Story, events: list[Event]) -> list[Place]:
    """Places of the events first, then those that the text only mentions; each once."""
    found: dict[str, Place] = {}
    for event in events:
        tie = home_tie(event)
        if tie is not None:
            found.setdefault(tie.place.id, tie.place)
    for event in events:
        for tie in event.ties:
            found.setdefault(tie.place.id, tie.place)
    for toponym in story.annotation.toponyms:
        if toponym.place is not None:
            found.setdefault(toponym.place.id, toponym.place)
    return list(found.values())


def _place_view(place: Place) -> PlaceView:
    shown = set(shown_name(place).split(" / "))
    vouched = [
        name
        for name in place.names
        if name.text not in shown
        and (place.contested or name.language or name.first is not None or name.last is not None)
    ]
    return PlaceView(
        id=place.id,
        name=shown_name(place),
        names=tuple(map(_name_view, vouched[:_NAMES_SHOWN])),
        kind=kind_in_words(place.kind),
        precision=precision(place),
        country=place.country,
        lon=place.lon,
        lat=place.lat,
        radius_km=place.radius_km,
        contested=place.contested,
    )


def _name_view(name: PlaceName) -> NameView:
    first = None if name.first is None else year_in_words(civil(name.first)[0])
    last = None if name.last is None else year_in_words(civil(name.last)[0])
    days = ""
    if first or last:
        days = f"{first or ''}\N{EN DASH}{last or ''}" if first != last else str(first)
    return NameView(name.text, name.language or "", days)


def _event_view(event: Event, number: dict[str, int], text: str) -> EventView:
    tie = home_tie(event)
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
