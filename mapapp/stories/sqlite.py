"""The library of stories in one SQLite file."""

import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from mapapp.errors import StoreUnavailable, StoryExists, UnknownEvent, UnknownStory
from mapapp.model import Annotation, Decision, Event, Place, Selection, Story
from mapapp.stories.codec import decode, decode_event, decode_place
from mapapp.stories.connection import connect, refusals, transaction
from mapapp.stories.queries import Condition, box_conditions, row_condition
from mapapp.stories.review import PlaceOf, review
from mapapp.stories.rows import PlaceRow, count_rows, event_rows, place_ids, place_rows, reach
from mapapp.stories.slug import check_slug
from mapapp.stories.store import Reach, StoredEvent, StoredPlace, StorySummary
from mapapp.stories.writing import (
    decisions,
    write_decisions,
    write_events,
    write_shipped,
    write_story,
)

_BATCH = 1000  # rows read at a time, so that no writer waits for a slow reader
_FEW = 5000  # up to so many finds of the R*Tree are sorted rather than the rows walked in order
_PLACES_KEPT = 20_000


class SqliteStore:
    """A library in one file; safe to share between threads and processes.

    Parameters
    ----------
    path : Path
        Made, with its folders, if it is not there.
    timeout : float
        Seconds to wait for another writer.
    place_of : callable or None
        Finds the place that a reviewer moved an event to; the user's gazetteer when None.
    """

    def __init__(
        self, path: Path, *, timeout: float = 10.0, place_of: PlaceOf | None = None
    ) -> None:
        self.path = path
        self._timeout = timeout
        self._place_of = place_of or _in_gazetteer
        self._own = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._connection()  # a library that cannot be opened is told of now
        self._place = lru_cache(_PLACES_KEPT)(self._read_place)

    def close(self) -> None:
        """Let go of the file; the store is of no use after."""
        while self._opened:
            self._opened.pop().close()

    def save(self, story: Story, *, replace: bool = False, shipped: str = "") -> None:
        """Keep a story; see `Store.save`."""
        check_slug(story.slug)
        connection = self._connection()
        with refusals(self.path), transaction(connection):
            known = _number(connection, story.slug)
            if known is not None and not replace:
                raise StoryExists(
                    f"there is a story {story.slug!r} already; choose another with --slug, or"
                    " remove that one first"
                )
            held = decisions(connection, known) if known is not None else ()
            taken = (*held, *(each for each in story.decisions if each not in held))
            self._put(story.slug, story.annotation, taken)
            if shipped:
                write_shipped(connection, story.slug, shipped)

    def load(self, slug: str) -> Story:
        """The story under a slug; see `Store.load`."""
        with refusals(self.path):
            annotation, taken = self._read(slug)
        return Story(slug, review(annotation, taken, self._place_of).annotation, taken)

    def decide(self, slug: str, decision: Decision) -> Story:
        """Take a decision; see `Store.decide`."""
        with refusals(self.path), transaction(self._connection()):
            annotation, taken = self._read(slug)
            return self._put(slug, annotation, (*taken, decision))

    def withdraw(self, slug: str, decision: Decision) -> Story:
        """Take a decision back; see `Store.withdraw`."""
        with refusals(self.path), transaction(self._connection()):
            annotation, taken = self._read(slug)
            return self._put(slug, annotation, tuple(each for each in taken if each != decision))

    def remove(self, slug: str) -> None:
        """Forget a story; see `Store.remove`."""
        connection = self._connection()
        with refusals(self.path), transaction(connection):
            number = self._known(slug)
            connection.execute(
                "DELETE FROM event_box WHERE id IN (SELECT id FROM event WHERE story = ?)",
                (number,),
            )
            connection.execute("DELETE FROM story WHERE id = ?", (number,))

    def shipped(self) -> Mapping[str, str]:
        """Slugs and digests of what the library was given; see `Store.shipped`."""
        with refusals(self.path):
            return dict(self._connection().execute("SELECT slug, digest FROM shipped").fetchall())

    def summaries(self) -> Sequence[StorySummary]:
        """All stories, the one added last first; see `Store.summaries`."""
        with refusals(self.path):
            rows = (
                self._connection()
                .execute(
                    "SELECT slug, title, source, published, language, events, places, first, last"
                    " FROM story ORDER BY id DESC"
                )
                .fetchall()
            )
        return [StorySummary(*row) for row in rows]

    def query(
        self,
        selection: Selection,
        *,
        slug: str | None = None,
        words: str = "",
        after: int = 0,
        limit: int | None = None,
    ) -> Iterator[StoredEvent]:
        """Events by rising key; see `Store.query`."""
        return self._walk(self._condition(selection, slug, words), after, limit)

    def count(self, selection: Selection, *, slug: str | None = None, words: str = "") -> int:
        """How many events `query` would yield; see `Store.count`."""
        condition = self._condition(selection, slug, words)
        with refusals(self.path):
            return count_rows(self._connection(), condition)

    def event(self, slug: str, event_id: str) -> StoredEvent:
        """One event; see `Store.event`."""
        condition = Condition(
            "story = (SELECT id FROM story WHERE slug = ?) AND ref = ?", (slug, event_id)
        )
        found = next(self._walk(condition, 0, 1), None)
        if found is None:
            raise UnknownEvent(f"no story {slug!r} tells of an event {event_id!r}")
        return found

    def place_ids(
        self, selection: Selection, *, slug: str | None = None, words: str = ""
    ) -> Sequence[str]:
        """Ids of places with events; see `Store.place_ids`."""
        condition = self._condition(selection, slug, words)
        with refusals(self.path):
            return place_ids(self._connection(), condition)

    def places(self, ids: Sequence[str]) -> Sequence[StoredPlace]:
        """Places with all their events; see `Store.places`."""
        with refusals(self.path):
            rows = place_rows(self._connection(), ids)
        return [self._stored_place(row) for row in rows]

    def reach(self) -> Reach:
        """What all events cover; see `Store.reach`."""
        with refusals(self.path):
            return reach(self._connection())

    def revision(self) -> str:
        """A word that is another after every change; see `Store.revision`."""
        with refusals(self.path):
            row = self._connection().execute("SELECT born, revision FROM library").fetchone()
        return f"{row[0]:x}-{row[1]}"

    def _condition(self, selection: Selection, slug: str | None, words: str) -> Condition:
        with refusals(self.path):
            story = self._known(slug) if slug is not None else None
            near = _few(self._connection(), box_conditions(selection))
        condition = row_condition(selection, story=story, words=words)
        return condition if near is None else condition.among(near)

    def _walk(self, condition: Condition, after: int, limit: int | None) -> Iterator[StoredEvent]:
        left = limit
        while left is None or left > 0:
            wanted = _BATCH if left is None else min(left, _BATCH)
            with refusals(self.path):
                rows = event_rows(self._connection(), condition, after, wanted)
            for key, slug, quote, body in rows:
                yield StoredEvent(key, slug, self._event(body, slug), quote)
            if len(rows) < wanted:
                return
            after = rows[-1][0]
            left = None if left is None else left - wanted

    def _stored_place(self, row: PlaceRow) -> StoredPlace:
        event = self._event(row.body, row.events[0][0])
        home = event.home
        assert home is not None  # else it would stand under no place
        return StoredPlace(home.place, row.events, row.days)

    def _read(self, slug: str) -> tuple[Annotation, tuple[Decision, ...]]:
        """What the machine read, and what was decided since."""
        row = (
            self._connection()
            .execute("SELECT id, annotation FROM story WHERE slug = ?", (slug,))
            .fetchone()
        )
        if row is None:
            raise UnknownStory(f"no story goes by {slug!r}")
        return self._decoded(row[1], slug), decisions(self._connection(), row[0])

    def _put(self, slug: str, annotation: Annotation, taken: tuple[Decision, ...]) -> Story:
        """Write what the machine read, what was decided, and the events that come of it."""
        reviewed = review(annotation, taken, self._place_of).annotation
        number = write_story(self._connection(), slug, annotation, reviewed)
        write_decisions(self._connection(), number, taken)
        write_events(self._connection(), number, reviewed)
        return Story(slug, reviewed, taken)

    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if found is None:
            found = self._own.connection = connect(self.path, timeout=self._timeout)
            self._opened.append(found)
        return found

    def _known(self, slug: str) -> int:
        number = _number(self._connection(), slug)
        if number is None:
            raise UnknownStory(f"no story goes by {slug!r}")
        return number

    def _read_place(self, number: int) -> Place:
        row = (
            self._connection().execute("SELECT body FROM place WHERE id = ?", (number,)).fetchone()
        )
        return decode_place(row[0])

    def _event(self, body: bytes, slug: str) -> Event:
        try:
            return decode_event(body, self._place)
        except (msgspec.DecodeError, TypeError) as error:
            raise self._damaged(slug) from error

    def _decoded(self, body: bytes, slug: str) -> Annotation:
        try:
            return decode(body)
        except (msgspec.DecodeError, IndexError) as error:
            raise self._damaged(slug) from error

    def _damaged(self, slug: str) -> StoreUnavailable:
        return StoreUnavailable(
            f"the library {self.path} is damaged at the story {slug!r}; remove that story and add"
            " it anew"
        )


def _in_gazetteer(id_: str) -> Place | None:
    from mapapp.places import default_gazetteer

    return default_gazetteer().place(id_)


def _number(connection: sqlite3.Connection, slug: str) -> int | None:
    row = connection.execute("SELECT id FROM story WHERE slug = ?", (slug,)).fetchone()
    return None if row is None else int(row[0])


def _few(connection: sqlite3.Connection, boxes: list[Condition]) -> list[int] | None:
    """Keys that the R*Tree finds, sorted; None where it was not asked or finds many."""
    if not boxes:
        return None
    found: set[int] = set()
    for box in boxes:
        rows = connection.execute(
            f"SELECT id FROM event_box WHERE {box.sql} LIMIT {_FEW + 1}",
            box.parameters,
        )
        found.update(key for (key,) in rows)
        if len(found) > _FEW:
            return None
    return sorted(found)
