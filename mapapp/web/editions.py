"""Stories made ready for pages, and answers made of them, kept until the library changes."""

import gzip
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from mapapp.locale import current
from mapapp.maps.edition import Edition
from mapapp.maps.finding import Finder
from mapapp.stories import Store

_STORIES = 4  # one of 100 000 events takes 200 MB
_ANSWERS = 32
_LEVEL = 6  # made once and sent often: a third smaller than at level 1

_Value = TypeVar("_Value")


class Latest(Generic[_Value]):
    """Values by key, those asked for last; each made once, however many ask at the same time."""

    def __init__(self, kept: int) -> None:
        self._kept = kept
        self._values: OrderedDict[Hashable, _Value] = OrderedDict()
        self._turn = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], _Value]) -> _Value:
        """The value of a key, made if it is not there."""
        with self._turn:
            if key not in self._values:
                self._values[key] = make()
            self._values.move_to_end(key)
            while len(self._values) > self._kept:
                self._values.popitem(last=False)
            return self._values[key]


class Editions:
    """What a library's pages are made of."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._editions: Latest[Edition] = Latest(_STORIES)
        self._answers: Latest[bytes] = Latest(_ANSWERS)
        self._finders: Latest[Finder] = Latest(1)

    def of(self, slug: str) -> Edition:
        """The story under a slug as it is now; raises UnknownStory."""
        # The revision is read first: a change in between is found out by the next call.
        key = (slug, self._store.revision())
        return self._editions.get(key, lambda: Edition(self._store.load(slug)))

    def answer(self, slug: str, name: Hashable, make: Callable[[Edition], bytes]) -> bytes:
        """What `make` makes of a story, in gzip, under a name of its own."""
        edition = self.of(slug)
        return self._answers.get(
            (edition, name, current().tag), lambda: gzip.compress(make(edition), _LEVEL, mtime=0)
        )

    def finder(self, edition: Edition) -> Finder:
        """What looks for words in a story."""
        return self._finders.get((edition, current().tag), lambda: Finder(edition))
