"""The ground of a picture: land, water, coasts and borders, out of Natural Earth.

As much detail as the scale shows: of the three sets of world-atlas the one that fits, thinned to
what a pixel can tell. Arcs out of sight shrink to a few points, so that a map of one valley does
not pay for the coast of Norway.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from mapapp.layers.outlines import iso_code
from mapapp.maps.arc import wrapped_lon
from mapapp.maps.divisions import Division, divisions
from mapapp.maps.picture import style
from mapapp.maps.picture.clip import clipped_line, clipped_ring, dense, unwrapped
from mapapp.maps.picture.frame import Frame, Room
from mapapp.maps.picture.projection import KM_IN_DEGREE
from mapapp.maps.picture.shapes import XY, Ink, Outline, Panel, Shape
from mapapp.maps.placenames import country_name
from mapapp.maps.topology import Arc, read, rings, thinned
from mapapp.maps.waters import Kind, waters
from mapapp.resources import browser_package

_SETS = ((6.0, "110m"), (60.0, "50m"))  # pixels in a degree up to which a set is fine enough
_FINEST = "10m"
_TOLERANCE = 0.4  # pixels
_WATERS = (12.0, 130.0)  # pixels in a degree between which rivers and lakes are drawn
_BEYOND = 1.0  # degrees seen beyond the edge, so that no line ends before it
_SHIFTS = (-360.0, 0.0, 360.0)
_STRIDES = 8  # an arc out of sight keeps so many points: none of its chords comes into sight
_DASHES = (4.0, 3.0)

Ring = list[tuple[float, float]]  # degrees east of the middle meridian, latitudes


def base_map(ground: "Ground", frame: Frame, measures: style.Measures) -> Iterator[Shape]:
    """Water, land, coasts and borders, the uncertain ones dashed."""
    room = frame.room
    if frame.is_world:
        yield Panel(room.x, room.y, room.width, room.height, Ink(fill=style.PAPER))
        yield Outline((_globe(frame),), Ink(fill=style.WATER), closed=True)
    else:
        yield Panel(room.x, room.y, room.width, room.height, Ink(fill=style.WATER))
    yield Outline(tuple(ground.land()), Ink(fill=style.LAND), closed=True)
    line = measures.line
    shores = tuple(ground.lakes())
    if shores:
        ink = Ink(fill=style.WATER, stroke=style.COAST, stroke_width=0.5 * line)
        yield Outline(shores, ink, closed=True)
    streams = tuple(ground.rivers())
    if streams:
        yield Outline(streams, Ink(stroke=style.RIVER, stroke_width=0.8 * line))
    inks: dict[Division, Ink] = {
        "coast": Ink(stroke=style.COAST, stroke_width=0.8 * line),
        "border": Ink(stroke=style.BORDER, stroke_width=line),
        "disputed": Ink(
            stroke=style.BORDER,
            stroke_width=line,
            dash=tuple(length * line for length in _DASHES),
        ),
    }
    for division, ink in inks.items():
        lines = tuple(ground.lines(division))
        if lines:
            yield Outline(lines, ink)


class Ground:
    """The part of the world that a frame shows, each country's rings and each arc as lines."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        per_degree = frame.pixels(KM_IN_DEGREE)
        name = next((name for limit, name in _SETS if per_degree < limit), _FINEST)
        self._world = _world(name)
        self._view = view_of(frame)
        self._has_waters = _WATERS[0] < per_degree < _WATERS[1]
        self._arcs = self._seen(_TOLERANCE / per_degree)

    def land(self) -> Iterator[tuple[XY, ...]]:
        """All rings of all countries on the sheet."""
        for _, lines in self.countries():
            yield from lines

    def countries(self) -> Iterator[tuple[str, list[tuple[XY, ...]]]]:
        """Each country in sight: its name and its rings on the sheet."""
        for shape in self._world.topology.shapes:
            found = [
                ring
                for polygon in rings(shape)
                for numbers in polygon
                for ring in _placed(self._joined(numbers), self._view, self._frame)
            ]
            if found:
                name = str(shape.properties["name"])
                yield country_name(iso_code(shape.id or name), name), found

    def lines(self, division: Division) -> Iterator[tuple[XY, ...]]:
        """The arcs of one kind on the sheet."""
        for index, arc in self._arcs.items():
            if self._world.divisions[index] != division:
                continue
            points = unwrapped(self._degrees(arc), is_ring=False)
            for shift in _SHIFTS:
                moved = [(x + shift, y) for x, y in points]
                for line in clipped_line(moved, self._view):
                    yield tuple(self._frame.place(x, y) for x, y in line)

    def lakes(self) -> Iterator[tuple[XY, ...]]:
        """The shores of lakes, where the scale shows them and shows them right."""
        for line in self._waters("lakes"):
            yield from _placed(unwrapped(line[:-1], is_ring=True), self._view, self._frame)

    def rivers(self) -> Iterator[tuple[XY, ...]]:
        """Rivers, likewise."""
        for line in self._waters("rivers"):
            for part in clipped_line(unwrapped(line, is_ring=False), self._view):
                yield tuple(self._frame.place(x, y) for x, y in part)

    def _waters(self, kind: Kind) -> Iterator[Ring]:
        middle = self._frame.projection.lon
        for each in waters() if self._has_waters else ():
            if each.kind == kind:
                yield [(wrapped_lon(lon - middle), lat) for lon, lat in each.line]

    def _seen(self, tolerance: float) -> dict[int, Arc]:
        """The arcs in sight, thinned; tolerance in degrees."""
        middle = self._frame.projection.lon
        quantised = tolerance / self._world.topology.scale[0]
        return {
            index: thinned(self._world.topology.arcs[index], lambda _: quantised)
            for index, box in enumerate(self._world.boxes)
            if any(_moved(box, shift - middle).meets(self._view) for shift in _SHIFTS)
        }

    def _joined(self, numbers: list[int]) -> Ring:
        arcs: list[Arc] = []
        for number in numbers:
            index = max(number, ~number)
            arc = self._arcs.get(index)
            if arc is None:
                whole = self._world.topology.arcs[index]
                arc = [*whole[: -1 : len(whole) // _STRIDES + 1], whole[-1]]
            arcs.append(arc if number >= 0 else arc[::-1])
        ring = self._degrees(point for arc in arcs for point in arc[:-1])
        return unwrapped(ring, is_ring=True) if ring else ring

    def _degrees(self, points: Iterable[tuple[int, int]]) -> Ring:
        middle = self._frame.projection.lon
        located = map(self._world.topology.degrees, points)
        return [(lon - middle, lat) for lon, lat in located]


def on_sheet(shape: Any, frame: Frame) -> Iterator[tuple[XY, ...]]:  # noqa: ANN401 - shapely is untyped
    """The rings of a shapely area as far as they are in sight."""
    import shapely

    view, middle = view_of(frame), frame.projection.lon
    for polygon in shapely.get_parts(shape):
        for ring in (polygon.exterior, *polygon.interiors):
            points = unwrapped([(x - middle, y) for x, y in ring.coords[:-1]], is_ring=True)
            yield from _placed(points, view, frame)


def view_of(frame: Frame) -> Room:
    """Degrees east of the middle meridian and latitudes that a frame may show."""
    sideways, south, north = frame.reach()
    sideways = min(sideways + _BEYOND, 180.0)
    return Room(-sideways, south - _BEYOND, 2 * sideways, north - south + 2 * _BEYOND)


def _placed(ring: Ring, view: Room, frame: Frame) -> Iterator[tuple[XY, ...]]:
    if len(ring) < 3:
        return
    for shift in _SHIFTS:
        found = clipped_ring([(x + shift, y) for x, y in ring], view)
        if found:
            yield tuple(frame.place(x, y) for x, y in dense(found))


def _globe(frame: Frame) -> tuple[XY, ...]:
    edge = [(-180.0, lat) for lat in range(-90, 91, 2)] + [
        (180.0, lat) for lat in range(90, -91, -2)
    ]
    return tuple(frame.place(offset, lat) for offset, lat in edge)


def _moved(box: Room, shift: float) -> Room:
    return Room(box.x + shift, box.y, box.width, box.height)


class _World:
    """A set of Natural Earth with what is worked out of it once."""

    def __init__(self, name: str) -> None:
        path = browser_package("world-atlas", f"countries-{name}.json")
        self.topology = read(path, "countries")
        self.divisions = divisions(self.topology)
        self.boxes = [self._box(arc) for arc in self.topology.arcs]

    def _box(self, arc: Arc) -> Room:
        west, south = self.topology.degrees((min(x for x, _ in arc), min(y for _, y in arc)))
        east, north = self.topology.degrees((max(x for x, _ in arc), max(y for _, y in arc)))
        return Room(west, south, east - west, north - south)


@lru_cache(maxsize=3)
def _world(name: str) -> _World:
    return _World(name)
