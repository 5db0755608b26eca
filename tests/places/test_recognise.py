"""Which words are taken for places, with the model that ships and a handful of entries."""

import itertools

import numpy as np
import pytest

from mapapp.model import Article, Place
from mapapp.places import find_places
from mapapp.places.gazetteer import DictGazetteer, Entry, fold_word
from mapapp.places.recognise import mentions_of
from mapapp.places.sheet import sheet
from mapapp.places.words import Vocabulary

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


@pytest.mark.parametrize(
    ("text", "usage"),
    [
        ("After the Ganja Declaration the guns fell silent.", "name_part"),
        ("They live in Ganja with their children.", "literal"),
    ],
)
def test_usage(text: str, usage: str, gazetteer: DictGazetteer) -> None:
    found = {item.span.of(text): item.usage for item in find_places(Article(text), gazetteer)}
    assert found == {"Ganja": usage}


def test_mentions_do_not_overlap_and_stand_in_order(gazetteer: DictGazetteer) -> None:
    text = (
        "BAKU, GANJA AND ISTANBUL. " * 40 + "Baku-Ganja road; the Turkish March; Turkey's Istanbul"
    )
    spans = [item.span for item in find_places(Article(text), gazetteer)]
    assert spans == sorted(spans)
    assert not any(a.overlaps(b) for a, b in itertools.pairwise(spans))


def test_an_acronym_before_an_occasion_is_no_place(gazetteer: DictGazetteer) -> None:
    assert _found("Under Article 51 of the UN Charter it was lawful.", gazetteer) == []


def test_a_joining_word_alone_is_no_place() -> None:
    page = sheet(*Vocabulary(lambda name: 0, fold_word).read("in Nahr-e-Shahi, by Ganja & Baku"))
    alone = np.array([[0.0, 0.9, 0.1] if not page.is_capital(at) else [0.9, 0.1, 0.0]
                      for at in page.active])  # fmt: skip
    assert len(alone) > 3
    assert mentions_of(page, alone) == []
    assert [mention.first for mention in mentions_of(page, 1 - alone)] != []
