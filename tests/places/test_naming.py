"""Under which name a mention is looked up."""

import pytest

from mapapp.model import Place, PlaceName
from mapapp.places.gazetteer import DictGazetteer, Entry
from mapapp.places.naming import Key, Keys


@pytest.fixture(scope="module")
def keys() -> Keys:
    places = [
        Place("x:ganja", "Ganja", "settlement", population=330_663),
        Place("x:university", "University", "settlement", population=41_000),
        Place("x:south", "South", "admin1", population=200_000),
        Place("x:island", "Iceland", "country", names=(PlaceName("Island"),)),
        Place("x:eu", "Eu", "settlement", population=7_000),
        Place("x:us", "United States", "country", names=(PlaceName("U.S."), PlaceName("US"))),
        Place("x:loudon", "Loudon County", "admin2"),
        Place("x:wing", "Wing", "settlement", population=2_700),
        Place("x:washington", "Washington", "settlement", population=600_000),
    ]
    return Keys(DictGazetteer([Entry(place) for place in places]))


@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        ("Ganja", Key("ganja", exact=True)),
        ("GANJA", Key("ganja", exact=True)),
        ("City of Ganja", Key("ganja", exact=True)),
        ("Ganja region", Key("ganja", exact=True)),
        ("northern Ganja", Key("ganja", exact=False)),
        ("Ganja International Airport", Key("ganja", exact=False)),
        ("Harvard University", None),
        ("Washington Street", None),
        ("Washington Avenue West", None),
        ("EU", None),
        ("Eu", Key("eu", exact=True)),
        ("U.S.", Key("us", exact=True, acronym=True)),
        ("U.S", Key("us", exact=True, acronym=True)),
        ("Loudon Co.", Key("loudon county", exact=True)),
        ("Ganja Twp.", Key("ganja", exact=True)),
        ("West Wing", None),  # lies in no village of Wing
        ("Lake Washington", None),
        ("Valcour Island", None),
        ("South", None),
        ("Nowhere", None),
        ("", None),
    ],
)
def test_key(keys: Keys, surface: str, expected: Key | None) -> None:
    assert keys.of(surface) == expected
