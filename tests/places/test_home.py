"""How well names fit the countries and divisions that the others share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.model import Place
from mapapp.places.gazetteer import DictGazetteer, Entry
from mapapp.places.home import HOME, Homes


def _town(number: int, name: str, country: str, admin: str, population: int) -> Entry:
    return Entry(
        Place(
            f"gn:{number}", name, "settlement", 0.0, 0.0,
            country=country, admin=admin, population=population,
        )
    )  # fmt: skip


_ENTRIES = [
    _town(1, "Hamilton", "CA", "Ontario", 500_000),
    _town(2, "Hamilton", "US", "Ohio", 60_000),
    _town(3, "Dayton", "US", "Ohio", 140_000),
    _town(4, "Xenia", "US", "Ohio", 25_000),
    _town(5, "Ganja", "AZ", "Ganja City", 330_000),
]


@pytest.fixture(scope="module")
def homes() -> Homes:
    return Homes(DictGazetteer(_ENTRIES))


def _told(homes: Homes, chances: dict[str, float]) -> dict[str, dict[str, float]]:
    return {
        name: dict(zip(HOME, columns, strict=True))
        for name, columns in homes.weigh(chances).items()
    }


def test_a_lesser_namesake_is_at_home_among_its_neighbours(homes: Homes) -> None:
    told = _told(homes, {"hamilton": 0.5, "dayton": 0.9, "xenia": 0.9})["hamilton"]
    assert (told["division"], told["division of first"]) == (pytest.approx(1.0), 0.0)
    assert (told["country"], told["country of first"]) == (pytest.approx(1.0), 0.0)


def test_a_name_has_no_say_about_itself(homes: Homes) -> None:
    told = _told(homes, {"hamilton": 0.9})["hamilton"]
    assert told["country"] == told["division"] == 0.0


def test_what_is_hardly_a_place_has_no_say(homes: Homes) -> None:
    told = _told(homes, {"hamilton": 0.5, "dayton": 0.1, "ganja": 0.9})["hamilton"]
    assert told["division"] == 0.0


def test_names_without_places_are_left_out(homes: Homes) -> None:
    assert set(homes.weigh({"nowhere": 0.9, "ganja": 0.9})) == {"ganja"}
    assert homes.weigh({}) == {}


@given(
    st.dictionaries(
        st.sampled_from(["hamilton", "dayton", "xenia", "ganja", "nowhere"]), st.floats(0, 1)
    )
)
def test_shares_are_shares(chances: dict[str, float]) -> None:
    for columns in _told(Homes(DictGazetteer(_ENTRIES)), chances).values():
        for name in HOME[2:]:
            assert -1e-9 <= columns[name] <= 1 + 1e-9
        assert columns["country"] >= columns["country of first"]
