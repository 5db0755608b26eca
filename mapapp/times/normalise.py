"""What a meaning denotes in its context: TIMEX3 type and value, and the calendar time if any."""

from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from mapapp.model import TimeType, day_number
from mapapp.times.context import Context, add, exists
from mapapp.times.feasts import feast_day, nth_weekday
from mapapp.times.meaning import Calendar, Length, Meaning, Relative, Repeated, Stretch, Vague
from mapapp.times.timex import calendar_value, iso_week, length_value, repeated_value
from mapapp.times.weekdays import weekday
from mapapp.times.years import Cue, month_of


class Reading(msgspec.Struct, frozen=True):
    """What an expression denotes.

    Attributes
    ----------
    type, value : str
        TIMEX3's.
    calendar : Calendar or None
        The calendar time, None for lengths, repetitions and vague times.
    inferred : bool
        Some of it came from the context.
    start : Calendar or None
        Where a range begins that ends with `calendar`.
    anchored : bool
        It is a length that `calendar` lies from the date behind it.
    """

    type: TimeType
    value: str
    calendar: Calendar | None = None
    inferred: bool = False
    start: Calendar | None = None
    anchored: bool = False


def resolve(meaning: Meaning, context: Context, cue: Callable[[], Cue | None]) -> Reading:
    """Read a meaning in its context; `cue` tells the direction of time in the sentence."""
    news = context.mode == "news"
    match meaning:
        case Length():
            return Reading("DURATION", length_value(meaning, news=news))
        case Repeated():
            return Reading("SET", repeated_value(meaning, news=news))
        case Vague():
            return _vague(meaning, context)
        case Stretch():
            return Reading("DATE", meaning.value, meaning.last, start=meaning.first)
        case Relative():
            return _relative(meaning, context)
        case Calendar():
            return _calendar(meaning, context, cue)


def _vague(meaning: Vague, context: Context) -> Reading:
    told = context.era or context.told
    if not meaning.back or told is None or context.mode == "news":
        return Reading(meaning.type, meaning.value)
    if meaning.period and context.start is not None:
        years = _years_between(context.start, told)
        if years is not None:
            return Reading("DURATION", f"P{years}Y", told, inferred=True, start=context.start)
    if meaning.period and told.year is not None:  # a period is no day
        told = Calendar(year=told.year)
    return _reading(told, context, inferred=True)


def _years_between(first: Calendar, last: Calendar) -> int | None:
    """Years of a range of bare years, both counted: 2011-2020 are ten; None for anything else."""
    if first.year is None or last.year is None or first.month or last.month:
        return None
    return last.year - first.year + 1 if first.year <= last.year else None


def _reading(calendar: Calendar, context: Context, *, inferred: bool) -> Reading:
    kind: TimeType = "TIME" if calendar.clock else "DATE"
    value = calendar_value(calendar, news=context.mode == "news")
    return Reading(kind, value, calendar, inferred)


def _relative(meaning: Relative, context: Context) -> Reading:
    unknown = "PAST_REF" if (meaning.amount or meaning.sign) < 0 else "FUTURE_REF"
    base = _base(meaning, context)
    if meaning.amount is None:
        return Reading("DATE", unknown)
    if base is None:
        return Reading("DATE", "PRESENT_REF" if meaning.amount == 0 else unknown)
    if meaning.unit[0] == "T":
        return _hours_on(base)
    found = _year_on_year(meaning, context) or _moved(base, meaning, context)
    if found is None:
        return Reading("DATE", _partial(base, meaning))
    if meaning.clock or meaning.part:
        found = replace(found, clock=meaning.clock, part=meaning.part)
    return _reading(found, context, inferred=True)


def _year_on_year(meaning: Relative, context: Context) -> Calendar | None:
    """`fell in the third quarter from a year earlier`: news compare with the same quarter."""
    told = context.told
    if context.mode != "news" or (meaning.unit, meaning.amount) != ("Y", -1):
        return None
    if meaning.base == "either" or told is None or told.year is None or told.division is None:
        return None  # last year
    return Calendar(year=told.year - 1, division=told.division)


def _hours_on(base: Calendar) -> Reading:
    """`three hours later`: of the same day, as far as one can tell."""
    if base.day is None:
        return Reading("TIME", "XXXX-XX-XXTXX:XX")
    day = replace(base, clock=None, part=None)
    return Reading("TIME", f"{calendar_value(day)}TXX:XX", day, inferred=True)


def _base(meaning: Relative, context: Context) -> Calendar | None:
    if meaning.base == "said":
        return context.said if context.mode == "news" else None
    if meaning.unit in ("DE", "CE") and context.era is not None:
        return context.era
    if meaning.base == "either":
        return context.reference
    return context.told or context.reference


def _moved(base: Calendar, meaning: Relative, context: Context) -> Calendar | None:
    """The base moved by the amount, as exact as the unit says."""
    assert meaning.amount is not None
    unit = meaning.unit
    if unit in ("W", "FN", "WE"):
        there = add(base, unit, meaning.amount)
        if there is None or there.year is None or there.month is None or there.day is None:
            return None
        counted = context.mode == "narrative" or meaning.base == "told"
        if counted and meaning.amount and unit != "WE":
            return there
        year, week = iso_week(day_number(there.year, there.month, there.day))
        return Calendar(year=year, week=week, weekend=unit == "WE")
    return add(base, unit, meaning.amount)


