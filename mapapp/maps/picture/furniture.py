"""What stands around and on the map: title, scale bar, note, credits."""

from collections.abc import Iterator

from mapapp.locale import N_
from mapapp.locale import gettext as _
from mapapp.maps.picture import style
from mapapp.maps.picture.fonts import shortened, text_width, wrapped
from mapapp.maps.picture.frame import Frame, Room
from mapapp.maps.picture.shapes import Ink, Outline, Shape, Text

_CREDIT = N_("Places: GeoNames (CC BY 4.0). Base map: Natural Earth. Made with mapapp")
_LEADING = 1.18  # lines of the title, in its size
_BAR = 130.0  # pixels at a unit of one, the greatest length of the scale bar


def heading(title: str, subtitle: str, room: Room, measures: style.Measures) -> Iterator[Text]:
    """Title and subtitle, from the room's top."""
    y = room.y
    lines = wrapped(title, room.width, measures.title, "bold", lines=title_lines(measures))
    for line in lines:
        y += measures.title * (1.0 if line is lines[0] else _LEADING)
        yield Text(x=room.x, y=y, text=line, size=measures.title, fill=style.INK, face="bold")
    size = measures.label * 1.1
    words = shortened(subtitle, room.width, size)
    yield Text(x=room.x, y=y + size * 1.6, text=words, size=size, fill=style.MUTED)


def heading_height(title: str, width: float, measures: style.Measures) -> float:
    """How much room title and subtitle take."""
    lines = wrapped(title, width, measures.title, "bold", lines=title_lines(measures))
    return measures.title * (1 + _LEADING * (len(lines) - 1)) + measures.label * 1.1 * 2.1


def title_lines(measures: style.Measures) -> int:
    """How many lines the title may take."""
    return 1 if measures.is_small else 2


def credits_line(source: str, room: Room, measures: style.Measures) -> Iterator[Text]:
    """Whose text and whose data it is; the data's credit is never cut."""
    size, credit = measures.small, _(_CREDIT)
    y = room.bottom
    yield Text(x=room.right, y=y, text=credit, size=size, fill=style.MUTED, anchor="end")
    left = room.width - text_width(credit, size) - 2 * size
    if source and left > 8 * size:
        words = shortened(_("Source: {source}", source=source), left, size)
        yield Text(x=room.x, y=y, text=words, size=size, fill=style.MUTED)


def scale_bar(frame: Frame, measures: style.Measures) -> tuple[list[Shape], Room]:
    """A bar of a round length in the map's lower right corner, and the room that it takes."""
    length = round_length(_BAR * measures.unit / frame.pixels(1.0))
    width, size = frame.pixels(length), measures.small
    right = frame.room.right - measures.margin
    base = frame.room.bottom - measures.margin * 0.6
    left, tick = right - width, 4 * measures.unit
    words = _kilometres(length)
    line = ((left, base - tick), (left, base), (right, base), (right, base - tick))
    shapes: list[Shape] = [
        Outline((line,), Ink(stroke=style.PAPER, stroke_width=measures.line * 3.5)),
        Outline((line,), Ink(stroke=style.MUTED, stroke_width=measures.line * 1.3)),
        Text(
            x=(left + right) / 2,
            y=base - tick,
            text=words,
            size=size,
            fill=style.MUTED,
            anchor="middle",
            halo=style.PAPER,
        ),
    ]
    return shapes, Room(left, base - tick - size, width, size + 2 * tick)


def _kilometres(length: float) -> str:
    if length >= 1:
        return _("{length} km", length=round(length))
    return _("{length} m", length=round(length * 1000))


def round_length(most: float) -> float:
    """The greatest of 1, 2, 5, 10, ... (also below 1) that is not more than `most`.

    Examples
    --------
    >>> round_length(730), round_length(4.2), round_length(0.3)
    (500.0, 2.0, 0.2)
    """
    power = 10.0
    while power > most:
        power /= 10
    while power * 10 <= most:
        power *= 10
    return round(max(power * step for step in (1, 2, 5) if power * step <= most), 9)


def note(words: str, frame: Frame, measures: style.Measures) -> tuple[Text, Room]:
    """What is not on the map, in its lower left corner, and the room that it takes."""
    size = measures.small
    x, y = frame.room.x + measures.margin, frame.room.bottom - measures.margin * 0.6
    words = shortened(words, frame.room.width * 0.66, size)
    written = Text(x=x, y=y, text=words, size=size, fill=style.MUTED, halo=style.PAPER)
    return written, Room(x, y - size, text_width(words, size), size * 1.2)
