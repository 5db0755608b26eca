"""News tell where they were written, which is not where what they tell happened."""

import pytest

from tests.events.told import gists


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{KABUL} (AP) — Gunmen attacked a convoy near {Ghazni} in [May 1920|1920-05].",
            [("1920-05", "Ghazni")],
        ),
        (
            "{QUITO}, Dec 20, 1923 - The army took {Rio de la Paz} in [May 1923|1923-05].",
            [("1923-05", "Rio de la Paz")],
        ),
        (
            "{KABUL} (AP) — The parliament met in [May 1920|1920-05].",
            [("1920-05", "KABUL")],
        ),
        (
            "{Lima} – the capital of {Peru} – fell in [May 1920|1920-05].",
            [("1920-05", "Lima")],
        ),
        (
            "{Lagos}, [4 March 1921|1921-03-04]. Thieves robbed a school in {Kaduna} that night.",
            [("1921-03-04", "Kaduna")],
        ),
    ],
    ids=["agency", "date", "no other place", "no dateline", "head of a letter"],
)
def test_a_dateline_is_no_place_of_events(marked: str, expected: list[tuple[str, str]]) -> None:
    assert gists(marked) == expected
