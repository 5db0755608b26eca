"""Countries and provinces that a text names without being there: peoples, institutions.

`Nigerian police` and `the University of Kentucky` are no places on the map, but they tell in
which country, and in which state, the towns of the text lie.
"""

from functools import lru_cache

from mapapp.places.gazetteer import Gazetteer, rank
from mapapp.places.mention import Reading
from mapapp.places.options import ADMIN1, COUNTRY, Options, kind_of, options
from mapapp.places.scene import Name

_LARGE = 6.0  # least rank of a province; smaller ones share their names with people: Mary, Paul
_SAY = 0.5  # what a hint has to say beside the name of a place


class Hints:
    """Finds the hints of a reading."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._of = lru_cache(maxsize=16_384)(self._options)

    def find(self, reading: Reading) -> list[Name]:
        """Names to weigh beside those of the mentions, in the order of the text."""
        taken = {at for mention in reading.mentions for at in range(mention.first, mention.last)}
        found: dict[str, list[int]] = {}
        for match in reading.matches:
            if match.first not in taken and self._of(match.name) is not None:
                found.setdefault(match.name, []).append(match.first)
        names = []
        for name, at in found.items():
            known = self._of(name)
            assert known is not None
            names.append(Name(name, known, tuple(at), _SAY * float(len(at)) ** 0.5))
        return names

    def _options(self, name: str) -> Options | None:
        places = (*self._gazetteer.lookup(name)[:1], *self._gazetteer.demonyms(name)[:2])
        large = tuple(
            place
            for place in places
            if kind_of(place) == COUNTRY or (kind_of(place) == ADMIN1 and rank(place) >= _LARGE)
        )
        return options(name, large) if large else None
