"""Which words are taken for places, with the model that ships and a handful of entries."""

import pytest

from mapapp.model import Article, Place
from mapapp.places import find_places
from mapapp.places.gazetteer import DictGazetteer, Entry

_PLACES = [
    Place("gn:587084", "Baku", "settlement", 49.88, 40.37, country="AZ", population=1_116_513),
    Place("gn:586523", "Ganja", "settlement", 46.36, 40.68, country="AZ", population=330_663),
    Place("gn:745044", "Istanbul", "settlement", 28.94, 41.01, country="TR", population=15_000_000),
    Place("gn:2657896", "March", "settlement", 0.09, 52.55, country="GB", population=22_298),
    Place("gn:298795", "Turkey", "country", 35.0, 39.0, country="TR", population=82_000_000),
]


@pytest.fixture(scope="module")
def gazetteer() -> DictGazetteer:
    return DictGazetteer(
        [Entry(place, ("Turkish",) * (place.name == "Turkey")) for place in _PLACES]
    )


def _found(text: str, gazetteer: DictGazetteer) -> list[str]:
    return [
        item.span.of(text)
        for item in find_places(Article(text), gazetteer)
        if item.usage != "demonym"
    ]


def test_places_in_a_sentence(gazetteer: DictGazetteer) -> None:
    text = "The ministers met in Baku in March and flew from Ganja to Istanbul."
    assert _found(text, gazetteer) == ["Baku", "Ganja", "Istanbul"]


def test_offsets_are_code_points_of_the_unedited_text(gazetteer: DictGazetteer) -> None:
    text = "😀 Früher: talks were held in  Baku\r\n\r\nThen in Ganja’s suburbs."
    assert _found(text, gazetteer) == ["Baku", "Ganja"]


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "no capital here", "123 , . !", "🙂"])
def test_text_without_names(text: str, gazetteer: DictGazetteer) -> None:
    assert find_places(Article(text), gazetteer) == ()
