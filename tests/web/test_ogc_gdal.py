"""The API as GDAL's OAPIF driver reads it, and QGIS by the same rules."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from mapapp.model import BBox, Event, Interval, Selection, day_number
from mapapp.stories import open_store
from tools.serving import served
from tools.synthetic import library

from tests.zoo import STORY

MANY = 2500
WINDOW = Interval(day_number(1990), day_number(1991))


@pytest.fixture(scope="module")
def events() -> list[Event]:
    # GDAL holds the year -43, pyogrio does not.
    zoo = [each for each in STORY.annotation.events if each.modality == "asserted"]
    told = [each for story in library(MANY) for each in story.annotation.events]
    return [*told, *(each for each in zoo if each.id != "e6")]


@pytest.fixture(scope="module")
def address(events: list[Event], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    database = tmp_path_factory.mktemp("gdal") / "stories.sqlite"
    store = open_store(database)
    for story in library(MANY):
        store.save(story)
    store.save(replace(STORY, annotation=replace(STORY.annotation, events=tuple(events[MANY:]))))
    with served(database) as found:
        yield f"{found}/ogc"


def read(address: str, layer: str | None = None, **options: Any) -> Any:  # noqa: ANN401
    import pyogrio

    return pyogrio.read_dataframe(address, layer=layer, **options)


def test_collections_are_layers(address: str) -> None:
    import pyogrio

    assert {name for name, _ in pyogrio.list_layers(f"OAPIF:{address}")} == {
        "events",
        "places",
        "areas",
    }


def test_every_page_is_read_once(address: str, events: list[Event]) -> None:
    found = read(f"OAPIF:{address}", "events")
    assert len(found) == len(set(found["id"])) == len(events)
    assert set(found["title"]) == {event.title for event in events}
    assert found.crs == "OGC:CRS84" or found.crs.to_epsg() == 4326
    assert str(found["start_date"].dtype).startswith("datetime64")
    assert not (found.geometry.x.eq(0) & found.geometry.y.eq(0)).any()


def test_box(address: str, events: list[Event]) -> None:
    found = read(f"OAPIF:{address}", "events", bbox=(0, 0, 60, 60))
    inside = Selection(bbox=BBox(0, 0, 60, 60))
    assert sorted(found["title"]) == sorted(each.title for each in events if inside.takes(each))


def test_areas_are_polygons(address: str) -> None:
    found = read(f"OAPIF:{address}", "areas")
    assert set(found.geometry.geom_type) <= {"Polygon", "MultiPolygon"}
    assert found.geometry.is_valid.all()


def test_category_is_asked_of_the_server(address: str, events: list[Event]) -> None:
    found = read(f"OAPIF:{address}", "events", where="category = 'visit'")
    assert len(found) == sum(event.category == "visit" for event in events)


def test_window_by_dates_of_a_layer(address: str, events: list[Event]) -> None:
    found = read(
        f"OAPIF:{address}",
        "events",
        where="start_date >= '1990-01-01' AND start_date <= '1991-01-01'",
    )
    # GDAL sends both as `datetime`: what overlaps comes back, and what has no date.
    window = Selection(WINDOW, keep_undated=True)
    assert sorted(found["title"]) == sorted(each.title for each in events if window.takes(each))


def test_window_in_the_address(address: str, events: list[Event]) -> None:
    query = "datetime=1990-01-01T00:00:00Z/1991-01-01T00:00:00Z&undated=exclude"
    found = read(f"{address}/collections/events/items?{query}")
    window = Selection(WINDOW)
    expected = sorted(each.title for each in events if window.takes(each))
    assert expected
    assert sorted(found["title"]) == expected


def test_days_before_the_year_1_cost_no_row(tmp_path: Path) -> None:
    database = tmp_path / "stories.sqlite"
    open_store(database).save(STORY)
    with served(database) as site:
        found = read(f"OAPIF:{site}/ogc", "events").set_index("title")
        assert len(found) == sum(e.modality == "asserted" for e in STORY.annotation.events)
        assert found.loc["Caesar was killed", "edtf"] == "-0043-03-15"
        places = read(f"OAPIF:{site}/ogc", "places").set_index("name")
        assert places.loc["Turkey", "radius_km"] == 500
