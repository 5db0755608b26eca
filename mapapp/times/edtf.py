"""EDTF (ISO 8601-2:2019), levels 0 and 1, to days and back.

The syntax is that of the Library of Congress's specification of 4 February 2019. What it leaves to
the reader is decided here: a season without a hemisphere is that of the northern one, in whole
months (spring is March to May, winter December to February, named after the year of its December);
an end that is unknown (empty) is treated as open.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from mapapp.errors import BadDate
from mapapp.model import Interval, civil, day_number
from mapapp.model.day import days_in_month

_DATE = re.compile(
    r"""(?: Y(?P<long>-?\d{5,9})
          | (?P<sign>-?)(?P<year>\d{4}|\d{3}X|\d\dXX)
            (?: -(?P<month>\d\d|XX) (?: -(?P<day>\d\d|XX) (?: T(?P<time>[\d:]{8}\S*) )? )? )? )
        (?P<qualifier>[?~%]?)""",
    re.VERBOSE | re.ASCII,
)
_TIME = re.compile(
    r"(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?|24:00:00",
    re.ASCII,
)
# First month of a season and how far its last month lies from it; 24 ends in the next year.
_SEASONS = {"21": 3, "22": 6, "23": 9, "24": 12}


@dataclass(frozen=True, slots=True)
class Edtf:
    """An EDTF expression and the days that it can mean.

    Attributes
    ----------
    text : str
        As written.
    days : Interval
        Earliest and latest day; None is open.
    uncertain, approximate : bool
        It carries `?` or `%`; `~` or `%`, on either end.
    """

    text: str
    days: Interval
    uncertain: bool
    approximate: bool


@lru_cache(maxsize=4096)
def parse(text: str) -> Edtf:
    """Read an EDTF expression of level 0 or 1.

    Raises
    ------
    BadDate
        When it is not one, when a date does not exist, or when an interval ends before it starts.

    Examples
    --------
    >>> from mapapp.model import iso_date
    >>> days = parse("199X").days
    >>> iso_date(days.first), iso_date(days.last)
    ('1990-01-01', '1999-12-31')
    >>> parse("../2009").days.first is None
    True
    """
    ends = text.split("/")
    if len(ends) > 2 or (len(ends) == 2 and not any(end not in ("", "..") for end in ends)):
        raise BadDate(f"{text!r} is not an EDTF date or interval")
    if len(ends) == 1:
        days = _date(text, text)
    else:
        first, last = (_open(end) or _date(end, text) for end in ends)
        days = Interval(first.first, last.last)
    return Edtf(text, days, bool(re.search("[?%]", text)), bool(re.search("[~%]", text)))


def _open(end: str) -> Interval | None:
    return Interval(None, None) if end in ("", "..") else None


def _date(text: str, whole: str) -> Interval:
    found = _DATE.fullmatch(text)
    if found is None:
        raise BadDate(f"{whole!r} is not EDTF of level 1; write 1992, 199X, 1992-06 or 1992/1997")
    if found["time"] is not None and not _TIME.fullmatch(found["time"]):
        raise BadDate(f"{whole!r} has no such time of day")
    if found["long"] is not None:
        return _year(int(found["long"]), int(found["long"]))
    if found["sign"] and found["year"] == "0000":
        raise BadDate(f"{whole!r}: the year 0 has no sign")
    step = 10 ** found["year"].count("X")
    first = int(found["year"].replace("X", "0"))
    first, last = (first, first + step - 1) if not found["sign"] else (1 - step - first, -first)
    if found["month"] in (None, "XX"):
        if found["day"] not in (None, "XX"):
            raise BadDate(f"{whole!r} has a day without a month")
        return _year(first, last)
    if step > 1:
        raise BadDate(f"{whole!r} has a month in an unknown year")
    if found["month"] in _SEASONS and found["day"] is None:
        return _season(first, _SEASONS[found["month"]])
    if found["day"] in (None, "XX"):
        return month_days(first, int(found["month"]))
    day = day_number(first, int(found["month"]), int(found["day"]))
    return Interval(day, day)


def _year(first: int, last: int) -> Interval:
    return Interval(day_number(first), day_number(last, 12, 31))


def _season(year: int, month: int) -> Interval:
    later, end = divmod(month + 1, 12)
    last = month_days(year + later, end + 1)
    return Interval(day_number(year, month), last.last)


def month_days(year: int, month: int) -> Interval:
    """All days of a month; raises BadDate when there is no such month."""
    first = day_number(year, month)
    return Interval(first, first + days_in_month(year, month) - 1)


def format_year(year: int) -> str:
    """`1992`, `-0043` for 44 BCE, `Y17000` beyond four digits."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def format_date(year: int, month: int | None = None, day: int | None = None) -> str:
    """A year, month or day; a year beyond four digits stays a year, as level 1 has no more."""
    text = format_year(year)
    if month is None or text[0] == "Y":
        return text
    return f"{text}-{month:02d}" if day is None else f"{text}-{month:02d}-{day:02d}"


