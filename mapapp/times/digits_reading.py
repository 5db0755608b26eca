"""How the rules read dates in digits."""

import re

from msgspec.structs import replace

from mapapp.model.day import days_in_month
from mapapp.times.clock_reading import clock_time
from mapapp.times.grammar import Words
from mapapp.times.meaning import Calendar
from mapapp.times.reckonings import days_behind

_ROMAN_MONTHS = "I II III IV V VI VII VIII IX X XI XII".split()
_LATER = 60  # years from the first of 1939-45 to the second


def iso(words: Words) -> Calendar | None:
    """1998-08-07, 1998/8/7, 1998.08.07, 1998-08-07T14:30Z."""
    written, _, clock = words.texts[0].partition("T")
    year, month, day = (int(part) for part in re.split("[-/.]", written))
    found = _existing(year, month, day)
    return replace(found, clock=clock_time(clock[:5], "")) if found and clock else found


def numeric(words: Words) -> Calendar | None:
    """8/7/1998: the month first as in the US with strokes, the day first with points.

    A month in Roman numerals tells by itself: 8/VII/1998.
    """
    parts = re.split(r"[-./\s]+", words.texts[0])
    if not parts[1].isdecimal():
        month = _ROMAN_MONTHS.index(parts[1]) + 1 if parts[1] in _ROMAN_MONTHS else 0
        return _existing(int(parts[2]), month, int(parts[0]))
    first, second, year = (int(part) for part in parts)
    month, day = (first, second) if "/" in words.texts[0] and first <= 12 else (second, first)
    return _existing(year, month, day)


def strokes(words: Words) -> Calendar | None:
    """31-Mar-1918, 31/March/18"""
    month = words.number("MONTH", "MAY", "ABBR") or 0
    return _existing(int(words.texts[-1]), month, int(words.texts[0]))


def _existing(year: int, month: int, day: int) -> Calendar | None:
    """Digits that make no date are something else: 2018-02-30, 45.17.80.

    The century of a year with two digits comes from the context.
    """
    short = 2 if year < 100 else 0
    if not 1 <= month <= 12 or not 1 <= day <= days_in_month(4 if short else year, month):
        return None
    return Calendar(year=year, month=month, day=day, short=short)


def nine_eleven(words: Words) -> Calendar | None:
    """The one day that English calls by its numbers; other fractions are none."""
    return Calendar(year=2001, month=9, day=11) if words.texts == ["9", "/", "11"] else None


def two_styles(words: Words) -> Calendar | None:
    """`14 (26) December 1825`, the day of the Julian and that of the Gregorian calendar."""
    julian, gregorian = (
        int(text.rstrip("sthndr")) for text in words.texts if text[0].isdecimal() and len(text) < 4
    )
    month, year = words.number("MONTH", "MAY", "ABBR") or 0, words.find("YEAR")
    if year is None or gregorian - julian != days_behind(int(year)):
        return None
    return _existing(int(year), month, gregorian)


def short_year(words: Words) -> Calendar | None:
    """`'45`, or `45` of `1939-45`; the century comes from the context."""
    text = words.texts[-1]
    return Calendar(year=int(text), short=len(text))


def bc_left(words: Words) -> Calendar:
    """`499` of `499-493 BC`."""
    return Calendar(year=1 - int(words.texts[-1]))


def year_month(words: Words) -> Calendar | None:
    """`2020-11`, `01/1990`; None for the years 2009-11 and for what is no month."""
    year, month = (int(text) for text in sorted((words.texts[0], words.texts[2]), key=len)[::-1])
    later = words.name(0) == "YEAR" and 0 < (month - year) % 100 <= _LATER
    return Calendar(year=year, month=month) if 1 <= month <= 12 and not later else None
