"""What reviewers decided, replayed on what the machine read.

A decision is bound to its sentence, so that it outlives a new reading in which numbers and ids
have changed; the id of the event tells apart several that one sentence tells. One whose sentence
is gone, or tells several events now, changes nothing and is handed back, never guessed.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from mapapp.model import (
    Act,
    Annotation,
    Decision,
    Event,
    Place,
    Span,
    Story,
    Tie,
    When,
    day_number,
)
from mapapp.stories.missed import drafted
from mapapp.times.edtf import parse

PlaceOf = Callable[[str], Place | None]
_AROUND = 32  # characters, as the W3C's examples of a text quote selector have


@dataclass(frozen=True, slots=True)
class Review:
    """An annotation after its decisions.

    Attributes
    ----------
    unplaced : tuple of Decision
        Those that found no event, or no place by their id.
    """

    annotation: Annotation
    unplaced: tuple[Decision, ...]


def review(annotation: Annotation, decisions: Iterable[Decision], place_of: PlaceOf) -> Review:
    """Replay decisions in their order.

    Parameters
    ----------
    place_of : callable
        The place of an id, asked for ids that the annotation itself does not know; None where
        there is none.

    Raises
    ------
    BadDate
        When a decision sets a date that is no EDTF.
    """
    unplaced = []
    for decision in decisions:
        changed = _replayed(annotation, decision, place_of)
        if changed is None:
            unplaced.append(decision)
        else:
            annotation = replace(annotation, events=changed)
    return Review(annotation, tuple(unplaced))


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of a story's events somebody looked at, those that were hidden among them."""

    checked: int
    total: int


def progress(story: Story) -> Progress:
    """How far the review of a story is, its decisions replayed."""
    shown = [event for event in story.annotation.events if event.modality == "asserted"]
    ids = {event.id for event in story.annotation.events}
    text = story.annotation.article.text
    gone = {
        decision.event
        for decision in story.decisions
        if decision.act in ("hide", "merge")
        and decision.event not in ids
        and decision.quote in text
    }
    checked = sum(event.status != "machine" for event in shown)
    return Progress(checked + len(gone), len(shown) + len(gone))


def was_read(annotation: Annotation) -> bool:
    """Did the events come out of the article, and not out of a file of events?

    Those of a file stand beside a text that is made of their quotes: to read that anew would put
    guesses in their place.
    """
    return bool(annotation.times) or not any(event.when for event in annotation.events)


def decision_on(annotation: Annotation, event: Event, act: Act, value: str = "") -> Decision:
    """A decision of today on an event, bound to its sentence and the words around."""
    text, span = annotation.article.text, event.evidence[0]
    today = date.today()
    return Decision(
        act,
        span.of(text),
        value,
        text[max(0, span.start - _AROUND) : span.start],
        text[span.end : span.end + _AROUND],
        day_number(today.year, today.month, today.day),
        event.id,
    )


def known_place(annotation: Annotation, id_: str) -> Place | None:
    """The place of an id, as far as the annotation met it."""
    tied = (tie.place for event in annotation.events for tie in event.ties)
    met = (choice.place for toponym in annotation.toponyms for choice in toponym.candidates)
    chosen = (toponym.place for toponym in annotation.toponyms)
    for places in (tied, chosen, met):
        for place in places:
            if place is not None and place.id == id_:
                return place
    return None


def _replayed(
    annotation: Annotation, decision: Decision, place_of: PlaceOf
) -> tuple[Event, ...] | None:
    """The events after the decision; None where it has no hold on them."""
    events = annotation.events
    if decision.act == "add":
        return _added(annotation, decision)
    target = _target(annotation, decision)
    if target is None:
        return None
    match decision.act:
        case "hide":
            return tuple(event for event in events if event is not target)
        case "merge":
            return _merged(events, target, decision.value)
        case "confirm":
            changed = replace(
                target, status="confirmed", modality="asserted", ties=_vouched(target)
            )
        case "retitle":
            changed = replace(target, title=decision.value, status="edited")
        case "redate":
            changed = replace(target, when=_when(target, decision.value), status="edited")
        case "move":
            if not decision.value:
                changed = replace(target, ties=(), status="edited")
            else:
                place = known_place(annotation, decision.value) or place_of(decision.value)
                if place is None:
                    return None
                changed = _moved(target, place)
    return tuple(changed if event is target else event for event in events)


def _target(annotation: Annotation, decision: Decision) -> Event | None:
    text = annotation.article.text
    told = [event for event in annotation.events if event.evidence[0].of(text) == decision.quote]
    for event in told:
        if event.id == decision.event:
            return event
    around = [event for event in told if _stands_between(text, event.evidence[0], decision)]
    return around[0] if len(around) == 1 else None


def _stands_between(text: str, span: Span, decision: Decision) -> bool:
    return text[: span.start].endswith(decision.prefix) and text[span.end :].startswith(
        decision.suffix
    )


def _when(event: Event, edtf: str) -> When | None:
    """The date that was set, with the words as they stand in the text; empty takes it away."""
    if not edtf:
        return None
    days = parse(edtf).days
    return When(edtf, days.first, days.last, event.when.text if event.when else "")


def _vouched(event: Event) -> tuple[Tie, ...]:
    """The ties, with no doubt left of the one that was looked at."""
    home = event.home
    return tuple(replace(tie, score=1.0) if tie is home else tie for tie in event.ties)


def _moved(event: Event, place: Place) -> Event:
    home = event.home
    tie = Tie(place, home.role if home else "location", home.span if home else None)
    others = tuple(other for other in event.ties if other is not home and other.place != place)
    return replace(event, ties=(tie, *others), status="edited")


def _merged(events: tuple[Event, ...], gone: Event, into: str) -> tuple[Event, ...] | None:
    if all(event.id != into for event in events if event is not gone):
        return None
    return tuple(
        replace(event, evidence=_both(event, gone), status="edited") if event.id == into else event
        for event in events
        if event is not gone
    )


def _both(event: Event, other: Event) -> tuple[Span, ...]:
    return tuple(dict.fromkeys((*event.evidence, *other.evidence)))


def _added(annotation: Annotation, decision: Decision) -> tuple[Event, ...] | None:
    """With an event that the machine missed; later decisions correct its date and place."""
    text = annotation.article.text
    start = text.find(decision.prefix + decision.quote + decision.suffix)
    if start < 0 or not decision.quote:
        return None
    start += len(decision.prefix)
    span = Span(start, start + len(decision.quote))
    event = drafted(annotation, span, decision.value, decision.event)
    if any(known.id == event.id for known in annotation.events):
        return annotation.events
    return tuple(sorted((*annotation.events, event), key=lambda each: each.evidence[0]))
