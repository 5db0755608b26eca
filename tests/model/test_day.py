from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.errors import BadDate
from mapapp.model import Interval, civil, day_number, iso_date, window

EPOCH = date(1970, 1, 1).toordinal()
days = st.integers(-5_000_000, 5_000_000)
sides = st.none() | st.integers(-30, 30)


@given(st.dates())
def test_agrees_with_the_standard_library_where_it_reaches(day: date) -> None:
    number = day_number(day.year, day.month, day.day)
    assert number == day.toordinal() - EPOCH
    assert civil(number) == (day.year, day.month, day.day)
    assert iso_date(number) == day.isoformat()


@given(days)
def test_every_day_comes_back_from_its_date_bce_too(day: int) -> None:
    assert day_number(*civil(day)) == day
    assert Interval.parse(iso_date(day) or "") == Interval(day, day)


@given(days)
def test_the_next_day_is_the_next_date(day: int) -> None:
    assert civil(day) < civil(day + 1)


@given(sides, sides, sides, sides)
def test_intervals_meet_when_they_share_a_day(
    a: int | None, b: int | None, c: int | None, d: int | None
) -> None:
    def days_of(first: int | None, last: int | None) -> set[int]:
        return set(range(-31 if first is None else first, (31 if last is None else last) + 1))

    if not days_of(a, b) or not days_of(c, d):
        return
    assert Interval(a, b).meets(Interval(c, d)) == bool(days_of(a, b) & days_of(c, d))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1918", "1918-01-01", "1918-12-31"),
        ("1920-02", "1920-02-01", "1920-02-29"),
        ("2021-6-5", "2021-06-05", "2021-06-05"),
        ("-43", "-0043-01-01", "-0043-12-31"),
        ("\N{MINUS SIGN}480-09", "-0480-09-01", "-0480-09-30"),
        (" 0 ", "0000-01-01", "0000-12-31"),
    ],
)
def test_reads_years_months_and_days(text: str, first: str, last: str) -> None:
    read = Interval.parse(text)
    assert (iso_date(read.first), iso_date(read.last)) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "soon", "1918-13", "2021-02-29", "1918-05-28T10:00", "--1", "19 18"]
)
def test_refuses_what_is_no_date_and_names_the_parameter(text: str) -> None:
    with pytest.raises(BadDate) as caught:
        Interval.parse(text, parameter="from")
    assert caught.value.parameter == "from"


def test_a_window_upside_down_says_both_ends() -> None:
    with pytest.raises(BadDate, match=r"from=2020 .* to=1990"):
        window("2020", "1990")


def test_an_empty_side_of_a_window_is_open() -> None:
    assert window("", None) == Interval(None, None)
    assert window("1990", "1990") == Interval.parse("1990")
