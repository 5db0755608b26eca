import json

import pytest
from msgspec.structs import replace

import shapely

from mapapp.layers import areas, collection, encode, features, outline
from mapapp.model import Place
from mapapp.resources import geodata

from tests.zoo import BAKU, FIJI, KARABAKH, NAKHCHIVAN, STORY, TURKEY

BY_ID = {feature.id: feature for feature in areas(STORY)}
AZERBAIJAN = Place("gn:587116", "Azerbaijan", "country", 47.5, 40.5, country="AZ")
REGIONS = json.loads(geodata("areas", "regions.geojson").read_bytes())["features"]


def _shape(id_: str) -> shapely.Geometry:
    return shapely.from_geojson(encode(BY_ID[id_]))


def test_places_with_an_outline_and_no_others() -> None:
    assert list(BY_ID) == [TURKEY.id, NAKHCHIVAN.id, KARABAKH.id, FIJI.id]


def test_countries_are_natural_earths_and_regions_say_that_they_are_approximate() -> None:
    turkey, karabakh = BY_ID[TURKEY.id].properties, BY_ID[KARABAKH.id].properties
    assert "Natural Earth" in turkey.outline_source
    assert (turkey.approximate, karabakh.approximate) == (False, True)
    assert karabakh.name == "Karabakh / Artsakh"


def test_nakhchivan_is_the_part_that_holds_the_town() -> None:
    part, whole = outline(NAKHCHIVAN), outline(AZERBAIJAN)
    assert part is not None
    assert whole is not None
    town, baku = shapely.Point(45.41, 39.21), shapely.Point(BAKU.lon, BAKU.lat)
    assert part.shape.contains(town)
    assert not part.shape.contains(baku)
    assert whole.shape.contains(town), "the country stays whole"
    assert part.shape.area < whole.shape.area / 5


@pytest.mark.parametrize("id_", BY_ID)
def test_outer_rings_run_counter_clockwise_and_close(id_: str) -> None:
    shape = _shape(id_).geoms[0] if _shape(id_).geom_type == "GeometryCollection" else _shape(id_)
    assert shape.is_valid
    for polygon in shapely.get_parts(shape):
        assert polygon.exterior.is_ccw
        assert polygon.exterior.coords[0] == polygon.exterior.coords[-1]
        assert not any(hole.is_ccw for hole in polygon.interiors)


def test_no_more_than_six_decimals() -> None:
    written = b"".join(encode(feature) for feature in BY_ID.values()).decode()
    decimals = [number.partition(".")[2] for number in written.replace("]", ",").split(",")]
    assert max(len(d) for d in decimals if d.isdigit()) <= 6


def test_box_over_the_antimeridian_runs_from_east_to_west() -> None:
    west, south, east, north = json.loads(encode(BY_ID[FIJI.id]))["bbox"]
    assert 170 < west < 180
    assert -180 < east < -170
    assert -22 < south < north < -12


@pytest.mark.parametrize(
    ("country", "inside", "outside"),
    [
        ("RU", [(37.6, 55.8), (178.0, 66.5), (-175.0, 66.5)], [(0.0, 66.5), (20.0, 60.0)]),
        ("FJ", [(178.0, -17.8), (-179.85, -16.8)], [(0.0, -16.5)]),
        ("AQ", [(0.0, -80.0), (90.0, -80.0)], [(0.0, -50.0)]),
        ("US", [(-98.0, 39.0), (173.0, 52.95)], [(-60.0, 52.9)]),
    ],
)
def test_countries_across_the_antimeridian_are_cut_there(
    country: str, inside: list[tuple[float, float]], outside: list[tuple[float, float]]
) -> None:
    found = outline(Place("x:1", "X", "country", country=country))
    assert found is not None
    assert found.shape.is_valid
    assert all(found.shape.contains(shapely.Point(at)) for at in inside)
    assert not any(found.shape.contains(shapely.Point(at)) for at in outside)
    assert found.shape.bounds[0] >= -180
    assert found.shape.bounds[2] <= 180


def test_box_of_others_holds_them() -> None:
    west, south, east, north = json.loads(encode(BY_ID[TURKEY.id]))["bbox"]
    assert west < 26.5
    assert east > 44
    assert south < 36.5
    assert north > 41.5


def test_country_without_a_shape_is_left_out() -> None:
    assert outline(replace(TURKEY, country="ZZ")) is None
    assert outline(replace(TURKEY, country=None)) is None
    assert outline(BAKU) is None, "a town in a country is not that country"


@pytest.mark.parametrize("region", REGIONS, ids=lambda region: region["id"])
def test_every_region_of_ours_is_an_area(region: dict[str, object]) -> None:
    found = outline(Place(f"ma:{region['id']}", "X", "region", 0.0, 0.0))
    assert found is not None
    assert found.shape.is_valid
    assert found.shape.area > 0
    assert set(region) == {"type", "id", "properties", "geometry"}


def test_regions_hold_what_lies_in_them() -> None:
    for region, lon, lat in [
        ("karabakh", 46.749, 39.758),
        ("nagorno-karabakh", 46.752, 39.818),
        ("syunik", 46.406, 39.208),
        ("caucasus", 44.8, 41.72),
        ("north-caucasus", 45.7, 43.32),
        ("south-caucasus", 49.87, 40.4),
        ("crimea", 34.1, 44.95),
        ("donbas", 37.8, 48.0),
        ("kashmir", 74.8, 34.08),
        ("balkans", 23.32, 42.7),
        ("central-asia", 69.24, 41.3),
        ("middle-east", 44.4, 33.3),
        ("abkhazia", 41.02, 43.0),
        ("south-ossetia", 43.97, 42.225),
    ]:
        found = outline(Place(f"ma:{region}", region, "region"))
        assert found is not None
        assert found.shape.contains(shapely.Point(lon, lat)), region


def test_layer_is_read_back_by_gdal(tmp_path: object) -> None:
    import pyogrio

    body = b"".join(collection(features(STORY, "areas")))
    frame = pyogrio.read_dataframe(body)
    assert list(frame.name) == [feature.properties.name for feature in BY_ID.values()]
    assert frame.geometry.is_valid.all()
    assert frame.crs.to_epsg() == 4326
