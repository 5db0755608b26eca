"""The library of stories in one SQLite file."""

import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from mapapp.errors import StoreUnavailable, StoryExists, UnknownEvent
from mapapp.locale import gettext as _
from mapapp.model import Annotation, Decision, Event, Place, Selection, Story
from mapapp.stories import encoded
from mapapp.stories.codec import decode, decode_event, places_of
from mapapp.stories.connection import connect, refusals, snapshot, transaction
from mapapp.stories.facts import facts_of
from mapapp.stories.known import KnownPlaces, in_gazetteer
from mapapp.stories.review import PlaceOf, review
from mapapp.stories.rows import (
    event_rows,
    key_of_event,
    known_story,
    number_of_story,
    numbered_places,
    place_bodies,
    place_rows,
    revision,
    summaries,
    unknown,
)
from mapapp.stories.slug import check_slug
from mapapp.stories.store import Reach, StoredEvent, StoredPage, StoredPlace, StorySummary
from mapapp.stories.writing import (
    decisions,
    remove_story,
    write_decisions,
    write_events,
    write_shipped,
    write_story,
)

if TYPE_CHECKING:
    from mapapp.stories.columns import Keys
    from mapapp.stories.found import Found
    from mapapp.stories.index import Index

_BATCH = 1000  # rows read at a time, so that no writer waits for a slow reader


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
        self._place_of = place_of or in_gazetteer
        self._own = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._connection()  # a library that cannot be opened is told of now
        self._places = KnownPlaces(self._read_places)

    def close(self) -> None:
        """Let go of the file; the store is of no use after."""
        while self._opened:
            self._opened.pop().close()

    def save(self, story: Story, *, replace: bool = False, shipped: str = "") -> None:
        """Keep a story; see `Store.save`."""
        check_slug(story.slug)
        connection = self._connection()
        with refusals(self.path), transaction(connection):
            known = number_of_story(connection, story.slug)
            if known is not None and not replace:
                raise StoryExists(
                    f"there is a story {story.slug!r} already; choose another with --slug, or"
                    " put this in its place with --replace"
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

    def unreviewed(self, slug: str) -> Story:
        """The story as the machine read it; see `Store.unreviewed`."""
        with refusals(self.path):
            return Story(slug, *self._read(slug))

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
            remove_story(connection, known_story(connection, slug))

    def shipped(self) -> Mapping[str, str]:
        """Slugs and digests of what the library was given; see `Store.shipped`."""
        with refusals(self.path):
            return dict(self._connection().execute("SELECT slug, digest FROM shipped").fetchall())

    def summaries(self) -> Sequence[StorySummary]:
        """All stories, the one added last first; see `Store.summaries`."""
        with refusals(self.path):
            return summaries(self._connection())

    def summary(self, slug: str) -> StorySummary:
        """One story in short; see `Store.summary`."""
        with refusals(self.path):
            for found in summaries(self._connection(), slug):
                return found
        raise unknown(slug)

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
        return self._walk(self._found(selection, slug, words).keys(after, limit))

    def count(self, selection: Selection, *, slug: str | None = None, words: str = "") -> int:
        """How many events `query` would yield; see `Store.count`."""
        return self._found(selection, slug, words).count

    def page(
        self,
        selection: Selection,
        *,
        limit: int,
        slug: str | None = None,
        words: str = "",
        after: int = 0,
    ) -> StoredPage:
        """Features of events by rising key; see `Store.page`."""
        found = self._found(selection, slug, words)
        keys = found.keys(after, limit + 1).tolist()
        with refusals(self.path):
            features = encoded.read(self._connection(), keys[:limit])
        return StoredPage(features, found.count, keys[limit - 1] if len(keys) > limit else None)

    def event(self, slug: str, event_id: str) -> StoredEvent:
        """One event; see `Store.event`."""
        with refusals(self.path):
            key = key_of_event(self._connection(), slug, event_id)
        for found in self._rows([] if key is None else [key]):
            return found
        raise UnknownEvent(
            _("The story “{slug}” tells of no event “{id}”.", slug=slug, id=event_id)
        )

    def place_ids(
        self, selection: Selection, *, slug: str | None = None, words: str = ""
    ) -> Sequence[str]:
        """Ids of places with events; see `Store.place_ids`."""
        with refusals(self.path):
            story = known_story(self._connection(), slug) if slug is not None else None
            return self._index.place_ids(self.revision(), selection, story, words)

    def places(self, ids: Sequence[str]) -> Sequence[StoredPlace]:
        """Places with all their events; see `Store.places`."""
        with refusals(self.path), snapshot(self._connection()) as connection:
            rows = place_rows(connection, ids)
            homes = [self._home(row.body, row.events[0][0]) for row in rows]
        return [
            StoredPlace(home, row.events, row.days) for home, row in zip(homes, rows, strict=True)
        ]

    def places_alone(self, ids: Sequence[str]) -> Sequence[Place]:
        """Places without their events; see `Store.places_alone`."""
        with refusals(self.path), snapshot(self._connection()) as connection:
            return [self._home(body, slug) for slug, body in place_bodies(connection, ids)]

    def reach(self) -> Reach:
        """What all events cover; see `Store.reach`."""
        with refusals(self.path):
            return self._index.reach(self.revision())

    def revision(self, slug: str | None = None) -> str:
        """A word that is another after every change; see `Store.revision`."""
        with refusals(self.path):
            return revision(self._connection(), slug)

    @cached_property
    def _index(self) -> "Index":
        from mapapp.stories.index import Index  # numpy takes a tenth of a second

        return Index(self._connection)

    def _found(self, selection: Selection, slug: str | None, words: str) -> "Found":
        with refusals(self.path):
            story = known_story(self._connection(), slug) if slug is not None else None
            return self._index.find(self.revision(), selection, story, words)

    def _walk(self, keys: "Keys") -> Iterator[StoredEvent]:
        for begin in range(0, len(keys), _BATCH):
            yield from self._rows(keys[begin : begin + _BATCH].tolist())

    def _rows(self, keys: list[int]) -> list[StoredEvent]:
        """Events, their places read with them: when they are looked at, others may be there."""
        with refusals(self.path), snapshot(self._connection()) as connection:
            rows = event_rows(connection, keys)
            self._places.fetch(number for *_, body in rows for number in places_of(body))
        return [StoredEvent(*row, self._event) for row in rows]

    def _home(self, body: bytes, slug: str) -> Place:
        home = self._event(body, slug).home
        assert home is not None  # else it would stand under no place
        return home.place

    def _read(self, slug: str) -> tuple[Annotation, tuple[Decision, ...]]:
        """What the machine read, and what was decided since."""
        row = (
            self._connection()
            .execute("SELECT id, annotation FROM story WHERE slug = ?", (slug,))
            .fetchone()
        )
        if row is None:
            raise unknown(slug)
        return self._decoded(row[1], slug), decisions(self._connection(), row[0])

    def _put(self, slug: str, annotation: Annotation, taken: tuple[Decision, ...]) -> Story:
        """Write what the machine read, what was decided, and the events that come of it."""
        reviewed = review(annotation, taken, self._place_of).annotation
        facts = facts_of(reviewed)
        number = write_story(self._connection(), slug, annotation, facts)
        write_decisions(self._connection(), number, taken)
        write_events(self._connection(), number, slug, facts, annotation.article.text)
        return Story(slug, reviewed, taken)

    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if found is None:
            found = self._own.connection = connect(self.path, timeout=self._timeout)
            self._opened.append(found)
        return found

    def _read_places(self, numbers: Sequence[int]) -> list[tuple[int, bytes]]:
        with refusals(self.path):
            return numbered_places(self._connection(), numbers)

    def _event(self, body: bytes, slug: str) -> Event:
        try:
            return decode_event(body, self._places.__getitem__)
        except KeyError as error:
            raise StoreUnavailable(
                f"the library {self.path} is damaged: a place is missing in it"
            ) from error
        except msgspec.DecodeError as error:
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
