"""Longitudes on the round globe: where a stretch of them is shortest."""

from collections.abc import Iterable, Sequence

AROUND_THE_WORLD = 200.0  # degrees from which a map is cut where all maps of the world are


def wrapped_lon(degrees: float) -> float:
    """The same meridian between -180 and 180."""
    return (degrees + 180.0) % 360.0 - 180.0


def shortest_arc(lons: Iterable[float]) -> tuple[float, float]:
    """The shortest stretch of longitudes that holds all: its west end and its length, degrees.

    Examples
    --------
    >>> shortest_arc([178.0, -172.0, 175.0])
    (175.0, 13.0)
    >>> shortest_arc([30.0])
    (30.0, 0.0)
    """
    ordered = sorted({wrapped_lon(lon) for lon in lons})
    following = [*ordered[1:], ordered[0] + 360.0]
    gaps = [after - lon for lon, after in zip(ordered, following, strict=True)]
    widest = max(range(len(gaps)), key=lambda index: gaps[index])
    return wrapped_lon(following[widest]), 360.0 - gaps[widest]


def readable_arc(lons: Sequence[float]) -> tuple[float, float]:
    """The west end of the stretch that holds all, and its length in degrees.

    It leads over the antimeridian where that is shorter, but not for a story of the whole world:
    with the Atlantic cut in two a reader would not know the map.
    """
    west, length = shortest_arc(lons)
    if west + length > 180.0 and length > AROUND_THE_WORLD:
        return min(lons), max(lons) - min(lons)
    return west, length
