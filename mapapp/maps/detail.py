"""How finely the base map is drawn where: in full around the places, coarse far away."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import repeat
from math import floor

from mapapp.maps.focus import across
from mapapp.maps.topology import Arc, Point, Topology, read, thinned, without_pole
from mapapp.model import BBox
from mapapp.resources import browser_package

LonLat = tuple[float, float]

_FAR, _AROUND, _AT_PLACES = 0.25, 0.06, 0.004  # degrees of tolerance, the last Natural Earth's own
_STEPS = 3000  # the focus is drawn as finely as a picture so many pixels wide could show
_NEIGHBOURHOOD = 4  # degrees around a place outside the focus
_CELL = 0.5  # degrees; a place has its cell and those around it in full
_LOOSE = 0.7  # of a tolerance: within so much an arc keeps one point before it is thinned


@lru_cache(maxsize=1)
def world() -> Topology:
    """Natural Earth's countries at 1:10 million."""
    return without_pole(read(browser_package("world-atlas", "countries-10m.json"), "countries"))


@lru_cache(maxsize=1)
def far_world() -> Topology:
    """The same as it is seen from far: the same arcs, of few points."""
    whole = world()
    coarse = _FAR / whole.scale[0]
    arcs = [_evenly(arc, coarse) for arc in whole.arcs]
    return Topology(arcs, whole.shapes, whole.scale, whole.translate)


def detailed_arcs(box: BBox, around: Iterable[LonLat], places: Iterable[LonLat]) -> list[Arc]:
    """All arcs, each point as near to its neighbours as the place on the globe deserves.

    Parameters
    ----------
    box : BBox
        What the story is about, with its surroundings.
    around : iterable of pair of float
        Places outside of it, whose neighbourhood is to be told, longitude first.
    places : iterable of pair of float
        Those that a reader may come near to.
    """
    whole = world()
    tolerance = _tolerance(whole, box, around, places)
    coarse = _FAR / whole.scale[0]
    found = []
    for arc, far in zip(whole.arcs, far_world().arcs, strict=True):
        met = {tolerance(point) for point in _some(arc)}
        if met == {coarse}:
            found.append(far)
        elif len(met) == 1:
            found.append(_evenly(arc, met.pop()))
        else:
            found.append(_unevenly(arc, tolerance))
    return found


def tolerance_in(box: BBox) -> float:
    """How far off a line in the focus may be drawn, in quantised units of the world."""
    return max(across(box), 1.0) / _STEPS / world().scale[0]


def _tolerance(
    whole: Topology, box: BBox, around: Iterable[LonLat], places: Iterable[LonLat]
) -> Callable[[Point], float]:
    unit = whole.scale[0]
    fine = tolerance_in(box)
    near = _cells(places, _CELL)
    told = _cells(around, _NEIGHBOURHOOD)

    def tolerance(point: Point) -> float:
        lon, lat = whole.degrees(point)
        if (floor(lon / _CELL), floor(lat / _CELL)) in near:
            return _AT_PLACES / unit
        if box.contains(lon, lat):
            return fine
        if (floor(lon / _NEIGHBOURHOOD), floor(lat / _NEIGHBOURHOOD)) in told:
            return _AROUND / unit
        return _FAR / unit

    return tolerance


def _cells(points: Iterable[LonLat], size: float) -> frozenset[tuple[int, int]]:
    """The cells of a grid that hold the points, and those around them."""
    return frozenset(
        (floor(lon / size) + i, floor(lat / size) + j)
        for lon, lat in points
        for i in (-1, 0, 1)
        for j in (-1, 0, 1)
    )


def _some(arc: Arc) -> Arc:
    """Every eighth point and the last: between two of them lie a few hundredths of a degree."""
    return [*arc[::8], arc[-1]]


def _evenly(arc: Arc, tolerance: float) -> Arc:
    return _drawn(arc, lambda _: tolerance, repeat(tolerance * _LOOSE))


def _unevenly(arc: Arc, tolerance: Callable[[Point], float]) -> Arc:
    return _drawn(arc, tolerance, (tolerance(point) * _LOOSE for point in arc[1:-1]))


def _drawn(arc: Arc, tolerance: Callable[[Point], float], sizes: Iterable[float]) -> Arc:
    """The arc thinned, after a first and quick thinning to one point a cell of a grid."""
    kept = [arc[0]]
    cell = None
    for point, size in zip(arc[1:-1], sizes, strict=False):
        whole = int(size) or 1
        here = (point[0] // whole, point[1] // whole)
        if here != cell:
            kept.append(point)
            cell = here
    return thinned([*kept, arc[-1]], tolerance)
