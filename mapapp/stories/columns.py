"""What selections ask about, in columns: a mask over them answers any selection in one pass.

A million events make 56 MB and a pass of 3 ms, whatever is asked. An R*Tree finds the events of a
small box sooner, but not how many lie in a large one; nor does it know the order of the keys that
pages follow, nor categories; and its worst case was a hundred times its best.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from mapapp.model import BBox, Interval, Selection, Tie, When
from mapapp.stories.facts import Fact
from mapapp.stories.found import Found

Keys = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

# Of a dated event an open side is the farthest day; an undated one begins after it ends and so
# meets nothing.
_LEAST, _MOST = -(2**63), 2**63 - 1
_ROW = np.dtype(
    [
        ("key", "<i8"),
        ("first", "<i8"),
        ("last", "<i8"),
        ("lon", "<f8"),  # not a number, and so in no box, where the event is not located
        ("lat", "<f8"),
        ("category", "<u8"),
        ("place", "<u8"),
    ]
)


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Columns of one length, by rising key."""

    key: Keys
    story: npt.NDArray[np.int32]
    first: Keys
    last: Keys
    lon: npt.NDArray[np.float64]
    lat: npt.NDArray[np.float64]
    category: npt.NDArray[np.uint64]
    place: npt.NDArray[np.uint64]
    undated: Mask
    unlocated: Mask

    def find(
        self,
        selection: Selection,
        *,
        story: int | None = None,
        among: Sequence[int] | None = None,
    ) -> Found:
        """The events that a selection takes.

        Parameters
        ----------
        story : int or None
            Number of the only story to look at.
        among : sequence of int or None
            Keys of the only events to look at, in any order.
        """
        mask: Mask | None = None
        for part in self._masks(selection, story, among):
            mask = part if mask is None else np.logical_and(mask, part, out=mask)
        return Found(self, mask)

    def bounds(self) -> tuple[BBox | None, Interval | None]:
        """Around all points, and all days; None where there are none."""
        return self._box(), self._days()

    def _masks(
        self, selection: Selection, story: int | None, among: Sequence[int] | None
    ) -> Iterator[Mask]:
        if among is not None:
            yield np.isin(self.key, np.asarray(among, np.int64))
        if story is not None:
            yield self.story == story
        if selection.is_dated:
            yield self._meets(selection.window, keep=selection.keep_undated)
        if selection.bbox is not None:
            yield self._inside(selection.bbox, keep=selection.keep_unlocated)
        if selection.categories:
            codes = np.array([code(name) for name in selection.categories], np.uint64)
            yield np.isin(self.category, codes)
        if selection.place is not None:
            yield self.place == np.uint64(code(selection.place))

    def _meets(self, window: Interval, *, keep: bool) -> Mask:
        first = _LEAST + 1 if window.first is None else _held(window.first)
        last = _MOST - 1 if window.last is None else _held(window.last)
        mask = self.last >= first
        mask &= self.first <= last
        if keep:
            mask |= self.undated
        return mask

    def _inside(self, bbox: BBox, *, keep: bool) -> Mask:
        mask = self.lon >= bbox.west
        if bbox.west <= bbox.east:
            mask &= self.lon <= bbox.east
        else:
            mask |= self.lon <= bbox.east
        mask &= self.lat >= bbox.south
        mask &= self.lat <= bbox.north
        if keep:
            mask |= self.unlocated
        return mask

    def _box(self) -> BBox | None:
        if self.unlocated.all():
            return None
        west, east = np.nanmin(self.lon), np.nanmax(self.lon)
        return BBox(
            float(west), float(np.nanmin(self.lat)), float(east), float(np.nanmax(self.lat))
        )

    def _days(self) -> Interval | None:
        dated = ~self.undated
        if not dated.any():
            return None
        first, last = int(self.first[dated].min()), int(self.last[dated].max())
        return Interval(None if first == _LEAST else first, None if last == _MOST else last)


_NAMES = tuple(field.name for field in fields(Columns))


def pack(keys: Sequence[int], facts: Sequence[Fact]) -> bytes:
    """Events under their keys, as the bytes that `unpack` reads."""
    rows = np.empty(len(keys), _ROW)
    days = [_days(event.when) for event, _ in facts]
    points = [_point(home) for _, home in facts]
    rows["key"] = keys
    rows["first"] = [first for first, _ in days]
    rows["last"] = [last for _, last in days]
    rows["lon"] = [lon for lon, _ in points]
    rows["lat"] = [lat for _, lat in points]
    rows["category"] = [code(event.category) for event, _ in facts]
    rows["place"] = [0 if home is None else code(home.place.id) for _, home in facts]
    return rows.tobytes()


def unpack(bodies: Iterable[tuple[int, bytes]]) -> Columns:
    """The columns of stories, each by its number and what `pack` made of it."""
    stories, parts = [], []
    for story, body in bodies:
        part = np.frombuffer(body, _ROW)
        parts.append(part)
        stories.append(np.full(len(part), story, np.int32))
    rows = np.concatenate([np.empty(0, _ROW), *parts])
    column = {name: np.ascontiguousarray(rows[name]) for name in _ROW.names or ()}
    return _ordered(
        Columns(
            **column,
            story=np.concatenate([np.empty(0, np.int32), *stories]),
            undated=column["first"] > column["last"],
            unlocated=np.isnan(column["lon"]),
        )
    )


def joined(known: Columns, added: Columns, *, without: Collection[int]) -> Columns:
    """What is known, but for the events of some stories, and what is added."""
    kept = ~np.isin(known.story, list(without)) if without else slice(None)
    return _ordered(
        Columns(
            **{
                name: np.concatenate([getattr(known, name)[kept], getattr(added, name)])
                for name in _NAMES
            }
        )
    )


def _ordered(columns: Columns) -> Columns:
    """The same by rising key: a story that is read anew keeps the keys that it had."""
    key = columns.key
    if (key[1:] > key[:-1]).all():
        return columns
    order = np.argsort(key, kind="stable")
    return Columns(**{name: getattr(columns, name)[order] for name in _NAMES})


@lru_cache(100_000)
def code(name: str) -> int:
    """64 bits that stand for a category or a place."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little")


def _days(when: When | None) -> tuple[int, int]:
    if when is None:
        return _MOST, _LEAST
    return (
        _LEAST if when.first is None else _held(when.first),
        _MOST if when.last is None else _held(when.last),
    )


def _point(home: Tie | None) -> tuple[float, float]:
    if home is None or home.place.lon is None or home.place.lat is None:
        return np.nan, np.nan
    return home.place.lon, home.place.lat


def _held(day: int) -> int:
    return max(_LEAST + 1, min(day, _MOST - 1))
