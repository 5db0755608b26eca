"""What a picture tells: places with their counts, and how each is drawn."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mapapp.layers import events_by_place, precision
from mapapp.layers.outlines import outline
from mapapp.maps.focus import outliers
from mapapp.maps.human import certainty
from mapapp.maps.looks import look_of
from mapapp.maps.picture import style
from mapapp.maps.picture.base import on_sheet
from mapapp.maps.picture.frame import Frame, Room, Spot
from mapapp.maps.picture.glyphs import Glyph, reach
from mapapp.maps.picture.shapes import Disc, Ink, Outline, Shape, Text
from mapapp.maps.placenames import spoken_name
from mapapp.model import Event, Place, Selection, Story

_LEAST, _EACH, _MOST = (
    4.5,
    6.5,
    24.0,
)  # radii for units of one: the smallest, of one event, the largest
_NUMBERED = 8.0  # radius from which a disc has room for its count
_SEEN = 0.6  # share of an area's radius that the map must show
_SOFT = (10.0, 130.0)  # radii between which a soft circle stands for an area without an outline
_SHIFTS = tuple(range(0, 49, 4))  # how far the circle of an area moves to stand free
_DIRECTIONS = 16
_CROWD = 200  # places, from which on no free spot would be found
_COVERED = 0.2  # share of the map that circles may cover
_DASHES = (5.0, 4.0)


@dataclass(frozen=True, slots=True)
class Mark:
    """A located place with events.

    Attributes
    ----------
    category : str
        Of all its events; empty where they are of several.
    glyph : Glyph
        Hollow where it is a country or region, or only a party to what happened: nothing is said
        to have happened at that very point.
    """

    place: Place
    lon: float
    lat: float
    count: int
    category: str
    glyph: Glyph

    @property
    def hollow(self) -> bool:
        """Is nothing said to have happened at its very point?"""
        return self.glyph.hollow

    @property
    def is_movable(self) -> bool:
        """Does it stand for a country or region, and its point for no exact place?"""
        return precision(self.place) in ("country", "region")

    @property
    def spot(self) -> Spot:
        """What the frame must hold of it."""
        return Spot(self.lon, self.lat, (self.place.radius_km or 0.0) * _SEEN)


@dataclass(frozen=True, slots=True)
class Located:
    """The marks of a selection, most events first, and the count of events without a point."""

    marks: tuple[Mark, ...]
    unlocated: int

    @property
    def count(self) -> int:
        """All events of the selection."""
        return self.unlocated + sum(mark.count for mark in self.marks)


def located(story: Story, selection: Selection) -> Located:
    """The places at which the selection's events are drawn."""
    marks, unlocated = [], 0
    for place, events in events_by_place(story, selection):
        if place.lon is None or place.lat is None:
            unlocated += len(events)
        else:
            marks.append(_mark(place, place.lon, place.lat, events))
    shown = [event for event in story.annotation.events if event.modality == "asserted"]
    unlocated += sum(1 for event in shown if not event.ties and selection.takes(event))
    marks.sort(key=lambda mark: (-mark.count, mark.hollow, mark.place.id))
    return Located(tuple(marks), unlocated)


def _mark(place: Place, lon: float, lat: float, events: Sequence[Event]) -> Mark:
    categories = {event.category for event in events}
    category = categories.pop() if len(categories) == 1 else ""
    glyph = Glyph(
        look_of(category) if category else None,
        hollow=_is_hollow(place, events),
        doubtful=all(certainty(event) != "certain" for event in events),
    )
    return Mark(place, lon, lat, len(events), category, glyph)


def _is_hollow(place: Place, events: Sequence[Event]) -> bool:
    if precision(place) in ("country", "region"):
        return True
    ties = [event.home for event in events]
    return all(tie is not None and tie.role == "party" for tie in ties)


