"""Towns told by the abbreviated state behind them."""

import pytest

from mapapp.model import Article
from mapapp.places import find_places


def _admins(text: str, name: str) -> set[str | None]:
    return {
        found.place.admin if found.place else None
        for found in find_places(Article(text))
        if found.span.of(text) == name
    }


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        (
            "Jerry followed him to Miami, then lived in Woodstock, N.Y., two fields from the band. "
            "He was born in Tuscumbia, Alabama. Muscle Shoals is in Alabama.",
            "Woodstock",
            "New York",
        ),
        (
            "Joseph, who retires to Ashland, Ore.\n\nBorn in Vancouver and raised in Fremont, "
            "Frank studied in Los Angeles. He lives in Santa Rosa and Petaluma.",
            "Ashland",
            "Oregon",
        ),
    ],
)
def test_an_abbreviated_state_tells_the_town_in_a_text_on_another(
    text: str, name: str, state: str
) -> None:
    assert _admins(text, name) == {state}


@pytest.mark.parametrize(
    ("text", "name", "states"),
    [
        (
            "They drove from Woodstock, Ga., to Woodstock, Ill., in two days.",
            "Woodstock",
            ["Georgia", "Illinois"],
        ),
        (
            "He died in Birmingham, Alabama, after years in Birmingham, England.",
            "Birmingham",
            ["Alabama", "England"],
        ),
        (
            "He left Troy, N.Y., for Troy, Mich., and was the mayor of Troy for a year.",
            "Troy",
            ["New York", "Michigan", "Michigan"],
        ),
    ],
)
def test_one_name_for_towns_of_two_states_is_two(text: str, name: str, states: list[str]) -> None:
    found = [one.place for one in find_places(Article(text)) if one.span.of(text) == name]
    assert [place and place.admin for place in found] == states


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A firm in London, Ontario, sold to Manchester, Leeds and Bristol.", "London", "CA"),
        ("She was born in Tripoli (Lebanon) and fought in Benghazi and Sirte.", "Tripoli", "LB"),
        ("In Paris, Texas senators met the ministers of France.", "Paris", "FR"),
    ],
)
def test_a_land_written_out_tells_where_it_is_set_off(text: str, name: str, country: str) -> None:
    found = [one.place for one in find_places(Article(text)) if one.span.of(text) == name]
    assert [place and place.country for place in found] == [country]


def test_a_list_of_states_tells_no_town() -> None:
    text = "Fans came from Georgia, Ala. and Tenn. as well. He lives in Atlanta, Georgia."
    assert _admins(text, "Georgia") == {None}
