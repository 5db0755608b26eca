"""From an article to events: places, times, and what ties them."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NotRequired, TypedDict

from mapapp.events import relate
from mapapp.model import Annotation, Article, Event, Span, Tie, TimeExpression, Toponym, iso_date
from mapapp.places import find_places
from mapapp.places.gazetteer import Gazetteer
from mapapp.times import Mode, find_times


def annotate(
    article: Article,
    *,
    gazetteer: Gazetteer | None = None,
    mode: Mode | None = None,
    toponyms: Sequence[Toponym] | None = None,
) -> Annotation:
    """Read an article: its places, its dates, and the events that they are part of.

    Parameters
    ----------
    gazetteer : Gazetteer or None
        Where names are looked up; the index of the user's cache folder when None.
    mode : "news", "narrative" or None
        Whether dates count from the day of writing or from the last date told; None finds out.
    toponyms : sequence of Toponym, or None
        The places, where another reader has found them; None has them found here.
    """
    times = find_times(article, mode)
    found = find_places(article, gazetteer) if toponyms is None else toponyms
    places = _not_dates(found, times)
    return Annotation(article, places, times, relate(article, places, times))


def _not_dates(toponyms: Sequence[Toponym], times: Sequence[TimeExpression]) -> tuple[Toponym, ...]:
    """Without names inside dates, or running out of them: `BC` is no province, `May` no town.

    One that a date opens stays: `October Hill`.
    """
    dates = sorted(time.span for time in times if not time.in_name)
    starts = [span.start for span in dates]

    def inside(span: Span) -> bool:
        before = bisect_right(starts, span.start) - 1
        if before < 0:
            return False
        date = dates[before]
        return date.contains(span) or date.start < span.start < date.end

    return tuple(toponym for toponym in toponyms if not inside(toponym.span))


class ToponymRecord(TypedDict):
    """A toponym as `annotate` prints it; lat and lon in degrees, None when unresolved."""

    start: int
    end: int
    text: str
    name: str
    place_id: str | None
    geonameid: NotRequired[int]
    lat: float | None
    lon: float | None
    kind: str | None
    usage: str
    score: float


class TimeRecord(TypedDict):
    """A time expression as `annotate` prints it; dates `YYYY-MM-DD`, None when open."""

    start: int
    end: int
    text: str
    type: str
    value: str
    edtf: str | None
    start_date: str | None
    end_date: str | None


class PlaceRecord(TypedDict):
    """A place of an event as `annotate` prints it."""

    name: str
    place_id: str
    role: str
    lat: float | None
    lon: float | None


class EventRecord(TypedDict):
    """An event as `annotate` prints it; `start` and `end` are its main evidence sentence."""

    id: str
    start: int
    end: int
    title: str
    category: str
    edtf: str | None
    start_date: str | None
    end_date: str | None
    date_text: str
    score: float
    modality: str
    inferred: bool
    places: list[PlaceRecord]


class Document(TypedDict):
    """One line of `annotate`'s output."""

    id: str
    toponyms: list[ToponymRecord]
    times: list[TimeRecord]
    events: list[EventRecord]


def document(annotation: Annotation, id: str) -> Document:
    """An annotation as the JSON that `annotate` prints for a document.

    Years inside names date events but are no time expressions of their own: they are left out.
    """
    text = annotation.article.text
    return {
        "id": id,
        "toponyms": [_toponym(text, toponym) for toponym in annotation.toponyms],
        "times": [_time(text, time) for time in annotation.times if not time.in_name],
        "events": [_event(event) for event in annotation.events],
    }


def _toponym(text: str, toponym: Toponym) -> ToponymRecord:
    quote = toponym.span.of(text)
    place = toponym.place
    record: ToponymRecord = {
        "start": toponym.span.start,
        "end": toponym.span.end,
        "text": quote,
        "name": place.name if place else quote,
        "place_id": place.id if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "kind": place.kind if place else None,
        "usage": toponym.usage,
        "score": toponym.resolution.score if toponym.resolution else 0.0,
    }
    if place and place.geonameid is not None:
        record["geonameid"] = place.geonameid
    return record


def _time(text: str, time: TimeExpression) -> TimeRecord:
    when = time.when
    return {
        "start": time.span.start,
        "end": time.span.end,
        "text": time.span.of(text),
        "type": time.type,
        "value": time.value,
        "edtf": when.edtf if when else None,
        "start_date": iso_date(when.first) if when else None,
        "end_date": iso_date(when.last) if when else None,
    }


def _event(event: Event) -> EventRecord:
    when = event.when
    return {
        "id": event.id,
        "start": event.evidence[0].start,
        "end": event.evidence[0].end,
        "title": event.title,
        "category": event.category,
        "edtf": when.edtf if when else None,
        "start_date": iso_date(when.first) if when else None,
        "end_date": iso_date(when.last) if when else None,
        "date_text": when.text if when else "",
        "score": event.score,
        "modality": event.modality,
        "inferred": event.inferred,
        "places": [_place(tie) for tie in event.ties],
    }


def _place(tie: Tie) -> PlaceRecord:
    place = tie.place
    return {
        "name": place.name,
        "place_id": place.id,
        "role": tie.role,
        "lat": place.lat,
        "lon": place.lon,
    }
