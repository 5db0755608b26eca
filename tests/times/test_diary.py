"""Letters, diaries and logs, whose entries count from the day that heads them."""

import pytest

from mapapp.model import Article
from mapapp.times import find_times

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


ANNAL = """Anno 1343. In January the king died.

Anno 1344. In November a prince was crowned. The port fell on the 26th of March.

Anno 1345. In September the bank failed."""


def test_months_of_an_annal_are_of_the_year_that_heads_them() -> None:
    assert [time.value for time in find_times(Article(ANNAL))] == [
        "1343", "1343-01", "1344", "1344-11", "1344-03-26", "1345", "1345-09",
    ]  # fmt: skip


def test_two_years_that_open_paragraphs_make_no_annal() -> None:
    text = ANNAL.rpartition("\n\n")[0]
    assert [time.value for time in find_times(Article(text))][-1] == "1345-03-26"
