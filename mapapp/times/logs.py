"""Logs and live blogs: lines that open with a time of day, under a day told once."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from mapapp.model import civil, day_number
from mapapp.times.clock_reading import clock_time
from mapapp.times.context import exists
from mapapp.times.found import Found
from mapapp.times.lexicon import LETTERS
from mapapp.times.meaning import Calendar
from mapapp.times.tokens import Tokens

_FEWEST = 3  # lines that make a log
_LINE = re.compile(r"^[\s•*\[(–—-]*\d{1,2}[:.]\d\d(?![\d.])", re.MULTILINE)
_DIGITS = LETTERS["CLOCK"] + LETTERS["DECIMAL"]
_POINTED = re.compile(r"[012]?\d\.[0-5]\d")
_BULLETS = frozenset("•*[(–—-")
_CLOSING = frozenset("-–—:])|")
_HEADING = 14  # tokens of a line that can name the day, without a full stop
_STOPS = frozenset(".!?")
_TURN = 12 * 60  # minutes; what goes back so far has passed midnight


def is_log(text: str) -> bool:
    """Do enough lines open with a time of day?"""
    lines = _LINE.finditer(text)
    return sum(1 for _, _ in zip(lines, range(_FEWEST), strict=False)) == _FEWEST


def with_head(tokens: Tokens, found: Sequence[Found]) -> Iterator[Found]:
    """The expressions of a line of a log, with the time of day that heads it."""
    first = next((n for n, text in enumerate(tokens.texts) if text.strip() not in _BULLETS), 0)
    if not (found and found[0].first <= first) and tokens.codes[first] in _DIGITS:
        clock = _head_clock(tokens, first)
        if clock is not None:
            yield Found(tokens, first, first + 1, "log", Calendar(clock=clock))
    yield from found


def _head_clock(tokens: Tokens, first: int) -> str | None:
    """`14:05 - ...`, `08.00 The ...`; None for `2.50 metres`."""
    written = tokens.texts[first]
    after = tokens.texts[first + 1].strip() if first + 1 < len(tokens.texts) else ""
    if tokens.codes[first] == LETTERS["DECIMAL"]:
        follows = after[:1].isupper() or after[:1] in _CLOSING
        if not _POINTED.fullmatch(written) or not follows:
            return None
    return clock_time(written, "")


def dated_log(found: list[Found], published: int | None) -> list[Found]:
    """The expressions with the times of day that head lines on the day of their log.

    That is the last one that a heading names in full, else the day of writing. Where the hours go
    past midnight, the day does too; a log may also be told backwards, as live blogs are.
    """
    heads = [n for n, one in enumerate(found) if _heads_line(one)]
    if len(heads) < _FEWEST:
        return found
    result = list(found)
    day, before = published, None
    backwards = _backwards([_minutes(found[n]) for n in heads])
    for n, one in enumerate(found):
        if _names_day(one):
            day, before = _day(one), None
        if day is None or not _heads_line(one):
            continue
        now = _minutes(one)
        if before is not None and (before - now if not backwards else now - before) > _TURN:
            day += -1 if backwards else 1
        before = now
        year, month, of_month = civil(day)
        assert isinstance(one.meaning, Calendar)
        meaning = replace(one.meaning, year=year, month=month, day=of_month)
        result[n] = replace(one, meaning=meaning)
    return result


def _heads_line(found: Found) -> bool:
    meaning = found.meaning
    if not isinstance(meaning, Calendar) or meaning.clock is None or meaning.day is not None:
        return False
    if ":" not in meaning.clock or meaning.weekday is not None:
        return False
    return all(text.strip() in _BULLETS for text in found.tokens.texts[: found.first])


def _minutes(found: Found) -> int:
    assert isinstance(found.meaning, Calendar)
    assert found.meaning.clock is not None
    hours, minutes = found.meaning.clock.split(":")
    return 60 * int(hours) + int(minutes)


def _backwards(minutes: Sequence[int]) -> bool:
    """Is the latest told first?"""
    steps = [after - before for before, after in pairwise(minutes)]
    return sum(step < 0 for step in steps) > sum(step > 0 for step in steps)


def _names_day(found: Found) -> bool:
    """Does it stand in a heading, with its year?"""
    texts, day = found.tokens.texts, found.meaning
    if len(texts) > _HEADING or texts[-1] in _STOPS or not isinstance(day, Calendar):
        return False
    return None not in (day.year, day.month, day.day) and not day.short and exists(day)


def _day(found: Found) -> int:
    day = found.meaning
    assert isinstance(day, Calendar)
    assert day.year is not None
    return day_number(day.year, day.month or 1, day.day or 1)
