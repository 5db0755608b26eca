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


def test_one_name_for_towns_of_two_states_is_left_to_the_judge() -> None:
    text = "They drove from Woodstock, Ga., to Woodstock, Ill., in two days."
    assert len(_admins(text, "Woodstock")) == 1


def test_a_list_of_states_tells_no_town() -> None:
    text = "Fans came from Georgia, Ala. and Tenn. as well. He lives in Atlanta, Georgia."
    assert _admins(text, "Georgia") == {None}
