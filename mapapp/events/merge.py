"""One event told in several sentences becomes one event with all its evidence."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from mapapp.events.ties import unique
from mapapp.model import Event, Span

_WORD = re.compile(r"[^\W\d_]{4,}")
_NUMBER = re.compile(r"\d[\d.,]*")
_COMMON = frozenset(
    "that this with from were been have their which after before between during about into over"
    " under forces force army troops union confederate military country countries cooperation"
    " first second also signed held made began".split()
)
_ALIKE = 0.5  # share of the shorter title's telling words that both titles have


def merged(events: Sequence[Event]) -> list[Event]:
    """Join events of equal days and category, that share a place and most words of their titles.

    The first told stays the main one; the others give evidence and places.
    """
    kept: list[Event] = []
    # Of each event kept, in order and once each: a tuple that grew by one would be copied as often.
    evidence: list[dict[Span, None]] = []
    by_days: dict[tuple[int | None, int | None], list[int]] = {}
    for event in events:
        same_days = (
            by_days.setdefault((event.when.first, event.when.last), []) if event.when else []
        )
        match = next((i for i in same_days if _same(kept[i], event)), None)
        if match is None:
            same_days.append(len(kept))
            kept.append(event)
            evidence.append(dict.fromkeys(event.evidence))
        else:
            kept[match] = _join(kept[match], event)
            evidence[match].update(dict.fromkeys(event.evidence))
    return [
        replace(event, evidence=tuple(spans)) if len(spans) > len(event.evidence) else event
        for event, spans in zip(kept, evidence, strict=True)
    ]


def _same(one: Event, other: Event) -> bool:
    if one.category != other.category or one.modality != other.modality:
        return False
    places = {tie.place.id for tie in one.ties}
    if not places.intersection(tie.place.id for tie in other.ties):
        return False
    if _NUMBER.findall(one.title) != _NUMBER.findall(other.title):
        return False
    words, others = _telling(one), _telling(other)
    shorter = min(len(words), len(others))
    return shorter > 0 and len(words & others) >= _ALIKE * shorter


def _telling(event: Event) -> set[str]:
    """The words of a title that tell events apart; the places are compared by themselves."""
    places = " ".join(tie.place.name for tie in event.ties).lower()
    told = set(_WORD.findall(event.title.lower())) - _COMMON
    return told - set(_WORD.findall(places))


def _join(main: Event, further: Event) -> Event:
    ties = main.ties
    if not any(tie.role != "party" for tie in main.ties):
        ties = tuple(unique([*main.ties, *further.ties]))
    return replace(main, ties=ties, score=max(main.score, further.score))
