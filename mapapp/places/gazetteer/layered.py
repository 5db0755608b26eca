"""The place index with people's own lists laid over it."""

import heapq
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from msgspec.structs import replace

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
        self.place = lru_cache(maxsize=16_384)(self._place)

    def lookup(self, name: str) -> Sequence[Place]:
        """Places that go by `name`, the best known first; empty when there is none."""
        return self._merged([layer.lookup(name) for layer in self._all], name)

    def demonyms(self, name: str) -> Sequence[Place]:
        """Places whose people or adjective is `name`, best known first."""
        return self._merged([layer.demonyms(name) for layer in self._all], None)

    def longest(self, words: Sequence[str], at: int) -> int:
        """Count the folded words that make the longest known name; see `protocol.Gazetteer`."""
        return max(layer.longest(words, at) for layer in self._all)

    def _place(self, id_: str) -> Place | None:
        """The place with that id, None when it is unknown."""
        found = [place for layer in self._all if (place := layer.place(id_)) is not None]
        if len(found) < 2:
            return found[0] if found else None
        first, *others = found
        names = {name.text: name for place in others for name in place.names}
        # A language or days that a list tells are kept; the order is the first one's.
        told = tuple(names.pop(name.text, name) for name in first.names)
        return replace(first, names=(*told, *names.values()))

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