def in_view(marks: Sequence[Mark]) -> tuple[Spot, ...]:
    """The spots that the map must hold: all but a few far outliers, as on the page."""
    places = sorted((mark.place for mark in marks), key=lambda place: place.id)
    weights = {mark.place.id: mark.count for mark in marks}
    outside = {place.id for place in outliers(places, weights)}
    return tuple(mark.spot for mark in marks if mark.place.id not in outside)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mark with its circle on the sheet."""

    mark: Mark
    x: float
    y: float
    radius: float

    @property
    def room(self) -> Room:
        """The square around the circle, or around the shape that has its area."""
        half = reach(self.mark.glyph, self.radius)
        return Room(self.x - half, self.y - half, 2 * half, 2 * half)

    def covers(self, other: "Drawn") -> bool:
        """Do the two circles share a point?"""
        return math.hypot(self.x - other.x, self.y - other.y) < self.radius + other.radius

    @property
    def name(self) -> str:
        """What to write beside it."""
        return spoken_name(self.mark.place)


def drawn(marks: Sequence[Mark], frame: Frame, measures: style.Measures) -> list[Drawn]:
    """The marks whose middle is on the map, their area in proportion to their events.

    A point stands where it is. The circle of a country or region could stand anywhere inside
    and gives way to what is already there.
    """
    each, least = _radii(marks, frame, measures)
    found: list[Drawn] = []
    for mark in sorted(marks, key=lambda mark: mark.is_movable):
        x, y = frame.at(mark.lon, mark.lat)
        radius = max(each * math.sqrt(mark.count), least)
        if not frame.room.contains(Room(x, y, 0, 0)):
            continue
        circle = Drawn(mark, x, y, radius)
        if mark.is_movable and len(marks) <= _CROWD:
            circle = _freed(circle, found, frame, measures)
        found.append(circle)
    return sorted(found, key=lambda each: -each.radius)


def _radii(marks: Sequence[Mark], frame: Frame, measures: style.Measures) -> tuple[float, float]:
    """Radius of the circle of one event, and of the smallest: less where there is a crowd."""
    most = max((mark.count for mark in marks), default=1)
    total = sum(mark.count for mark in marks) or 1
    room = frame.room.width * frame.room.height * _COVERED / math.pi
    each = min(_EACH * measures.unit, _MOST * measures.unit / math.sqrt(most))
    least = min(_LEAST * measures.unit, math.sqrt(room / max(len(marks), 1)))
    return min(each, math.sqrt(room / total)), least


def _freed(circle: Drawn, others: Sequence[Drawn], frame: Frame, measures: style.Measures) -> Drawn:
    """The circle, moved as little as frees it of others; unmoved where nothing near is free."""
    reach = replace(circle, radius=circle.radius + _SHIFTS[-1] * measures.unit)
    others = [other for other in others if reach.covers(other)]
    for shift in _SHIFTS:
        for step in range(_DIRECTIONS):
            angle = 2 * math.pi * step / _DIRECTIONS
            moved = replace(
                circle,
                x=circle.x + shift * measures.unit * math.cos(angle),
                y=circle.y + shift * measures.unit * math.sin(angle),
            )
            is_free = not any(moved.covers(other) for other in others)
            if is_free and frame.room.contains(moved.room):
                return moved
    return circle


def areas(found: Sequence[Drawn], frame: Frame, measures: style.Measures) -> Iterator[Shape]:
    """A tint over countries and regions; dashed where no border runs."""
    dash = tuple(length * measures.unit for length in _DASHES)
    dashed = Ink(
        fill=style.ACCENT,
        fill_opacity=0.07,
        stroke=style.ACCENT_LINE,
        stroke_width=measures.line,
        dash=dash,
    )
    for each in found:
        place = each.mark.place
        if not place.is_area:
            continue
        shape = outline(place)
        if shape is not None:
            ink = dashed if shape.approximate else Ink(fill=style.ACCENT, fill_opacity=0.08)
            lines = tuple(on_sheet(shape.shape, frame))
            if lines:
                yield Outline(lines, ink, closed=True)
            continue
        radius = frame.pixels(place.radius_km or 0.0)
        if _SOFT[0] * measures.unit < radius < _SOFT[1] * measures.unit:
            yield Disc(each.x, each.y, radius, dashed)


def discs(found: Sequence[Drawn], measures: style.Measures) -> Iterator[Shape]:
    """The glyphs, smaller ones over larger ones, with their counts where these have room."""
    for each in found:
        glyph = each.mark.glyph
        yield glyph.drawn(each.x, each.y, each.radius, measures.unit)
        if each.mark.count > 1 and each.radius >= _NUMBERED * measures.unit:
            size = min(each.radius, 13 * measures.unit)
            yield Text(
                x=each.x,
                y=each.y + size * 0.36 + glyph.sink * each.radius,
                text=str(each.mark.count),
                size=size,
                fill=glyph.number_colour,
                face="bold",
                anchor="middle",
            )
