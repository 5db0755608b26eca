"""Live blogs and logs, whose lines open with a time of day."""

import pytest

from tests.times.test_context import values

_BLOG = """Monday 14 October 2019

14:05 - Troops enter the town, where a mill was built in 1998.

15:30 - The bridge is closed.

23:50 - Shells fall on the market.

00:15 - The fire is out.
"""


def test_each_line_is_of_the_day_told_above_and_midnight_turns_it() -> None:
    assert values(_BLOG) == [
        "2019-10-14",
        "2019-10-14T14:05",
        "1998",
        "2019-10-14T15:30",
        "2019-10-14T23:50",
        "2019-10-15T00:15",
    ]


def test_a_blog_that_tells_the_latest_first_goes_back_over_midnight() -> None:
    text = "14:05 They come.\n\n13:10 They wait.\n\n00:10 It snows.\n\n23:30 It shakes.\n"
    assert values(text, published="2023-02-06") == [
        "2023-02-06T14:05",
        "2023-02-06T13:10",
        "2023-02-06T00:10",
        "2023-02-05T23:30",
    ]


@pytest.mark.parametrize(
    ("lines", "clocks"),
    [
        ("9.32am: Teams come.\n10.05am: It shakes.\n1.15pm: They go.", ["09:32", "10:05", "13:15"]),
        ("08.00 The teams come\n09:45 GMT Talks\n18.20 – They go", ["08:00", "09:45", "18:20"]),
        ("[08:00] Ann: here\n[08:05] Bob: go\n[08:07] Ann: in", ["08:00", "08:05", "08:07"]),
    ],
)
def test_hours_are_written_in_many_ways(lines: str, clocks: list[str]) -> None:
    expected = ["1994-05-12", *(f"1994-05-12T{clock}" for clock in clocks)]
    assert values(f"Live: 12 May 1994\n{lines}") == expected


def test_a_new_heading_opens_a_new_day() -> None:
    text = "12 May 1994\n\n[08:00] a\n[08:05] b\n\n13 May 1994\n\n[07:00] c"
    assert values(text)[-1] == "1994-05-13T07:00"


@pytest.mark.parametrize(
    "text",
    [
        "2.50 metres of snow\n3.20 metres of rain\n4.10 metres of hail",
        "14:05 They come.\nIt rains.",
    ],
)
def test_other_lines_are_no_log(text: str) -> None:
    assert values(text) == []


def test_without_a_day_the_hours_belong_to_none() -> None:
    assert values("14:05 They come.\n15:05 They wait.\n16:05 They go.") == [
        "XXXX-XX-XXT14:05",
        "XXXX-XX-XXT15:05",
        "XXXX-XX-XXT16:05",
    ]
