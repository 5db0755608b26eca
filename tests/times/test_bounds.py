"""Dates with an open end, and dates that the text doubts."""

import pytest

from mapapp.model import Article, When
from mapapp.times import find_times


def whens(text: str) -> list[When]:
    return [time.when for time in find_times(Article(text)) if time.when is not None]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("From 1918 on, they held it.", "1918/.."),
        ("From 1918 onwards they held it.", "1918/.."),
        ("They have held it from 1918 to the present.", "1918/.."),
        ("The museum (1918–present) is open.", "1918/.."),
        ("It was held from 1991 to date.", "1991/.."),
        ("It fell no earlier than May 1204.", "1204-05/.."),
        ("It fell no later than 1204.", "../1204"),
        ("It stood up to 1920.", "../1920"),
        ("From 1918 on the front they held it.", "1918"),
        ("It moved from the north to 1920 houses.", None),
    ],
)
def test_an_end_that_is_not_told_stays_open(text: str, edtf: str | None) -> None:
    assert [when.edtf for when in whens(text)] == ([edtf] if edtf else [])


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It fell probably in 1204.", ["1204?"]),
        ("It fell perhaps about 1204.", ["1204~"]),
        ("The duke (1204?) was ill.", ["1204?"]),
        ("It fell possibly in May 1204.", ["1204-05?"]),
        ("It fell possibly 1204 or 1205.", ["1204?", "1205?"]),
        ("He fell in either 1204 or 1205.", ["1204?", "1205?"]),
        ("Did it fall in 1204?", ["1204"]),
        ("It fell in 1204 or 1205.", ["1204", "1205"]),
    ],
)
def test_a_date_that_is_doubted_says_so(text: str, edtf: list[str]) -> None:
    found = whens(text)
    assert [when.edtf for when in found] == edtf
    assert all((when.certainty == "uncertain") == ("?" in when.edtf) for when in found)
