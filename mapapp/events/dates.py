"""The dates of a sentence: which expressions say one date, which date which segment."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mapapp.events.clauses import Segment
from mapapp.model import Span, TimeExpression, When

_SAME = re.compile(r"\b(?:same|these|those|said|both)\s+(?:two\s+)?(?:years|months|days)\b", re.I)
_VAGUE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a segment.

    Attributes
    ----------
    segment : int
        Index of the segment in which the words stand.
    spans : tuple of Span
        The expressions that say it.
    """

    when: When
    segment: int
    spans: tuple[Span, ...]


def datable(time: TimeExpression) -> bool:
    """Does the expression date an event on a calendar?"""
    return (
        time.when is not None
        and time.value not in _VAGUE
        and time.type != "SET"
        and not (time.when.first is None and time.when.last is None)
    )


def dates(
    text: str, times: Sequence[tuple[TimeExpression, int]], before: Sequence[When] = ()
) -> list[Dated]:
    """The different dates of a sentence, in order.

    Parameters
    ----------
    text : str
        The article's.
    times : sequence of (TimeExpression, int)
        Those that `datable` accepts, each with the segment it stands in.
    before : sequence of When
        The dates of the sentence before, for `in the same years`.
    """
    found: list[Dated] = []
    for time, segment in times:
        assert time.when is not None
        meant = _antecedents(time.span.of(text), [date.when for date in found] or before) or [
            time.when
        ]
        for when in meant:
            _add(found, Dated(when, segment, (time.span,)))
    return _narrowed(found)


def _antecedents(words: str, said: Sequence[When]) -> list[When]:
    """The several dates that `the same years` stands for."""
    if len(said) < 2 or not _SAME.search(words):
        return []
    return list(dict.fromkeys(said))


def _add(found: list[Dated], new: Dated) -> None:
    for i, old in enumerate(found):
        same = (old.when.first, old.when.last) == (new.when.first, new.when.last)
        if old.segment == new.segment and same:
            found[i] = Dated(old.when, old.segment, old.spans + new.spans)
            return
    found.append(new)


def _narrowed(found: Sequence[Dated]) -> list[Dated]:
    """Without dates that only frame a finer one of the same segment: `in 1863, on 3 May`."""
    return [
        date
        for date in found
        if not any(
            other is not date and other.segment == date.segment and _inside(other.when, date.when)
            for other in found
        )
    ]


def _inside(fine: When, coarse: When) -> bool:
    if fine.first is None or fine.last is None or coarse.first is None or coarse.last is None:
        return False
    shorter = fine.last - fine.first < coarse.last - coarse.first
    return shorter and coarse.first <= fine.first and fine.last <= coarse.last


def segment_at(segments: Sequence[Segment], token: int) -> int:
    """Index of the segment that holds a token; the nearest before it when it is a mark."""
    for i in range(len(segments) - 1, -1, -1):
        if segments[i].first <= token:
            return i
    return 0
