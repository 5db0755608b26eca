"""Streets and schools that no gazetteer holds lie in a town of the text."""

import pytest

from mapapp.model import Candidate, Place, Span
from mapapp.places.lodging import Town, is_housed, is_township, lodging, whole_street


def town(name: str, *at: int, share: float = 0.3, score: float = 0.9) -> Town:
    place = Place(f"x:{name}", name, "settlement", 0.0, 0.0)
    return Town(name.lower(), at, share, Candidate(place, score))


@pytest.mark.parametrize(
    "name", ["Royal Street", "Eglinton Avenue West", "Hill Park", "Northside Hospital", "Elm Twp."]
)
def test_what_stands_in_a_town_is_told_by_its_last_word(name: str) -> None:
    assert is_housed(name)


@pytest.mark.parametrize("name", ["Royal", "Parkville", "Streetly", "Halle", "Roadtown"])
def test_a_bare_name_may_lie_anywhere(name: str) -> None:
    assert not is_housed(name)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("3518 Trousdale Parkway, suite 9", "Trousdale Parkway"),
        ("Trousdale Roadworks closed it", "Trousdale"),
        ("Trousdale road users", "Trousdale"),
    ],
)
def test_a_street_goes_on_behind_its_name(text: str, whole: str) -> None:
    start = text.index("Trousdale")
    assert whole_street(text, Span(start, start + len("Trousdale"))) == whole


def test_a_township_is_told_by_its_last_word() -> None:
    assert is_township("Elm Twp.")
    assert is_township("Jackson Township")
    assert not is_township("Township Road")


def lodged(surface: str, at: int, *towns: Town) -> str | None:
    found = lodging(surface, at, towns)
    return found.place.name if found else None


def test_the_town_named_close_by_takes_it() -> None:
    assert lodged("Royal Street", 100, town("Lyon", 5), town("Paris", 96)) == "Paris"


def test_the_town_it_is_called_after_goes_first() -> None:
    assert lodged("Lyon Town Hall", 100, town("Lyon", 5), town("Paris", 90)) == "Lyon"


def test_a_street_is_not_in_the_town_that_it_is_called_after() -> None:
    assert lodged("Lyon Street", 100, town("Lyon", 97), town("Paris", 90)) == "Paris"


def test_a_doubtful_town_takes_nothing() -> None:
    assert lodged("Royal Street", 100, town("Paris", 99, score=0.2)) is None


def test_a_square_lodges_nothing_though_a_town_is_called_so() -> None:
    assert lodged("Royal Street", 100, town("Washington Square", 99)) is None


def test_no_town_is_surer_than_the_text_is_of_it() -> None:
    paris = town("Paris", 99)
    found = lodging("Royal Street", 100, [paris])
    assert found is not None
    assert found.score < paris.candidate.score
    assert "a town that is named near it" in found.reasons[0]
