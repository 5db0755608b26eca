"""The dates of a sentence: which expressions say one date, which date which segment."""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from operator import attrgetter

import msgspec
from msgspec.structs import replace

from mapapp.events.segments import Segment, clause_of
from mapapp.model import Span, TimeExpression, When, civil, day_number, iso_date

_SAME = re.compile(
    r"\b(?:(?:same|these|those|said|both)\s+(?:two\s+)?(?:years|months|days)|said\s+period)\b", re.I
)
_THEN = re.compile(
    r"(?:(?:at|during|in)\s+)?(?:that|this|the\s+same|those|these)\s+(?:times?|period|days|era)"
    r"|then",
    re.IGNORECASE,
)
_SEASON = 93  # days; what is longer than a season is vague enough already
# Such words count on from the date before: they tell something new.
_STEPS = re.compile(r"\b(?:later|earlier|after|before|next|following|previous)\b", re.I)
_ENDS = re.compile(r"\b(?:[Bb]etween|[Ff]rom)\s+(?:the\s+)?$")
_OPENING = 14  # characters before a date in which `between` can stand
_DASHES = frozenset("-–—")
_RANGE = _DASHES | {"and", "to", "until", "till", "through"}
_APART = frozenset({"respectively", "each", "both", "again"})
_FIRST = attrgetter("first")
_VAGUE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})


class Dated(msgspec.Struct, frozen=True):
    """A date in a segment.

    Attributes
    ----------
    segment : int
        Index of the segment in which the words stand.
    spans : tuple of Span
        The expressions that say it.
    pointing : bool
        They only point to a date said before: `at that time`.
    shared : bool
        The date is that of another clause of the sentence.
    noun : bool
        The segment's noun is itself what happened: `during the visit to Lima`.
    """

    when: When
    segment: int
    spans: tuple[Span, ...]
    pointing: bool = False
    shared: bool = False
    noun: bool = False


def datable(time: TimeExpression) -> bool:
    """Does the expression date an event on a calendar?"""
    return (
        time.when is not None
        and not time.anchor
        and time.value not in _VAGUE
        and time.type != "SET"
        and not (time.when.first is None and time.when.last is None)
    )


def is_cited(text: str, time: TimeExpression) -> bool:
    """Is it the year of a source: `[2004] UKHL 27`?"""
    start, end = time.span.start, time.span.end
    return text[start - 1 : start] == "[" and text[end : end + 2] == "] "


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
            pointing = _THEN.fullmatch(time.span.of(text)) is not None
            about = _roughly(when) if pointing else when
            _add(text, found, Dated(about, segment, (time.span,), pointing))
    return found


def _roughly(when: When) -> When:
    """The year of a day or month: `at that time` says no more than about when."""
    if when.first is None or when.last is None or when.last - when.first >= _SEASON:
        return when
    year = civil(when.first)[0]
    first, last = day_number(year), day_number(year, 12, 31)
    if when.last > last:
        return when
    written = (iso_date(first) or "").removesuffix("-01-01")
    return replace(when, edtf=f"{written}~", first=first, last=last, certainty="less-certain")


def _antecedents(words: str, said: Sequence[When]) -> list[When]:
    """The several dates that `the same years` stands for."""
    return list(dict.fromkeys(said)) if said and _SAME.search(words) else []


def _add(text: str, found: list[Dated], new: Dated) -> None:
    for i, old in enumerate(found):
        same = (old.when.first, old.when.last) == (new.when.first, new.when.last)
        if old.segment == new.segment and same:
            between = text[old.spans[-1].end : new.spans[0].start].strip()
            whole = text[old.spans[0].start : new.spans[-1].end]  # `July to November 1834`
            when = replace(old.when, text=whole) if between in _RANGE else old.when
            found[i] = Dated(when, old.segment, old.spans + new.spans)
            return
    found.append(new)


def unframed(
    found: Sequence[Dated], segments: Sequence[Segment], placed: Collection[int]
) -> list[Dated]:
    """Without dates that only frame a finer one of their clause: `in 1863, on 3 May`.

    A date in a segment that names a place (`placed`) tells an event of its own.
    """

    def frames(coarse: Dated, fine: Dated) -> bool:
        if coarse.segment != fine.segment:
            together = clause_of(segments, coarse.segment) == clause_of(segments, fine.segment)
            if coarse.segment in placed or not together:
                return False
        return inside(fine.when, coarse.when)

    return [date for date in found if not any(frames(date, other) for other in found)]


def joined(text: str, lowered: Collection[str], found: Sequence[Dated]) -> list[Dated]:
    """Dates that follow each other without a gap said in one breath: `in 2023 and 2024`.

    They are one stretch, unless the sentence tells them apart (`respectively`).
    """
    if not _APART.isdisjoint(lowered):
        return list(found)
    kept: list[Dated] = []
    for date in found:
        last = kept[-1] if kept else None
        if last and last.segment == date.segment and _abut(text, last, date):
            when = replace(
                last.when,
                edtf=f"{_side(last.when.edtf, 0)}/{_side(date.when.edtf, -1)}",
                last=date.when.last,
                text=text[last.spans[0].start : date.spans[-1].end],
            )
            kept[-1] = Dated(when, last.segment, last.spans + date.spans)
        else:
            kept.append(date)
    return kept


def _side(edtf: str, side: int) -> str:
    return edtf.split("/")[side]


def _abut(text: str, one: Dated, other: Dated) -> bool:
    """Do two dates make one stretch: without a gap, or as the ends of `between` or `from`?"""
    between = text[one.spans[-1].end : other.spans[0].start].strip(" ,")
    if one.when.first is None or other.when.last is None or one.when.first > other.when.last:
        return False
    opening = text[max(one.spans[0].start - _OPENING, 0) : one.spans[0].start]
    if between in _DASHES:
        return one.when.first < other.when.last
    if between in _RANGE and _ENDS.search(opening):
        return between != "and" or "etween" in opening
    if between not in ("and", "&", "and the", "and of", "and in") or _STEPS.search(
        other.spans[0].of(text)
    ):
        return False
    return one.when.last is not None and other.when.first == one.when.last + 1


def inside(fine: When, coarse: When) -> bool:
    """Are the days of one a shorter stretch within those of the other?"""
    if fine.first is None or fine.last is None or coarse.first is None or coarse.last is None:
        return False
    shorter = fine.last - fine.first < coarse.last - coarse.first
    return shorter and coarse.first <= fine.first and fine.last <= coarse.last


def segment_at(segments: Sequence[Segment], token: int) -> int:
    """Index of the segment that holds a token; the nearest before it when it is a mark."""
    return max(bisect_right(segments, token, key=_FIRST) - 1, 0)
