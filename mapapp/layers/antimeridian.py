"""Cutting areas at the antimeridian, as RFC 7946, section 3.1.9, asks.

A source that stitches its arcs together (TopoJSON does) leaves rings that leap from 180 to -180
degrees. Here such a ring is rolled out, so that it goes on past 180, and then cut.
"""

from typing import Any

_TURN = 360.0


def cut(shape: Any) -> Any:  # noqa: ANN401 - shapely carries no types
    """The same area, valid, its parts within -180 to 180 degrees; polygons only."""
    import shapely

    parts: list[Any] = []
    for polygon in shapely.get_parts(shape):
        whole = shapely.make_valid(_rolled_out(polygon))
        for turns in (-1, 0, 1):
            world = shapely.box(turns * _TURN - 180, -90, turns * _TURN + 180, 90)
            piece = whole.intersection(world)
            parts.extend(polygons(_shifted(piece, -turns * _TURN)))
    return shapely.union_all(parts)


def _rolled_out(polygon: Any) -> Any:  # noqa: ANN401
    import shapely

    outer = _unwrapped(polygon.exterior.coords)
    if abs(outer[0][0] - outer[-1][0]) > _TURN / 2:  # once around the globe: it holds a pole
        pole = -90.0 if outer[0][1] < 0 else 90.0
        outer += [(outer[-1][0], pole), (outer[0][0], pole), outer[0]]
    return shapely.Polygon(outer, [_unwrapped(hole.coords) for hole in polygon.interiors])


def _unwrapped(ring: Any) -> list[tuple[float, float]]:  # noqa: ANN401
    """The ring's positions, each less than half a turn from the one before."""
    found: list[tuple[float, float]] = []
    turn, before = 0.0, None
    for lon, lat in ring:
        if before is not None and abs(lon - before) > _TURN / 2:
            turn += _TURN if lon < before else -_TURN
        found.append((lon + turn, lat))
        before = lon
    return found


def _shifted(shape: Any, degrees: float) -> Any:  # noqa: ANN401
    from shapely.affinity import translate

    return translate(shape, xoff=degrees) if degrees else shape


def polygons(shape: Any) -> list[Any]:  # noqa: ANN401
    """The areas of a shape, without the lines that mending and cutting leave behind."""
    import shapely

    parts = list(shapely.get_parts(shape))
    if shape.geom_type == "GeometryCollection":
        parts = [inner for part in parts for inner in shapely.get_parts(part)]
    return [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]
