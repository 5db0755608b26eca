"""GeoPackage held to the requirements of OGC 12-128r17 that a file shows by itself."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from mapapp.formats import Content, write
from mapapp.layers import LAYERS
from mapapp.model import Story

from tests import stories_zoo
from tests.zoo import EMPTY, STORY


@pytest.fixture(params=[STORY, EMPTY, stories_zoo.pacific()], ids=lambda story: story.slug)
def package(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    story: Story = request.param
    out = tmp_path / "story.gpkg"
    write(Content(story), out)
    with closing(sqlite3.connect(out)) as connection:
        yield connection


def test_it_says_what_it_is(package: sqlite3.Connection) -> None:
    assert package.execute("PRAGMA application_id").fetchone() == (0x47504B47,)  # requirement 2
    (version,) = package.execute("PRAGMA user_version").fetchone()
    assert version >= 10200


def test_it_is_whole(package: sqlite3.Connection) -> None:
    assert package.execute("PRAGMA integrity_check").fetchall() == [("ok",)]  # requirement 6
    assert package.execute("PRAGMA foreign_key_check").fetchall() == []  # requirement 7


def test_its_contents_are_registered(package: sqlite3.Connection) -> None:
    rows = package.execute("SELECT table_name, data_type, srs_id, last_change FROM gpkg_contents")
    told = {name: (kind, srs, changed) for name, kind, srs, changed in rows}
    assert {name for name, (kind, *_) in told.items() if kind == "features"} == set(LAYERS)
    assert told["layer_styles"][0] == "attributes"
    for _, _, changed in told.values():  # requirement 15
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", changed)
    columns = package.execute("SELECT table_name, srs_id, z, m FROM gpkg_geometry_columns")
    assert sorted(columns.fetchall()) == [(layer, 4326, 0, 0) for layer in sorted(LAYERS)]
    systems = {srs for (srs,) in package.execute("SELECT srs_id FROM gpkg_spatial_ref_sys")}
    assert {-1, 0, 4326} <= systems  # requirement 11


def test_types_of_columns_are_the_standards(package: sqlite3.Connection) -> None:
    allowed = re.compile(r"BOOLEAN|INTEGER|REAL|TEXT|DATE|DATETIME|POINT|MULTIPOLYGON")
    for layer in LAYERS:
        types = {name: kind for _, name, kind, *_ in package.execute(f"PRAGMA table_info({layer})")}
        assert all(allowed.fullmatch(kind) for kind in types.values()), types  # requirement 5
        assert (types["start_date"], types["end_date"]) == ("DATE", "DATE")
        for (value,) in package.execute(f"SELECT start_date FROM {layer}"):
            assert value is None or re.fullmatch(r"\d{4}-\d\d-\d\d", value)


def test_extensions_that_it_uses_are_told(package: sqlite3.Connection) -> None:
    tables = {name for (name,) in package.execute("SELECT name FROM sqlite_master")}
    indexed = {layer for layer in LAYERS if f"rtree_{layer}_geom" in tables}
    rows = package.execute("SELECT table_name, extension_name FROM gpkg_extensions")
    assert {name for name, kind in rows if kind == "gpkg_rtree_index"} == indexed == set(LAYERS)
