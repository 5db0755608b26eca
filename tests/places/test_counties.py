"""Counties in a row that share the word."""

import pytest

from mapapp.model import Article
from mapapp.places import find_places


def _kinds(text: str) -> dict[str, str | None]:
    return {
        found.span.of(text): found.place.kind if found.place else None
        for found in find_places(Article(text))
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "COLUMBUS, Ohio. Butler, Clark, Hamilton, Madison and Preble counties voted yes.",
            ("Butler", "Clark", "Hamilton", "Madison", "Preble"),
        ),
        (
            "Barns fell in Pickens, Tuscaloosa, Greene and Sumter counties in Alabama.",
            ("Pickens", "Tuscaloosa", "Greene", "Sumter"),
        ),
        (
            "Rain is due in the Nebraska counties of Franklin, Kearney and Webster.",
            ("Franklin", "Kearney", "Webster"),
        ),
    ],
)
def test_names_that_share_the_word_are_counties(text: str, names: tuple[str, ...]) -> None:
    kinds = _kinds(text)
    assert {name: kinds.get(name) for name in names} == dict.fromkeys(names, "admin2")


def test_a_town_that_stands_outside_the_row_too_is_left_to_the_judge() -> None:
    text = "Tuscaloosa, Alabama, has a lake. Greene, Tuscaloosa and Sumter counties have none."
    assert _kinds(text)["Tuscaloosa"] == "settlement"


def test_a_row_without_the_word_is_left_alone() -> None:
    text = "Buses run to Hamilton, Dayton and Cincinnati in Ohio. Some counties pay for them."
    assert _kinds(text)["Hamilton"] == "settlement"


def test_the_state_before_its_counties_is_none_of_them() -> None:
    assert _kinds("The fire burned in the Oregon counties of Lane and Linn.")["Oregon"] == "admin1"
    assert _kinds("Voters in three Iowa counties, all rural, said no.")["Iowa"] == "admin1"
