"""Which events are asked for: one value that commands, pages and formats share."""

import msgspec

from mapapp.model.day import Interval, window
from mapapp.model.event import Event
from mapapp.model.extent import BBox


class Selection(msgspec.Struct, frozen=True):
    """A filter over events; the empty one takes all.

    Attributes
    ----------
    window : Interval
        Takes what shares a day with it. Undated events are left out as soon as a side is set.
    bbox : BBox or None
        Takes what is drawn inside. Unlocated events are left out as soon as it is set.
    categories : frozenset of str
        Empty takes every category.
    place : str or None
        Id of the place under which an event is shown, located or not.
    keep_undated, keep_unlocated : bool
        Take the events without a date, or without a place, whatever the window and the box
        say (OGC API - Features asks for that).

    Examples
    --------
    >>> sorted(Selection.parse(start="1990", category="visit,meeting").categories)
    ['meeting', 'visit']
    """

    window: Interval = msgspec.field(default_factory=lambda: Interval(None, None))
    bbox: BBox | None = None
    categories: frozenset[str] = frozenset()
    place: str | None = None
    keep_undated: bool = False
    keep_unlocated: bool = False

    @classmethod
    def parse(
        cls,
        *,
        start: str | None = None,
        end: str | None = None,
        bbox: str | None = None,
        category: str | None = None,
        place: str | None = None,
    ) -> "Selection":
        """Read the parameters `from`, `to`, `bbox`, `category` (commas between), `place`.

        Raises
        ------
        BadDate, BadBBox
            Naming the parameter at fault.
        """
        names = (name.strip() for name in (category or "").split(","))
        return cls(
            window(start, end),
            BBox.parse(bbox) if bbox else None,
            frozenset(name for name in names if name),
            place or None,
        )

    @property
    def is_dated(self) -> bool:
        """Is a side of the window set?"""
        return self.window.first is not None or self.window.last is not None

    @property
    def is_everything(self) -> bool:
        """Does every event pass?"""
        return not (self.is_dated or self.bbox or self.categories or self.place is not None)

    def takes(self, event: Event) -> bool:
        """Does the event pass every part of the filter?"""
        if self.categories and event.category not in self.categories:
            return False
        home = event.home
        if self.place is not None and (home is None or home.place.id != self.place):
            return False
        return self._takes_days(event) and self._takes_point(event)

    def _takes_days(self, event: Event) -> bool:
        if not self.is_dated:
            return True
        if event.when is None:
            return self.keep_undated
        return self.window.meets(event.when.days)

    def _takes_point(self, event: Event) -> bool:
        if self.bbox is None:
            return True
        place = event.place
        if place is None or place.lon is None or place.lat is None:
            return self.keep_unlocated
        return self.bbox.contains(place.lon, place.lat)
