import math
import time

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from mapapp.errors import BadDate
from mapapp.model import Interval, civil, day_number, iso_date
from mapapp.times import edtf

FAR = 2_900_000  # days: not quite to the year 9999
days = st.integers(-FAR, FAR)
intervals = st.tuples(days, days).map(lambda ends: Interval(min(ends), max(ends)))


def spelled(text: str) -> tuple[str | None, str | None]:
    found = edtf.parse(text).days
    return iso_date(found.first), iso_date(found.last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1985", "1985-01-01", "1985-12-31"),
        ("1985-02", "1985-02-01", "1985-02-28"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("1985-04-12", "1985-04-12", "1985-04-12"),
        ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"),
        ("1985-04-12T23:20:30+05:30", "1985-04-12", "1985-04-12"),
        ("1964/2008", "1964-01-01", "2008-12-31"),
        ("2004-02-01/2005", "2004-02-01", "2005-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("17XX", "1700-01-01", "1799-12-31"),
        ("-049X", "-0499-01-01", "-0490-12-31"),
        ("1918-XX", "1918-01-01", "1918-12-31"),
        ("1918-XX-XX", "1918-01-01", "1918-12-31"),
        ("1918-05-XX", "1918-05-01", "1918-05-31"),
        ("1943-21", "1943-03-01", "1943-05-31"),
        ("1943-24", "1943-12-01", "1944-02-29"),
        ("-0043", "-0043-01-01", "-0043-12-31"),
        ("0000", "0000-01-01", "0000-12-31"),
        ("1992~", "1992-01-01", "1992-12-31"),
        ("1992-06?", "1992-06-01", "1992-06-30"),
        ("1996/..", "1996-01-01", None),
        ("1996/", "1996-01-01", None),
        ("../2009", None, "2009-12-31"),
        ("/2009-06", None, "2009-06-30"),
        ("1918-05~/1920?", "1918-05-01", "1920-12-31"),
    ],
)
def test_tells_the_days(text: str, first: str | None, last: str | None) -> None:
    assert spelled(text) == (first, last)


@pytest.mark.parametrize("year", ["Y17000", "Y-17000"])
def test_years_beyond_four_digits(year: str) -> None:
    days = edtf.parse(year).days
    assert days.first is not None
    assert civil(days.first) == (int(year[1:]), 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "", "..", "/", "../..", "1985/1990/1995", "85", "1985-13", "1985-00", "1985-02-30",
        "1985-4-1", "1985-XX-12", "199X-05", "1985-25", "1985-21-03", "19X5", "XXXX", "-0000",
        "1985~?", "~1985", "1985-04-12T25:00:00", "1997/1992", "unknown", "1985-04-12T", "Y123",
        "1992 ", "１９９２",
    ],
)  # fmt: skip
def test_refuses_what_level_1_has_not(text: str) -> None:
    with pytest.raises(BadDate):
        edtf.parse(text)


def test_says_what_is_uncertain_and_what_approximate() -> None:
    assert (edtf.parse("1992?").uncertain, edtf.parse("1992?").approximate) == (True, False)
    assert (edtf.parse("1992~").uncertain, edtf.parse("1992~").approximate) == (False, True)
    assert (edtf.parse("1992%").uncertain, edtf.parse("1992%").approximate) == (True, True)


@given(intervals)
def test_days_survive_the_way_there_and_back(interval: Interval) -> None:
    assert edtf.parse(edtf.format_days(interval)).days == interval


@given(days, st.booleans())
def test_open_ends_survive_too(day: int, open_at_the_end: bool) -> None:
    interval = Interval(day, None) if open_at_the_end else Interval(None, day)
    assert edtf.parse(edtf.format_days(interval)).days == interval


def test_days_open_on_both_sides_have_no_edtf() -> None:
    with pytest.raises(BadDate):
        edtf.format_days(Interval(None, None))


def plain_date(year: int, month: int, day: int, parts: int) -> str:
    return edtf.format_date(*(year, month, day)[:parts])


dates = st.builds(
    plain_date, st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28), st.integers(1, 3)
)
decades = st.integers(1, 999).map(lambda decade: f"{decade:03d}X")
qualified = st.builds(str.__add__, dates, st.sampled_from(["", "", "?", "~", "%"]))
ranges = st.tuples(dates, dates).map(lambda ends: "/".join(sorted(ends)))


@settings(deadline=None)  # python-edtf takes its time on a busy machine
@given(st.one_of(dates, decades, qualified, ranges, dates.map(lambda date: f"{date}/..")))
def test_agrees_with_python_edtf(text: str) -> None:
    try:
        ours = edtf.parse(text).days
    except BadDate:  # sorted as text, 1985-04 and 1985-04-02 may still overlap the wrong way
        assert "/" in text
        return
    theirs = parse_edtf(text)
    assert ours.first == number(theirs.lower_strict())
    assert ours.last == number(theirs.upper_strict())


def number(end: time.struct_time | float) -> int | None:
    """A day number of python-edtf's answer, whose open ends are infinities."""
    if isinstance(end, float):
        assert math.isinf(end)
        return None
    return day_number(end.tm_year, end.tm_mon, end.tm_mday)
