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
from mapapp.locale import LANGUAGES, current
from mapapp.maps.countrynames import Label, country_labels
from mapapp.maps.detail import LonLat, detailed_arcs, tolerance_in, world
from mapapp.maps.divisions import Division, divisions
from mapapp.maps.focus import Focus, padded
from mapapp.maps.placenames import country_name
from mapapp.maps.settlements import settlements
from mapapp.maps.topology import Arc, Point, Shape, Topology, deltas, rings, thinned
from mapapp.maps.waters import Kind, waters
from mapapp.model import BBox, Place
from mapapp.resources import geodata

_SPECK = 0.5  # degrees; a far island smaller than that is left out
_OUTLINE_STEPS = 2000  # an outline is thinned to this part of its size
_LOCAL = 150  # places around which the map is drawn in full,
_WIDE = 150  # km, and the radius up to which an area is
_MIDDLE = BBox(0.0, 0.0, 1.0, 1.0)  # any box, and a small one is soon drawn


class BaseMap(msgspec.Struct, frozen=True):
    """TopoJSON with objects `land`, `coast`, `borders`, `disputed`, `lakes`, `rivers`."""

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
    local = [place for place in places if (place.radius_km or 0) < _WIDE]
    areas = {place.id: shape for place in places if (shape := _outline(place))}
    base, labels = _basemap(focus.box, _points(focus.outside), _points(local[:_LOCAL]))
    towns = _town_labels(padded(focus.box, 0.5), places)
    spoken = [*map(_spoken, labels), *sea_labels()]
    return msgspec.json.encode(Sheet(base, [*spoken, *towns], areas)).decode()


def prepare() -> None:
    """Read what every base map is made of: the first story's would wait a second for it."""
    basemap(Focus(_MIDDLE, ()), ())


def _points(places: Iterable[Place]) -> tuple[LonLat, ...]:
    return tuple((p.lon, p.lat) for p in places if p.lon is not None and p.lat is not None)


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
def _basemap(
    box: BBox, around: tuple[LonLat, ...], local: tuple[LonLat, ...]
) -> tuple[msgspec.Raw, list[Label]]:
    """The base map, and the names of countries as Natural Earth has them."""
    whole = world()
    detailed = padded(box, 0.5)
    arcs = detailed_arcs(detailed, around, local)
    land, used = _land(whole, arcs, detailed)
    lines = _lines(used)
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
    drawn = [arcs[index] for index in sorted(used)]
    objects |= _waters(detailed, drawn)
    made = msgspec.json.encode(
        BaseMap(
            type="Topology",
            transform={"scale": whole.scale, "translate": whole.translate},
            objects=objects,
            arcs=[deltas(arc) for arc in drawn],
        )
    )
    return msgspec.Raw(made), list(country_labels(detailed))


def _spoken(label: Label) -> Label:
    return msgspec.structs.replace(label, text=country_name(label.code, label.text), code="")


def _land(whole: Topology, arcs: list[Arc], detailed: BBox) -> tuple[list[Shape], set[int]]:
    """Countries without far specks, and the arcs that they still need."""
    shapes: list[Shape] = []
    used: set[int] = set()
    for shape in whole.shapes:
        kept = [
            polygon for polygon in rings(shape) if not _is_speck(whole, arcs, polygon, detailed)
        ]
        if kept:
            shapes.append(Shape("MultiPolygon", kept, shape.id))
            used |= {index if index >= 0 else ~index for p in kept for ring in p for index in ring}
    return shapes, used


def _is_speck(whole: Topology, arcs: list[Arc], polygon: list[list[int]], detailed: BBox) -> bool:
    points = [
        whole.degrees(point)
        for index in polygon[0]
        for point in arcs[index if index >= 0 else ~index]
    ]
    if len(points) < 4:
        return True
    if any(detailed.contains(lon, lat) for lon, lat in points):
        return False
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return max(lons) - min(lons) < _SPECK and max(lats) - min(lats) < _SPECK


def _lines(used: set[int]) -> dict[str, list[int]]:
    """Each arc once, by what it divides: land from water, country from country."""
    names = {"coast": "coast", "border": "borders", "disputed": "disputed"}
    lines: dict[str, list[int]] = {name: [] for name in names.values()}
    for index, division in enumerate(_divisions()):
        if index in used and division in names:
            lines[names[division]].append(index)
    return lines


@lru_cache(maxsize=1)
def _divisions() -> list[Division]:
    return divisions(world())


def _waters(detailed: BBox, drawn: list[Arc]) -> dict[str, dict[str, object]]:
    """Rivers and lakes of the story's surroundings, whose arcs are added to those drawn."""
    found: dict[Kind, list[list[int]]] = {"lakes": [], "rivers": []}
    fine = tolerance_in(detailed)
    for kind, line in waters():
        if not any(detailed.contains(lon, lat) for lon, lat in line[::4]):
            continue
        arc = thinned([world().quantised(lon, lat) for lon, lat in line], lambda _: fine)
        if len(arc) > (3 if kind == "lakes" else 1):
            found[kind].append([len(drawn)])
            drawn.append(arc)
    return {
        "lakes": {"type": "MultiPolygon", "arcs": [[ring] for ring in found["lakes"]]},
        "rivers": {"type": "MultiLineString", "arcs": found["rivers"]},
    }


def _renumbered(shape: Shape, numbers: dict[int, int]) -> Shape:
    arcs = [
        [[numbers[i] if i >= 0 else ~numbers[~i] for i in ring] for ring in polygon]
        for polygon in shape.arcs
    ]
    return Shape(shape.type, arcs, shape.id)


def _town_labels(detailed: BBox, places: Iterable[Place]) -> list[Label]:
    """Towns with the distance to the next larger one for their room."""
    return [
        Label(town.name, town.lon, town.lat, town.room, "town")
        for town in settlements(detailed, places)
    ]


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
