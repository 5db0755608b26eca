import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from mapapp.errors import QueryError, UnknownFormat
from mapapp.formats import Content, Format, format_of, formats, pieces, whole_library, write
from mapapp.layers import LAYERS, LayerName, events
from mapapp.model import Selection, Story
from mapapp.stories.sqlite import SqliteStore

from tests.zoo import EMPTY, EVENTS, STORY, TEXT

LAYERED = [(each, layer) for each in formats() for layer in each.layers]


@pytest.mark.parametrize(("format_", "layer"), LAYERED, ids=lambda v: getattr(v, "suffix", v))
@pytest.mark.parametrize("story", [STORY, EMPTY], ids=["zoo", "empty"])
def test_every_format_writes_every_layer_that_it_names(
    tmp_path: Path, story: Story, format_: Format, layer: str
) -> None:
    out = tmp_path / f"OUT{format_.suffix.upper()}"
    content = Content(story, layer)  # type: ignore[arg-type]
    assert write(content, out) is format_
    assert out.stat().st_size > 0
    assert list(tmp_path.iterdir()) == [out], "nothing is left beside it"
    first = out.read_bytes()
    write(content, out)
    assert out.read_bytes() == first, "the same input gives the same bytes"


@pytest.mark.parametrize("name", ["map.docx", "noend", ".xyz"])
def test_unknown_suffix_lists_the_known_ones(name: str) -> None:
    with pytest.raises(UnknownFormat, match=r"\.geojson, \.csv"):
        format_of(name)


def test_layer_that_a_format_cannot_hold() -> None:
    with pytest.raises(QueryError, match=r"CSV cannot hold the layer 'areas'"):
        pieces(Content(STORY, "areas"), format_of(".csv"))


def test_failed_write_leaves_the_former_file(tmp_path: Path) -> None:
    out = tmp_path / "story.geojson"
    out.write_text("former")
    broken = replace(STORY.annotation, events=(replace(STORY.annotation.events[0], evidence=()),))
    with pytest.raises(IndexError):
        write(Content(replace(STORY, annotation=broken)), out)
    assert out.read_text() == "former"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("layer", LAYERS)
def test_geojson_is_read_by_gdal(tmp_path: Path, layer: str) -> None:
    import pyogrio

    out = tmp_path / "layer.geojson"
    write(Content(STORY, layer), out)  # type: ignore[arg-type]
    # Without the dates: pyogrio builds no Python date before the year 1.
    frame = pyogrio.read_dataframe(out, columns=["quote", "name"])
    written = json.loads(out.read_bytes())["features"]
    assert len(frame) == len(written)
    assert frame.crs.to_epsg() == 4326
    unlocated = [feature["geometry"] is None for feature in written]
    assert list(frame.geometry.isna()) == unlocated
    if layer == "events":
        assert list(frame.quote) == [feature["properties"]["quote"] for feature in written]


def test_gdal_takes_the_dates_for_dates(tmp_path: Path) -> None:
    import pyogrio

    out = tmp_path / "layer.geojson"
    write(Content(STORY, selection=Selection.parse(start="1990")), out)
    types = dict(zip(*(pyogrio.read_info(out)[key] for key in ("fields", "dtypes")), strict=True))
    assert "datetime" in str(types["start_date"])


def test_csv_is_safe_in_a_spreadsheet_and_complete() -> None:
    hostile = replace(STORY.annotation.events[0], title="=HYPERLINK(1)", category="@SUM(A1)")
    story = replace(STORY, annotation=replace(STORY.annotation, events=(hostile,)))
    body = b"".join(pieces(Content(story), format_of(".csv")))
    assert body.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(body.decode("utf-8-sig")))
    assert (row["title"], row["category"]) == ("'=HYPERLINK(1)", "'@SUM(A1)")
    assert (row["lon"], row["lat"], row["start_date"]) == ("49.89201", "40.37767", "1992-01-01")


