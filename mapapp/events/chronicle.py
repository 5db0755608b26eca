"""Texts that tell day after day, each under its date: chronicles, timelines, logs."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mapapp.model import Span, TimeExpression, Toponym, When

_FEWEST = 3  # dated lines that make a chronicle
_SHARE = 0.4  # of all lines
_PUBLISHED = re.compile(
    r"(?:(?:first|last) )?(?:published|posted|updated|modified|printed|filed)(?:[\s:]+(?:on|at))?",
    re.IGNORECASE,
)
_ANNO = re.compile(r"(?:Anno(?: Domini)?|A\.?D\.?|Year)\s+")
_LONGEST_ANNO = 13  # characters of `Anno Domini ` and of the end of the line before
_BESIDE = " \t.:,–—-•*|()"  # what may stand beside the date of a heading


def is_chronicle(text: str, paragraphs: Sequence[Span], times: Sequence[TimeExpression]) -> bool:
    """Do many lines open with a date of their own? Then none of them tells where the next plays."""
    starts = {block.start for block in paragraphs}
    opened = sum(_line_start(text, time.span.start) in starts for time in times)
    return opened >= _FEWEST and opened >= _SHARE * len(paragraphs)


@dataclass(frozen=True, slots=True)
class Heading:
    """The day of an entry, and the place named beside it."""

    when: When
    place: Toponym | None


def headed(
    text: str,
    paragraphs: Sequence[Span],
    times: Sequence[TimeExpression],
    toponyms: Sequence[Toponym] = (),
) -> Mapping[int, Heading]:
    """Where the paragraphs start that stand under a day, and what heads them.

    A heading is a line that holds a date of one day and nothing else but a place; what is under it
    ends with the next line that opens with a date. A single one is the day on which a report was
    published.
    """
    openings = _by_line(text, times)
    closing = _by_end(toponyms)
    led: dict[int, Heading] = {}
    under: Heading | None = None
    days: set[int] = set()
    for block in paragraphs:
        time = openings.get(block.start)
        if time is None:
            if under is not None:
                led[block.start] = under
        elif not _rest(text, block, time, closing).strip(_BESIDE):
            at = _place_behind(block, time, closing)
            under = Heading(time.when, at) if time.when and _is_day(time) else None
            if under is not None:
                days.add(block.start)
        else:
            under = None
    return led if len(days) > 1 else {}


def bare_dates(
    text: str,
    paragraphs: Sequence[Span],
    times: Sequence[TimeExpression],
    toponyms: Sequence[Toponym] = (),
) -> list[Span]:
    """The paragraphs that are nothing but a date, or a day and a place."""
    openings = _by_line(text, times)
    closing = _by_end(toponyms)
    return [
        block
        for block in paragraphs
        if block.start in openings
        and not _rest(text, block, openings[block.start], closing).strip(_BESIDE)
    ]


def beside_names(text: str, sentence: Span, names: Sequence[TimeExpression | Toponym]) -> str:
    """What a sentence says beside dates and places; nothing for `A.D. 106.`, `Lima, 4 May 1930.`"""
    rest, start = "", sentence.start
    for name in sorted(names, key=lambda name: name.span):
        rest += text[start : name.span.start]
        start = max(name.span.end, start)
    return (rest + text[start : sentence.end]).strip(_BESIDE)


def is_published(beside: str) -> bool:
    """Is it what stands beside the date of a text: `Last updated at`?"""
    return _PUBLISHED.fullmatch(beside) is not None


def _line_start(text: str, at: int) -> int:
    """Where the line of a date starts, if only bullets stand before it; else the date itself."""
    line = text.rfind("\n", max(at - _LONGEST_ANNO, 0), at) + 1
    start = line if line or at < _LONGEST_ANNO else at
    if start < at and _ANNO.fullmatch(text, start, at) is None:
        start = at
    while start and text[start - 1] in _BESIDE:
        start -= 1
    if start and text[start - 1] != "\n":
        return at
    while start < at and text[start] in " \t":
        start += 1
    return start


def _is_day(time: TimeExpression) -> bool:
    when = time.when
    return when is not None and when.first is not None and when.first == when.last


def _by_line(text: str, times: Sequence[TimeExpression]) -> dict[int, TimeExpression]:
    """The first date of each line that one opens, by where the line starts."""
    return {_line_start(text, time.span.start): time for time in reversed(times)}


def _by_end(toponyms: Sequence[Toponym]) -> dict[int, Toponym]:
    return {toponym.span.end: toponym for toponym in reversed(toponyms)}


def _place_behind(
    block: Span, time: TimeExpression, closing: Mapping[int, Toponym]
) -> Toponym | None:
    """The place that ends the line of a day."""
    if not _is_day(time):
        return None
    last = closing.get(block.end)
    return last if last and last.span.start >= time.span.end else None


def _rest(text: str, block: Span, time: TimeExpression, closing: Mapping[int, Toponym]) -> str:
    """What a line says beside its date and a place behind it."""
    at = _place_behind(block, time, closing)
    end = at.span.start if at else block.end
    return text[block.start : time.span.start] + text[time.span.end : end]