def _partial(base: Calendar, meaning: Relative) -> str:
    """What is known when the base is less exact than the unit: `1863-07-XX`."""
    known = calendar_value(replace(base, clock=None, part=None))
    if meaning.unit in ("D", "WE") and base.month is not None and base.day is None:
        return f"{known}-XX" if base.season is None else known
    return known


def _calendar(meaning: Calendar, context: Context, cue: Callable[[], Cue | None]) -> Reading:
    complete = _counted(_completed(meaning, context, cue))
    inferred = complete != meaning or meaning.two_ways
    return _reading(complete, context, inferred=inferred)


def _counted(calendar: Calendar) -> Calendar:
    """The day of `the first Monday in May`, the week of `the week of 6 March`."""
    year, month, day = calendar.year, calendar.month, calendar.day
    if year is None or month is None:
        return replace(calendar, weekday=None) if calendar.nth is not None else calendar
    if calendar.nth is not None and calendar.weekday is not None:
        _, month, day = nth_weekday(year, month, calendar.weekday, calendar.nth)
        return replace(calendar, month=month, day=day, weekday=None, nth=None)
    if calendar.weekly and day is not None and exists(calendar):
        of_year, week = iso_week(day_number(year, month, day))
        return Calendar(year=of_year, week=week)
    return calendar


def _completed(meaning: Calendar, context: Context, cue: Callable[[], Cue | None]) -> Calendar:
    if meaning.short:
        return replace(meaning, year=_full_year(meaning, context), short=0)
    if meaning.decade is not None or meaning.century is not None:
        return meaning
    if meaning.feast is not None:
        return _feast(meaning, context, cue)
    if meaning.weekday is not None and meaning.day is None and meaning.nth is None:
        return weekday(meaning, context, cue)
    if meaning.within is not None:
        return _within(meaning, context)
    if meaning.year is not None:
        return meaning
    if meaning.month is None and meaning.season is None and meaning.division is None:
        return _day_or_clock(meaning, context)
    return replace(
        meaning, year=context.year_of(meaning, cue() if context.mode == "news" else None)
    )


_TWO_DIGITS = 2
_LATELY = 1990  # with nothing told, '98 is 1998 and '14 is 1914
_DIGITS_OF_1900 = 40  # from which two digits of a date in digits are those of a year after 1900
_AHEAD = 20  # years that `'45` may lie after what was told


def _full_year(meaning: Calendar, context: Context) -> int:
    """Of `'45` the year nearest to the one last told, rather before it than after.

    Of `1861-5` that in the same decade.
    """
    assert meaning.year is not None
    told = context.begun or context.told or context.said
    if told is None and meaning.day is not None:  # 31.3.98, 1.4.07
        return meaning.year + (1900 if meaning.year > _DIGITS_OF_1900 else 2000)
    missing: int = 10**meaning.short
    before = told.year if told is not None and told.year is not None else _LATELY
    year = before // missing * missing + meaning.year
    if meaning.short == _TWO_DIGITS and year - before > _AHEAD:
        year -= missing
    elif meaning.short == _TWO_DIGITS and year - before <= _AHEAD - missing:
        year += missing
    return year


def _feast(meaning: Calendar, context: Context, cue: Callable[[], Cue | None]) -> Calendar:
    assert meaning.feast is not None
    year = meaning.year
    if year is None and meaning.feast[4:5] != "-":
        guess = feast_day(meaning.feast, 2000)
        year = context.year_of(
            Calendar(month=guess[1], day=guess[2]), cue() if context.mode == "news" else None
        )
    if year is None and meaning.feast[4:5] != "-":
        _, month, day = feast_day(meaning.feast, 2000)
        return Calendar(month=month, day=day, clock=meaning.clock)
    year, month, day = feast_day(meaning.feast, year or 0)
    return Calendar(year=year, month=month, day=day, clock=meaning.clock, weekly=meaning.weekly)


def _within(meaning: Calendar, context: Context) -> Calendar:
    """`August of that year`, `the 28th of that month`, `the following spring`."""
    assert meaning.within is not None
    stretch = _relative(meaning.within, context).calendar
    bare = replace(meaning, within=None)
    told = context.told
    if meaning.season and meaning.within.amount == 1 and told and told.year is not None:
        before, month = month_of(told), month_of(meaning)
        if before is not None and month is not None:
            # `the following spring` is the next that comes
            return replace(bare, year=told.year + (month <= before))
    if stretch is None or stretch.year is None:
        return bare
    if meaning.month is None and meaning.season is None and meaning.division is None:
        return replace(bare, year=stretch.year, month=stretch.month)
    return replace(bare, year=stretch.year)


def _day_or_clock(meaning: Calendar, context: Context) -> Calendar:
    """`the 5th` is of the month last told, `3 a.m.` of the day last told."""
    told = context.told or context.reference
    if context.mode == "news" and context.said is not None and meaning.day is None:
        told = context.near or context.said
    if told is None or told.year is None:
        return meaning
    if meaning.day is not None:
        return replace(meaning, year=told.year, month=told.month)
    return replace(meaning, year=told.year, month=told.month, day=told.day)