def test_csv_keeps_every_event_with_quotes_and_lines_and_years_before_the_common_era() -> None:
    body = b"".join(pieces(Content(STORY), format_of("x.csv"))).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(body, newline="")))
    assert [row["id"] for row in rows] == [feature.id for feature in events(STORY)]
    assert [TEXT[int(r["quote_start"]) : int(r["quote_end"])] for r in rows] == [
        r["quote"] for r in rows
    ]
    by_id = {row["id"]: row for row in rows}
    assert by_id["e6"]["start_date"] == "'-0043-03-15", "no sum of a spreadsheet"
    assert (by_id["e7"]["lon"], by_id["e7"]["lat"]) == ("", "")


def test_csv_without_the_mark_that_programs_stumble_over() -> None:
    body = b"".join(pieces(Content(STORY, options={"bom": False}), format_of(".csv")))
    assert body.startswith(b"id,lon,lat,")


def test_csv_for_programs_that_calculate_nothing() -> None:
    body = b"".join(pieces(Content(STORY, options={"guard": False}), format_of(".csv")))
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(body.decode("utf-8-sig")))}
    assert rows["e6"]["start_date"] == "-0043-03-15"


def test_csv_with_the_times_that_kepler_plays() -> None:
    body = b"".join(pieces(Content(STORY, options={"times": True}), format_of(".csv")))
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(body.decode("utf-8-sig")))}
    assert rows["e2"]["start_datetime"] == "1992-03-14T00:00:00Z"
    assert (rows["e5"]["end_datetime"], rows["e6"]["start_datetime"]) == ("", "")


def test_an_option_that_a_format_has_not_is_refused() -> None:
    with pytest.raises(QueryError, match="CSV has no option 'boom'; choose bom or times or guard"):
        pieces(Content(STORY, options={"boom": True}), format_of(".csv"))
    with pytest.raises(QueryError, match="KML has no option 'bom'; it has none"):
        pieces(Content(STORY, options={"bom": True}), format_of(".kml"))


def test_registry_tells_what_each_format_is() -> None:
    suffixes = [each.suffix for each in formats()]
    assert len(set(suffixes)) == len(suffixes)
    assert all(each.media_type and each.name for each in formats())


def test_geopackage_carries_styles_that_switch_time_on(tmp_path: Path) -> None:
    import sqlite3
    from contextlib import closing
    from xml.etree import ElementTree

    out = tmp_path / "story.gpkg"
    write(Content(STORY), out)
    with closing(sqlite3.connect(out)) as raw:
        styles = dict(raw.execute("SELECT f_table_name, styleQML FROM layer_styles"))
        columns = {row[1]: row[2] for row in raw.execute("PRAGMA table_info(events)")}
        (wrong,) = raw.execute("PRAGMA integrity_check").fetchone()
    assert wrong == "ok"
    assert set(styles) == set(LAYERS)
    for style in styles.values():
        time = ElementTree.fromstring(style).find("temporal")
        assert time is not None
        assert time.get("enabled") == "1"
        assert [columns[time.get(end, "")] for end in ("startField", "endField")] == ["DATE"] * 2


GDAL = {".gpkg": "events", ".fgb": None, ".shp.zip": "events"}


@pytest.mark.parametrize("suffix", GDAL)
def test_dates_are_dates_and_nothing_stands_at_zero_zero(tmp_path: Path, suffix: str) -> None:
    import pyogrio

    out = tmp_path / f"story{suffix}"
    write(Content(STORY), out)
    frame = pyogrio.read_dataframe(out, layer=GDAL[suffix])
    frame = frame.set_index("id").loc[[feature.id for feature in events(STORY)]]
    assert frame.crs.to_epsg() == 4326
    assert str(frame.start_date["e1"])[:10] == "1992-01-01"
    assert str(frame.start_date.dtype).startswith("datetime64")
    assert frame.start_date.isna()["e8"], "undated"
    assert frame.start_date.isna()["e6"], "GDAL has no day before the year 1"
    assert frame.edtf["e6"] == "-0043-03-15"
    assert frame.geometry.isna()["e7"], "unlocated"
    assert (frame.geometry["e1"].x, frame.geometry["e1"].y) == (49.89201, 40.37767)
    assert frame.quote["e3"] == EVENTS[2].evidence[0].of(TEXT)


