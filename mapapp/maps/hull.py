"""The stretch of places that are taken away one after the other, without looking at all anew.

Taking a place away never opens a stretch of longitudes but joins the two gaps beside it, so the
widest gap is the one before or the one that has just grown: each step costs the same whether there
are ten places or ten thousand.
"""

from collections.abc import Iterable, Sequence
from math import cos, radians

from mapapp.maps.arc import AROUND_THE_WORLD, wrapped_lon
from mapapp.model import Place

LEAST = 2.0  # degrees; a story in one town still shows its surroundings
_FLATTEST = 0.5  # height of a window by its width, or the other way round


class Hull:
    """Located places, of which some are taken away."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._lons = _Ring(places)
        self._lats = _Row(places)
        self.count = len(places)

    @property
    def area(self) -> float:
        """The size of a window that holds all."""
        return _area(self._lons.length(), *self._lats.ends())

    def area_without(self, place: Place) -> float:
        """The size of a window that holds all but one."""
        return _area(self._lons.length(place), *self._lats.ends(place))

    def on_edges(self) -> list[Place]:
        """The places that the stretch ends at, by id."""
        found = {place.id: place for place in (*self._lons.at_ends(), *self._lats.at_ends())}
        return [found[id_] for id_ in sorted(found)]

    def remove(self, place: Place) -> None:
        """Take one away."""
        self._lons.remove(place)
        self._lats.remove(place)
        self.count -= 1


def _area(length: float, south: float, north: float) -> float:
    """The size of a window that is not flatter than `_FLATTEST`."""
    wide = max(length * cos(radians((south + north) / 2)), LEAST)
    high = max(north - south, LEAST)
    return max(wide, high * _FLATTEST) * max(high, wide * _FLATTEST)


class _Row:
    """Latitudes."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._there = _by_degree((_lat(place), place) for place in places)
        self._degrees = sorted(self._there)
        self._low, self._high = 0, len(self._degrees) - 1

    def ends(self, left_out: Place | None = None) -> tuple[float, float]:
        low, high = self._low, self._high
        if left_out is not None and len(self._there[_lat(left_out)]) == 1:
            low += _lat(left_out) == self._degrees[low]
            high -= _lat(left_out) == self._degrees[high]
        return self._degrees[self._up(low)], self._degrees[self._down(high)]

    def at_ends(self) -> list[Place]:
        return [place for degree in set(self.ends()) for place in self._there[degree]]

    def remove(self, place: Place) -> None:
        self._there[_lat(place)].remove(place)
        self._low, self._high = self._up(self._low), self._down(self._high)

    def _up(self, at: int) -> int:
        while at < self._high and not self._there[self._degrees[at]]:
            at += 1
        return at

    def _down(self, at: int) -> int:
        while at > self._low and not self._there[self._degrees[at]]:
            at -= 1
        return at


class _Ring:
    """Longitudes, each knowing its neighbours."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._there = _by_degree((_lon(place), place) for place in places)
        ordered = sorted(self._there)
        self._after = dict(zip(ordered, [*ordered[1:], *ordered[:1]], strict=True))
        self._before = {after: before for before, after in self._after.items()}
        self._west, self._east = ordered[0], ordered[-1]
        self._edge = max(ordered, key=lambda lon: _gap(lon, self._after[lon]))  # before the gap

    def length(self, left_out: Place | None = None) -> float:
        """Of the stretch that holds all, in degrees."""
        edge, after, west, east = self._edge, self._after[self._edge], self._west, self._east
        if left_out is not None and self._ends_with(_lon(left_out)):
            edge, after, west, east = self._without(_lon(left_out))
        length = 360.0 - _gap(edge, after)
        return east - west if _is_cut(after, length) else length

    def at_ends(self) -> list[Place]:
        edge, after = self._edge, self._after[self._edge]
        if _is_cut(after, 360.0 - _gap(edge, after)):
            edge, after = self._east, self._west
        return [place for lon in {edge, after} for place in self._there[lon]]

    def remove(self, place: Place) -> None:
        lon = _lon(place)
        if self._ends_with(lon):
            self._edge, _, self._west, self._east = self._without(lon)
            before, after = self._before.pop(lon), self._after.pop(lon)
            self._after[before], self._before[after] = after, before
        self._there[lon].remove(place)

    def _ends_with(self, lon: float) -> bool:
        """Does the longitude go with the one place that is left there?"""
        return len(self._there[lon]) == 1 and len(self._after) > 1

    def _without(self, lon: float) -> tuple[float, float, float, float]:
        """The edges of the widest gap, and the first and last longitude, without one."""
        before, after = self._before[lon], self._after[lon]
        west = after if lon == self._west else self._west
        east = before if lon == self._east else self._east
        edge = self._edge
        if edge in (lon, before) or _gap(before, after) > _gap(edge, self._after[edge]):
            return before, after, west, east
        return edge, self._after[edge], west, east


def _gap(before: float, after: float) -> float:
    """Degrees eastward from one to the next, the whole round to itself."""
    return (after - before) % 360.0 or 360.0


def _is_cut(west: float, length: float) -> bool:
    """Is the stretch cut at the antimeridian, where all maps of the world are?"""
    return west + length > 180.0 and length > AROUND_THE_WORLD


def _by_degree(placed: Iterable[tuple[float, Place]]) -> dict[float, list[Place]]:
    found: dict[float, list[Place]] = {}
    for degree, place in placed:
        found.setdefault(degree, []).append(place)
    return found


def _lon(place: Place) -> float:
    assert place.lon is not None
    return wrapped_lon(place.lon)


def _lat(place: Place) -> float:
    assert place.lat is not None
    return place.lat
