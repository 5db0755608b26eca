"""The base map: Natural Earth's countries, fine where the story is and coarse elsewhere.

Drawn from world-atlas (ISC) out of Natural Earth (public domain). One small TopoJSON for the
whole world: a reader can pan anywhere, and only the story's surroundings carry detail. Natural
Earth draws who holds land, not who claims it; where a side of a border is itself in dispute,
the border is marked so.
"""

import csv
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from mapapp.layers import outline
from mapapp.layers.outlines import iso_code
from mapapp.locale import LANGUAGES, current
from mapapp.maps.divisions import divisions
from mapapp.maps.focus import Focus, across, padded
from mapapp.maps.placenames import country_name
from mapapp.maps.settlements import settlements
from mapapp.maps.topology import (
    Arc,
    Point,
    Shape,
    Topology,
    deltas,
    read,
    rings,
    thinned,
    without_pole,
)
from mapapp.model import BBox, Place
from mapapp.resources import browser_package, geodata

_FAR, _AROUND = 0.25, 0.06  # degrees of tolerance far away, and around places outside the focus
_STEPS = 3000  # the focus is drawn as finely as a picture so many pixels wide could show
_SPECK = 0.5  # degrees; a far island smaller than that is left out
_OUTLINE_STEPS = 500  # an outline is thinned to this part of its size
_NEIGHBOURHOOD = 4.0  # degrees around a place outside the focus


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


class BaseMap(msgspec.Struct, frozen=True):
    """TopoJSON with objects `land`, `coast`, `borders`, `disputed`."""

    type: str
    transform: dict[str, tuple[float, float]]
    objects: dict[str, dict[str, object]]
    arcs: list[list[Point]]


class Sheet(msgspec.Struct, frozen=True):
    """The base map, names on it, and outlines of a story's areas: MultiPolygons by place id."""

    base: msgspec.Raw
    labels: list[Label]
    areas: dict[str, list[list[list[tuple[float, float]]]]]


def basemap(focus: Focus, places: Sequence[Place]) -> str:
    """The base map for a story's focus, with names and the outlines of its places, as JSON."""
    around = tuple(
        (place.lon, place.lat)
        for place in focus.outside
        if place.lon is not None and place.lat is not None
    )
    areas = {place.id: shape for place in places if (shape := _outline(place))}
    base, labels = _basemap(focus.box, around)
    towns = _town_labels(padded(focus.box, 0.5), places)
    spoken = [*map(_spoken, labels), *sea_labels()]
    return msgspec.json.encode(Sheet(base, [*spoken, *towns], areas)).decode()


def _outline(place: Place) -> list[list[list[tuple[float, float]]]]:
    """Rings of the place's outline, drawn as finely as its size calls for; empty without one."""
    found = outline(place)
    if found is None:
        return []
    import shapely

    west, south, east, north = found.shape.bounds
    tolerance = max(east - west, north - south) / _OUTLINE_STEPS
    thin = found.shape.simplify(tolerance)
    return [
        [
            [(round(x, 3), round(y, 3)) for x, y in ring.coords]
            for ring in (part.exterior, *part.interiors)
        ]
        for part in shapely.get_parts(thin)
        if not part.is_empty
    ]


@lru_cache(maxsize=64)
def _basemap(box: BBox, around: tuple[tuple[float, float], ...]) -> tuple[msgspec.Raw, list[Label]]:
    """The base map, and the names of countries as Natural Earth has them."""
    world = _world()
    detailed = padded(box, 0.5)
    arcs = _thin(world, detailed, around)
    land, used = _land(world, arcs, detailed)
    lines = _lines(world, used)
    renumbered = {old: new for new, old in enumerate(sorted(used))}
    objects: dict[str, dict[str, object]] = {
        "land": {
            "type": "GeometryCollection",
            "geometries": [_renumbered(shape, renumbered) for shape in land],
        }
    }
    for name, indexes in lines.items():
        objects[name] = {
            "type": "MultiLineString",
            "arcs": [[renumbered[index]] for index in indexes],
        }
    made = msgspec.json.encode(
        BaseMap(
            type="Topology",
            transform={"scale": world.scale, "translate": world.translate},
            objects=objects,
            arcs=[deltas(arcs[index]) for index in sorted(used)],
        )
    )
    return msgspec.Raw(made), list(_country_labels(world, detailed))


def _spoken(label: Label) -> Label:
    return msgspec.structs.replace(label, text=country_name(label.code, label.text), code="")


@lru_cache(maxsize=1)
def _world() -> Topology:
    return without_pole(read(browser_package("world-atlas", "countries-50m.json"), "countries"))


def _thin(world: Topology, detailed: BBox, around: Iterable[tuple[float, float]]) -> list[Arc]:
    fine = max(across(detailed), 1.0) / _STEPS
    unit = world.scale[0]
    near = tuple(around)

    def tolerance(point: Point) -> float:
        lon, lat = world.degrees(point)
        if detailed.contains(lon, lat):
            return fine / unit
        for x, y in near:
            if abs(x - lon) < _NEIGHBOURHOOD and abs(y - lat) < _NEIGHBOURHOOD:
                return _AROUND / unit
        return _FAR / unit

    return [thinned(arc, tolerance) for arc in world.arcs]


