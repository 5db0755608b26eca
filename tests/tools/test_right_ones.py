"""Which candidates the judge of candidates learns to take."""

import pytest

from mapapp.model import Place
from mapapp.places.gazetteer import DictGazetteer, Entry
from mapapp.places.recognise import ChainRecogniser
from tools.corpora import GoldDocument, GoldPlace
from tools.ranking import cases, right_ones

CITY = Place("gn:1", "Madrid", "settlement", -3.7, 40.4)
REGION = Place("gn:2", "Madrid", "admin1", -3.7, 40.5)
ABROAD = Place("gn:3", "Madrid", "settlement", -74.3, 4.7)


def gold(geonameid: int | None) -> GoldPlace:
    return GoldPlace(0, 6, "Madrid", 40.4, -3.7, geonameid, None, demonym=False)


def test_the_id_tells_a_town_from_its_region() -> None:
    assert right_ones(gold(1), [REGION, CITY, ABROAD]) == [False, True, False]


def test_without_it_what_is_near_is_right() -> None:
    assert right_ones(gold(None), [REGION, CITY, ABROAD]) == [True, True, False]
    assert right_ones(gold(9), [REGION, CITY, ABROAD]) == [True, True, False]


@pytest.mark.parametrize(
    ("corpus", "town", "strange"),
    [
        ("passages", "Vaduz", True),
        ("passages", "Toledo", False),  # may be Madrid's neighbour of that name, added since
        ("lgl", "Vaduz", False),  # collections leave out ids for other reasons
    ],
)
def test_a_far_namesake_of_an_unknown_place_is_wrong(corpus: str, town: str, strange: bool) -> None:
    text = f"They drove from Madrid to {town}."
    start = text.index(town)
    places = (
        GoldPlace(16, 22, "Madrid", 40.4, -3.7, 1, None, demonym=False),
        GoldPlace(start, start + len(town), town, None, None, None, None, demonym=False),
    )
    toledo = Place("gn:4", "Toledo", "settlement", -4.0, 39.9)
    vaduz = Place("gn:5", "Vaduz", "settlement", 9.5, 47.1)
    gazetteer = DictGazetteer([Entry(CITY), Entry(toledo), Entry(vaduz)])
    document = GoldDocument(corpus, "1", text, places, {})
    (case,) = cases([document], ChainRecogniser(gazetteer), gazetteer)
    assert case.right.tolist() == [1, 0]
    assert case.strange.tolist() == [False, strange]