def test_geopackage_holds_all_layers(tmp_path: Path) -> None:
    import pyogrio

    out = tmp_path / "story.gpkg"
    write(Content(STORY, selection=Selection.parse(start="1990", end="1996")), out)
    found = {name for name, _ in pyogrio.list_layers(out)}
    assert found == {*LAYERS, "layer_styles"}
    assert list(pyogrio.read_dataframe(out, layer="events").id) == ["e1", "e2", "e5"]
    (area,) = pyogrio.read_dataframe(out, layer="areas").itertuples()
    assert area.name == "Nakhchivan"
    assert not area.approximate


def test_shapefile_cuts_long_text_at_a_letter(tmp_path: Path) -> None:
    import pyogrio

    title = "ə" * 200
    event = replace(EVENTS[0], title=title)
    story = replace(STORY, annotation=replace(STORY.annotation, events=(event,)))
    out = tmp_path / "story.shp.zip"
    write(Content(story), out)
    (row,) = pyogrio.read_dataframe(out).itertuples()
    assert row.title == "ə" * 127
    assert row.plc_precis == "settlement"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path / "stories.sqlite")
    store.save(STORY)
    store.save(replace(STORY, slug="again"))
    yield store
    store.close()


_HOLD_LIBRARIES = [(each, layer) for each, layer in LAYERED if each.holds_library]


@pytest.mark.parametrize(
    ("format_", "layer"), _HOLD_LIBRARIES, ids=lambda v: getattr(v, "suffix", v)
)
def test_whole_library_in_every_format_that_holds_one(
    tmp_path: Path, library: SqliteStore, format_: Format, layer: LayerName
) -> None:
    out, alone = tmp_path / f"out{format_.suffix}", tmp_path / f"alone{format_.suffix}"
    write(whole_library(library, layer, Selection()), out)
    write(Content(STORY, layer), alone)
    assert _counted(out) == _counted(alone) * (2 if layer == "events" else 1)


def _counted(path: Path) -> int:
    import geopandas
    import pyogrio

    if path.suffix == ".parquet":
        return len(geopandas.read_parquet(path))
    return int(pyogrio.read_info(path)["features"])


def test_whole_library_in_a_geopackage_has_all_layers(
    tmp_path: Path, library: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pyogrio

    monkeypatch.setattr("mapapp.formats.spool._BATCH", 3)
    out = tmp_path / "all.gpkg"
    write(whole_library(library, "events", Selection()), out)
    events_ = pyogrio.raw.read(out, layer="events", columns=["id"])[3][0]
    assert len(set(events_)) == 18
    assert {each.partition(":")[0] for each in events_} == {"zoo", "again"}
    assert {name for name, _ in pyogrio.list_layers(out)} >= set(LAYERS)


def test_window_over_a_whole_library(library: SqliteStore) -> None:
    chosen = Selection.parse(start="1992", end="1992", bbox="44,38,51,42")
    told = b"".join(pieces(whole_library(library, "events", chosen), format_of(".geojson")))
    mine = [each.id for each in events(STORY, chosen)]
    assert [it["id"] for it in json.loads(told)["features"]] == [
        *(f"zoo:{id_}" for id_ in mine), *(f"again:{id_}" for id_ in mine)
    ]  # fmt: skip


def test_format_of_one_story_refuses_a_library(library: SqliteStore) -> None:
    with pytest.raises(QueryError, match=r"iCalendar holds one story.*\.geojson"):
        pieces(whole_library(library, "events", Selection()), format_of(".ics"))
