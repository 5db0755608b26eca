"""Points of the tables lie where they say: on the globe's right side, in or near their country."""

from functools import cache

import pytest

import shapely

from mapapp import resources
from mapapp.layers.outlines import outline
from mapapp.model import Place
from mapapp.places.gazetteer.tables import read_table

TABLES = ("features.csv", "waters.csv", "regions.csv", "ancient.csv", "sites.csv", "airports.csv")
KM = 1 / 111  # in degrees, a little more towards the poles
LEEWAY = 60 * KM  # coasts are coarse in outlines of 1:50m
ISLET = 40  # km, up to which an island may be missing in them
# Natural Earth draws these with whoever governs them, which the tables do not settle.
HELD_OTHERWISE = {
    "Kerch Peninsula", "Cape Fiolent", "Simferopol International Airport", "Alma River",
    "Chersonesus", "Somaliland", "Cape Bojador", "Senkaku Islands", "Liancourt Rocks",
    # Groups of islets over a wide sea, missing too.
    "Kermadec Islands", "Austral Islands", "Saint Paul's Rocks",
}  # fmt: skip


@cache
def country(code: str) -> shapely.Geometry | None:
    found = outline(Place("test", "test", "country", country=code))
    return None if found is None else found.shape


def placed(name: str) -> list[Place]:
    return [entry.place for entry in read_table(resources.geodata("gazetteer", name))]


@pytest.mark.parametrize("table", TABLES)
def test_a_place_lies_in_or_near_its_country(table: str) -> None:
    far = []
    for place in placed(table):
        shape = country(place.country) if place.country else None
        islet = place.kind == "island" and (place.radius_km or 0) <= ISLET
        if shape is None or islet or place.name in HELD_OTHERWISE:
            continue
        away = shape.distance(shapely.Point(place.lon, place.lat))
        if away > LEEWAY + (place.radius_km or 0) * KM:
            far.append((place.name, place.country, round(away, 1)))
    assert far == []


def test_no_two_tables_give_one_name_to_one_spot() -> None:
    places = [place for table in TABLES for place in placed(table)]
    seen = [(place.name, round(place.lon or 0), round(place.lat or 0)) for place in places]
    assert sorted(seen) == sorted(set(seen))
