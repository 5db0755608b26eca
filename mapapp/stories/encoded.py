"""The features of a library's events as JSON, made when they are written and not when asked for.

A page of a hundred events takes a third of the time when nothing of it has to be read, tied to its
places and put into words first. What is kept is as good as the code that made it: its stamp tells
when that has changed, and then all is made anew.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256

import msgspec

from mapapp.layers import encode, event_feature
from mapapp.model import Event, Place, PlaceName, Span, Tie, When, day_number
from mapapp.stories.codec import decode_event, decode_place
from mapapp.stories.slug import event_key

_URL = b'"url":"'


def encoded(event: Event, slug: str, quote: str) -> bytes:
    """The feature of an event among all stories' as JSON, its url relative to the host."""
    return encode(event_feature(event, story=slug, quote=quote, key=event_key(slug, event.id)))


def placed(features: Sequence[bytes], site: str) -> bytes:
    """Features that `encoded` wrote, one a line, their urls at a site such as `https://a.org`."""
    # A quotation mark within a text is escaped, so that no text of an article looks like this.
    return b",\n".join(features).replace(_URL, _URL + msgspec.json.encode(site)[1:-1])


@lru_cache(1)
def stamp() -> str:
    """Another word when the code makes another feature of the same event."""
    return sha256(encoded(_SAMPLE, "sample", "One of each.")).hexdigest()[:16]


def write(connection: sqlite3.Connection, rows: Iterable[tuple[int, bytes]]) -> None:
    """Keep the features of events, by their keys."""
    connection.executemany("INSERT INTO event_feature (id, body) VALUES (?, ?)", rows)


def read(connection: sqlite3.Connection, keys: Sequence[int]) -> tuple[bytes, ...]:
    """Features by rising key; keys of events that are gone are passed over."""
    rows = connection.execute(
        "SELECT body FROM event_feature WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (msgspec.json.encode(keys).decode(),),
    )
    return tuple(body for (body,) in rows)


def are_current(connection: sqlite3.Connection) -> bool:
    """Were the features that are kept made by the code that runs?"""
    (known,) = connection.execute("SELECT features FROM library").fetchone()
    return bool(known == stamp())


def make_anew(connection: sqlite3.Connection) -> None:
    """Make all features, inside a transaction of the caller."""
    connection.execute("DELETE FROM event_feature")
    for story, slug in connection.execute("SELECT id, slug FROM story").fetchall():
        write(connection, _of_story(connection, story, slug))
    connection.execute("UPDATE library SET features = ?", (stamp(),))


def _of_story(connection: sqlite3.Connection, story: int, slug: str) -> Iterator[tuple[int, bytes]]:
    bodies = connection.execute("SELECT id, body FROM place WHERE story = ?", (story,))
    places = {number: decode_place(body) for number, body in bodies}
    # Read before any is written: nobody promises what a walk sees of what is written meanwhile.
    rows = connection.execute("SELECT id, quote, body FROM event WHERE story = ?", (story,))
    for key, quote, body in rows.fetchall():
        with suppress(msgspec.DecodeError, KeyError):  # of a damaged story, said when that is read
            yield key, encoded(decode_event(body, places.__getitem__), slug, quote)


# An event with something in every member.
_SAMPLE = Event(
    "e",
    "All at once",
    "other",
    When("1990~/..", day_number(1990), None, "since about 1990", "less-certain"),
    (
        Tie(
            Place("x:1", "Here", "region", 1.5, -2.5, (PlaceName("Ici", "fr"),), contested=True),
            "destination",
            score=0.6,
        ),
        Tie(Place("x:2", "Nowhere", "site"), "party", score=0.3),
    ),
    (Span(3, 15),),
    0.4321,
    inferred=True,
)
