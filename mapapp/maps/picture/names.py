"""Names of countries, where each has most room in the picture, and of seas."""

from collections.abc import Iterator
from typing import Any

from mapapp.maps.basemap import sea_labels
from mapapp.maps.picture import style
from mapapp.maps.picture.base import Ground
from mapapp.maps.picture.fonts import text_width
from mapapp.maps.picture.frame import Frame, Room
from mapapp.maps.picture.labels import Line, Obstacles
from mapapp.maps.picture.projection import KM_IN_DEGREE
from mapapp.maps.picture.shapes import XY, Text

_SIZES = (14.0, 12.0, 10.5)  # for units of one, the largest that fits is taken
_SPACING = 0.12  # of the size, between capitals
_OVER_THE_SHORE = 1.15  # a sea's name may be a little wider than the largest circle on it
_STEPS = 9  # how many positions each way are tried where the roomiest spot is taken
_LEAST = 400.0  # square pixels at a unit of one, under which a country goes without its name


def country_names(
    ground: Ground,
    room: Room,
    obstacles: Obstacles,
    measures: style.Measures,
    *,
    written: frozenset[str],
) -> Iterator[Text]:
    """The countries' names that find room inside their country, larger countries first.

    Parameters
    ----------
    written : frozenset of str
        Names that the map already bears.
    """
    parts = [(name, _largest(lines, room)) for name, lines in ground.countries()]
    least = _LEAST * measures.unit**2
    roomy = [(name, part) for name, part in parts if part is not None and part.area > least]
    for name, part in sorted(roomy, key=lambda each: (-each[1].area, each[0])):
        if name in written:
            continue
        text = _fitted(name.upper(), part, obstacles, measures)
        if text is not None:
            yield text


def sea_names(frame: Frame, obstacles: Obstacles, measures: style.Measures) -> Iterator[Text]:
    """The seas' names that find room on their water, larger seas first."""
    size = _SIZES[0] * measures.unit
    spacing = size * _SPACING / 2
    for label in sea_labels():
        line = Line(label.text, size, text_width(label.text, size, "oblique", spacing))
        room = line.room(*frame.at(label.lon, label.lat))
        across = 2 * label.size * frame.pixels(KM_IN_DEGREE)
        if line.width > across * _OVER_THE_SHORE or not frame.is_on_globe(room, label.lat):
            continue
        if obstacles.take(room, apart=size / 2):
            yield Text(
                x=room.x,
                y=Line.baseline(room),
                text=label.text,
                size=size,
                fill=style.SEA_NAME,
                face="oblique",
                spacing=spacing,
            )


def _fitted(
    name: str,
    part: Any,  # noqa: ANN401 - shapely is untyped
    obstacles: Obstacles,
    measures: style.Measures,
) -> Text | None:
    import shapely

    inside = part.buffer(2 * measures.unit)
    shapely.prepare(inside)
    spots = list(_spots(part))
    for step in _SIZES:
        size = step * measures.unit
        spacing = size * _SPACING
        line = Line(name, size, text_width(name, size, "regular", spacing))
        for x, y in spots:
            room = line.room(x, y)
            box = shapely.box(room.x, room.y, room.right, room.bottom)
            if inside.contains(box) and obstacles.take(room, apart=size / 2):
                return Text(
                    x=room.x,
                    y=Line.baseline(room),
                    text=name,
                    size=size,
                    fill=style.FAINT,
                    halo=style.LAND,
                    spacing=spacing,
                )
    return None


def _spots(part: Any) -> Iterator[XY]:  # noqa: ANN401
    """The middle of the largest circle inside, then a grid, what is nearer to it first."""
    import shapely

    west, south, east, north = part.bounds
    tolerance = max(east - west, north - south) / 50
    middle_x, middle_y = shapely.maximum_inscribed_circle(part, tolerance=tolerance).coords[0]
    yield middle_x, middle_y
    grid = [
        (west + (east - west) * (i + 0.5) / _STEPS, south + (north - south) * (j + 0.5) / _STEPS)
        for i in range(_STEPS)
        for j in range(_STEPS)
    ]
    yield from sorted(grid, key=lambda at: ((at[0] - middle_x) ** 2 + (at[1] - middle_y) ** 2, at))


def _largest(lines: list[tuple[XY, ...]], room: Room) -> Any:  # noqa: ANN401
    """The largest piece of a country on the map, None when nothing of it is there."""
    import shapely

    frame = shapely.box(room.x, room.y, room.right, room.bottom)
    pieces = []
    for line in lines:
        whole = shapely.Polygon(line).buffer(0) if len(line) > 3 else shapely.Polygon()
        pieces += [part for part in shapely.get_parts(whole.intersection(frame)) if part.area > 0]
    return max(pieces, key=lambda part: part.area, default=None)
