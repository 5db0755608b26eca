"""Which part of the world a story is about."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from mapapp.layers import home_tie, shown_events
from mapapp.model import BBox, Place, Story

_LEFT_OUT = 0.15  # share of the events that may lie outside the first view
_GAIN = 0.3  # share of the box that leaving a place out must save
_WORLD = BBox(-180.0, -58.0, 180.0, 76.0)
_LEAST = 2.0  # degrees; a story in one town still shows its surroundings
_TINY = 1e-9  # degrees, lost in rounding


@dataclass(frozen=True, slots=True)
class Focus:
    """What the map shows first, and the places that lie outside of it."""

    box: BBox
    outside: tuple[Place, ...]


def focus(story: Story) -> Focus:
    """The box of the places at which events are drawn, without a few far outliers.

    One embassy on another continent would otherwise shrink the story to a corner. The world,
    without the polar ice, where nothing is located.
    """
    kept = home_places(story)
    if not kept:
        return Focus(_WORLD, ())
    homes = (home_tie(event) for event in shown_events(story))
    weights = Counter(tie.place.id for tie in homes if tie and tie.place.lon is not None)
    outside = outliers(kept, weights, _stretch)
    return Focus(_box([place for place in kept if place not in outside]), tuple(outside))


def outliers(
    places: Sequence[Place],
    weights: Mapping[str, int],
    across: Callable[[Sequence[float]], tuple[float, float]],
) -> list[Place]:
    """Places with few events whose leaving out makes the map much smaller.

    Parameters
    ----------
    places : sequence of Place
        Located, each once.
    weights : mapping of str to int
        How many events are drawn at each, by id.
    across : callable
        From longitudes to the west end of the stretch that holds them and its length, degrees.
    """
    kept, outside = list(places), []
    spare = sum(weights.values()) * _LEFT_OUT
    while len(kept) > 2:
        whole = _area(kept, across)
        # Only what lies on an edge of the box makes it smaller by going.
        on_edge = _on_edges(kept, across)
        smaller = [(_area(_others(kept, place), across), place.id, place) for place in on_edge]
        area, _, best = min(smaller, key=lambda each: each[:2])
        if weights[best.id] > spare or 1 - area / whole < _GAIN:
            break
        spare -= weights[best.id]
        kept.remove(best)
        outside.append(best)
    return outside


def home_places(story: Story) -> list[Place]:
    """The places at which events are drawn, each once, sorted by id."""
    homes = (home_tie(event) for event in shown_events(story))
    found = {tie.place.id: tie.place for tie in homes if tie and tie.place.lon is not None}
    return [found[id_] for id_ in sorted(found)]


def padded(box: BBox, share: float) -> BBox:
    """The box, larger by a share of its longer side on each side; kept on the globe.

    Of the longer side, since a window is seldom as flat as a row of towns.
    """
    wide = high = max(box.east - box.west, box.north - box.south) * share
    return BBox(
        max(box.west - wide, -180.0),
        max(box.south - high, -85.0),
        min(box.east + wide, 180.0),
        min(box.north + high, 85.0),
    )


def _others(places: Sequence[Place], left_out: Place) -> list[Place]:
    return [place for place in places if place is not left_out]


def _stretch(lons: Sequence[float]) -> tuple[float, float]:
    """As the map in the browser sees it, which ends at the antimeridian."""
    return min(lons), max(lons) - min(lons)


def _area(
    places: Sequence[Place], across: Callable[[Sequence[float]], tuple[float, float]]
) -> float:
    lons, lats = _degrees(places)
    return max(across(lons)[1], _LEAST) * max(max(lats) - min(lats), _LEAST)


def _on_edges(
    places: Sequence[Place], across: Callable[[Sequence[float]], tuple[float, float]]
) -> list[Place]:
    lons, lats = _degrees(places)
    west, length = across(lons)
    south, north = min(lats), max(lats)
    return [
        place
        for place, lon, lat in zip(places, lons, lats, strict=True)
        if lat in (south, north) or not _TINY < (lon - west) % 360 < length - _TINY
    ]


def _degrees(places: Iterable[Place]) -> tuple[list[float], list[float]]:
    points = [(place.lon, place.lat) for place in places]
    return [lon for lon, _ in points if lon is not None], [
        lat for _, lat in points if lat is not None
    ]


def _box(places: Iterable[Place]) -> BBox:
    lons, lats = _degrees(places)
    west, east = _widened(min(lons), max(lons), 180.0)
    south, north = _widened(min(lats), max(lats), 85.0)
    return BBox(west, south, east, north)


def _widened(low: float, high: float, limit: float) -> tuple[float, float]:
    lacking = max(_LEAST - (high - low), 0.0) / 2
    return max(low - lacking, -limit), min(high + lacking, limit)
