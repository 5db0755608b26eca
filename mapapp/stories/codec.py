"""Annotations and events to bytes and back, every place written once.

A story names the same few places hundreds of times, and a place carries all its names: so places
stand in a table of their own and everything else points into it by number.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec

from mapapp.model import (
    Annotation,
    Article,
    Candidate,
    Event,
    Modality,
    Place,
    Resolution,
    Role,
    Span,
    Status,
    Tie,
    TimeExpression,
    Toponym,
    Usage,
    When,
)


class _Choice(msgspec.Struct, frozen=True, array_like=True):
    place: int
    score: float
    reasons: tuple[str, ...]


class _Toponym(msgspec.Struct, frozen=True, array_like=True):
    span: Span
    usage: Usage
    resolution: _Choice | None
    candidates: tuple[_Choice, ...]


class _Tie(msgspec.Struct, frozen=True, array_like=True):
    place: int
    role: Role
    span: Span | None
    score: float


class _Ties(msgspec.Struct, frozen=True):
    ties: tuple[_Tie, ...]


class _Event(msgspec.Struct, frozen=True, omit_defaults=True):
    id: str
    title: str
    category: str
    when: When | None
    ties: tuple[_Tie, ...]
    evidence: tuple[Span, ...]
    score: float = 1.0
    status: Status = "machine"
    modality: Modality = "asserted"
    inferred: bool = False


class _Record(msgspec.Struct, frozen=True):
    article: Article
    places: tuple[Place, ...]
    toponyms: tuple[_Toponym, ...]
    times: tuple[TimeExpression, ...]
    events: tuple[_Event, ...]


@dataclass(slots=True)
class PlaceTable:
    """Places by number, in the order in which they were met."""

    first: int = 0  # number of the first place
    places: list[Place] = field(default_factory=list)
    _numbers: dict[Place, int] = field(default_factory=dict)

    def number(self, place: Place) -> int:
        """The place's number; a new place is given the next one."""
        number = self._numbers.get(place)
        if number is None:
            number = self._numbers[place] = self.first + len(self.places)
            self.places.append(place)
        return number


def encode_event(event: Event, table: PlaceTable) -> bytes:
    """An event as JSON, its places as numbers of `table`."""
    return msgspec.json.encode(_pack_event(event, table))


def decode_event(body: bytes, place_at: Callable[[int], Place]) -> Event:
    """The event that `encode_event` wrote; `place_at` gives the place of a number."""
    return _unpack_event(_EVENT.decode(body), place_at)


def places_of(body: bytes) -> list[int]:
    """The numbers of the places of an event that `encode_event` wrote; none of a damaged one."""
    try:
        return [tie.place for tie in _TIES.decode(body).ties]
    except msgspec.DecodeError:
        return []  # said when the event itself is read


def encode_place(place: Place) -> bytes:
    """A place as JSON."""
    return msgspec.json.encode(place)


def decode_place(body: bytes) -> Place:
    """The place that `encode_place` wrote."""
    return _PLACE.decode(body)


def encode(annotation: Annotation) -> bytes:
    """An annotation as JSON."""
    table = PlaceTable()
    toponyms = tuple(_pack_toponym(toponym, table) for toponym in annotation.toponyms)
    events = tuple(_pack_event(event, table) for event in annotation.events)
    return msgspec.json.encode(
        _Record(annotation.article, tuple(table.places), toponyms, annotation.times, events)
    )


def decode(body: bytes) -> Annotation:
    """The annotation that `encode` wrote.

    Raises
    ------
    msgspec.DecodeError, IndexError
        For bytes that it did not write.
    """
    record = _RECORD.decode(body)
    place_at = record.places.__getitem__
    return Annotation(
        record.article,
        tuple(_unpack_toponym(toponym, place_at) for toponym in record.toponyms),
        record.times,
        tuple(_unpack_event(event, place_at) for event in record.events),
    )


_TIES = msgspec.json.Decoder(_Ties)
_EVENT = msgspec.json.Decoder(_Event)
_PLACE = msgspec.json.Decoder(Place)
_RECORD = msgspec.json.Decoder(_Record)


def _pack_event(event: Event, table: PlaceTable) -> _Event:
    ties = tuple(_Tie(table.number(tie.place), tie.role, tie.span, tie.score) for tie in event.ties)
    return _Event(
        event.id,
        event.title,
        event.category,
        event.when,
        ties,
        event.evidence,
        event.score,
        event.status,
        event.modality,
        event.inferred,
    )


def _unpack_event(packed: _Event, place_at: Callable[[int], Place]) -> Event:
    # Of a list: a generator takes twice as long over the one or two that most events have.
    ties = tuple([Tie(place_at(tie.place), tie.role, tie.span, tie.score) for tie in packed.ties])
    return Event(
        packed.id,
        packed.title,
        packed.category,
        packed.when,
        ties,
        packed.evidence,
        packed.score,
        packed.status,
        packed.modality,
        packed.inferred,
    )


def _pack_toponym(toponym: Toponym, table: PlaceTable) -> _Toponym:
    chosen = toponym.resolution
    return _Toponym(
        toponym.span,
        toponym.usage,
        _Choice(table.number(chosen.place), chosen.score, chosen.reasons) if chosen else None,
        tuple(
            _Choice(table.number(each.place), each.score, each.reasons)
            for each in toponym.candidates
        ),
    )


def _unpack_toponym(packed: _Toponym, place_at: Callable[[int], Place]) -> Toponym:
    chosen = packed.resolution
    return Toponym(
        packed.span,
        packed.usage,
        Resolution(place_at(chosen.place), chosen.score, chosen.reasons) if chosen else None,
        tuple(
            Candidate(place_at(each.place), each.score, each.reasons) for each in packed.candidates
        ),
    )
