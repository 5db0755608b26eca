"""Dates of what had happened before: the story does not go on from there.

`On 2 June 2014 he was arrested. He had been elected in November 2012. On 5 June he was charged.`
"""

from collections.abc import Sequence

from mapapp.model import day_number
from mapapp.times.context import exists
from mapapp.times.cues import closes
from mapapp.times.found import Found
from mapapp.times.meaning import Calendar
from mapapp.times.years import month_of

_GOES_ON = 62  # days from the last day told within which a day without a year follows it
_NO_PARTICIPLE = frozenset("a an the no to its his her their my our".split())  # `had a boat`


def flashbacks(found: Sequence[Found], aside: set[int]) -> set[int]:
    """Which expressions (by their number) look back from a day to which the story returns.

    They name their year, lie before the last full day told, and their sentence stands in the past
    perfect; and the next day without a year goes on from that day, in another tense. A month
    alone may still belong to what is looked back to, and shows nothing.
    """
    result: set[int] = set()
    line: Calendar | None = None
    back: list[int] = []
    for n, one in enumerate(found):
        date = one.meaning
        if n in aside or not isinstance(date, Calendar) or not exists(date):
            continue
        if line is not None and _is_before(date, line) and _is_perfect(one):
            back.append(n)
            continue
        if line is not None and (year := _year_going_on(date, line)) and not _is_perfect(one):
            result.update(back)
            line, back = Calendar(year=year, month=date.month, day=date.day), []
        elif date.year is not None or date.month is not None:
            line, back = date if _is_day(date) else None, []
    return result


def _is_day(date: Calendar) -> bool:
    return None not in (date.year, date.month, date.day) and not date.short


def _is_before(date: Calendar, line: Calendar) -> bool:
    """Does it name a year, and lie before the day?"""
    if date.year is None or line.year is None or date.short:
        return False
    month = month_of(date)
    if date.year == line.year and (month is None or month == line.month):
        return False
    return (date.year, month or 0) < (line.year, line.month or 0)


def _year_going_on(date: Calendar, line: Calendar) -> int | None:
    """The year of a day without one that follows the day told within weeks; None if it does not."""
    if date.year is not None or date.month is None or date.day is None:
        return None
    assert line.year is not None
    assert line.month is not None
    assert line.day is not None
    told = day_number(line.year, line.month, line.day)
    for year in (line.year, line.year + 1):
        there = Calendar(year=year, month=date.month, day=date.day)
        if exists(there) and 0 <= day_number(year, date.month, date.day) - told <= _GOES_ON:
            return year
    return None


def _is_perfect(found: Found) -> bool:
    """Has its sentence a verb in the past perfect: `had been elected`, not `had a boat`?"""
    texts = found.tokens.texts
    first, last = found.first, found.last
    while first > 0 and not closes(texts, first - 1):
        first -= 1
    while last < len(texts) and not closes(texts, last):
        last += 1
    return any(
        texts[n].lower() == "had" and texts[n + 1].lower() not in _NO_PARTICIPLE
        for n in range(first, last - 1)
    )
