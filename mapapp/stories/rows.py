"""The statements that read the SQLite library's rows of events."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from mapapp.errors import UnknownStory
from mapapp.locale import gettext as _
from mapapp.model import Interval
from mapapp.stories.sought import sought
from mapapp.stories.store import StorySummary

_SLUG = "(SELECT slug FROM story WHERE story.id = event.story)"
# From the first to the last day of a group: an open side of one is an open side of all.
_DAYS = (
    "sum(dated), CASE WHEN sum(dated AND first IS NULL) = 0 THEN min(first) END,"
    " CASE WHEN sum(dated AND last IS NULL) = 0 THEN max(last) END"
)

EventRow = tuple[int, str, str, bytes]  # key, slug, quote, body


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place's events, and the body of one of them, which holds the place."""

    body: bytes
    events: tuple[tuple[str, str], ...]
    days: Interval | None


def event_rows(connection: sqlite3.Connection, keys: Sequence[int]) -> list[EventRow]:
    """Rows by rising key; keys of rows that are gone are passed over."""
    return connection.execute(
        f"SELECT id, {_SLUG}, quote, body FROM event"
        " WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (msgspec.json.encode(keys).decode(),),
    ).fetchall()


def key_of_event(connection: sqlite3.Connection, slug: str, event_id: str) -> int | None:
    """The key of an event by its story's slug and its own id."""
    row = connection.execute(
        "SELECT id FROM event WHERE story = (SELECT id FROM story WHERE slug = ?) AND ref = ?",
        (slug, event_id),
    ).fetchone()
    return None if row is None else int(row[0])


def summaries(connection: sqlite3.Connection, slug: str | None = None) -> list[StorySummary]:
    """All stories in short, the one added last first; or the one under a slug."""
    rows = connection.execute(
        "SELECT slug, title, source, published, language, events, places, first, last FROM story"
        + (" ORDER BY id DESC" if slug is None else " WHERE slug = ?"),
        () if slug is None else (slug,),
    )
    return [StorySummary(*row) for row in rows]


def unknown(slug: str) -> UnknownStory:
    """The error that says that no story is under a slug."""
    return UnknownStory(_("no story goes by {slug!r}", slug=slug))


def number_of_story(connection: sqlite3.Connection, slug: str) -> int | None:
    """The number of the story under a slug."""
    row = connection.execute("SELECT id FROM story WHERE slug = ?", (slug,)).fetchone()
    return None if row is None else int(row[0])


def known_story(connection: sqlite3.Connection, slug: str) -> int:
    """The number of the story under a slug; raises UnknownStory."""
    number = number_of_story(connection, slug)
    if number is None:
        raise unknown(slug)
    return number


def keys_of_words(connection: sqlite3.Connection, words: str) -> list[int]:
    """Keys of the events in which these words are found; raises QueryError for too many."""
    # Each word is a quoted phrase, so that nothing in it is read as FTS5's language of queries; a
    # NUL would end the string.
    phrases = [word.replace('"', '""') for word in sought(words.replace("\0", " "))]
    if not phrases:
        return []
    asked = " AND ".join(f'"{phrase}"*' for phrase in phrases)
    rows = connection.execute("SELECT rowid FROM event_text WHERE event_text MATCH ?", (asked,))
    return [key for (key,) in rows]


def revision(connection: sqlite3.Connection, slug: str | None) -> str:
    """A word that changes with the library, or with the story under a slug alone."""
    if slug is None:
        born, changes = connection.execute("SELECT born, revision FROM library").fetchone()
        return f"{born:x}-{changes}"
    row = connection.execute(
        "SELECT born, story.id, written FROM library, story"
        " JOIN event_columns ON event_columns.story = story.id WHERE slug = ?",
        (slug,),
    ).fetchone()
    if row is None:
        raise unknown(slug)
    return "{:x}-{}-{}".format(*row)


def written(connection: sqlite3.Connection) -> dict[int, int]:
    """The numbers of all stories, and at which revision the events of each were written."""
    return dict(connection.execute("SELECT story, written FROM event_columns").fetchall())


def column_rows(
    connection: sqlite3.Connection, stories: Sequence[int]
) -> list[tuple[int, int, bytes]]:
    """Number, revision and columns of each of these stories."""
    return connection.execute(
        "SELECT story, written, body FROM event_columns"
        " WHERE story IN (SELECT value FROM json_each(?))",
        (msgspec.json.encode(stories).decode(),),
    ).fetchall()


def all_place_ids(connection: sqlite3.Connection) -> list[str]:
    """The places of all rows, each once, sorted."""
    # From each to the next in the index: DISTINCT would walk over every event of every place.
    rows = connection.execute(
        "WITH RECURSIVE known (id) AS (SELECT min(place) FROM event UNION ALL"
        " SELECT (SELECT min(place) FROM event WHERE place > known.id) FROM known"
        " WHERE known.id IS NOT NULL) SELECT id FROM known WHERE id IS NOT NULL"
    )
    return [place for (place,) in rows]


def numbered_places(
    connection: sqlite3.Connection, numbers: Sequence[int]
) -> list[tuple[int, bytes]]:
    """Numbers and bodies of places; numbers that are gone are passed over."""
    return connection.execute(
        "SELECT id, body FROM place WHERE id IN (SELECT value FROM json_each(?))",
        (msgspec.json.encode(numbers).decode(),),
    ).fetchall()


def place_bodies(connection: sqlite3.Connection, ids: Sequence[str]) -> list[tuple[str, bytes]]:
    """Slug and body of the last event of each of these places, by the order of their ids."""
    return connection.execute(
        f"SELECT {_SLUG}, body FROM event WHERE id IN (SELECT max(id) FROM event"
        " WHERE place IN (SELECT value FROM json_each(?)) GROUP BY place) ORDER BY place",
        (msgspec.json.encode(ids).decode(),),
    ).fetchall()


def place_rows(connection: sqlite3.Connection, ids: Sequence[str]) -> list[PlaceRow]:
    """Places with all their events, by the order of their ids."""
    # Names of columns beside max(id) stand for the row that holds the maximum
    # (sqlite.org/lang_select.html, "Bare columns in an aggregate query").
    rows = connection.execute(
        f"SELECT max(id), body, json_group_array(json_array({_SLUG}, ref)), {_DAYS} FROM"
        " (SELECT * FROM event WHERE place IN (SELECT value FROM json_each(?)) ORDER BY id) event"
        " GROUP BY place ORDER BY place",
        (msgspec.json.encode(ids).decode(),),
    )
    return [
        PlaceRow(body, msgspec.json.decode(refs, type=tuple[tuple[str, str], ...]), _days(*days))
        for _, body, refs, *days in rows
    ]


def _days(dated: int | None, first: int | None, last: int | None) -> Interval | None:
    return Interval(first, last) if dated else None
