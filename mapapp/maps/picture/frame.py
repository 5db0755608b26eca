"""Which part of the globe a picture shows, and where on the sheet a point then lies."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mapapp.maps.arc import shortest_arc, wrapped_lon
from mapapp.maps.picture.projection import EARTH_KM, EqualArea, EqualEarth, Projection
from mapapp.maps.picture.shapes import XY

_REGIONAL = 100.0  # degrees of arc up to which one middle point serves the whole map
_AROUND_THE_WORLD = 200.0  # degrees of longitude from which the whole globe is shown
_WORLD_MIDDLE = 11.0  # the cut then runs through the Bering Strait, through no country
_LEAST_KM = 60.0  # half the height of the smallest map: a town and its surroundings
# Shares of the map's sides kept free around the places, for their names; on a map of the world
# little is lost when a name stands nearer to the edge.
_MARGIN, _WORLD_MARGIN = 0.16, 0.1


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the globe that must be in the picture, with the room it needs."""

    lon: float
    lat: float
    radius_km: float = 0.0


@dataclass(frozen=True, slots=True)
class Room:
    """A rectangle on the sheet."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.height

    def grown(self, length: float) -> "Room":
        """The room with so much more on each side."""
        return Room(
            self.x - length, self.y - length, self.width + 2 * length, self.height + 2 * length
        )

    def contains(self, other: "Room") -> bool:
        """Does `other` lie wholly inside?"""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def meets(self, other: "Room") -> bool:
        """Do the two share a point?"""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """A projection fitted into a room of the sheet.

    Attributes
    ----------
    scale : float
        Pixels that a radius of the globe takes in the middle of the map.
    middle : pair of float
        The point of the plane that lies in the middle of the room.
    """

    projection: Projection
    room: Room
    scale: float
    middle: XY

    def at(self, lon: float, lat: float) -> XY:
        """Where on the sheet a point of the globe lies."""
        return self.place(wrapped_lon(lon - self.projection.lon), lat)

    def place(self, offset: float, lat: float) -> XY:
        """The same by degrees east of the middle meridian."""
        x, y = self.projection.plane(offset, lat)
        return (
            self.room.x + self.room.width / 2 + (x - self.middle[0]) * self.scale,
            self.room.y + self.room.height / 2 - (y - self.middle[1]) * self.scale,
        )

    def pixels(self, kilometres: float) -> float:
        """Length on the sheet, true in the middle of the map."""
        return kilometres / EARTH_KM * self.scale

    def reach(self) -> tuple[float, float, float]:
        """Degrees east and west of the middle meridian, south, and north that may be seen."""
        half = (self.room.width / 2 / self.scale, self.room.height / 2 / self.scale)
        return self.projection.reach((abs(self.middle[0]) + half[0], abs(self.middle[1]) + half[1]))

    def is_on_globe(self, room: Room, lat: float) -> bool:
        """Does a room at a latitude keep clear of the edge of a map of the world?"""
        west, east = self.place(-180.0, lat)[0], self.place(180.0, lat)[0]
        return not self.is_world or (west < room.x and room.right < east)

    @property
    def is_world(self) -> bool:
        """Is it a map of the globe, on which no one scale holds?"""
        return isinstance(self.projection, EqualEarth)


# Where people live, seen whole.
_WORLD = (Spot(_WORLD_MIDDLE, -54.0), Spot(_WORLD_MIDDLE, 74.0))


def frame(spots: Sequence[Spot], room: Room) -> Frame:
    """The frame that shows all spots as large as the room allows; the world without any."""
    projection = _projection(spots)
    corners = [corner for spot in spots or _WORLD for corner in _corners(projection, spot)]
    lows = [min(values) for values in zip(*corners, strict=True)]
    highs = [max(values) for values in zip(*corners, strict=True)]
    least = 2 * _LEAST_KM / EARTH_KM
    margin = _WORLD_MARGIN if isinstance(projection, EqualEarth) else _MARGIN
    wide = max(highs[0] - lows[0], least) / (1 - 2 * margin)
    high = max(highs[1] - lows[1], least) / (1 - 2 * margin)
    scale = min(room.width / wide, room.height / high)
    return Frame(projection, room, scale, ((lows[0] + highs[0]) / 2, (lows[1] + highs[1]) / 2))


def _projection(spots: Sequence[Spot]) -> Projection:
    if not spots:
        return EqualEarth(_WORLD_MIDDLE)
    west, arc = shortest_arc([spot.lon for spot in spots])
    south, north = min(spot.lat for spot in spots), max(spot.lat for spot in spots)
    lon, lat = wrapped_lon(west + arc / 2), (south + north) / 2
    if arc * math.cos(math.radians(lat)) <= _REGIONAL and north - south <= _REGIONAL:
        return EqualArea(lon, lat)
    return EqualEarth(lon if arc < _AROUND_THE_WORLD else _WORLD_MIDDLE)


def _corners(projection: Projection, spot: Spot) -> Iterable[tuple[float, float]]:
    x, y = projection.plane(wrapped_lon(spot.lon - projection.lon), spot.lat)
    reach = spot.radius_km / EARTH_KM
    return (x - reach, y - reach), (x + reach, y + reach)
