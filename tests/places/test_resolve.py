"""Which of several namesakes is meant, with the model that ships."""

import pytest

from mapapp.model import Article, Place, Toponym
from mapapp.places import find_places
from mapapp.places.gazetteer import DictGazetteer, Entry


def _town(
    id_: str, name: str, lon: float, lat: float, country: str, people: int, admin: str
) -> Entry:
    place = Place(
        id_, name, "settlement", lon, lat, country=country, admin=admin, population=people
    )
    return Entry(place)


@pytest.fixture(scope="module")
def gazetteer() -> DictGazetteer:
    return DictGazetteer(
        [
            _town("x:paris-fr", "Paris", 2.35, 48.85, "FR", 2_138_551, "Ile-de-France"),
            _town("x:paris-tx", "Paris", -95.56, 33.66, "US", 24_782, "Texas"),
            _town("x:dallas", "Dallas", -96.8, 32.78, "US", 1_300_000, "Texas"),
            _town("x:eu", "Eu", 1.42, 50.05, "FR", 7_000, "Normandy"),
            _town("x:lyon", "Lyon", 4.83, 45.75, "FR", 522_000, "Auvergne-Rhone-Alpes"),
            Entry(Place("x:texas", "Texas", "admin1", -99.2, 31.2, country="US", radius_km=600)),
            Entry(
                Place("x:turkey", "Turkey", "country", 35.0, 39.0, country="TR", radius_km=500),
                demonyms=("Turkish", "Turks"),
            ),
        ]
    )


def _by_name(text: str, gazetteer: DictGazetteer) -> dict[str, Toponym]:
    return {item.span.of(text): item for item in find_places(Article(text), gazetteer)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor of Paris went home to Lyon.", "x:paris-fr"),
        ("He was born in Paris, Texas, and moved to Dallas.", "x:paris-tx"),
    ],
)
def test_company_decides(text: str, expected: str, gazetteer: DictGazetteer) -> None:
    place = _by_name(text, gazetteer)["Paris"].place
    assert place is not None
    assert place.id == expected


def test_in_a_row_of_states_none_lies_in_the_next() -> None:
    states = {"Ohio": (-83.0, 40.3), "Texas": (-99.2, 31.2), "Oklahoma": (-97.5, 35.5)}
    entries = [
        Entry(
            Place(
                f"x:{name}",
                name,
                "admin1",
                *point,
                country="US",
                population=5_000_000,
                radius_km=300,
            )
        )
        for name, point in states.items()
    ]
    village = _town("x:village", "Oklahoma", -99.0, 31.5, "US", 800, "Texas")
    known = DictGazetteer([*entries, village])
    listed = _by_name("Cases were found in Ohio, Oklahoma, Texas.", known)["Oklahoma"].place
    alone = _by_name("He was born in Oklahoma, Texas.", known)["Oklahoma"].place
    assert listed is not None
    assert listed.id == "x:Oklahoma"
    assert alone is not None
    assert alone.id == "x:village"


def test_a_park_is_not_in_the_town_abroad_that_it_is_called_after() -> None:
    known = DictGazetteer(
        [
            _town("x:park", "Victoria Park", 114.1, 22.4, "HK", 700_000, "Tai Po"),
            _town("x:lyon", "Lyon", 4.83, 45.75, "FR", 522_000, "Auvergne-Rhone-Alpes"),
            _town("x:vienne", "Vienne", 4.87, 45.52, "FR", 29_000, "Auvergne-Rhone-Alpes"),
        ]
    )
    text = "The council of Lyon met near Vienne. In Lyon it closed Victoria Park at night."
    found = _by_name(text, known)["Victoria Park"]
    assert found.place is not None
    assert found.place.id == "x:lyon"


def test_a_town_called_like_a_park_is_in_a_country_that_the_text_is_about() -> None:
    known = DictGazetteer(
        [
            _town("x:rohnert", "Rohnert Park", -122.7, 38.34, "US", 42_000, "California"),
            _town("x:rosa", "Santa Rosa", -122.71, 38.44, "US", 178_000, "California"),
            _town("x:petaluma", "Petaluma", -122.64, 38.23, "US", 59_000, "California"),
            _town("x:paris", "Paris", 2.35, 48.86, "FR", 2_100_000, "Ile-de-France"),
        ]
    )
    text = (
        "Santa Rosa and Petaluma have concerts, which the orchestra gives with guests on Sundays "
        "at four in winter. A pianist from Paris, Paris in France, comes to Rohnert Park."
    )
    found = _by_name(text, known)["Rohnert Park"]
    assert found.place is not None
    assert found.place.id == "x:rohnert"


def test_a_lake_on_record_is_not_in_the_town_named_beside_it() -> None:
    lake = Place("x:lake", "Gatun Lake", "lake", -79.9, 9.2, radius_km=20)
    town = _town("x:chumphon", "Chumphon", 99.18, 10.49, "TH", 33_000, "Chumphon")
    text = "They would dig a canal at Chumphon as others had done at Gatun Lake."
    found = _by_name(text, DictGazetteer([Entry(lake), town]))["Gatun Lake"]
    assert found.place is not None
    assert found.place.id == "x:lake"


def test_the_same_name_is_a_state_and_with_the_article_its_river() -> None:
    known = DictGazetteer(
        [
            Entry(Place("x:ohio", "Ohio", "admin1", -82.9, 40.4, country="US", radius_km=300)),
            Entry(Place("x:river", "Ohio River", "river", -86.0, 38.0, country="US")),
        ]
    )
    text = "He left Ohio for Kentucky. Boats had come up the Ohio."
    first, second = (item.place for item in find_places(Article(text), known))
    assert first is not None
    assert second is not None
    assert (first.id, second.id) == ("x:ohio", "x:river")


def test_every_answer_has_a_score_reasons_and_its_rivals(gazetteer: DictGazetteer) -> None:
    found = _by_name("He was born in Paris, Texas.", gazetteer)["Paris"]
    assert found.resolution is not None
    assert 0 < found.resolution.score <= 1
    assert "the text names what holds it right after it" in found.resolution.reasons
    assert [item.place.id for item in found.candidates] == ["x:paris-tx", "x:paris-fr"]
    assert found.candidates[0].score > found.candidates[1].score


def test_an_acronym_is_no_town_that_happens_to_be_spelled_so(gazetteer: DictGazetteer) -> None:
    text = "Ministers of the EU met in Paris. Later they rested in Eu in France."
    found = _by_name(text, gazetteer)
    assert "EU" not in found or found["EU"].place is None


def test_a_name_that_nobody_knows_stays_unlocated(gazetteer: DictGazetteer) -> None:
    found = _by_name("He lives in Qwrtzk, Texas.", gazetteer)
    assert found["Qwrtzk"].place is None


def test_a_people_is_marked_and_is_no_place(gazetteer: DictGazetteer) -> None:
    text = "The Turkish delegation met in Paris; the Turks left early."
    found = _by_name(text, gazetteer)
    assert {name: item.usage for name, item in found.items() if name != "Paris"} == {
        "Turkish": "demonym",
        "Turks": "demonym",
    }
