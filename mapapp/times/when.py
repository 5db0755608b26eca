"""The days that a resolved calendar time can mean, with its EDTF."""

from msgspec.structs import replace

from mapapp.errors import BadDate
from mapapp.model import Certainty, Interval, When, day_number
from mapapp.times import edtf
from mapapp.times.meaning import Calendar


def when(calendar: Calendar, text: str, *, inferred: bool = False) -> When | None:
    """The When of a calendar time, None when its year is not known or the date does not exist.

    `early`, `mid` and `late` keep the whole of the month or year: nobody can say where they end.
    """
    try:
        written = edtf_of(calendar)
        if written is None:
            return None
        approximate = calendar.part == "APPROX"
        if approximate and calendar.division is not None and calendar.year is not None:
            written = edtf.format_year(calendar.year)  # a fiscal quarter may begin anywhere
        days = edtf.parse(written).days
    except BadDate:
        return None
    if approximate and "/" not in written:
        written += "~"
    certainty: Certainty = "less-certain" if approximate or inferred else "certain"
    return When(written, days.first, days.last, text, certainty)


def in_doubt(stretch: When) -> When:
    """The same days marked as uncertain: `1204?`; an interval carries no mark of its own."""
    written = stretch.edtf
    if "/" not in written:
        written = f"{written[:-1]}%" if written.endswith("~") else f"{written}?"
    return replace(stretch, edtf=written, certainty="uncertain")


def edtf_of(calendar: Calendar) -> str | None:
    """EDTF of a calendar time, None when its year is not known."""
    if calendar.century is not None:
        return _years(*_century(calendar.century), calendar.part)
    if calendar.decade is not None:
        return _years(calendar.decade, calendar.decade + 9, calendar.part)
    if calendar.year is None:
        return None
    if calendar.season is not None:
        return edtf.format_season(calendar.year, calendar.season)
    if calendar.division is not None:
        return _months(calendar.year, calendar.division)
    if calendar.week is not None:
        monday = day_number(calendar.year, 1, 4)
        monday += 7 * (calendar.week - 1) - (monday + 3) % 7
        first = monday + 5 if calendar.weekend else monday
        return edtf.format_days(Interval(first, monday + 6))
    if calendar.month is None:
        if calendar.part in ("H1", "H2"):
            return _months(calendar.year, calendar.part)
        return edtf.format_year(calendar.year)
    return edtf.format_date(calendar.year, calendar.month, calendar.day)


def _century(ordinal: int) -> tuple[int, int]:
    """First and last year: the 18th is 1700-1799, as in `17XX`; the 4th BC is 400-301 BC."""
    first = 100 * (ordinal - 1) if ordinal > 0 else 100 * ordinal + 1
    return first, first + 99


def _years(first: int, last: int, part: str | None) -> str:
    middle = (first + last) // 2
    if part == "H1":
        last = middle
    elif part == "H2":
        first = middle + 1
    return edtf.format_years(first, last)


def _months(year: int, division: str) -> str:
    """H1, H2, Q1 to Q4 of a year."""
    length = 6 if division[0] == "H" else 3
    first = length * (int(division[1]) - 1) + 1
    return f"{edtf.format_date(year, first)}/{edtf.format_date(year, first + length - 1)}"
