"""Days counted from a date that stands behind them."""

import pytest

from mapapp.model import Article, day_number
from mapapp.times import find_times


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        (
            "Three days after the ceasefire of 9 November 2020 they left.",
            "Three days after the ceasefire of 9 November 2020",
            "2020-11-12",
        ),
        (
            "They met two weeks before the treaty of 10 August 1920.",
            "two weeks before the treaty of 10 August 1920",
            "1920-07-27",
        ),
        (
            "About ten years after the 1918 armistice he died.",
            "About ten years after the 1918 armistice",
            "1928~",
        ),
        (
            "Six months after the vote of May 1998 it fell.",
            "Six months after the vote of May 1998",
            "1998-11",
        ),
    ],
)
def test_a_story_counts_from_the_date_behind_a_length(text: str, words: str, edtf: str) -> None:
    (time,) = find_times(Article(text))
    assert time.when is not None
    assert (time.span.of(text), time.type, time.when.edtf) == (words, "DATE", edtf)
    assert time.when.certainty == "less-certain"


@pytest.mark.parametrize(
    "text",
    [
        "A year after the war, on 5 May 1920, they met.",  # another date
        "For two years after the war of 1918 they waited.",  # how long
        "Two days after the vote of 1998 they fled.",  # too vague
        "Two days after it fell. In 1998 they fled.",
    ],
)
def test_other_lengths_stay_lengths(text: str) -> None:
    times = find_times(Article(text))
    assert [time.type for time in times] == ["DURATION", "DATE"]
    assert times[0].when is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It burned in 1902. Five years later, in 1970, it was cleared.", "1970"),
        ("It fell on 2 May 1920. A month later, on 11 June 1920, they met.", "1920-06"),
        ("It fell on 2 May 1920. Two days later, on 5 May 1920, they met.", "1920-05-05"),
        ("It fell in 1902. Five years later, on Monday, they met.", "1907"),
    ],
)
def test_a_date_behind_a_comma_says_which_is_meant(text: str, value: str) -> None:
    assert find_times(Article(text), "narrative")[1].value == value


def test_the_story_goes_on_from_there() -> None:
    text = "Three days after the ceasefire of 9 November 2020 they left. The next day it rained."
    assert find_times(Article(text))[-1].value == "2020-11-13"


def test_news_mark_both_and_the_date_dates_nothing_else() -> None:
    text = "Three days after the ceasefire of 9 November 2020 they left."
    length, date = find_times(Article(text, published=day_number(2020, 11, 20)), "news")
    assert (length.value, date.value) == ("P3D", "2020-11-09")
    assert length.when is not None
    assert length.when.edtf == "2020-11-12"
    assert (length.anchor, date.anchor) == (False, True)
