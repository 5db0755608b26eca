"""The statements that change the SQLite library; each runs inside a transaction of its caller."""

import sqlite3
from collections.abc import Sequence

import msgspec

from mapapp.model import Annotation, Decision, Event
from mapapp.stories.codec import PlaceTable, encode, encode_event, encode_place


def decisions(connection: sqlite3.Connection, story: int) -> tuple[Decision, ...]:
    """The decisions on a story, in the order in which they were taken."""
    rows = connection.execute("SELECT body FROM decision WHERE story = ? ORDER BY number", (story,))
    return tuple(msgspec.json.decode(body, type=Decision) for (body,) in rows)


def write_story(
    connection: sqlite3.Connection, slug: str, annotation: Annotation, reviewed: Annotation
) -> int:
    """Insert a story or put it in place of the one under its slug; answers its number.

    `annotation` is what the machine read and is kept, `reviewed` what came of it and is counted.
    """
    events = [event for event in reviewed.events if event.modality == "asserted"]
    whens = [event.when for event in events if event.when]
    article = annotation.article
    values = (
        slug,
        article.title or slug,
        article.source,
        article.published,
        article.language,
        len(events),
        len({event.place.id for event in events if event.place}),
        min((when.first for when in whens if when.first is not None), default=None),
        max((when.last for when in whens if when.last is not None), default=None),
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


def write_events(connection: sqlite3.Connection, story: int, annotation: Annotation) -> None:
    """Put the events that are told as facts in place of the story's former ones.

    An event that was there before keeps its key, so that a page that follows skips nothing.
    """
    from mapapp.stories.columns import pack  # numpy takes a tenth of a second

    events = [event for event in annotation.events if event.modality == "asserted"]
    keys = dict(
        connection.execute("SELECT ref, id FROM event WHERE story = ?", (story,)).fetchall()
    )
    following = _last_key(connection, "event") + 1
    connection.execute("DELETE FROM event WHERE story = ?", (story,))
    connection.execute("DELETE FROM place WHERE story = ?", (story,))
    table = PlaceTable(_last_key(connection, "place") + 1)
    numbered = []
    for event in events:
        key = keys.get(event.id)
        if key is None:
            key, following = following, following + 1
        numbered.append((key, event))
    rows = [
        (key, story, *_values(event, annotation.article.text, table)) for key, event in numbered
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
    connection.execute(
        "INSERT INTO event_columns (story, body) VALUES (?, ?)"
        " ON CONFLICT (story) DO UPDATE SET body = excluded.body",
        (story, pack(numbered)),
    )


def _values(event: Event, text: str, table: PlaceTable) -> tuple[object, ...]:
    home = event.home
    return (
        event.id,
        home.place.id if home else None,
        event.when.first if event.when else None,
        event.when.last if event.when else None,
        event.when is not None,
        event.title,
        "; ".join(dict.fromkeys(name for tie in event.ties for name in tie.place.usual_names)),
        event.evidence[0].of(text),
        encode_event(event, table),
    )


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
