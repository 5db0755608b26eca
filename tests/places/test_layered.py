"""People's own lists over the main index, as `open_gazetteer` opens them."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from mapapp.errors import GazetteerError
from mapapp.model import Place
from mapapp.places.gazetteer import Entry, Gazetteer, cache, fold_words, open_gazetteer
from mapapp.places.gazetteer.cache import build_list, forget_list
from mapapp.places.gazetteer.lists import add_list, list_files, remove_list
from mapapp.settings import Settings

BAKU = Place("gn:587084", "Baku", "settlement", 49.89, 40.38, population=1_116_513)
BAGHDAD = Place("gn:98182", "Baghdad", "settlement", 44.4, 33.34, population=7_216_000)
LIST = """id,name,kind,lon,lat,population,names,demonyms,prominence
,Lower Baku Mill,site,1,50,,,,
gn:587084,Baku Town,settlement,9,9,,Old Windy City,,
,Baku,settlement,-90,40,900,,,
,Baku,settlement,2,2,9000000,,Millers,
"""


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    def few() -> Iterator[tuple[str, Entry]]:
        yield "mine", Entry(BAKU)
        yield "mine", Entry(BAGHDAD)

    monkeypatch.setattr(cache, "entries", few)
    return Settings(cache=str(tmp_path / "cache"), database=str(tmp_path / "data" / "s.sqlite"))


@pytest.fixture
def gazetteer(settings: Settings, tmp_path: Path) -> Gazetteer:
    add(tmp_path / "mills.csv", LIST, settings)
    return open_gazetteer(settings)


def add(path: Path, text: str, settings: Settings) -> None:
    path.write_text(text, encoding="utf-8")
    build_list(add_list(path, settings).path, settings)


def test_namesakes_of_both_come_best_known_first(gazetteer: Gazetteer) -> None:
    assert [place.id for place in gazetteer.lookup("baku")] == [
        "mills:baku-2",
        "gn:587084",
        "mills:baku",
    ]
    assert gazetteer.lookup("Baghdad") == (BAGHDAD,)


def test_a_place_known_already_gains_a_name_and_stays_itself(gazetteer: Gazetteer) -> None:
    (found,) = gazetteer.lookup("Old Windy City")
    assert replace(found, names=()) == BAKU
    assert [name.text for name in found.names] == ["Old Windy City"]
    assert gazetteer.place("gn:587084") == found


def test_names_demonyms_and_ids_of_a_list_are_found(gazetteer: Gazetteer) -> None:
    words = fold_words("near Lower Baku Mill".split())
    assert [gazetteer.longest(words, at) for at in range(4)] == [0, 3, 1, 0]
    (place,) = gazetteer.demonyms("Millers")
    assert gazetteer.place(place.id) == place
    assert gazetteer.place("mills:none") is None


def test_the_main_index_is_left_alone(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_gazetteer(settings)

    def never() -> Iterator[tuple[str, Entry]]:
        raise AssertionError("the main index is built again")

    monkeypatch.setattr(cache, "entries", never)
    add(tmp_path / "mills.csv", LIST, settings)
    assert open_gazetteer(settings).lookup("Lower Baku Mill")
    remove_list("mills", settings)
    assert not open_gazetteer(settings).lookup("Lower Baku Mill")


def test_a_list_that_is_added_again_is_replaced(settings: Settings, tmp_path: Path) -> None:
    add(tmp_path / "mills.csv", LIST, settings)
    add(tmp_path / "mills.csv", "name,lon,lat\nUpper Mill,1,1\n", settings)
    gazetteer = open_gazetteer(settings)
    assert gazetteer.lookup("Upper Mill")
    assert not gazetteer.lookup("Lower Baku Mill")
    assert len(list((tmp_path / "cache" / "lists").glob("mills-*"))) == 1


def test_a_lost_index_of_a_list_is_built_again(settings: Settings, tmp_path: Path) -> None:
    add(tmp_path / "mills.csv", LIST, settings)
    forget_list("mills", settings)
    assert not list((tmp_path / "cache" / "lists").glob("mills-*"))
    assert open_gazetteer(settings).lookup("Lower Baku Mill")


@pytest.mark.parametrize(
    "damaged",
    [
        b"no gzip",
        gzip.compress(b"id,name" * 99)[:-9],
        gzip.compress(b"id,name,kind,lon,lat\na,A,lake,east,0\n"),
    ],
    ids=["no gzip", "cut off", "no place"],
)
def test_a_damaged_list_is_told_and_left_out(
    settings: Settings, tmp_path: Path, damaged: bytes
) -> None:
    add(tmp_path / "mills.csv", LIST, settings)
    add(tmp_path / "wells.csv", "name,lon,lat\nDeep Well,1,1\n", settings)
    list_files(settings)[0].write_bytes(damaged)
    told: list[str] = []
    gazetteer = open_gazetteer(settings, talk=told.append)
    assert gazetteer.lookup("Deep Well")
    assert gazetteer.lookup("Baku") == (BAKU,)
    assert "the list 'mills' is left out" in told[-1]


def test_two_libraries_with_lists_of_one_name_share_a_cache(
    settings: Settings, tmp_path: Path
) -> None:
    other = Settings(cache=settings.cache, database=str(tmp_path / "other" / "s.sqlite"))
    add(tmp_path / "mills.csv", LIST, settings)
    add(tmp_path / "mills.csv", "name,lon,lat\nUpper Mill,1,1\n", other)
    assert open_gazetteer(settings).lookup("Lower Baku Mill")
    assert open_gazetteer(other).lookup("Upper Mill")


def test_an_unknown_list_cannot_be_forgotten(settings: Settings) -> None:
    with pytest.raises(GazetteerError, match="there are none"):
        remove_list("mills", settings)
