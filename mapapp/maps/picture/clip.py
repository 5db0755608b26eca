"""Lines and rings cut to a rectangle of longitudes and latitudes, before they are projected.

Done by hand: shapely refuses rings that cross themselves once they are thinned, and a picture
needs no valid polygons but filled ones.
"""

from collections.abc import Iterator
from itertools import pairwise

from mapapp.maps.picture.frame import Room

Point = tuple[float, float]
_STEP = 2.0  # degrees; a longer straight line on the globe is a curve on the map


def unwrapped(line: list[Point], *, is_ring: bool) -> list[Point]:
    """The line without leaps across the antimeridian; longitudes may pass 180 degrees.

    A ring that goes once around the globe holds a pole and is led over it.
    """
    xs = [x for x, _ in line]
    if max(xs) - min(xs) <= 180:
        return line
    turns = 0.0
    found = line[:1]
    for (x, _), (next_x, y) in pairwise(line):
        turns += _turn(x, next_x)
        found.append((next_x + turns, y))
    turns += _turn(line[-1][0], line[0][0])
    if not (is_ring and turns):
        return found
    pole = 90.0 if found[0][1] > 0 else -90.0
    x, y = found[0]
    return [*found, (x + turns, y), (x + turns, pole), (x, pole)]


def _turn(x: float, next_x: float) -> float:
    if abs(next_x - x) <= 180:
        return 0.0
    return 360.0 if next_x < x else -360.0


def clipped_ring(ring: list[Point], view: Room) -> list[Point]:
    """The part of a ring inside the view (Sutherland and Hodgman 1974); empty if none is.

    Where the ring leaves the view and comes back, it runs along the edge.
    """
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    bounds = Room(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    if view.contains(bounds):
        return ring
    if bounds.x > view.right or bounds.right < view.x:
        return []
    if bounds.y > view.bottom or bounds.bottom < view.y:
        return []
    for axis, limit, sign in (
        (0, view.x, 1.0),
        (0, view.right, -1.0),
        (1, view.y, 1.0),
        (1, view.bottom, -1.0),
    ):
        ring = _half(ring, axis, limit, sign)
        if not ring:
            return []
    return ring


def _half(ring: list[Point], axis: int, limit: float, sign: float) -> list[Point]:
    """The ring on one side of a straight line: where `sign * (coordinate - limit)` is positive."""
    kept: list[Point] = []
    for before, point in zip([ring[-1], *ring[:-1]], ring, strict=True):
        depth, previous = sign * (point[axis] - limit), sign * (before[axis] - limit)
        if (depth >= 0) != (previous >= 0):
            share = previous / (previous - depth)
            kept.append(
                (
                    before[0] + share * (point[0] - before[0]),
                    before[1] + share * (point[1] - before[1]),
                )
            )
        if depth >= 0:
            kept.append(point)
    return kept


def clipped_line(line: list[Point], view: Room) -> Iterator[list[Point]]:
    """The runs of a line inside the view; the view reaches beyond the sheet, so no cut is seen."""
    run: list[Point] = []
    for point in line:
        if view.x <= point[0] <= view.right and view.y <= point[1] <= view.bottom:
            run.append(point)
            continue
        if len(run) > 1:
            yield run
        run = []
    if len(run) > 1:
        yield run


def dense(ring: list[Point]) -> list[Point]:
    """The closed ring with more points on its long sides."""
    found: list[Point] = []
    for (x, y), (next_x, next_y) in pairwise([*ring, ring[0]]):
        parts = int(max(abs(next_x - x), abs(next_y - y)) / _STEP) + 1
        found += [
            (x + (next_x - x) * part / parts, y + (next_y - y) * part / parts)
            for part in range(parts)
        ]
    return found
