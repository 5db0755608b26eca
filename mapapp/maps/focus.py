"""Which part of the world a story is about."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from mapapp.layers import shown_events
from mapapp.maps.arc import readable_arc, wrapped_lon
from mapapp.maps.hull import LEAST, Hull
from mapapp.model import BBox, Place, Story

_LEFT_OUT = 0.15  # share of the events that may lie outside the first view
_PRICE = 14.0  # so that a twentieth of the events must save half of the box
_SPOT = 0.002  # degrees; places nearer to each other are one
_NEAREST = 0.05  # degrees, some five kilometres
_ROOM = 1.5  # times the places' own box
_KM_A_DEGREE = 111.0
_WORLD = BBox(-180.0, -58.0, 180.0, 76.0)


@dataclass(frozen=True, slots=True)
class Focus:
    """What the map shows first, and the places that lie outside of it."""

    box: BBox
    outside: tuple[Place, ...]

    @property
    def span(self) -> tuple[float, float, float, float]:
        """The box as west, south, east, north; east beyond 180 where it spans that meridian."""
        return self.box.west, self.box.south, self.box.west + across(self.box), self.box.north


def focus(story: Story) -> Focus:
    """The box of the places at which events are drawn, without a few far outliers.

    One embassy on another continent would otherwise shrink the story to a corner. The world,
    without the polar ice, where nothing is located.
    """
    drawn = _drawn(story)
    kept = _each_once(drawn)
    if not kept:
        return Focus(_WORLD, ())
    weights = Counter([place.id for place in drawn])
    outside = {place.id: place for place in outliers(kept, weights)}
    return Focus(
        _box([place for place in kept if place.id not in outside]), tuple(outside.values())
    )


def outliers(places: Sequence[Place], weights: Mapping[str, int]) -> list[Place]:
    """Places with few events whose leaving out makes the map much smaller.

    Places are left out one after the other, and of all the boxes on the way the one is taken
    that is smallest for what it leaves out: with an outlier on each side of a story, none of
    them alone would save much.

    Parameters
    ----------
    places : sequence of Place
        Located, each once.
    weights : mapping of str to int
        How many events are drawn at each, by id.
    """
    if not places:
        return []
    kept, outside = Hull(places), list[Place]()
    total = sum(weights.values())
    spare = total * _LEFT_OUT
    cost, best_cost, best = 0.0, 0.0, 0
    whole = kept.area
    while kept.count > 2:
        # Only what lies on an edge of the box makes it smaller by going.
        area, place = min(
            ((kept.area_without(place), place) for place in kept.on_edges()),
            key=lambda each: each[0],
        )
        spare -= weights[place.id]
        if spare < 0:
            break
        kept.remove(place)
        outside.append(place)
        cost += weights[place.id] / total * _PRICE
        if log(area / whole) + cost < best_cost:
            best_cost, best = log(area / whole) + cost, len(outside)
    return outside[:best]


def home_places(story: Story) -> list[Place]:
    """The places at which events are drawn, each once, sorted by id."""
    return _each_once(_drawn(story))


def _drawn(story: Story) -> list[Place]:
    """The place of each event that is drawn."""
    homes = (event.home for event in shown_events(story))
    return [tie.place for tie in homes if tie and tie.place.lon is not None]


def _each_once(places: Iterable[Place]) -> list[Place]:
    found = {place.id: place for place in places}
    return [found[id_] for id_ in sorted(found)]


def padded(box: BBox, share: float) -> BBox:
    """The box, larger by a share of its longer side on each side; kept on the globe.

    Of the longer side, since a window is seldom as flat as a row of towns.
    """
    wide = high = max(across(box), box.north - box.south) * share
    west, east = _round(box.west - wide, across(box) + 2 * wide)
    return BBox(west, max(box.south - high, -85.0), east, min(box.north + high, 85.0))


def across(box: BBox) -> float:
    """How many degrees of longitude a box spans."""
    return box.east - box.west + (360.0 if box.west > box.east else 0.0)


def _round(west: float, length: float) -> tuple[float, float]:
    """West and east end of a stretch, each between -180 and 180."""
    if length >= 360.0:
        return -180.0, 180.0
    west, east = (round(wrapped_lon(lon), 9) for lon in (west, west + length))
    # Both ends may be on the antimeridian, which is -180 as a west and 180 as an east end.
    return west, 180.0 if east == -180.0 else east


def _degrees(places: Iterable[Place]) -> tuple[list[float], list[float]]:
    points = [(place.lon, place.lat) for place in places]
    return [lon for lon, _ in points if lon is not None], [
        lat for _, lat in points if lat is not None
    ]


def _least(places: Iterable[Place], side: float) -> float:
    """Degrees that a view has at least: a town is seen in its country, streets in their town."""
    if side < _SPOT:
        return LEAST
    widest = max((place.radius_km or 0.0) for place in places) * 2 / _KM_A_DEGREE
    return min(LEAST, max(_NEAREST, side * _ROOM, widest))


def _box(places: Sequence[Place]) -> BBox:
    lons, lats = _degrees(places)
    west, length = readable_arc(lons)
    least = _least(places, max(length, max(lats) - min(lats)))
    lacking = max(least - length, 0.0)
    west, east = _round(west - lacking / 2, length + lacking)
    lacking = max(least - (max(lats) - min(lats)), 0.0) / 2
    return BBox(west, max(min(lats) - lacking, -85.0), east, min(max(lats) + lacking, 85.0))
