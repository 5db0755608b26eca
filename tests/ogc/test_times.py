import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.errors import BadDate
from mapapp.model import Interval, day_number
from mapapp.ogc.times import DATETIME_PATTERN, days_asked

_28_MAY = day_number(1918, 5, 28)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1918-05-28", _28_MAY, _28_MAY),
        ("1918-05-28T23:59:60Z", _28_MAY, _28_MAY),
        ("1918-05-28t01:00:00.25+04:00", _28_MAY, _28_MAY),  # 27 May in UTC
        ("1918-05-28T", _28_MAY, _28_MAY),  # as GDAL writes it
        ("1918-05", day_number(1918, 5), day_number(1918, 5, 31)),
        ("1918", day_number(1918), day_number(1918, 12, 31)),
        ("1918/1920-04-28", day_number(1918), day_number(1920, 4, 28)),
        ("../1918", None, day_number(1918, 12, 31)),
        ("/1918", None, day_number(1918, 12, 31)),
        ("1918/..", day_number(1918), None),
        ("1918/", day_number(1918), None),
        ("-0043-03-15/-0043-12", day_number(-43, 3, 15), day_number(-43, 12, 31)),
        ("2024-02-29", day_number(2024, 2, 29), day_number(2024, 2, 29)),
        ("12000", day_number(12000), day_number(12000, 12, 31)),
    ],
)
def test_days(text: str, first: int | None, last: int | None) -> None:
    assert days_asked(text) == Interval(first, last)
    assert re.fullmatch(DATETIME_PATTERN, text)


@pytest.mark.parametrize(
    "text",
    [
        "1918-5-28", "18", "1918-13", "1918-02-29", "1900-02-29", "28 May 1918", "..", "../..", "/",
        "1918/1919/1920", "1918-05-28T12:00:00", "1918-05-28 12:00:00Z", "1918-05-28T24:00:00Z",
        "1918T00:00:00Z", "now", "١٩١٨", "1918\n", " 1918", "1920/1918",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named(text: str) -> None:
    with pytest.raises(BadDate) as refused:
        days_asked(text)
    assert refused.value.parameter == "datetime"


@given(st.from_regex(DATETIME_PATTERN, fullmatch=True))
def test_pattern_promises_what_is_taken(text: str) -> None:
    """All but the order of two ends, which no pattern can hold."""
    begin, _, end = text.partition("/")
    for each in {begin, end} - {"", ".."}:
        days_asked(each)


@given(st.text("0123456789-/.TZ:", max_size=24) | st.dates().map(str))
def test_nothing_is_taken_beyond_the_pattern(text: str) -> None:
    try:
        days_asked(text)
    except BadDate:
        return
    assert re.fullmatch(DATETIME_PATTERN, text)
