"""Peoples and institutions tell in which country the towns of a text lie."""

import pytest

from mapapp.model import Article, Place
from mapapp.places import find_places
from mapapp.places.gazetteer import DictGazetteer, Entry


def town(id_: str, country: str, lon: float, lat: float, people: int) -> Entry:
    return Entry(Place(id_, "Granada", "settlement", lon, lat, country=country, population=people))


@pytest.fixture(scope="module")
def gazetteer() -> DictGazetteer:
    return DictGazetteer(
        [
            town("x:es", "ES", -3.6, 37.2, 110_000),
            town("x:ni", "NI", -85.95, 11.93, 105_000),
            Entry(
                Place("x:nicaragua", "Nicaragua", "country", -85, 13, country="NI", radius_km=200),
                demonyms=("Nicaraguan",),
            ),
        ]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The road to Granada was closed on Monday.", "x:es"),
        ("Nicaraguan soldiers closed the road to Granada on Monday.", "x:ni"),
    ],
)
def test_a_people_tells_the_country(text: str, expected: str, gazetteer: DictGazetteer) -> None:
    found = {item.span.of(text): item.place for item in find_places(Article(text), gazetteer)}
    place = found["Granada"]
    assert place is not None
    assert place.id == expected
