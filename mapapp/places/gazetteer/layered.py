"""The place index with people's own lists laid over it."""

import heapq
from collections.abc import Iterator, Sequence
from itertools import accumulate

from mapapp.model import Place
from mapapp.places.gazetteer.index import IndexedGazetteer
from mapapp.places.gazetteer.prior import name_of, standing


class LayeredGazetteer:
    """A gazetteer (see `protocol.Gazetteer`) over several indexes.

    Where two know a place by its id, the first one's is the place, under the names of both.
    """

    def __init__(self, main: IndexedGazetteer, lists: Sequence[IndexedGazetteer]) -> None:
        self.main = main
        self.lists = tuple(lists)
        self._all = (main, *lists)

    def lookup(self, name: str) -> Sequence[Place]:
        """Places that go by `name`, the best known first; empty when there is none."""
        return self._merged([layer.lookup(name) for layer in self._all], name)

    def demonyms(self, name: str) -> Sequence[Place]:
        """Places whose people or adjective is `name`, best known first."""
        return self._merged([layer.demonyms(name) for layer in self._all], None)

    def longest(self, words: Sequence[str], at: int) -> int:
        """Count the folded words that make the longest known name; see `protocol.Gazetteer`."""
        return max(layer.longest(words, at) for layer in self._all)

    def place(self, id_: str) -> Place | None:
        """The place with that id, None when it is unknown."""
        found = (layer.place(id_) for layer in self._all)
        return next((place for place in found if place is not None), None)

    def similar(self, name: str, most: int = 5) -> list[str]:
        """Names that begin like `name`, folded: what a reader may have meant."""
        found = {other for layer in self._all for other in layer.similar(name, most)}
        return sorted(found, key=lambda other: (abs(len(other) - len(name)), other))[:most]

    def _merged(self, found: Sequence[Sequence[Place]], name: str | None) -> Sequence[Place]:
        if not any(found[1:]):
            return found[0]
        ranked = heapq.merge(*(_ranked(places, name) for places in found), key=lambda pair: pair[0])
        places = (self.place(place.id) or place for _, place in ranked)
        return tuple({place.id: place for place in places}.values())


def _ranked(places: Sequence[Place], name: str | None) -> Iterator[tuple[float, Place]]:
    """Each place with what it falls short; an index's own order holds."""
    scores = (standing(place, None if name is None else name_of(place, name)) for place in places)
    return zip((-score for score in accumulate(scores, min)), places, strict=True)
