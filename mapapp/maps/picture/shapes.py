"""What a drawing is made of: a handful of shapes on a sheet, the same for every file format.

Lengths are CSS pixels, x to the right, y down. A later shape covers an earlier one.
"""

from dataclasses import dataclass
from typing import Literal

XY = tuple[float, float]
Face = Literal["regular", "bold", "oblique"]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """How a shape is filled and outlined; None leaves that out. Colours are `#rrggbb`."""

    fill: str | None = None
    fill_opacity: float = 1.0
    stroke: str | None = None
    stroke_width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """Lines, or rings where they are `closed`; holes by the even-odd rule."""

    lines: tuple[tuple[XY, ...], ...]
    ink: Ink
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle."""

    x: float
    y: float
    radius: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class Panel:
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of text on the baseline `y`.

    Attributes
    ----------
    halo : str or None
        Colour of a rim around the letters, which keeps them legible on lines.
    spacing : float
        Pixels put after each letter.
    """

    x: float
    y: float
    text: str
    size: float
    fill: str
    face: Face = "regular"
    anchor: Anchor = "start"
    halo: str | None = None
    spacing: float = 0.0


Shape = Outline | Disc | Panel | Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A finished sheet; `description` says in words what it shows."""

    width: int
    height: int
    title: str
    description: str
    language: str
    shapes: tuple[Shape, ...]
