"""The typeface of the pictures and how wide words are in it.

DejaVu Sans Condensed: free, narrow enough for maps, and one of few that hold Latin with ə, ş and
ı, Cyrillic, Armenian, Georgian and Greek in the same design. It comes as files from npm, so a
picture never depends on what is installed on the machine.
"""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from mapapp.maps.picture.shapes import Face
from mapapp.resources import browser_package

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FAMILY = "DejaVu Sans"  # of which the files are the condensed width
FACES: tuple[Face, ...] = ("regular", "bold", "oblique")
_MORE = "\N{HORIZONTAL ELLIPSIS}"
_FILES: dict[Face, str] = {
    "regular": "DejaVuSansCondensed.ttf",
    "bold": "DejaVuSansCondensed-Bold.ttf",
    "oblique": "DejaVuSansCondensed-Oblique.ttf",
}


def file_of(face: Face) -> Path:
    """The TrueType file of a face."""
    return browser_package("dejavu-fonts-ttf", "ttf", _FILES[face])


def text_width(text: str, size: float, face: Face = "regular", spacing: float = 0.0) -> float:
    """Width in pixels of a line of text, kerning left out, which only makes it narrower."""
    advance, missing, per_em = _advances(face)
    units = sum(advance.get(ord(letter), missing) for letter in text)
    return units * size / per_em + spacing * len(text)


def shortened(text: str, room: float, size: float, face: Face = "regular") -> str:
    """The text, cut at a word and closed with an ellipsis where it is wider than the room."""
    if text_width(text, size, face) <= room:
        return text
    words = " ".join(text.split())
    fits = _fitting(words, room - text_width(_MORE, size, face), size, face)
    whole, gap, _ = words[: fits + 1].rpartition(" ")
    return (whole.rstrip(",;:-\N{EN DASH}") if gap else words[:fits]) + _MORE


def _fitting(text: str, room: float, size: float, face: Face) -> int:
    """How many letters of the text have room; looks at no more of them, however many come."""
    advance, missing, per_em = _advances(face)
    left = room * per_em / size
    for count, letter in enumerate(text):
        left -= advance.get(ord(letter), missing)
        if left < 0:
            return count
    return len(text)


def wrapped(
    text: str, room: float, size: float, face: Face = "regular", *, lines: int = 2
) -> list[str]:
    """The text in at most so many lines, the last one shortened if it must be."""
    found: list[str] = []
    left = text.split()
    while left and len(found) < lines - 1:
        count = 1
        while count < len(left) and text_width(" ".join(left[: count + 1]), size, face) <= room:
            count += 1
        found.append(shortened(" ".join(left[:count]), room, size, face))
        left = left[count:]
    if left:
        found.append(shortened(" ".join(left), room, size, face))
    return found


@lru_cache(maxsize=len(FACES))
def _advances(face: Face) -> tuple[dict[int, int], int, int]:
    with open_font(face) as font:
        metrics = font["hmtx"].metrics
        widths = {code: metrics[glyph][0] for code, glyph in font.getBestCmap().items()}
        return widths, metrics[".notdef"][0], font["head"].unitsPerEm


def open_font(face: Face) -> "TTFont":
    """The face as fontTools reads it; the caller may change its copy and closes it."""
    from fontTools.ttLib import TTFont

    return TTFont(file_of(face), lazy=True, recalcTimestamp=False)
