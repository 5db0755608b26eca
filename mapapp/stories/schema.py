"""The tables of the SQLite library.

`story.annotation` is what the machine read, `decision` what people made of it, and `event` the
outcome, one row each. What selections ask about stands in `event_columns`, one blob a story, made
and read by the module columns; `written` is the revision at which it was, so that who knows an
older one reads again only what is new. Keys of `event` and `place` are never given twice, so that
paging and caching can lean on them. `event.place` is the place under which an event is shown,
located or not. `event_text` is searched for words; the module writing fills it a story at a time,
since a trigger for each row made FTS5 put its lists in order each time, at five times the cost.
`event_feature` holds each event as the JSON that pages are put together of, by the code of which
`library.features` is the stamp.
`library.revision` grows with every change to a story, whoever makes it: triggers see to that;
`library.born` tells a library from another that is put in its place.
"""

VERSION = 5

_EVENT_FEATURE = """CREATE TABLE event_feature (
        id INTEGER PRIMARY KEY REFERENCES event (id) ON DELETE CASCADE,
        body BLOB NOT NULL
    )"""

STATEMENTS = (
    """CREATE TABLE story (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        slug TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        source TEXT NOT NULL,
        published INTEGER,
        language TEXT NOT NULL,
        events INTEGER NOT NULL,
        places INTEGER NOT NULL,
        first INTEGER,
        last INTEGER,
        annotation BLOB NOT NULL
    )""",
    """CREATE TABLE decision (
        story INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (story, number)
    ) WITHOUT ROWID""",
    """CREATE TABLE place (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        story INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
        body BLOB NOT NULL
    )""",
    "CREATE INDEX place_of_story ON place (story)",
    """CREATE TABLE event (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        story INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
        ref TEXT NOT NULL,
        place TEXT,
        first INTEGER,
        last INTEGER,
        dated INTEGER NOT NULL,
        title TEXT NOT NULL,
        names TEXT NOT NULL,
        quote TEXT NOT NULL,
        body BLOB NOT NULL,
        UNIQUE (story, ref)
    )""",
    """CREATE TABLE event_columns (
        story INTEGER PRIMARY KEY REFERENCES story (id) ON DELETE CASCADE,
        written INTEGER NOT NULL,
        body BLOB NOT NULL
    )""",
    "CREATE INDEX event_at_place ON event (place)",
    _EVENT_FEATURE,
    """CREATE VIRTUAL TABLE event_text USING fts5 (
        title, names, quote, content = 'event', content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 2'
    )""",
    """CREATE TABLE library (
        born INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        features TEXT NOT NULL
    )""",
    "INSERT INTO library VALUES (abs(random()), 0, '')",
    *(
        f"""CREATE TRIGGER {table}_{act.lower()} AFTER {act} ON {table} BEGIN
            UPDATE library SET revision = revision + 1;
        END"""
        for table in ("story", "decision")
        for act in ("INSERT", "UPDATE", "DELETE")
    ),
    """CREATE TABLE shipped (
        slug TEXT PRIMARY KEY,
        digest TEXT NOT NULL
    ) WITHOUT ROWID""",
    f"PRAGMA user_version = {VERSION}",
)

# From an older layout to the next one.
UPGRADES = {
    3: (
        "DROP TRIGGER event_text_added",
        "DROP TRIGGER event_text_removed",
        "DROP INDEX event_of_story",
        "ALTER TABLE event_columns RENAME TO former_columns",
        """CREATE TABLE event_columns (
            story INTEGER PRIMARY KEY REFERENCES story (id) ON DELETE CASCADE,
            written INTEGER NOT NULL,
            body BLOB NOT NULL
        )""",
        "INSERT INTO event_columns SELECT story, 0, body FROM former_columns",
        "DROP TABLE former_columns",
        "PRAGMA user_version = 4",
    ),
    4: (
        _EVENT_FEATURE,
        "ALTER TABLE library ADD COLUMN features TEXT NOT NULL DEFAULT ''",
        "PRAGMA user_version = 5",
    ),
}
