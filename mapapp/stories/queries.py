"""Selections as SQL: bound parameters only, the R*Tree first, the rows as the judge.

The R*Tree holds whole ten-millionths of a degree and clamps days to 32 bits, so it may offer an
event too much and never one too few; the conditions on the rows are exact.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from mapapp.model import BBox, Event, Interval, Selection

Parameter = int | float | str

_LEAST, _MOST = -(2**31), 2**31 - 1
_PER_DEGREE = 10_000_000  # 180 degrees still fit into 32 bits


@dataclass(frozen=True, slots=True)
class Condition:
    """A piece of a WHERE clause and its parameters."""

    sql: str
    parameters: tuple[Parameter, ...] = ()

    def among(self, keys: Sequence[int]) -> "Condition":
        """The same, for rows of these keys only."""
        listed = f"[{','.join(map(str, keys))}]"
        return Condition(
            f"{self.sql} AND id IN (SELECT value FROM json_each(?))", (*self.parameters, listed)
        )


def box_row(event: Event) -> tuple[int, int, int, int, int, int]:
    """Bounds for the R*Tree: west, east, south, north, first, last.

    Unknown bounds reach all around: OGC API - Features finds such events in every box.
    """
    place = event.place
    if place is None or place.lon is None or place.lat is None:
        sides = (_LEAST, _MOST, _LEAST, _MOST)
    else:
        sides = (*_units(place.lon, place.lon), *_units(place.lat, place.lat))
    first = event.when.first if event.when else None
    last = event.when.last if event.when else None
    return (*sides, _clamp(first, _LEAST), _clamp(last, _MOST))


def box_conditions(selection: Selection) -> list[Condition]:
    """What the R*Tree is asked, once a box: a box over the antimeridian is two. Often none."""
    days = _box_days(selection.window) if selection.is_dated else []
    if selection.bbox is None:
        return [_all(days)] if days else []
    return [_all([*_box_sides(half), *days]) for half in _halves(selection.bbox)]


def row_condition(selection: Selection, *, story: int | None, words: str = "") -> Condition:
    """What a row of `event` must fulfil."""
    parts = [Condition("1")]
    if words:
        parts.append(_row_words(words))
    if story is not None:
        parts.append(Condition("story = ?", (story,)))
    if selection.categories:
        marks = ", ".join("?" * len(selection.categories))
        parts.append(Condition(f"category IN ({marks})", tuple(sorted(selection.categories))))
    if selection.place is not None:
        parts.append(Condition("place = ?", (selection.place,)))
    if selection.is_dated:
        parts.append(_row_days(selection.window, keep=selection.keep_undated))
    if selection.bbox is not None:
        parts.append(_row_point(selection.bbox, keep=selection.keep_unlocated))
    return _all(parts)


def _row_days(window: Interval, *, keep: bool) -> Condition:
    parts = []
    if window.first is not None:
        parts.append(Condition("(last IS NULL OR last >= ?)", (window.first,)))
    if window.last is not None:
        parts.append(Condition("(first IS NULL OR first <= ?)", (window.last,)))
    meets = _all(parts)
    if keep:
        return Condition(f"(dated = 0 OR ({meets.sql}))", meets.parameters)
    return Condition(f"(dated = 1 AND {meets.sql})", meets.parameters)


def _row_point(bbox: BBox, *, keep: bool) -> Condition:
    joint = "AND" if bbox.west <= bbox.east else "OR"
    sql = f"(lon >= ? {joint} lon <= ?) AND lat BETWEEN ? AND ?"
    if keep:
        sql = f"lon IS NULL OR ({sql})"
    return Condition(f"({sql})", (bbox.west, bbox.east, bbox.south, bbox.north))


def _row_words(words: str) -> Condition:
    # Each word a quoted phrase, so that nothing in it is read as FTS5's query language; a NUL
    # would end the string.
    phrases = (word.replace('"', '""') for word in words.replace("\0", " ").split())
    match = " AND ".join(f'"{phrase}"*' for phrase in phrases)
    sql = "id IN (SELECT rowid FROM event_text WHERE event_text MATCH ?)"
    return Condition(sql, (match,)) if match else Condition("0")


def _box_days(window: Interval) -> list[Condition]:
    return [
        Condition("last >= ?", (_clamp(window.first, _LEAST),)),
        Condition("first <= ?", (_clamp(window.last, _MOST),)),
    ]


def _box_sides(bbox: BBox) -> list[Condition]:
    west, east = _units(bbox.west, bbox.east)
    south, north = _units(bbox.south, bbox.north)
    return [
        Condition("east >= ?", (west,)),
        Condition("west <= ?", (east,)),
        Condition("north >= ?", (south,)),
        Condition("south <= ?", (north,)),
    ]


def _halves(bbox: BBox) -> list[BBox]:
    if bbox.west <= bbox.east:
        return [bbox]
    return [
        BBox(bbox.west, bbox.south, 180.0, bbox.north),
        BBox(-180.0, bbox.south, bbox.east, bbox.north),
    ]


def _units(low: float, high: float) -> tuple[int, int]:
    return math.floor(low * _PER_DEGREE), math.ceil(high * _PER_DEGREE)


def _clamp(day: int | None, otherwise: int) -> int:
    return otherwise if day is None else max(_LEAST, min(day, _MOST))


def _all(parts: list[Condition]) -> Condition:
    parameters = tuple(value for part in parts for value in part.parameters)
    return Condition(" AND ".join(part.sql for part in parts), parameters)
