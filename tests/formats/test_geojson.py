"""GeoJSON held to RFC 7946 by geojson-pydantic, and its `time` to JSON-FG 1.0."""

import json
import warnings
from datetime import date
from typing import Any

import pytest

from mapapp.formats import Content, format_of, pieces
from mapapp.layers import LAYERS, LayerName
from mapapp.model import Story

from tests import stories_zoo
from tests.zoo import EMPTY, STORY

STORIES = [
    STORY,
    EMPTY,
    stories_zoo.caucasus(),
    stories_zoo.pacific(),
    stories_zoo.ages(),
    stories_zoo.hostile(),
]
EACH = pytest.mark.parametrize(
    ("story", "layer"),
    [(story, layer) for story in STORIES for layer in LAYERS],
    ids=lambda value: getattr(value, "slug", value),
)


def body(story: Story, layer: LayerName) -> bytes:
    return b"".join(pieces(Content(story, layer), format_of(".geojson")))


@EACH
def test_a_reader_of_another_hand_takes_it(story: Story, layer: LayerName) -> None:
    from geojson_pydantic import FeatureCollection

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "BBOX crossing the Antimeridian")  # section 5.2 has them
        found = FeatureCollection.model_validate_json(body(story, layer))
    assert len(found.features) == len(json.loads(body(story, layer))["features"])


@EACH
def test_positions_and_members_are_those_of_the_standard(story: Story, layer: LayerName) -> None:
    import shapely

    told = json.loads(body(story, layer))
    assert "crs" not in told
    assert "coordinates" not in told
    ids = [feature["id"] for feature in told["features"]]
    assert len(set(ids)) == len(ids)
    for feature in told["features"]:
        assert not {"coordinates", "geometries", "features"} & set(feature)
        assert all(not isinstance(value, list | dict) for value in feature["properties"].values())
        if feature["geometry"] is None:
            continue
        shape = shapely.geometry.shape(feature["geometry"])
        west, south, east, north = shape.bounds
        assert -180 <= west <= east <= 180
        assert -90 <= south <= north <= 90
        assert shape.is_valid
        for polygon in [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]:
            assert polygon.exterior.is_ccw
            assert not any(hole.is_ccw for hole in polygon.interiors)
        assert len(str(west).partition(".")[2]) <= 6


@EACH
def test_time_is_json_fgs(story: Story, layer: LayerName) -> None:
    told = json.loads(body(story, layer))
    assert told["conformsTo"] == ["http://www.opengis.net/spec/json-fg-1/1.0/conf/core"]
    for feature in told["features"]:
        assert "conformsTo" not in feature, "of the root alone"
        assert "place" not in feature, "it may not say again what the geometry says"
        _check_time(feature["time"], feature["properties"])


def _check_time(time: dict[str, Any] | None, properties: dict[str, Any]) -> None:
    if time is None:
        ends = [properties["start_date"], properties["end_date"]]
        assert ends == [None, None] or any(end and end.startswith("-") for end in ends)
        return
    assert len(time) == 1
    if "date" in time:
        assert date.fromisoformat(time["date"])
        return
    first, last = time["interval"]
    assert [first, last] != ["..", ".."]
    days = [date.fromisoformat(end) for end in (first, last) if end != ".."]
    assert days == sorted(days)
