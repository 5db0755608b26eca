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

# Right, left, above, below, then the corners: sideways and upwards by shares of the gap.
_POSITIONS = (
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, 1.0),
    (0.0, -1.0),
    (0.8, 0.8),
    (0.8, -0.8),
    (-0.8, 0.8),
    (-0.8, -0.8),
)
_HEIGHT, _RISE = 1.1, 0.74  # of a line of text in its size: whole, and above the baseline


class Obstacles:
    """What is already on the map."""

    def __init__(self, room: Room, taken: Sequence[Room]) -> None:
        self._room = room
        self._taken = list(taken)

    def take(self, room: Room) -> bool:
        """Take the room if it is free and on the map."""
        if not self.is_free(room):
            return False
        self._taken.append(room)
        return True

    def is_free(self, room: Room) -> bool:
        """Is nothing there yet?"""
        return self._room.contains(room) and not any(room.meets(other) for other in self._taken)


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
    for sideways, upwards in _POSITIONS:
        # At a corner the text starts where the circle's rim is, not its square's corner.
        reach = (each.radius + gap) * (1.0 if not (sideways and upwards) else 0.9)
        x = each.x + sideways * reach + (line.width / 2) * ((sideways > 0) - (sideways < 0))
        y = each.y - upwards * reach - (line.size * _HEIGHT / 2) * ((upwards > 0) - (upwards < 0))
        yield line.room(x, y)
