"""The statements that change the SQLite library; each runs inside a transaction of its caller."""

import sqlite3
from collections.abc import Sequence
from itertools import count

import msgspec

from mapapp.model import Annotation, Decision, Event, Tie
from mapapp.stories import encoded
from mapapp.stories.codec import PlaceTable, encode, encode_event, encode_place
from mapapp.stories.facts import Fact


def decisions(connection: sqlite3.Connection, story: int) -> tuple[Decision, ...]:
    """The decisions on a story, in the order in which they were taken."""
    rows = connection.execute("SELECT body FROM decision WHERE story = ? ORDER BY number", (story,))
    return tuple(msgspec.json.decode(body, type=Decision) for (body,) in rows)


def write_story(
    connection: sqlite3.Connection, slug: str, annotation: Annotation, facts: Sequence[Fact]
) -> int:
    """Insert a story or put it in place of the one under its slug; answers its number.

    `annotation` is what the machine read and is kept, `facts` what came of it and is counted.
    """
    days = [event.when for event, _ in facts if event.when]
    article = annotation.article
    values = (
        slug,
        article.title or slug,
        article.source,
        article.published,
        article.language,
        len(facts),
        len({home.place.id for _, home in facts if home and home.place.lon is not None}),
        min((when.first for when in days if when.first is not None), default=None),
        max((when.last for when in days if when.last is not None), default=None),
        encode(annotation),
    )
    (number,) = connection.execute(
        "INSERT INTO story (slug, title, source, published, language, events, places, first, last,"
        " annotation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (slug) DO UPDATE SET"
        " title = excluded.title, source = excluded.source, published = excluded.published,"
        " language = excluded.language, events = excluded.events, places = excluded.places,"
        " first = excluded.first, last = excluded.last, annotation = excluded.annotation"
        " RETURNING id",
        values,
    ).fetchone()
    return int(number)


def remove_story(connection: sqlite3.Connection, story: int) -> None:
    """Forget a story and all that hangs on it."""
    _forget_words(connection, story)
    connection.execute("DELETE FROM story WHERE id = ?", (story,))


def write_decisions(connection: sqlite3.Connection, story: int, taken: Sequence[Decision]) -> None:
    """Keep these decisions on a story and no others."""
    connection.execute("DELETE FROM decision WHERE story = ?", (story,))
    connection.executemany(
        "INSERT INTO decision (story, number, body) VALUES (?, ?, ?)",
        [
            (story, number, msgspec.json.encode(decision))
            for number, decision in enumerate(taken, 1)
        ],
    )


def write_events(
    connection: sqlite3.Connection, story: int, slug: str, facts: Sequence[Fact], text: str
) -> None:
    """Put the events that are told as facts in place of the story's former ones.

    An event that was there before keeps its key, so that a page that follows skips nothing.
    """
    from mapapp.stories.columns import pack  # numpy takes a tenth of a second

    keys = dict(
        connection.execute("SELECT ref, id FROM event WHERE story = ?", (story,)).fetchall()
    )
    following = count(_last_key(connection, "event") + 1)
    _forget_words(connection, story)
    connection.execute("DELETE FROM event WHERE story = ?", (story,))
    connection.execute("DELETE FROM place WHERE story = ?", (story,))
    table = PlaceTable(_last_key(connection, "place") + 1)
    keyed = [keys.get(event.id) or next(following) for event, _ in facts]
    rows = [
        (key, story, *_values(event, home, text, table))
        for key, (event, home) in zip(keyed, facts, strict=True)
    ]
    connection.executemany(
        "INSERT INTO place (id, story, body) VALUES (?, ?, ?)",
        [(n, story, encode_place(place)) for n, place in enumerate(table.places, table.first)],
    )
    connection.executemany(
        "INSERT INTO event (id, story, ref, place, first, last, dated, title, names, quote, body)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    encoded.write(
        connection,
        [
            (key, encoded.encoded(event, slug, event.evidence[0].of(text)))
            for key, (event, _) in zip(keyed, facts, strict=True)
        ],
    )
    connection.execute(
        "INSERT INTO event_text (rowid, title, names, quote)"
        " SELECT id, title, names, quote FROM event WHERE story = ?",
        (story,),
    )
    connection.execute(
        "INSERT INTO event_columns (story, written, body)"
        " VALUES (?, (SELECT revision FROM library), ?)"
        " ON CONFLICT (story) DO UPDATE SET written = excluded.written, body = excluded.body",
        (story, pack(keyed, facts)),
    )


def _forget_words(connection: sqlite3.Connection, story: int) -> None:
    """Take a story's events out of the search for words, which must be told what stood there."""
    connection.execute(
        "INSERT INTO event_text (event_text, rowid, title, names, quote)"
        " SELECT 'delete', id, title, names, quote FROM event WHERE story = ?",
        (story,),
    )


def _values(event: Event, home: Tie | None, text: str, table: PlaceTable) -> tuple[object, ...]:
    when = event.when
    return (
        event.id,
        home.place.id if home else None,
        when.first if when else None,
        when.last if when else None,
        when is not None,
        event.title,
        _names(event),
        event.evidence[0].of(text),
        encode_event(event, table),
    )


def _names(event: Event) -> str:
    return "; ".join(dict.fromkeys(name for tie in event.ties for name in tie.place.usual_names))


def _last_key(connection: sqlite3.Connection, table: str) -> int:
    """The highest key ever given in a table, removed rows too."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return row[0] if row else 0


def write_shipped(connection: sqlite3.Connection, slug: str, digest: str) -> None:
    """Remember that the library was given a story that ships."""
    connection.execute(
        "INSERT INTO shipped (slug, digest) VALUES (?, ?)"
        " ON CONFLICT (slug) DO UPDATE SET digest = excluded.digest",
        (slug, digest),
    )
