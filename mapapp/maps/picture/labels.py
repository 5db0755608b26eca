"""Names beside their places without one touching another: the greedy way, first come first served.

A full search for the most labels is NP-hard and gains little on maps of this size; the eight
positions and their order follow Imhof (1975), "Positioning Names on Maps".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mapapp.maps.picture import style
from mapapp.maps.picture.fonts import text_width
from mapapp.maps.picture.frame import Room
from mapapp.maps.picture.marks import Drawn
from mapapp.maps.picture.shapes import Face, Text

# Sideways and upwards by shares of the distance: the sides, above and below, the corners; then
# the same a little further off, where there is a crowd.
_SIDES = ((1, 0), (-1, 0), (0, 1), (0, -1))
_CORNERS = ((0.8, 0.8), (0.8, -0.8), (-0.8, 0.8), (-0.8, -0.8))
_SLANTS = ((1, 0.4), (1, -0.4), (-1, 0.4), (-1, -0.4))
_POSITIONS = (*_SIDES, *_CORNERS, *_SLANTS)
_DISTANCES = (1.0, 1.6)  # of the gap and the radius
_HEIGHT, _RISE = 1.1, 0.74  # of a line of text in its size: whole, and above the baseline


class Obstacles:
    """What is already on the map."""

    def __init__(self, room: Room, taken: Sequence[Room]) -> None:
        self._room = room
        self._taken = list(taken)

    def take(self, room: Room, *, apart: float = 0.0) -> bool:
        """Take the room if it is on the map and free, also of things nearer than `apart`."""
        if not (self._room.contains(room) and self.is_free(room.grown(apart))):
            return False
        self._taken.append(room)
        return True

    def is_free(self, room: Room) -> bool:
        """Is nothing there yet?"""
        return not any(room.meets(other) for other in self._taken)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text that looks for its position."""

    text: str
    size: float
    width: float

    def room(self, x: float, y: float) -> Room:
        """The room that it takes with its middle at a point."""
        height = self.size * _HEIGHT
        return Room(x - self.width / 2, y - height / 2, self.width, height)

    @staticmethod
    def baseline(room: Room) -> float:
        """The y on which the letters stand in a room."""
        return room.y + room.height * _RISE


def place_names(
    found: Sequence[Drawn], obstacles: Obstacles, measures: style.Measures, *, most: int
) -> Iterator[Text]:
    """The names that find room, those of the places with most events first."""
    for each in found[:most]:
        size = measures.label if each.mark.count > 1 else measures.label * 0.88
        face: Face = "oblique" if each.mark.hollow else "bold"
        line = Line(each.name, size, text_width(each.name, size, face))
        for room in _around(each, line, 3 * measures.unit):
            if obstacles.take(room):
                yield Text(
                    x=room.x,
                    y=Line.baseline(room),
                    text=line.text,
                    size=size,
                    fill=style.INK,
                    face=face,
                    halo=style.PAPER,
                )
                break


def _around(each: Drawn, line: Line, gap: float) -> Iterator[Room]:
    for distance in _DISTANCES:
        reach = (each.radius + gap) * distance
        for sideways, upwards in _POSITIONS:
            x = each.x + sideways * reach + line.width / 2 * _sign(sideways)
            # Beside the circle the text stands at its own height, else above or below it whole.
            rise = line.size * _HEIGHT / 2 * _sign(upwards) if abs(upwards) > 0.5 else 0.0
            yield line.room(x, each.y - upwards * reach - rise)


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)
