"""The form of a marker: a disc, or the shape of the one category of all its events."""

import math
from dataclasses import dataclass

from mapapp.maps.looks import Look
from mapapp.maps.picture import style
from mapapp.maps.picture.shapes import XY, Disc, Ink, Outline, Shape

_DASHES = (3.0, 2.4)
_TINT = 0.3  # of the colour, in what is less certain

# Corners in a square of side one, y downwards, and by how much the square outgrows the disc of
# the same area on each side: as the page's style sheet has them.
RINGS: tuple[tuple[XY, ...], ...] = (
    (),
    ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)),
    ((0.5, 0.02), (1.0, 0.96), (0.0, 0.96)),
    ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    ((0.0, 0.04), (1.0, 0.04), (0.5, 0.98)),
    tuple(
        (x / 100, y / 100)
        for x, y in (
            (34, 0), (66, 0), (66, 34), (100, 34), (100, 66), (66, 66),
            (66, 100), (34, 100), (34, 66), (0, 66), (0, 34), (34, 34),
        )
    ),
)  # fmt: skip
GROWN = (0.0, -0.04, 0.16, 0.14, 0.16, 0.12)
_SINKS = (0.0, 0.0, 0.18, 0.0, -0.18, 0.0)  # of a count, in radii: where the shape is widest


@dataclass(frozen=True, slots=True)
class Glyph:
    """How a marker is drawn.

    Attributes
    ----------
    look : Look or None
        Of the one category of all its events; None for a disc in the colour of the story.
    hollow : bool
        It stands for a country, a region or a party.
    doubtful : bool
        Nothing that it tells is certain.
    """

    look: Look | None = None
    hollow: bool = False
    doubtful: bool = False

    @property
    def colour(self) -> str:
        """Of its face, or of its line where it is hollow."""
        return style.ACCENT if self.look is None else style.HUES[self.look.hue]

    @property
    def number_colour(self) -> str:
        """Of the count on it."""
        if self.hollow:
            return self.colour
        return style.INK if self.doubtful else style.PAPER

    @property
    def sink(self) -> float:
        """How far under the middle its count stands, in radii."""
        return 0.0 if self.look is None else _SINKS[self.look.shape]

    def drawn(self, x: float, y: float, radius: float, unit: float) -> Shape:
        """The glyph around a point, of the area of a disc of that radius."""
        ink = self._ink(unit)
        ring = () if self.look is None else RINGS[self.look.shape]
        if self.look is None or not ring:
            return Disc(x, y, radius, ink)
        side = 2 * radius * (1 + 2 * GROWN[self.look.shape])
        corners = tuple((x + (dx - 0.5) * side, y + (dy - 0.5) * side) for dx, dy in ring)
        return Outline((corners,), ink, closed=True)

    def _ink(self, unit: float) -> Ink:
        dash = tuple(length * unit for length in _DASHES) if self.doubtful else ()
        line = 2 * unit
        if self.hollow:
            return Ink(
                fill=style.PAPER,
                fill_opacity=0.85,
                stroke=self.colour,
                stroke_width=line,
                dash=dash,
            )
        if self.doubtful:
            return Ink(
                fill=self.colour,
                fill_opacity=_TINT,
                stroke=self.colour,
                stroke_width=line * 0.8,
                dash=dash,
            )
        return Ink(fill=self.colour, stroke=style.PAPER, stroke_width=line * 0.6)


def reach(glyph: Glyph, radius: float) -> float:
    """How far from its middle a glyph may reach."""
    if glyph.look is None or not RINGS[glyph.look.shape]:
        return radius
    side = radius * (1 + 2 * GROWN[glyph.look.shape])
    return max(math.hypot(2 * x - 1, 2 * y - 1) for x, y in RINGS[glyph.look.shape]) * side
