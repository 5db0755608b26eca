"""A short text tells of one episode: the place it is about, and names that cannot belong to it."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from mapapp.model import Interval, Place, TimeExpression, Toponym, When

WIDE = frozenset({"country", "territory", "historic_state", "continent", "admin1", "sea"})
_LONGEST = 5_000  # characters up to which a text tells of one episode
_NEAR_KM = 300.0  # places of one episode lie so near to another of them
_SHARE = 0.6  # of all mentions of places, that must be of one region
_HALF_A_YEAR = 183  # days
_KM_A_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Episode:
    """Where a short text plays.

    Attributes
    ----------
    main : Toponym
        The place that the text names most often in the region where it plays.
    region : frozenset of str
        Ids of the places that lie together; a lone one far off is more likely a wrong reading
        (a man named like a town in another country). Empty when none lies near another.
    days : Interval or None
        When it plays; None where nothing says.
    plain : bool
        Whether the text names the main place more often than once and than any other.
    """

    main: Toponym
    region: frozenset[str]
    days: Interval | None
    plain: bool

    def at(self, when: When) -> bool:
        """Can something of this date belong to the episode?"""
        return self.days is None or when.days.meets(self.days)


def episode(
    text: str, toponyms: Sequence[Toponym], times: Sequence[TimeExpression] = ()
) -> Episode | None:
    """The episode of a text.

    None when it is long, when its dates are strewn over the years, or when it names no places that
    lie together.
    """
    days = _days(times)
    if len(text) > _LONGEST or (times and days is None):
        return None
    wheres = [(one, one.place) for one in toponyms if one.usage == "literal" and one.place]
    points = [(one, place) for one, place in wheres if place.lon is not None]
    narrow = [(one, place) for one, place in points if place.kind not in WIDE]
    if not narrow:
        return None
    counts = Counter(place.id for _, place in narrow)
    regions = _regions({place.id: place for _, place in narrow})
    region = max(regions, key=lambda ids: sum(counts[one] for one in ids))
    if sum(counts[one] for one in region) < _SHARE * counts.total():
        return None  # a journey, not one scene
    inside = [(one, place) for one, place in narrow if place.id in region]
    main = max(inside, key=lambda pair: counts[pair[1].id])
    most = counts.pop(main[1].id)
    plain = most > max([1, *counts.values()])
    return Episode(main[0], region if len(region) > 1 else frozenset(), days, plain)


def _days(times: Sequence[TimeExpression]) -> Interval | None:
    """The year that most dates lie in, with the halves beside it; None where no year has most.

    Dates that mean more than a year, since the text leaves the year out, count for all its years.
    """
    spans = [time.when.days for time in times if time.when]
    firsts = [span.first for span in spans if span.first is not None]
    for first in Counter(firsts).most_common():
        year = Interval(first[0] - _HALF_A_YEAR, first[0] + 3 * _HALF_A_YEAR)
        if 2 * sum(span.meets(year) for span in spans) > len(spans):
            return year
    return None


def _regions(places: dict[str, Place]) -> list[frozenset[str]]:
    """The places in groups whose members lie near some other of the group."""
    left = dict(places)
    regions: list[frozenset[str]] = []
    while left:
        first, place = left.popitem()
        group, edge = {first}, [place]
        while edge:
            centre = edge.pop()
            reached = [other for other in left.values() if _near(centre, other)]
            for other in reached:
                del left[other.id]
            group.update(other.id for other in reached)
            edge += reached
        regions.append(frozenset(group))
    return regions


def _near(one: Place, other: Place) -> bool:
    """Do two points lie within 300 km? Flat reckoning is good enough at that distance."""
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return False
    width = math.cos(math.radians((one.lat + other.lat) / 2))
    east = ((one.lon - other.lon + 180) % 360 - 180) * width
    return math.hypot(east, one.lat - other.lat) * _KM_A_DEGREE <= _NEAR_KM
