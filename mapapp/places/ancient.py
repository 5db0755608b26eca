"""What is told of days before 1500, when there stood no Rome in New York."""

import re
from collections.abc import Sequence

from mapapp.model import Kind, Place, day_number
from mapapp.places.gazetteer import Gazetteer

# Lands whose towns are called after older ones, and the day before which none of them stood.
_SETTLED_LATE = frozenset({"US", "CA", "AU", "NZ"})
_SETTLED = day_number(1500, 1, 1)
_SETTLEMENTS: frozenset[Kind] = frozenset({"settlement", "admin1", "admin2"})
_OLD = re.compile(
    r"\b\d{1,4} ?(?:B\.?C|C\.?E|A\.?D)\b|\b(?:AD|A\.D\.) ?\d|\b(?:in|by) 1[0-4]\d\d(?=[,.;])"
)
_MODERN = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_OLDER = 4  # times as many old years as modern ones: a history, and no guide to a town


def is_ancient(last: int | None) -> bool:
    """Is something ancient that is told of days up to `last`?"""
    return last is not None and last < _SETTLED


def tells_of_old(text: str) -> bool:
    """Are nearly all years that a text names before 1500, so that it names no younger town?"""
    old = sum(1 for _ in _OLD.finditer(text))
    return old > 0 and old >= _OLDER * sum(1 for _ in _MODERN.finditer(text))


class OldTowns:
    """A gazetteer without the towns of lands that were settled late."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.demonyms, self.longest = gazetteer.demonyms, gazetteer.longest
        self.place = gazetteer.place

    def lookup(self, name: str) -> Sequence[Place]:
        """See `Gazetteer`."""
        return [
            place
            for place in self._gazetteer.lookup(name)
            if place.country not in _SETTLED_LATE or place.kind not in _SETTLEMENTS
        ]
