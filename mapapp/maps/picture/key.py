"""The key under the map: what the forms and colours of its markers mean."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mapapp.locale import gettext as _
from mapapp.locale.messages import capitalised
from mapapp.maps.looks import look_of
from mapapp.maps.picture import style
from mapapp.maps.picture.fonts import text_width
from mapapp.maps.picture.frame import Room
from mapapp.maps.picture.glyphs import Glyph
from mapapp.maps.picture.marks import Mark
from mapapp.maps.picture.shapes import Shape, Text
from mapapp.maps.terms import category_label

_LINES = 3
_LEADING = 1.7  # of the letters
_GLYPH = 5.5  # radius for a unit of one


@dataclass(frozen=True, slots=True)
class Item:
    """A glyph and what it means."""

    glyph: Glyph
    words: str


def items(marks: Sequence[Mark]) -> list[Item]:
    """What the markers need to be told by: nothing that none of them has."""
    found = []
    if any(not mark.category and not mark.hollow for mark in marks):
        found.append(Item(Glyph(), _("Place")))
    if any(mark.hollow for mark in marks):
        found.append(Item(Glyph(hollow=True), _("Country or region, or only involved")))
    if any(mark.glyph.doubtful for mark in marks):
        found.append(Item(Glyph(doubtful=True), capitalised(_("less certain"))))
    single = Counter(mark.category for mark in marks if mark.category)
    for category, _count in sorted(single.items(), key=lambda each: (-each[1], each[0])):
        found.append(Item(Glyph(look_of(category)), category_label(category)))
    return found


def lines(found: Sequence[Item], width: float, measures: style.Measures) -> list[list[Item]]:
    """The items in lines of a width; those that most markers need come first."""
    made: list[list[Item]] = []
    left = 0.0
    for item in found:
        needed = _width(item, measures)
        if not made or needed > left:
            if len(made) == _LINES:
                break
            made.append([])
            left = width
        made[-1].append(item)
        left -= needed
    return made


def height(made: Sequence[Sequence[Item]], measures: style.Measures) -> float:
    """How much room the lines take."""
    return len(made) * measures.small * _LEADING


def key(made: Sequence[Sequence[Item]], room: Room, measures: style.Measures) -> Iterator[Shape]:
    """The lines, from the room's top."""
    size, radius = measures.small, _GLYPH * measures.unit
    for number, line in enumerate(made):
        x, y = room.x, room.y + size * (1.0 + number * _LEADING)
        for item in line:
            yield item.glyph.drawn(x + radius, y - size * 0.36, radius, measures.unit)
            start = x + radius * 2 + size * 0.5
            yield Text(x=start, y=y, text=item.words, size=size, fill=style.MUTED)
            x += _width(item, measures)


def _width(item: Item, measures: style.Measures) -> float:
    size = measures.small
    return _GLYPH * measures.unit * 2 + text_width(item.words, size) + size * 1.9
