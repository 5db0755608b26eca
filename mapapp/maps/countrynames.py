"""Names of countries on the base map, each where it has most room."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from mapapp.layers.outlines import iso_code
from mapapp.maps.arc import wrapped_lon
from mapapp.maps.detail import far_world
from mapapp.maps.focus import across
from mapapp.maps.topology import Shape, Topology, rings
from mapapp.model import BBox

_LEAST = 0.2  # square degrees, under which a country goes without its name
_PART = 0.98  # share of a country from which it counts as all of it


class Label(msgspec.Struct, frozen=True, omit_defaults=True):
    """A name at a point; `size` is the radius in degrees of the room that it has there.

    `code` is a country's ISO 3166-1 alpha-2 code, by which its name is found in other languages.
    """

    text: str
    lon: float
    lat: float
    size: float
    kind: str
    code: str = ""


class _Country(NamedTuple):
    name: str
    code: str
    land: Any  # a shapely polygon, the country's largest
    label: Label | None


def country_labels(detailed: BBox) -> Iterator[Label]:
    """Each country's name at the roomiest spot: of the whole, and of the part in the focus."""
    import shapely

    frame = _frame(detailed)
    shapely.prepare(frame)
    for name, code, land, label in _countries():
        if label is not None:
            yield label
        if not frame.intersects(land):
            continue
        seen = land.intersection(frame)
        if seen.area < land.area * _PART:
            part = _label(seen, name, code)
            if part is not None:
                yield part


@lru_cache(maxsize=1)
def _countries() -> tuple[_Country, ...]:
    found = []
    for shape in far_world().shapes:
        name = str(shape.properties["name"])
        code = iso_code(shape.id or name)
        land = _largest(far_world(), shape)
        found.append(_Country(name, code, land, _label(land, name, code)))
    return tuple(found)


def _label(land: Any, name: str, code: str) -> Label | None:  # noqa: ANN401 - shapely is untyped
    from shapely import maximum_inscribed_circle

    solid = max(getattr(land, "geoms", [land]), key=lambda each: each.area)
    if solid.area < _LEAST:
        return None
    circle = maximum_inscribed_circle(solid, tolerance=0.2)
    lon, lat = circle.coords[0]
    lon = round(wrapped_lon(lon), 2)
    return Label(name, lon, round(lat, 2), round(circle.length, 2), "country", code)


def _frame(box: BBox) -> Any:  # noqa: ANN401 - shapely is untyped
    """The box as an area; on both sides of the world where it spans the antimeridian."""
    from shapely import box as rectangle
    from shapely import union_all

    west, east = box.west, box.west + across(box)
    sides = (0.0,) if east <= 180.0 else (-360.0, 0.0)
    return union_all([rectangle(west + by, box.south, east + by, box.north) for by in sides])


def _largest(world: Topology, shape: Shape) -> Any:  # noqa: ANN401 - shapely is untyped
    from shapely import Polygon

    polygons = [Polygon()]
    for polygon in rings(shape):
        line: list[tuple[float, float]] = []
        turn = 0.0
        for index in polygon[0]:
            arc = world.arcs[index] if index >= 0 else world.arcs[~index][::-1]
            for lon, lat in map(world.degrees, arc):
                if line and abs(lon + turn - line[-1][0]) > 180:  # over the antimeridian
                    turn += 360 if lon + turn < line[-1][0] else -360
                line.append((lon + turn, lat))
        if len(line) > 3:
            polygons.append(Polygon(line).buffer(0))
    return max(polygons, key=lambda each: each.area)
