"""Colours (the page's own, light) and measures: a quiet ground, one colour for what is told."""

from dataclasses import dataclass

PAPER = "#ffffff"
WATER = "#d9e3ea"
LAND = "#f4f1ea"
COAST = "#a9b8c2"
RIVER = "#c3d3de"
BORDER = "#b9b1a3"
INK = "#1c1e21"
MUTED = "#5b6168"
FAINT = "#6f675a"
SEA_NAME = "#4f6f86"
ACCENT = "#b23a26"
ACCENT_LINE = "#d3968a"  # of outlines that are only about right
PALE = "#c9c3b9"
WINDOW = "#fbeae4"
# Of the categories, as the page has them.
HUES = ("#6b7177", "#2166ac", "#a6611a", "#1b7837", "#b2182b", "#762a83", "#00747a")

_WIDTH = 1200.0  # the sheet on which the measures below were chosen
_LEAST = 0.62  # what is smaller could not be read
_ROOMY = 480.0  # a height, at a unit of one, for a strip of time and a key beside the map
_LEGIBLE = 240.0  # and for a title


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in pixels that go with the sheet: a larger one is the same sheet, enlarged."""

    unit: float
    width: float
    height: float

    @property
    def is_small(self) -> bool:
        """Is there room for the map and little else?"""
        return self.height / self.unit < _ROOMY

    @property
    def is_tiny(self) -> bool:
        """Is there room for nothing but the map?"""
        return self.height / self.unit < _LEGIBLE

    @property
    def margin(self) -> float:
        """Around all text."""
        return 28 * self.unit

    @property
    def label(self) -> float:
        """Size of the places' names."""
        return 15 * self.unit

    @property
    def small(self) -> float:
        """Size of the least important text."""
        return 12 * self.unit

    @property
    def title(self) -> float:
        """Size of the title."""
        return 30 * self.unit

    @property
    def line(self) -> float:
        """Width of a line."""
        return self.unit


def measures(width: int, height: int) -> Measures:
    """The measures for a sheet; a narrow one has smaller letters, though never unreadable ones."""
    share = min(width, height * 40 / 21) / _WIDTH
    return Measures(share if share >= 1 else max(share**0.6, _LEAST), width, height)
