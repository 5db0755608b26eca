"""Ranges and open ends: `14-16 May 1948`, `between 1992 and 1997`, `since 1996`, `until 2009`."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from mapapp.model import When, civil
from mapapp.times.bounds import bound
from mapapp.times.edtf import format_edge
from mapapp.times.found import Found
from mapapp.times.lexicon import LETTERS
from mapapp.times.meaning import Calendar, Stretch
from mapapp.times.reckonings import days_behind

_PLAIN = re.compile(r"(?:-?\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?|Y-?\d+)[?~%]?")
_JOINS = {LETTERS[name] for name in ("HYPHEN", "DASH", "to", "until", "till", "through", "SLASH")}
_LISTS = {LETTERS[name] for name in ("and", "or", "COMMA")}
_BETWEEN = LETTERS["between"]
_BESIDE = LETTERS["SLASH"] + LETTERS["OPEN"]


def joint(left: Found, right: Found) -> str | None:
    """The token that makes the two one range, None when nothing does."""
    if left.tokens is not right.tokens or right.first != left.last + 1:
        return None
    code = left.tokens.codes[left.last]
    if code in _JOINS:
        return code
    before = left.tokens.codes[left.first - 1 : left.first]
    return code if code == LETTERS["and"] and before == _BETWEEN else None


def listed(left: Found, right: Found) -> bool:
    """Are the two alike and joined by a comma, `and` or `or`?"""
    return (
        left.tokens is right.tokens
        and right.first == left.last + 1
        and left.tokens.codes[left.last] in _LISTS
        and isinstance(left.meaning, Calendar)
        and isinstance(right.meaning, Calendar)
        and _alike(left.meaning, right.meaning)
    )


def _alike(left: Calendar, right: Calendar) -> bool:
    """Two days, two months, or two years; the month of a day may stand once."""
    if left.day is not None or right.day is not None:
        return left.day is not None and right.day is not None
    return (left.month is None) == (right.month is None)


def directed(found: Sequence[Found], whens: Sequence[When | None]) -> list[When | None]:
    """The whole range for both its ends; open ends after `since` and `until`."""
    result = list(whens)
    n = 0
    while n < len(found):
        this = whens[n]
        same = _said_twice(found[n : n + 2], whens[n : n + 2])
        if same is not None:
            result[n : n + 2] = [replace(same, text=when.text) for when in whens[n : n + 2] if when]
            n += 2
            continue
        join = joint(found[n], found[n + 1]) if n + 1 < len(found) else None
        after = whens[n + 1] if join else None
        if after is not None and _one_winter(found[n], found[n + 1]):
            result[n + 1] = this
            n += 2
            continue
        if this is not None and after is not None and _ordered(this, after):
            result[n] = spanning(this, after, this.text)
            result[n + 1] = spanning(this, after, after.text)
            n += 2
            continue
        if this is not None:
            result[n] = _opened(found[n], this)
        n += 1
    return result


def _one_winter(left: Found, right: Found) -> bool:
    """`the winter of 1939-40` is one: December to February."""
    return (
        isinstance(left.meaning, Calendar)
        and left.meaning.season == "WI"
        and left.meaning.year is not None
        and isinstance(right.meaning, Calendar)
        and right.meaning.month is None
        and right.meaning.year in (left.meaning.year + 1, (left.meaning.year + 1) % 100)
    )


def _ordered(left: When, right: When) -> bool:
    return left.first is not None and right.last is not None and left.first <= right.last


def spanning(left: When, right: When, text: str) -> When:
    """From the first day of one to the last day of the other."""
    if (left.first, left.last) == (right.first, right.last):
        return replace(left, text=text)
    certainty = left.certainty if left.certainty != "certain" else right.certainty
    written = f"{_start(left)}/{_end(right)}"
    return When(written, left.first, right.last, text, certainty)


def _start(when: When) -> str:
    """Level 1 has no decades, seasons or ranges within an interval: their first day instead."""
    if _PLAIN.fullmatch(when.edtf) or when.first is None:
        return when.edtf.split("/")[0]
    return format_edge(when.first, starts=True)


def _end(when: When) -> str:
    if _PLAIN.fullmatch(when.edtf) or when.last is None:
        return when.edtf.split("/")[-1]
    return format_edge(when.last, starts=False)


def _opened(found: Found, when: When) -> When:
    match bound(found):
        case "since":
            return replace(when, edtf=f"{_start(when)}/..", last=None)
        case "until":
            return replace(when, edtf=f"../{_end(when)}", first=None)
        case "beside" if when.certainty == "certain":
            # Said by what it lies beside. An open end would put `by 1992` into every year before.
            return replace(when, certainty="less-certain")
    return when


def _said_twice(found: Sequence[Found], whens: Sequence[When | None]) -> When | None:
    """What is meant by a date told in two calendars, None for any other two.

    `12/24 October 1813` and `25 October (7 November) 1917` are the later day, as the Gregorian
    calendar is ahead; `61 AH (680)` is what the bracket says.
    """
    if len(found) < 2 or found[0].tokens is not found[1].tokens:
        return None
    between = found[0].tokens.codes[found[0].last : found[1].first]
    this, after = whens
    if not between or between not in _BESIDE or this is None or after is None:
        return None
    if this.first is None or after.first is None or this.last is None or after.last is None:
        return None
    if isinstance(found[0].meaning, Stretch):
        meet = this.first <= after.last and after.first <= this.last
        return after if meet else None
    if this.first != this.last or after.first != after.last:
        return None
    later = this if this.first > after.first else after
    behind = days_behind(civil(after.first)[0])
    return later if abs(this.first - after.first) == behind else None
