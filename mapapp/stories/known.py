"""The places of a library by their numbers, kept while they are asked for."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from mapapp.model import Place
from mapapp.stories.codec import decode_place

_KEPT = 20_000
Read = Callable[[Sequence[int]], Iterable[tuple[int, bytes]]]  # numbers and bodies of places


class KnownPlaces:
    """Places by number; what is not known is read.

    A number never stands for another place, so that what is kept is never out of date.
    """

    def __init__(self, read: Read) -> None:
        self._read = read
        self._known: OrderedDict[int, Place] = OrderedDict()
        self._turn = threading.Lock()
        # Many stories tell of one place, and each has written it down.
        self._decoded = lru_cache(_KEPT)(decode_place)

    def __getitem__(self, number: int) -> Place:
        """The place of a number; raises KeyError where the library has none."""
        found = self._known.get(number)
        if found is None:
            return self.fetch([number])[number]
        return found

    def fetch(self, numbers: Iterable[int]) -> dict[int, Place]:
        """Read those of the places that are not known, all at once; answers what was read."""
        wanted = [number for number in dict.fromkeys(numbers) if number not in self._known]
        if not wanted:
            return {}
        found = {number: self._decoded(body) for number, body in self._read(wanted)}
        with self._turn:
            self._known.update(found)
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)
        return found


def in_gazetteer(id_: str) -> Place | None:
    """A place that is not in the library: the user's gazetteer's."""
    from mapapp.places import default_gazetteer

    return default_gazetteer().place(id_)
