"""The dark theme: each colour of a finished drawing for the one that the page has in its place.

Done at the end and not while drawing, so that nothing that draws has to know of it.
"""

from dataclasses import replace
from typing import Literal, get_args

from mapapp.maps.picture import style
from mapapp.maps.picture.shapes import Ink, Shape, Text

Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = get_args(Theme)

# As the page's dark.css has them.
_DARK = {
    style.PAPER: "#16181b",
    style.WATER: "#1a2027",
    style.LAND: "#2b2e33",
    style.COAST: "#47535e",
    style.RIVER: "#36424d",
    style.BORDER: "#565b62",
    style.INK: "#eceae6",
    style.MUTED: "#a9adb3",
    style.FAINT: "#a39c90",
    style.SEA_NAME: "#7f9db3",
    style.ACCENT: "#e0694f",
    style.ACCENT_LINE: "#8f4e40",
    style.PALE: "#4d535a",
    style.WINDOW: "#3a231e",
    **dict(
        zip(
            style.HUES,
            ("#a9adb3", "#7fb3e6", "#e0a85e", "#7cc98a", "#f2857f", "#c99ad6", "#5cc3c6"),
            strict=True,
        )
    ),
}


def themed(shape: Shape, theme: Theme) -> Shape:
    """The shape in the colours of a theme; shapes are drawn in those of the light one."""
    if theme == "light":
        return shape
    if isinstance(shape, Text):
        halo = _DARK[shape.halo] if shape.halo else None
        return replace(shape, fill=_DARK[shape.fill], halo=halo)
    return replace(shape, ink=_dark(shape.ink))


def _dark(ink: Ink) -> Ink:
    return replace(
        ink,
        fill=_DARK[ink.fill] if ink.fill else None,
        stroke=_DARK[ink.stroke] if ink.stroke else None,
    )
