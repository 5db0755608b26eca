"""Numbers of four digits that are no years."""

import pytest

from mapapp.model import Article
from mapapp.times import find_times


def years(text: str) -> list[str]:
    return [time.value for time in find_times(Article(text))]


@pytest.mark.parametrize(
    "text",
    [
        "He was driving a 1995 Honda Accord.",
        "A white 1997 Holden Commodore was seen.",
        "Some 1,500 men and 2000 horses crossed the ford.",
        "A garrison of 1700 held the town.",
        "See pp. 1789–1799 of the report.",
        "Lot 2004 was sold.",
        "They stopped at kilometre 1945.",
    ],
)
def test_counts_and_labels_are_no_years(text: str) -> None:
    assert years(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 1995 Honda opened a works.", ["1995"]),
        ("The garrison of 1700 was relieved.", ["1700"]),
        ("It ran from 1789–1799.", ["1789", "1799"]),
        ("Between the 2003 and 2005 elections nothing was built.", ["2003", "2005"]),
    ],
)
def test_years_beside_the_same_words(text: str, found: list[str]) -> None:
    assert years(text) == found
