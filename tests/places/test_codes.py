"""States told by the letters of the post and by telephone numbers."""

import pytest

from mapapp.model import Article, Toponym
from mapapp.places import find_places
from mapapp.places.codes import Division, divisions_behind, divisions_of


def _found(text: str, name: str) -> Toponym:
    return next(one for one in find_places(Article(text)) if one.span.of(text) == name)


def _division(text: str, name: str) -> tuple[str | None, str | None] | None:
    place = _found(text, name).place
    return place and (place.country, place.admin)


@pytest.mark.parametrize(
    ("code", "division"),
    [
        ("TX", Division("US", "Texas")),
        ("859", Division("US", "Kentucky")),
        ("519", Division("CA", "Ontario")),
        ("H", Division("CA", "Quebec")),
        ("NSW", Division("AU", "New South Wales")),
    ],
)
def test_codes_tell_a_state(code: str, division: Division) -> None:
    assert divisions_of(code) == (division,)


def test_letters_of_two_states_tell_both() -> None:
    assert {division.country for division in divisions_of("WA")} == {"US", "AU"}
    assert not divisions_of("XX")


@pytest.mark.parametrize(
    ("after", "name"),
    [
        (", TX killed", "Texas"),
        (",\nOR.", "Oregon"),
        (", TXU", None),
        (", OR-7", None),
        (" IN", None),
    ],
)
def test_letters_stand_behind_a_comma(after: str, name: str | None) -> None:
    divisions = divisions_behind(f"Paris{after}", len("Paris"))
    assert [division.name for division in divisions] == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("A crash in Paris, TX killed two on Monday.", "Paris", ("US", "Texas")),
        ("She lives in Hamilton, ON, and he in Surrey, BC.", "Hamilton", ("CA", "Ontario")),
        ("Shops in Athens, GA and Columbus, OH will close.", "Athens", ("US", "Georgia")),
        ("Police in Richmond ask witnesses to call 859-555-0142.", "Richmond", ("US", "Kentucky")),
        ("A barn burned in Vancouver, WA on Sunday.", "Vancouver", ("US", "Washington")),
        ("Richmond, NSW is flooded again.", "Richmond", ("AU", "New South Wales")),
        ("Write to Box 12, Lebanon, PA 17042, USA.", "Lebanon", ("US", "Pennsylvania")),
    ],
)  # fmt: skip
def test_a_town_lies_where_its_code_tells(text: str, name: str, expected: tuple[str, str]) -> None:
    assert _division(text, name) == expected


@pytest.mark.parametrize(
    ("town", "code", "state"), [("Vernon", "TX", "Texas"), ("Vancouver", "WA", "Washington")]
)
def test_the_letters_are_a_place(town: str, code: str, state: str) -> None:
    place = _found(f"He moved from {town}, {code} to the coast.", code).place
    assert place is not None
    assert (place.kind, place.name) == ("admin1", state)


@pytest.mark.parametrize("text", ["PARIS, OR ROME, TO BE HOST", "Lagos, ON the other hand, grew."])
def test_a_word_in_capitals_is_no_state(text: str) -> None:
    assert not {one.span.of(text) for one in find_places(Article(text))} & {"OR", "ON"}
