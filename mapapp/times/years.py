"""Which year a date without one means, in a narrative and in the news."""

from collections.abc import Mapping
from typing import Literal

from mapapp.errors import BadDate
from mapapp.model import civil, day_number
from mapapp.times.meaning import Calendar

Cue = Literal["past", "future"]
Months = tuple[int, int]  # the first and the last, counted from the year 0

_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}


def month_of(calendar: Calendar) -> int | None:
    """The month, or the middle one of a season, quarter or half."""
    if calendar.month is not None:
        return calendar.month
    if calendar.division is not None:
        half, number = calendar.division[0] == "H", int(calendar.division[1])
        return 6 * number - 3 if half else 3 * number - 1
    return None if calendar.season is None else _SEASON_MONTH[calendar.season]


_BACK = 1.5  # what a month back costs, beside one forward
_SAVED = 4  # months that another year than the guess must save


def narrative_year(
    calendar: Calendar, told: Calendar, dated: Calendar | None, ahead: Calendar | None
) -> int:
    """The year by which the story goes the shortest way from what it told to what it tells next.

    Parameters
    ----------
    calendar : Calendar
        A date without a year.
    told : Calendar
        The last one told.
    dated : Calendar or None
        The last one told with a month.
    ahead : Calendar or None
        The next one to be told with its year; None leaves it to what was told.

    Examples
    --------
    `In October 1955 ... In May ... In March 1957`: 1956.
    """
    guess = _year_from_before(calendar, told, dated)
    month = month_of(calendar)
    if month is None or ahead is None:
        return guess
    if dated is None and month_of(told) is None:
        return guess  # `2016: clashes in April`: a year that opened covers what follows
    # beside a month of the same year, the year alone says nothing
    of_told_year = dated is not None and dated.year == told.year
    sources = [one for one in (dated, None if of_told_year else told) if one is not None]

    def way(year: int) -> float:
        here = (12 * year + month, 12 * year + month)
        start = min(_way(_months(source), here) for source in sources)
        return start + _way(here, _months(ahead)) + _SAVED * (year != guess)

    years = {guess, _year(told), _year(ahead) - 1, _year(ahead)}
    if dated is not None:  # after a month alone does one see that the year has turned
        years |= {_year(dated), _year(dated) + 1}
    return min(sorted(years), key=way)


def _year(calendar: Calendar) -> int:
    assert calendar.year is not None
    return calendar.year


def _months(calendar: Calendar) -> Months:
    """The months of a date with a year: one, or all twelve."""
    first = 12 * _year(calendar)
    month = month_of(calendar)
    return (first + 1, first + 12) if month is None else (first + month, first + month)


def _way(start: Months, end: Months) -> float:
    """What it costs to go on, or back."""
    return max(end[0] - start[1], _BACK * (start[0] - end[1]), 0)


# Months: so far on at most does a date belong to the one before it; so far back at least it is
# of the next year.
_NEAR = 3
_TURN = 8


def _year_from_before(calendar: Calendar, told: Calendar, dated: Calendar | None) -> int:
    """The year last told, or the next when the year has turned since (`December ... January`).

    A year named in passing does not count when the date goes on from the last one with a month:
    `on 10 March 1975 ... planned for 1976 ... on 11 March`.
    """
    year = _year(told)
    month, before = month_of(calendar), month_of(dated) if dated else None
    if month is None or before is None or dated is None:
        return year
    if dated.year != told.year:
        for near in (_year(dated), _year(dated) + 1):
            if 0 <= 12 * (near - _year(dated)) + month - before <= _NEAR:
                return near
        return year
    return year + (before - month >= _TURN)


# What a day to come costs in the news beside one gone by, by the way of the verb.
_AHEAD: Mapping[Cue | None, float] = {None: 3.5, "past": 6.0}


def news_year(calendar: Calendar, published: int | None, cue: Cue | None) -> int | None:
    """The year that puts the date nearest to the day of writing, the past before the future."""
    if published is None:
        return None
    this, _, _ = civil(published)

    def distance(year: int) -> float:
        try:
            day = day_number(year, month_of(calendar) or 1, calendar.day or 15)
        except BadDate:
            return 1e9
        away = day - published
        if cue == "future":
            return away if away >= 0 else -2.0 * away
        return _AHEAD[cue] * away if away > 0 else -float(away)

    return min((this - 1, this, this + 1), key=distance)
