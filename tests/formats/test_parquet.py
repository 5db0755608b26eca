"""GeoParquet: its metadata held to the rules of version 1.1, its rows read by pyarrow."""

import io
import json
from datetime import date
from typing import Any

import jsonschema
import pyarrow.parquet
import pytest

from mapapp.errors import UnknownFormat
from mapapp.formats import Content, format_of, pieces
from mapapp.layers import LAYERS, LayerName, features
from mapapp.model import Annotation, Article, Story

from tests import stories_zoo
from tests.zoo import EMPTY, EVENTS, STORY, TEXT

NOWHERE = Story("nowhere", Annotation(Article(TEXT), events=(EVENTS[6],)))
STORIES = [STORY, EMPTY, NOWHERE, stories_zoo.pacific()]

# The members that the specification names, clauses "File metadata" and "Column metadata".
_PATH = {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2}
_CORNERS = ["xmin", "ymin", "xmax", "ymax"]
_COLUMN = {
    "type": "object",
    "required": ["encoding", "geometry_types"],
    "properties": {
        "encoding": {"enum": ["WKB"]},
        "geometry_types": {
            "type": "array",
            "uniqueItems": True,
            "items": {"enum": ["Point", "Polygon", "MultiPolygon"]},
        },
        "orientation": {"const": "counterclockwise"},
        "bbox": {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4},
        "covering": {
            "type": "object",
            "required": ["bbox"],
            "properties": {
                "bbox": {
                    "type": "object",
                    "required": _CORNERS,
                    "properties": dict.fromkeys(_CORNERS, _PATH),
                    "additionalProperties": False,
                }
            },
        },
    },
    "additionalProperties": False,
}
_FILE = {
    "type": "object",
    "required": ["version", "primary_column", "columns"],
    "properties": {
        "version": {"const": "1.1.0"},
        "primary_column": {"const": "geometry"},
        "columns": {"type": "object", "minProperties": 1, "additionalProperties": _COLUMN},
    },
}


def opened(story: Story, layer: LayerName = "events") -> pyarrow.parquet.ParquetFile:
    body = b"".join(pieces(Content(story, layer), format_of(".parquet")))
    return pyarrow.parquet.ParquetFile(io.BytesIO(body))


def about(file: pyarrow.parquet.ParquetFile) -> dict[str, Any]:
    def refuse(text: str) -> None:
        pytest.fail(f"{text} is no JSON")

    found: dict[str, Any] = json.loads(file.metadata.metadata[b"geo"], parse_constant=refuse)
    return found


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)
def test_the_metadata_keep_the_specification(story: Story, layer: LayerName) -> None:
    file = opened(story, layer)
    told = about(file)
    jsonschema.validate(told, _FILE)
    column = told["columns"]["geometry"]
    rows = file.read().to_pylist()
    boxes = [row["bbox"] for row in rows if row["bbox"]]
    assert len(rows) == len(list(features(story, layer)))
    assert [row["bbox"] is None for row in rows] == [row["geometry"] is None for row in rows]
    assert bool(boxes) == bool(column["geometry_types"]) == ("bbox" in column)
    if boxes:
        assert column["bbox"] == [
            min(box["xmin"] for box in boxes), min(box["ymin"] for box in boxes),
            max(box["xmax"] for box in boxes), max(box["ymax"] for box in boxes),
        ]  # fmt: skip


@pytest.mark.parametrize("layer", LAYERS)
def test_the_columns_are_the_same_in_every_file(layer: LayerName) -> None:
    full, *others = (opened(story, layer).schema_arrow for story in STORIES)
    assert all(each.equals(full) for each in others)
    assert str(full.field("start_date").type) == "date32[day]"
    assert full.names[0] == "id"


def test_rows_are_the_events() -> None:
    rows = {row["id"]: row for row in opened(STORY).read().to_pylist()}
    assert list(rows) == [feature.id for feature in features(STORY, "events")]
    assert rows["e2"]["start_date"] == date(1992, 3, 14)
    assert (rows["e6"]["start_date"], rows["e6"]["edtf"]) == (None, "-0043-03-15")
    assert rows["e7"]["geometry"] is None


def test_geopandas_reads_it_longitude_first() -> None:
    import geopandas

    body = b"".join(pieces(Content(STORY), format_of(".parquet")))
    frame = geopandas.read_parquet(io.BytesIO(body)).set_index("id")
    assert frame.crs == "OGC:CRS84"
    assert (frame.geometry["e1"].x, frame.geometry["e1"].y) == (49.89201, 40.37767)
    assert frame.geometry["e7"] is None


def test_a_box_asked_of_the_file_is_asked_of_the_column_of_boxes() -> None:
    import geopandas

    body = b"".join(pieces(Content(STORY), format_of(".parquet")))
    frame = geopandas.read_parquet(io.BytesIO(body), bbox=(44, 38, 51, 42))
    assert set(frame.id) == {"e1", "e2", "e3", "e5", "e8"}


def test_without_pyarrow_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mapapp.formats.parquet.find_spec", lambda name: None)
    with pytest.raises(UnknownFormat, match=r"pip install 'mapapp\[parquet\]'"):
        list(pieces(Content(STORY), format_of(".parquet")))
