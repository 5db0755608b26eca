"""TopoJSON (its specification 1.0): arcs that neighbours share, read and thinned out.

Borders are simplified arc by arc, so that two countries keep one border between them; shapely
alone, polygon by polygon, would tear them apart.
"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

Point = tuple[int, int]  # quantised x, y
Arc = list[Point]
_AT_POLE = -89.9  # degrees
Nested = Any  # arc indexes, one to three lists deep, as TopoJSON has them


class Shape(msgspec.Struct, frozen=True, omit_defaults=True):
    """A geometry of a topology."""

    type: str
    arcs: Nested
    id: str = ""
    properties: dict[str, Any] = {}


class Topology(msgspec.Struct, frozen=True):
    """Arcs in quantised absolute coordinates and shapes made of them.

    Attributes
    ----------
    scale, translate : pair of float
        degrees = quantised * scale + translate.
    """

    arcs: list[Arc]
    shapes: list[Shape]
    scale: tuple[float, float]
    translate: tuple[float, float]

    def degrees(self, point: Point) -> tuple[float, float]:
        """Longitude and latitude of a quantised point."""
        return (
            point[0] * self.scale[0] + self.translate[0],
            point[1] * self.scale[1] + self.translate[1],
        )

    def quantised(self, lon: float, lat: float) -> Point:
        """The quantised point nearest to a longitude and a latitude."""
        return (
            round((lon - self.translate[0]) / self.scale[0]),
            round((lat - self.translate[1]) / self.scale[1]),
        )


def read(path: Path, name: str) -> Topology:
    """The object `name` of a quantised TopoJSON file."""
    raw = json.loads(path.read_bytes())
    return Topology(
        arcs=[absolute(arc) for arc in raw["arcs"]],
        shapes=[
            Shape(each["type"], each.get("arcs", []), str(each.get("id", "")), each["properties"])
            for each in raw["objects"][name]["geometries"]
            if each.get("type")
        ],
        scale=tuple(raw["transform"]["scale"]),
        translate=tuple(raw["transform"]["translate"]),
    )


def absolute(deltas: Sequence[Sequence[int]]) -> Arc:
    """The arc from what TopoJSON writes: the first point, then differences."""
    x = y = 0
    arc = []
    for dx, dy in deltas:
        x, y = x + dx, y + dy
        arc.append((x, y))
    return arc


def deltas(arc: Sequence[Point]) -> list[Point]:
    """The arc as TopoJSON writes it: the first point, then differences."""
    before = [(0, 0), *arc]
    return [(x - px, y - py) for (x, y), (px, py) in zip(arc, before, strict=False)]


def rings(shape: Shape) -> list[list[list[int]]]:
    """The shape's polygons, each a list of rings, each a list of arc indexes."""
    return [shape.arcs] if shape.type == "Polygon" else list(shape.arcs)


def without_pole(world: Topology) -> Topology:
    """The topology without rings that do nothing but walk along the South Pole.

    Antarctica comes as such a ring with its coast as the hole; the coast is what is land.
    """

    def hugs(ring: list[int]) -> bool:
        points = (p for i in ring for p in world.arcs[i if i >= 0 else ~i])
        return all(world.degrees(point)[1] < _AT_POLE for point in points)

    shapes = []
    for shape in world.shapes:
        kept = [[ring for ring in polygon if not hugs(ring)] for polygon in rings(shape)]
        shapes.append(Shape("MultiPolygon", [p for p in kept if p], shape.id, shape.properties))
    return Topology(world.arcs, shapes, world.scale, world.translate)


def thinned(arc: Arc, tolerance: Callable[[Point], float]) -> Arc:
    """The arc with fewer points: Douglas and Peucker's method, the tolerance differing by place.

    A point stays when it lies further off the chord than the tolerance at that point, in
    quantised units; both ends stay, and a closed arc keeps at least a triangle.
    """
    if len(arc) < 3:
        return arc
    keep = {0, len(arc) - 1}
    stack = [(0, len(arc) - 1)]
    if arc[0] == arc[-1]:
        far = max(range(len(arc)), key=lambda i: _square(arc[i], arc[0]))
        keep.add(far)
        stack = [(0, far), (far, len(arc) - 1)]
    limits = [tolerance(point) ** 2 for point in arc]
    while stack:
        start, end = stack.pop()
        index = _worst(arc, limits, start, end)
        if index is not None:
            keep.add(index)
            stack += [(start, index), (index, end)]
    return [arc[i] for i in sorted(keep)]


def _square(a: Point, b: Point) -> int:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2


def _worst(arc: Arc, limits: list[float], start: int, end: int) -> int | None:
    """The point between two that lies furthest off their chord, by its squared limit; if any does.

    Nearly all the time of a base map is spent here, so it calls nothing.
    """
    (x, y), (end_x, end_y) = arc[start], arc[end]
    dx, dy = end_x - x, end_y - y
    length = dx * dx + dy * dy
    worst, found = 1.0, None
    for i in range(start + 1, end):
        px, py = float(arc[i][0] - x), float(arc[i][1] - y)
        if length:
            along = (px * dx + py * dy) / length
            along = 0.0 if along < 0.0 else 1.0 if along > 1.0 else along
            px -= along * dx
            py -= along * dy
        excess = (px * px + py * py) / limits[i]
        if excess > worst:
            worst, found = excess, i
    return found
