"""Letters, diaries and logs, whose entries count from the day that heads them."""

import pytest

from tests.times.test_context import values

_LETTERS = """Tuesday, 6 June 1905, Lisbon
We leave tomorrow.

9 June
Yesterday we drove on.

14 June, Seville
On Monday we came. Next week he follows."""


def test_each_entry_counts_from_its_own_day() -> None:
    assert values(_LETTERS) == [
        "1905-06-06",
        "1905-06-07",
        "1905-06-09",
        "1905-06-08",
        "1905-06-14",
        "1905-06-12",
        "1905-W25",
    ]


@pytest.mark.parametrize(
    "text",
    [
        _LETTERS.replace("14 June, Seville\n", ""),  # two dated lines make no diary
        _LETTERS.replace("9 June\n", "9 June was a day on which it rained.\n"),
    ],
)
def test_other_texts_do_not_count_from_their_lines(text: str) -> None:
    assert not {"1905-06-12", "1905-W25"} & set(values(text))


def test_a_heading_takes_its_year_from_the_heading_before() -> None:
    told = _LETTERS.replace("Next week", "In 1899 he was ill. Next week")
    assert values(f"{told}\n\n2 January\nYesterday it snowed.")[-2:] == ["1906-01-02", "1906-01-01"]
