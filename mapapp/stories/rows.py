"""The statements that read the SQLite library's rows of events."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from mapapp.model import BBox, Interval
from mapapp.stories.queries import Condition
from mapapp.stories.store import Reach

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


def event_rows(
    connection: sqlite3.Connection, condition: Condition, after: int, wanted: int
) -> list[EventRow]:
    """Rows by rising key, those above `after`."""
    return connection.execute(
        f"SELECT id, {_SLUG}, quote, body FROM event WHERE id > ? AND {condition.sql}"
        " ORDER BY id LIMIT ?",
        (after, *condition.parameters, wanted),
    ).fetchall()


def count_rows(connection: sqlite3.Connection, condition: Condition) -> int:
    """How many rows there are."""
    (number,) = connection.execute(
        f"SELECT count(*) FROM event WHERE {condition.sql}", condition.parameters
    ).fetchone()
    return int(number)


def place_ids(connection: sqlite3.Connection, condition: Condition) -> list[str]:
    """The places of the rows, each once, sorted."""
    rows = connection.execute(
        f"SELECT DISTINCT place FROM event WHERE place IS NOT NULL AND {condition.sql}"
        " ORDER BY place",
        condition.parameters,
    )
    return [place for (place,) in rows]


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


def reach(connection: sqlite3.Connection) -> Reach:
    """What all events cover."""
    west, south, east, north, *days = connection.execute(
        f"SELECT min(lon), min(lat), max(lon), max(lat), {_DAYS} FROM event"
    ).fetchone()
    return Reach(None if west is None else BBox(west, south, east, north), _days(*days))


def _days(dated: int | None, first: int | None, last: int | None) -> Interval | None:
    return Interval(first, last) if dated else None
