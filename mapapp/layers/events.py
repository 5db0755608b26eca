"""The `events` and `places` layers of a story."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from mapapp.layers.feature import (
    EventFeature,
    EventProperties,
    PlaceFeature,
    PlaceProperties,
    Point,
    Precision,
)
from mapapp.layers.names import shown_name
from mapapp.layers.words import (
    all_names,
    date_certainty,
    json_fg_time,
    precision,
    tie_certainty,
    ties_in_words,
    usual_names,
)
from mapapp.model import Event, Place, Selection, Story, When, iso_date

_DECIMALS = 6  # about 10 cm, as RFC 7946, section 11.2, advises
EVERYTHING = Selection()


def shown_events(story: Story, selection: Selection = EVERYTHING) -> Iterator[Event]:
    """The story's events that it tells as facts and the selection takes, in its order."""
    told = (event for event in story.annotation.events if event.modality == "asserted")
    return told if selection.is_everything else filter(selection.takes, told)


def events(
    story: Story, selection: Selection = EVERYTHING, *, base_url: str = ""
) -> Iterator[EventFeature]:
    """One feature an event; Point where it is drawn, or null geometry.

    Parameters
    ----------
    base_url : str
        Put before `/stories/...` in `url`; empty leaves the address relative to the host.
    """
    text = story.annotation.article.text
    for event in shown_events(story, selection):
        quote = event.evidence[0].of(text)
        yield event_feature(event, story=story.slug, quote=quote, base_url=base_url)


def event_feature(
    event: Event, *, story: str, quote: str, base_url: str = "", key: str | None = None
) -> EventFeature:
    """The feature of one event.

    Parameters
    ----------
    quote : str
        Its first sentence, word for word.
    key : str or None
        The feature's id; None takes the event's own.
    """
    tie = event.home
    place = tie.place if tie else None
    told = _told_of(place)
    when = event.when
    return EventFeature(
        id=key or event.id,
        geometry=told.point,
        time=json_fg_time(when),
        properties=EventProperties(
            story=story,
            title=event.title,
            category=event.category,
            place=told.name,
            place_id=place.id if place else None,
            place_names=told.names,
            role=tie.role if tie else None,
            place_precision=told.precision,
            place_certainty=tie_certainty(tie),
            start_date=iso_date(when.first) if when else None,
            end_date=iso_date(when.last) if when else None,
            edtf=when.edtf if when else None,
            date_text=when.text if when else "",
            date_certainty=date_certainty(event),
            quote=quote,
            quote_start=event.evidence[0].start,
            quote_end=event.evidence[0].end,
            score=round(event.score, 3),
            status=event.status,
            places=ties_in_words(event),
            url=f"{base_url}/stories/{story}?event={event.id}",
        ),
    )


class _Told(NamedTuple):
    """What the features of all events at a place tell of it."""

    point: Point | None
    name: str | None
    names: str
    precision: Precision


@lru_cache(1 << 14)  # asked with each event
def _told_of(place: Place | None) -> _Told:
    if place is None:
        return _Told(None, None, "", precision(None))
    return _Told(point(place), shown_name(place), usual_names(place), precision(place))


def places(story: Story, selection: Selection = EVERYTHING) -> Iterator[PlaceFeature]:
    """One feature a place at which an event of the selection is drawn, in order of appearance."""
    for place, there in events_by_place(story, selection):
        yield place_feature(place, [event.id for event in there], span_of_days(there))


def place_feature(place: Place, event_ids: Sequence[str], stretch: When | None) -> PlaceFeature:
    """The feature of a place; `stretch` reaches from the first to the last day of its events."""
    return PlaceFeature(
        id=place.id,
        geometry=point(place),
        time=json_fg_time(stretch),
        properties=PlaceProperties(
            name=shown_name(place),
            names=all_names(place),
            kind=place.kind,
            country=place.country,
            precision=precision(place),
            radius_km=place.radius_km,
            events=len(event_ids),
            event_ids="; ".join(event_ids),
            start_date=iso_date(stretch.first) if stretch else None,
            end_date=iso_date(stretch.last) if stretch else None,
        ),
    )


def events_by_place(
    story: Story, selection: Selection = EVERYTHING
) -> list[tuple[Place, list[Event]]]:
    """Places at which events are drawn, each with these events; unlocated places too."""
    found: dict[str, tuple[Place, list[Event]]] = {}
    for event in shown_events(story, selection):
        tie = event.home
        if tie is not None:
            found.setdefault(tie.place.id, (tie.place, []))[1].append(event)
    return list(found.values())


def span_of_days(events_: list[Event]) -> When | None:
    """From the first to the last day of some events; None when none is dated.

    An open side of one of them is an open side of all.
    """
    whens = [event.when for event in events_ if event.when]
    if not whens:
        return None
    firsts = [when.first for when in whens if when.first is not None]
    lasts = [when.last for when in whens if when.last is not None]
    return When(
        "",
        min(firsts) if len(firsts) == len(whens) else None,
        max(lasts) if len(lasts) == len(whens) else None,
    )


def point(place: Place | None) -> Point | None:
    """The place's point; None, never (0, 0), where it is unlocated."""
    if place is None or place.lon is None or place.lat is None:
        return None
    return Point((round(place.lon, _DECIMALS), round(place.lat, _DECIMALS)))