def _land(world: Topology, arcs: list[Arc], detailed: BBox) -> tuple[list[Shape], set[int]]:
    """Countries without far specks, and the arcs that they still need."""
    shapes: list[Shape] = []
    used: set[int] = set()
    for shape in world.shapes:
        kept = [
            polygon for polygon in rings(shape) if not _is_speck(world, arcs, polygon, detailed)
        ]
        if kept:
            shapes.append(Shape("MultiPolygon", kept, shape.id))
            used |= {index if index >= 0 else ~index for p in kept for ring in p for index in ring}
    return shapes, used


def _is_speck(world: Topology, arcs: list[Arc], polygon: list[list[int]], detailed: BBox) -> bool:
    points = [
        world.degrees(point)
        for index in polygon[0]
        for point in arcs[index if index >= 0 else ~index]
    ]
    if len(points) < 4:
        return True
    if any(detailed.contains(lon, lat) for lon, lat in points):
        return False
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return max(lons) - min(lons) < _SPECK and max(lats) - min(lats) < _SPECK


def _lines(world: Topology, used: set[int]) -> dict[str, list[int]]:
    """Each arc once, by what it divides: land from water, country from country."""
    names = {"coast": "coast", "border": "borders", "disputed": "disputed"}
    lines: dict[str, list[int]] = {name: [] for name in names.values()}
    for index, division in enumerate(divisions(world)):
        if index in used and division in names:
            lines[names[division]].append(index)
    return lines


def _renumbered(shape: Shape, numbers: dict[int, int]) -> Shape:
    arcs = [
        [[numbers[i] if i >= 0 else ~numbers[~i] for i in ring] for ring in polygon]
        for polygon in shape.arcs
    ]
    return Shape(shape.type, arcs, shape.id)


def _country_labels(world: Topology, detailed: BBox) -> list[Label]:
    """Each country's name at the roomiest spot: of the whole, and of the part in the focus."""
    from shapely import maximum_inscribed_circle

    frame = _frame(detailed)
    labels = []
    for shape in world.shapes:
        name = str(shape.properties["name"])
        code = iso_code(shape.id or name)
        whole = _largest(world, shape)
        seen = whole.intersection(frame)
        for part in [whole, seen] if 0 < seen.area < whole.area * 0.98 else [whole]:
            solid = max(getattr(part, "geoms", [part]), key=lambda each: each.area)
            if solid.area < 0.2:
                continue
            circle = maximum_inscribed_circle(solid, tolerance=0.2)
            lon, lat = circle.coords[0]
            labels.append(
                Label(name, round(lon, 2), round(lat, 2), round(circle.length, 2), "country", code)
            )
    return labels


def _town_labels(detailed: BBox, places: Iterable[Place]) -> list[Label]:
    """Towns with the distance to the next larger one for their room."""
    return [
        Label(town.name, town.lon, town.lat, town.room, "town")
        for town in settlements(detailed, places)
    ]


def _frame(box: BBox):  # type: ignore[no-untyped-def]  # noqa: ANN202 - shapely has no types
    """The box as an area; on both sides of the world where it spans the antimeridian."""
    from shapely import box as rectangle
    from shapely import union_all

    west, east = box.west, box.west + across(box)
    sides = (0.0,) if east <= 180.0 else (-360.0, 0.0)
    return union_all([rectangle(west + by, box.south, east + by, box.north) for by in sides])


def _largest(world: Topology, shape: Shape):  # type: ignore[no-untyped-def]  # noqa: ANN202 - shapely has no types
    from shapely import Polygon

    polygons = []
    for polygon in rings(shape):
        line: list[tuple[float, float]] = []
        turn = 0.0
        for index in polygon[0]:
            arc = world.arcs[index] if index >= 0 else world.arcs[~index][::-1]
            for lon, lat in map(world.degrees, arc):
                if line and abs(lon + turn - line[-1][0]) > 180:  # over the antimeridian
                    turn += 360 if lon + turn < line[-1][0] else -360
                line.append((lon + turn, lat))
        polygons.append(Polygon(line).buffer(0))
    return max(polygons, key=lambda each: each.area)


def sea_labels() -> tuple[Label, ...]:
    """The names of oceans, seas and gulfs in the language that is spoken, the largest first."""
    return _sea_labels(current().tag)


@lru_cache(maxsize=len(LANGUAGES))
def _sea_labels(tag: str) -> tuple[Label, ...]:
    with geodata("basemap", "seas.csv").open(encoding="utf-8", newline="") as lines:
        found = [
            Label(
                row.get(tag) or row["name"],
                float(row["lon"]),
                float(row["lat"]),
                float(row["size"]),
                "sea",
            )
            for row in csv.DictReader(lines)
        ]
    return tuple(sorted(found, key=lambda label: -label.size))
