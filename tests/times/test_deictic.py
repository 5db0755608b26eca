"""`Last month` and the like in texts that tell of the past, and whose day of writing is known."""

import pytest

from mapapp.model import Article, Interval
from mapapp.times import find_times

# Enough years that the text reads as a narrative.
PAST = "The mill of 1811 burned in 1887 and in 1921, was rebuilt in 1924, and sold in 1988. "
WRITTEN = "2020-06-10"  # a Wednesday


def last_value(text: str, written: str | None = WRITTEN) -> str:
    published = Interval.parse(written).first if written else None
    return find_times(Article(PAST + text, published=published))[-1].value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A school moved in last year.", "2019"),
        ("This year they want it back.", "2020"),
        ("The owner plans to leave next summer.", "2021-SU"),
        ("The roof was repaired last month.", "2020-05"),
        ("On Monday the wheel broke.", "2020-06-08"),
        ("The sale is due in September.", "2020-09"),
        ("It will be shut on 20 June.", "2020-06-20"),
    ],
)
def test_what_points_counts_from_the_day_of_writing(text: str, value: str) -> None:
    assert last_value(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In May the wheel broke.", "1988-05"),
        ("The following year it stood still.", "1989"),
        ("It stood still until the end of the year.", "1988"),
        ("It was the second sale of this year.", "1988"),
        ("The new owner wrote: “We shall grind again next year”.", "1989"),
        ("The mayor had said that it would close in June.", "1988-06"),
    ],
)
def test_what_the_story_tells_counts_from_what_was_told(text: str, value: str) -> None:
    assert last_value(text) == value


def test_without_the_day_of_writing_only_the_story_is_left() -> None:
    assert last_value("This year they want it back.", None) == "1988"


def test_years_ago_only_where_the_text_comes_up_to_the_present() -> None:
    assert last_value("Two years ago it fell down.") == "PAST_REF"
    assert last_value("In 2019 it was for sale; two years ago it fell down.") == "2018"
