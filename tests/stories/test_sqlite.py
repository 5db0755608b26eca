import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from mapapp.errors import StoreError, StoreUnavailable, StoryExists, UnknownStory
from mapapp.layers import encode
from mapapp.model import BBox, Decision, Interval, Selection, Story
from mapapp.stories import open_store
from mapapp.stories.features import stored_event_feature
from mapapp.stories.sqlite import SqliteStore

from tests.zoo import EMPTY, EVENTS, STORY


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path / "deep" / "stories.sqlite")
    yield opened
    opened.close()


def test_story_comes_back_as_it_went_in(store: SqliteStore) -> None:
    store.save(STORY)
    assert store.load("zoo") == STORY


def test_library_is_read_by_the_next_process(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/other.sqlite"
    open_store(address).save(STORY)
    assert open_store(tmp_path / "other.sqlite").load("zoo") == STORY


def test_summary_tells_span_and_counts_of_facts_only(store: SqliteStore) -> None:
    store.save(STORY)
    store.save(EMPTY)
    empty, zoo = store.summaries()
    assert (empty.slug, empty.events, empty.first) == ("empty", 0, None)
    assert (zoo.title, zoo.events, zoo.places) == ("A story of everything", 9, 7)
    dated = [event.when for event in EVENTS if event.when and event.modality == "asserted"]
    assert zoo.first == min(when.first for when in dated if when.first is not None)


def test_taken_slug_is_refused_and_says_so(store: SqliteStore) -> None:
    store.save(STORY)
    with pytest.raises(StoryExists, match="'zoo'"):
        store.save(STORY)
    assert store.load("zoo") == STORY


@pytest.mark.parametrize("slug", ["", "Zoo", "a--b", "-a", "a/b", "ü", "a" * 81])
def test_slug_that_no_address_can_carry_is_refused(store: SqliteStore, slug: str) -> None:
    with pytest.raises(StoreError, match="hyphens"):
        store.save(replace(STORY, slug=slug))


@pytest.mark.parametrize("act", ["load", "remove"])
def test_unknown_slug(store: SqliteStore, act: str) -> None:
    with pytest.raises(UnknownStory, match="'nope'"):
        getattr(store, act)("nope")


def test_query_of_unknown_slug_fails_before_the_first_row(store: SqliteStore) -> None:
    with pytest.raises(UnknownStory):
        store.query(Selection(), slug="nope")


def test_removed_story_leaves_nothing(store: SqliteStore) -> None:
    store.save(STORY)
    store.remove("zoo")
    assert store.summaries() == []
    assert list(store.query(Selection())) == []
    with sqlite3.connect(store.path) as raw:
        for table in ("event", "event_columns", "event_text", "place", "decision"):
            assert raw.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    raw.close()


def test_new_reading_keeps_decisions_and_keys(store: SqliteStore) -> None:
    gone = Decision("hide", "A sentence that is gone.", at=20_000)
    store.save(replace(STORY, decisions=(gone,)))
    before = {found.event.id: found.key for found in store.query(Selection())}
    shorter = replace(STORY.annotation, events=EVENTS[2:])
    store.save(Story("zoo", shorter), replace=True)
    after = {found.event.id: found.key for found in store.query(Selection())}
    assert store.load("zoo").decisions == (gone,)
    assert after == {ref: key for ref, key in before.items() if ref in after}
    store.save(STORY, replace=True)
    again = {found.event.id: found.key for found in store.query(Selection())}
    assert min(again["e1"], again["e2"]) > max(before.values()), "a key was given twice"


SELECTIONS = {
    "all": Selection(),
    "window": Selection.parse(start="1990", end="2001"),
    "bce": Selection.parse(end="-0001"),
    "open end": Selection.parse(start="2050"),
    "box": Selection.parse(bbox="44,38,51,42"),
    "box over the antimeridian": Selection.parse(bbox="170,-30,-170,0"),
    "box and window": Selection.parse(start="1992-03-14", end="1992-03-14", bbox="44,38,51,42"),
    "category": Selection.parse(category="visit, meeting"),
    "place": Selection.parse(place="gn:587084"),
    "undated kept": replace(Selection.parse(start="1990", end="2001"), keep_undated=True),
    "unlocated kept": replace(Selection.parse(bbox="44,38,51,42"), keep_unlocated=True),
    "nothing": Selection.parse(start="1700", end="1701", category="visit"),
}


@pytest.mark.parametrize("selection", SELECTIONS.values(), ids=SELECTIONS)
def test_query_agrees_with_the_selection(store: SqliteStore, selection: Selection) -> None:
    store.save(EMPTY)
    store.save(STORY)
    expected = [e for e in EVENTS if e.modality == "asserted" and selection.takes(e)]
    found = list(store.query(selection))
    assert [each.event for each in found] == expected
    assert all(each.quote == each.event.evidence[0].of(STORY.annotation.article.text)
               for each in found)  # fmt: skip
    assert [each.event for each in store.query(selection, slug="zoo")] == expected
    assert list(store.query(selection, slug="empty")) == []


def test_selections_cover_something() -> None:
    counts = {name: sum(map(each.takes, EVENTS)) for name, each in SELECTIONS.items()}
    assert counts["box over the antimeridian"] == 1
    assert counts["bce"] == 1
    assert counts["open end"] == 1
    assert counts["nothing"] == 0


_lon, _lat = st.floats(-180, 180), st.floats(-90, 90)
_days = st.one_of(st.none(), st.integers(-(10**10), 10**10))


@settings(deadline=None, max_examples=60)
@given(_lon, _lon, st.tuples(_lat, _lat).map(sorted), st.tuples(_days, _days))
def test_any_box_and_window(
    west: float, east: float, lats: list[float], days: tuple[int | None, int | None]
) -> None:
    first, last = days
    if first is not None and last is not None and first > last:
        first, last = last, first
    selection = Selection(Interval(first, last), BBox(west, lats[0], east, lats[1]))
    expected = [e.id for e in EVENTS if e.modality == "asserted" and selection.takes(e)]
    assert [found.event.id for found in _shared().query(selection)] == expected


_STORES: list[SqliteStore] = []


def _shared() -> SqliteStore:
    if not _STORES:
        _STORES.append(SqliteStore(Path(os.environ["MAPAPP_DATABASE"]).with_name("any.sqlite")))
        _STORES[0].save(STORY)
    return _STORES[0]


@pytest.mark.parametrize("limit", [1, 2, 4, 100])
def test_pages_neither_skip_nor_repeat(store: SqliteStore, limit: int) -> None:
    store.save(STORY)
    seen, after = [], 0
    while page := list(store.query(Selection(), after=after, limit=limit)):
        seen += [found.event.id for found in page]
        after = page[-1].key
    assert seen == [event.id for event in EVENTS if event.modality == "asserted"]


def test_many_events_are_walked_in_order(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapapp.stories.sqlite._BATCH", 3)
    store.save(STORY)
    selection = Selection.parse(bbox="-180,-90,180,90")
    found = [each.event.id for each in store.query(selection)]
    assert found == ["e1", "e2", "e3", "e4", "e5", "e6", "e8", "e9"]


def test_writing_to_a_read_only_library_names_it(tmp_path: Path) -> None:
    path = tmp_path / "stories.sqlite"
    SqliteStore(path).save(STORY)
    store = SqliteStore(path)
    store._connection().execute("PRAGMA query_only = ON")  # root may write everywhere
    with pytest.raises(StoreUnavailable, match=r"stories\.sqlite may only be read"):
        store.save(EMPTY)
    assert store.load("zoo") == STORY


@pytest.mark.parametrize("open_elsewhere", [False, True])
def test_library_in_a_folder_that_may_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_elsewhere: bool
) -> None:
    path = tmp_path / "stories.sqlite"
    writer = SqliteStore(path)
    writer.save(STORY)
    if not open_elsewhere:
        writer.close()
    monkeypatch.setattr("mapapp.stories.connection.os.access", lambda *_: False)
    before = set(tmp_path.iterdir())
    store = SqliteStore(path)
    assert store.load("zoo") == STORY
    with pytest.raises(StoreUnavailable, match="may only be read"):
        store.save(EMPTY)
    assert set(tmp_path.iterdir()) == before
    writer.close()


@pytest.mark.parametrize("folder", ["file", "/proc/nowhere"])
def test_folder_that_cannot_be_made(tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").write_text("I am no folder")
    with pytest.raises(StoreUnavailable, match=r"stories\.sqlite cannot be made"):
        open_store(tmp_path / folder / "stories.sqlite")


@pytest.mark.parametrize("content", [b"not a database" * 100, b"\x89PNG\r\n\x1a\n" * 100])
def test_file_that_is_no_library(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "stories.sqlite"
    path.write_bytes(content)
    with pytest.raises(StoreUnavailable, match="damaged or is no library"):
        open_store(path)
    assert path.read_bytes() == content


def test_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "theirs.sqlite"
    theirs = sqlite3.connect(path)
    theirs.execute("CREATE TABLE precious (x)")
    theirs.close()
    content = path.read_bytes()
    with pytest.raises(StoreUnavailable, match="another program"):
        open_store(path)
    assert path.read_bytes() == content


def test_library_of_a_newer_mapapp(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite"
    SqliteStore(path)._connection().execute("PRAGMA user_version = 99")
    with pytest.raises(StoreUnavailable, match="layout 99"):
        open_store(path)


_FOUR = """
DROP TABLE event_feature;
ALTER TABLE library DROP COLUMN features;
PRAGMA user_version = 4;
"""
_THREE = f"""{_FOUR}
CREATE TRIGGER event_text_added AFTER INSERT ON event BEGIN
    INSERT INTO event_text (rowid, title, names, quote)
    VALUES (new.id, new.title, new.names, new.quote);
END;
CREATE TRIGGER event_text_removed AFTER DELETE ON event BEGIN
    INSERT INTO event_text (event_text, rowid, title, names, quote)
    VALUES ('delete', old.id, old.title, old.names, old.quote);
END;
CREATE INDEX event_of_story ON event (story, id);
ALTER TABLE event_columns DROP COLUMN written;
PRAGMA user_version = 3;
"""


@pytest.fixture(params=[_THREE, _FOUR], ids=["three", "four"])
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "old.sqlite"
    store = SqliteStore(path)
    store.save(STORY)
    store.close()
    raw = sqlite3.connect(path)
    raw.executescript(request.param)
    raw.close()
    return path


def test_library_of_an_older_mapapp_that_may_only_be_read(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapapp.stories.connection.os.access", lambda *_: False)
    with pytest.raises(StoreUnavailable, match="older layout"):
        SqliteStore(older)


def test_library_of_an_older_mapapp_is_taken_over(older: Path) -> None:
    store = SqliteStore(older)
    assert store.load("zoo") == STORY
    before = [(each.key, each.event) for each in store.query(Selection())]
    assert len(before) == 9
    assert store.page(Selection(), limit=9).features == tuple(
        encode(stored_event_feature(each, base_url="")) for each in store.query(Selection())
    )
    store.save(STORY, replace=True)
    assert [(each.key, each.event) for each in store.query(Selection())] == before
    store.remove("zoo")
    assert store.count(Selection(), words="officers") == 0
    assert store.count(Selection()) == 0


def test_features_are_made_anew_by_a_mapapp_that_makes_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "stories.sqlite"
    store = SqliteStore(path)
    store.save(STORY)
    now = store.page(Selection(), limit=2)
    store._connection().execute("UPDATE event_feature SET body = 'old'")
    store.close()
    assert SqliteStore(path).page(Selection(), limit=1).features == ("old",), "not at every start"
    monkeypatch.setattr("mapapp.stories.encoded.stamp", lambda: "another")
    assert SqliteStore(path).page(Selection(), limit=2) == now


def test_damaged_pages_are_told_of(tmp_path: Path) -> None:
    path = tmp_path / "stories.sqlite"
    first = SqliteStore(path)
    first.save(STORY)
    first.close()
    raw = bytearray(path.read_bytes())
    raw[4096:] = b"\xff" * (len(raw) - 4096)
    path.write_bytes(raw)
    with pytest.raises(StoreUnavailable, match=r"stories\.sqlite is damaged"):
        list(open_store(path).summaries())


def test_damaged_story_is_told_of_and_costs_no_other(store: SqliteStore) -> None:
    store.save(STORY)
    store.save(EMPTY)
    store._connection().execute("UPDATE story SET annotation = 'xx' WHERE slug = 'zoo'")
    with pytest.raises(StoreUnavailable, match="'zoo'"):
        store.load("zoo")
    assert store.load("empty") == EMPTY
    store.remove("zoo")


def test_locked_library_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "stories.sqlite"
    SqliteStore(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnavailable, match="locked by another program"):
        SqliteStore(path, timeout=0.05).save(STORY)
    other.close()


def test_full_disk_changes_nothing(store: SqliteStore) -> None:
    store.save(EMPTY)
    (pages,) = store._connection().execute("PRAGMA page_count").fetchone()
    store._connection().execute(f"PRAGMA max_page_count = {pages + 1}")
    long = replace(STORY.annotation.article, text="word " * 10_000)
    with pytest.raises(StoreUnavailable, match="the disk is full"):
        store.save(replace(STORY, annotation=replace(STORY.annotation, article=long)))
    assert [summary.slug for summary in store.summaries()] == ["empty"]
    assert list(store.query(Selection())) == []


_KILLED = """
import sys, time
from pathlib import Path
import mapapp.stories.sqlite as library
from tests.zoo import STORY

def in_the_middle(*_):
    sys.stdout.write("written\\n")
    sys.stdout.flush()
    time.sleep(60)

write = library.write_events
library.write_events = lambda *given: (write(*given), in_the_middle())
library.SqliteStore(Path(sys.argv[1])).save(STORY, replace=True)
"""


def test_killed_in_the_middle_of_a_write(store: SqliteStore) -> None:
    former = replace(STORY, annotation=replace(STORY.annotation, events=EVENTS[:2]))
    store.save(former)
    root = Path(__file__).parents[2]
    writer = subprocess.Popen(
        [sys.executable, "-c", _KILLED, str(store.path)], stdout=subprocess.PIPE, cwd=root
    )
    with writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"written\n"
        assert store.load("zoo") == former, "readers go on while one writes"
        writer.send_signal(signal.SIGKILL)
    assert store.load("zoo") == former
    assert [found.event.id for found in store.query(Selection())] == ["e1", "e2"]
    store.save(STORY, replace=True)
    assert store.load("zoo") == STORY