def format_season(year: int, season: str) -> str:
    """A season by TIMEX3's code: SP, SU, FA, WI."""
    return f"{format_year(year)}-{21 + ('SP', 'SU', 'FA', 'WI').index(season)}"


def format_years(first: int, last: int) -> str:
    """Whole years: as a decade or century where they are one, else as an interval.

    Examples
    --------
    >>> format_years(1990, 1999), format_years(1700, 1799), format_years(1992, 1997)
    ('199X', '17XX', '1992/1997')
    """
    if first >= 0 and last == first + 9 and first % 10 == 0 and last <= 9999:
        return f"{first // 10:03d}X"
    if first >= 0 and last == first + 99 and first % 100 == 0 and last <= 9999:
        return f"{first // 100:02d}XX"
    return format_year(first) if first == last else f"{format_year(first)}/{format_year(last)}"


def format_days(days: Interval) -> str:
    """The shortest EDTF for a stretch of days; None is open.

    Whole years, months and days are written as such, other stretches as intervals of days. In
    years beyond four digits, where level 1 has no days, the whole years are written.

    Raises
    ------
    BadDate
        When both ends are open.

    Examples
    --------
    >>> format_days(parse("1992/1997").days), format_days(parse("1948-05-14/1948-05-16").days)
    ('1992/1997', '1948-05-14/1948-05-16')
    """
    if days.first is None or days.last is None:
        if days.first is None and days.last is None:
            raise BadDate("a date needs an end that is known")
        first = ".." if days.first is None else format_edge(days.first, starts=True)
        last = ".." if days.last is None else format_edge(days.last, starts=False)
        return f"{first}/{last}"
    if days.first == days.last:
        return format_date(*civil(days.first))
    (year, month, _), (last_year, last_month, _) = civil(days.first), civil(days.last)
    if days == _year(year, last_year):
        return format_years(year, last_year)
    first_month, last_of = month_days(year, month), month_days(last_year, last_month)
    if (days.first, days.last) == (first_month.first, last_of.last) and abs(year) <= 9999:
        one = (year, month) == (last_year, last_month)
        start = format_date(year, month)
        return start if one else f"{start}/{format_date(last_year, last_month)}"
    return f"{format_date(*civil(days.first))}/{format_date(*civil(days.last))}"


def format_edge(day: int, *, starts: bool) -> str:
    """An end of an interval: a whole year or month when that starts or ends there.

    Examples
    --------
    >>> format_edge(day_number(1992, 3, 31), starts=False)
    '1992-03'
    """
    year, month, of_month = civil(day)
    edge = (1, 1) if starts else (12, 31)
    if of_month == (1 if starts else days_in_month(year, month)) and (month, of_month) != edge:
        return format_date(year, month)
    return format_year(year) if (month, of_month) == edge else format_date(year, month, of_month)
