"""Stories made ready for pages, and answers made of them, kept until the story changes."""

import gc
import gzip
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

from mapapp.locale import current
from mapapp.maps.edition import Edition
from mapapp.maps.finding import Finder
from mapapp.stories import Store

STORIES_KEPT = 4  # one of 100 000 events takes 200 MB
_ANSWERS = 32
_LEVEL = 6  # made once and sent often: a third smaller than at level 1

_Value = TypeVar("_Value")


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of garbage: it would look again and again at all that is made.

    A story of a hundred thousand events is some millions of objects and none of them garbage; it
    took half of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Latest(Generic[_Value]):
    """Values by key, those asked for last; each made once, however many ask at the same time.

    Who asks for one value does not wait while another is made: that may take seconds.
    """

    def __init__(self, kept: int) -> None:
        self._kept = kept
        self._values: OrderedDict[Hashable, _Value] = OrderedDict()
        self._making: dict[Hashable, threading.Lock] = {}
        self._turn = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], _Value]) -> _Value:
        """The value of a key, made if it is not there."""
        found = self._known(key)
        if found is not None:
            return found
        with self._turn:
            making = self._making.setdefault(key, threading.Lock())
        with making:
            found = self._known(key)  # it may have been made while we waited
            if found is None:
                found = self._made(key, make)
        return found

    def _known(self, key: Hashable) -> _Value | None:
        with self._turn:
            if key in self._values:
                self._values.move_to_end(key)
            return self._values.get(key)

    def _made(self, key: Hashable, make: Callable[[], _Value]) -> _Value:
        try:
            value = make()
            with self._turn:
                self._values[key] = value
                while len(self._values) > self._kept:
                    self._values.popitem(last=False)
            return value
        finally:
            with self._turn:
                self._making.pop(key, None)


class Editions:
    """What a library's pages are made of."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._editions: Latest[Edition] = Latest(STORIES_KEPT)
        self._answers: Latest[bytes] = Latest(_ANSWERS)
        self._finders: Latest[Finder] = Latest(1)

    def of(self, slug: str) -> Edition:
        """The story under a slug as it is now; raises UnknownStory."""
        # The revision is read first: a change in between is found out by the next call.
        key = (slug, self._store.revision(slug))
        return self._editions.get(key, lambda: self._made(slug))

    def _made(self, slug: str) -> Edition:
        with _uncollected():
            edition = Edition(self._store.load(slug))
            if edition.is_large:
                edition.prepare()
        return edition

    def answer(self, slug: str, name: Hashable, make: Callable[[Edition], bytes]) -> bytes:
        """What `make` makes of a story, in gzip, under a name of its own."""
        edition = self.of(slug)
        return self._answers.get(
            (edition, name, current().tag), lambda: gzip.compress(make(edition), _LEVEL, mtime=0)
        )

    def finder(self, edition: Edition) -> Finder:
        """What looks for words in a story."""
        return self._finders.get((edition, current().tag), lambda: Finder(edition))
