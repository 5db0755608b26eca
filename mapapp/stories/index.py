"""Selections answered over a library's columns, which are kept until the library changes."""

import sqlite3
import threading
from collections.abc import Callable
from functools import lru_cache

from mapapp.model import Selection
from mapapp.stories.columns import Columns, code, joined, unpack
from mapapp.stories.found import Found
from mapapp.stories.rows import all_place_ids, column_rows, keys_of_words, written
from mapapp.stories.store import Reach

_ANSWERS_KEPT = 8  # each of a byte an event; the pages of one question share one


class Index:
    """What a library holds at a revision, read when it is first asked for.

    Parameters
    ----------
    connection : callable
        Opens the library for the thread that calls.
    """

    def __init__(self, connection: Callable[[], sqlite3.Connection]) -> None:
        self._connection = connection
        self._reading = threading.Lock()
        self._revision = ""
        self._written: dict[
            int, int
        ] = {}  # what the columns hold: stories, and when each was written
        self._columns = unpack([])
        self._places_kept = lru_cache(1)(self._read_places)
        self._answers_kept = lru_cache(_ANSWERS_KEPT)(self._find)

    def find(self, revision: str, selection: Selection, story: int | None, words: str) -> Found:
        """The events that a selection takes; `story` is a number, or None."""
        return self._answers_kept(revision, selection, story, words)

    def place_ids(
        self, revision: str, selection: Selection, story: int | None, words: str
    ) -> list[str]:
        """Ids of the places of these events, sorted."""
        found = self.find(revision, selection, story, words).places()
        return [id_ for id_, coded in self._places_kept(revision) if coded in found]

    def reach(self, revision: str) -> Reach:
        """What all events cover."""
        return Reach(*self._columns_at(revision).bounds())

    def _find(self, revision: str, selection: Selection, story: int | None, words: str) -> Found:
        among = keys_of_words(self._connection(), words) if words else None
        return self._columns_at(revision).find(selection, story=story, among=among)

    def _columns_at(self, revision: str) -> Columns:
        with self._reading:  # not twice at once: a large library has many
            if self._revision != revision:
                self._read_what_changed()
                self._revision = revision
            return self._columns

    # The revision is the key under which all is kept; a write in between is found out by the next
    # call, which comes with another.
    def _read_what_changed(self) -> None:
        now = written(self._connection())
        old = {story for story, when in self._written.items() if now.get(story) != when}
        new = [story for story, when in now.items() if self._written.get(story) != when]
        rows = column_rows(self._connection(), new)
        added = unpack((story, body) for story, _, body in rows)
        self._columns = joined(self._columns, added, without=old)
        kept = {story: when for story, when in self._written.items() if story not in old}
        self._written = kept | {story: when for story, when, _ in rows}

    def _read_places(self, revision: str) -> list[tuple[str, int]]:
        return [(id_, code(id_)) for id_ in all_place_ids(self._connection())]
