"""A short text tells of one episode: the place it is about, and names that cannot belong to it."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from mapapp.model import Place, Toponym

WIDE = frozenset({"country", "territory", "historic_state", "continent", "admin1", "sea"})
_LONGEST = 5_000  # characters up to which a text tells of one episode
_NEAR_KM = 300.0  # places of one episode lie so near to another of them
_KM_A_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Episode:
    """Where a short text plays.

    Attributes
    ----------
    main : Toponym
        The place that the text names most often, among those that lie near others.
    supported : frozenset of str
        Ids of the places that lie near another of the text; a lone one far off is more likely
        a wrong reading (a man named like a town in another country) than a part of it.
    """

    main: Toponym
    supported: frozenset[str]


def episode(text: str, toponyms: Sequence[Toponym]) -> Episode | None:
    """The episode of a text; None when it is long or names no place with a point."""
    if len(text) > _LONGEST:
        return None
    wheres = [(one, one.place) for one in toponyms if one.usage == "literal" and one.place]
    points = [(one, place) for one, place in wheres if place.lon is not None]
    narrow = [(one, place) for one, place in points if place.kind not in WIDE]
    if not narrow:
        return None
    counts = Counter(place.id for _, place in narrow)
    distinct = list({place.id: place for _, place in narrow}.values())
    near = {
        place.id: sum(
            counts[other.id] for other in distinct if other.id != place.id and _near(place, other)
        )
        for place in distinct
    }
    main = max(
        narrow, key=lambda pair: (near[pair[1].id] > 0, counts[pair[1].id], near[pair[1].id])
    )
    return Episode(main[0], frozenset(place for place, others in near.items() if others))


def _near(one: Place, other: Place) -> bool:
    """Do two points lie within 300 km? Flat reckoning is good enough at that distance."""
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return False
    width = math.cos(math.radians((one.lat + other.lat) / 2))
    east = ((one.lon - other.lon + 180) % 360 - 180) * width
    return math.hypot(east, one.lat - other.lat) * _KM_A_DEGREE <= _NEAR_KM
