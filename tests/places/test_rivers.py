"""Rivers by their bare names."""

import pytest

from mapapp.model import Place, Span
from mapapp.places.gazetteer import DictGazetteer, Entry
from mapapp.places.rivers import Rivers

GAZETTEER = DictGazetteer(
    [
        Entry(Place("x:1", "Benue State", "admin1", 8.0, 7.3, country="NG")),
        Entry(Place("x:2", "Benue River", "river", 9.0, 8.0)),
        Entry(Place("x:3", "Ohio", "admin1", -82.9, 40.4, country="US")),
        Entry(Place("x:4", "Ohio River", "river", -86.0, 38.0, country="US")),
        Entry(Place("x:5", "River Medway", "river", 0.5, 51.3, country="GB")),
        Entry(Place("x:6", "Congo River", "river", 20.0, 0.0)),
        Entry(Place("x:7", "Volga", "river", 45.0, 53.0)),
    ]
)


def river(text: str, name: str) -> str | None:
    start = text.index(name)
    key = Rivers(GAZETTEER).of(text, Span(start, start + len(name)))
    return key.name if key else None


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("Boats go up the Benue.", "Benue", "benue river"),
        ("The Benue at Yola was in flood.", "Benue", "benue river"),
        ("They crossed the Ohio, which had risen", "Ohio", "ohio river"),
        ("from the Ohio to the Gulf", "Ohio", "ohio river"),
        ("stone brought down the Medway", "Medway", "river medway"),
    ],
)
def test_a_name_with_the_article_is_the_river(text: str, name: str, whole: str) -> None:
    assert river(text, name) == whole


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Boats go to Benue.", "Benue"),  # the state
        ("the Ohio legislature", "Ohio"),
        ("the Ohio Senate", "Ohio"),
        ("the Ohio, Kentucky and Indiana delegations", "Ohio"),
        ("peace in the Congo.", "Congo"),  # a country too
        ("on the Volga.", "Volga"),  # known by this name
        ("the Tisza.", "Tisza"),
    ],
)
def test_else_the_name_is_what_it_was(text: str, name: str) -> None:
    assert river(text, name) is None
