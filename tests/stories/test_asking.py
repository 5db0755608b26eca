from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from mapapp.errors import UnknownEvent, UnknownStory
from mapapp.model import BBox, Decision, Interval, Selection, Story, day_number
from mapapp.stories import Reach
from mapapp.stories.sqlite import SqliteStore

from tests.zoo import ANNOTATION, BAKU, EMPTY, EVENTS, NOWHERE, STORY


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path / "stories.sqlite")
    opened.save(STORY)
    opened.save(EMPTY)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("delegation", ["e2"]),
        ("DELEG baku", ["e2"]),
        ("Susa", ["e3"]),  # Şuşa, a name of the place that the sentence does not use
        ("shushi nov", ["e3"]),
        ("15 bce", ["e6"]),
        ("baku delegations", []),
        ("entered", []),  # told as not having happened
        ('"', []),
        ("onerror=alert(1)", ["e9"]),
        ("gold OR rome", []),
        ("NEAR(gold)", []),
        ("title:gold", []),
        ("-", []),
        (" \0 ", []),
        ("\0gold", ["e7"]),
    ],
)
def test_words_begin_words_of_the_event(store: SqliteStore, words: str, ids: list[str]) -> None:
    assert [found.event.id for found in store.query(Selection(), words=words)] == ids
    assert store.count(Selection(), words=words) == len(ids)


def test_words_of_a_former_reading_are_forgotten(store: SqliteStore) -> None:
    store.save(Story("zoo", replace(ANNOTATION, events=EVENTS[2:])), replace=True)
    assert store.count(Selection(), words="delegation") == 0
    store.save(STORY, replace=True)
    assert store.count(Selection(), words="delegation") == 1
    store.remove("zoo")
    assert store.count(Selection(), words="delegation") == 0


def test_count_by_story(store: SqliteStore) -> None:
    assert store.count(Selection(), slug="zoo") == 9
    assert store.count(Selection(), slug="empty") == 0
    with pytest.raises(UnknownStory):
        store.count(Selection(), slug="nope")


def test_event_by_id(store: SqliteStore) -> None:
    assert store.event("zoo", "e3").event == EVENTS[2]
    for slug, event in [("zoo", "e10"), ("zoo", "nope"), ("empty", "e3"), ("nope", "e3")]:
        with pytest.raises(UnknownEvent, match=event):
            store.event(slug, event)


def test_places_of_a_selection_with_all_their_events(store: SqliteStore) -> None:
    other = replace(EVENTS[0], id="again", when=None)
    store.save(Story("other", replace(ANNOTATION, events=(other,))))
    ids = store.place_ids(Selection.parse(start="1992", end="1992", bbox="49,40,50,41"))
    assert list(ids) == [BAKU.id]
    (baku,) = store.places([*ids, "gn:0"])
    assert baku.place == BAKU
    assert list(store.places_alone([NOWHERE.id, *ids, "gn:0"])) == [BAKU, NOWHERE]
    assert baku.events == (("zoo", "e1"), ("zoo", "e2"), ("other", "again"))
    assert baku.days == Interval(day_number(1992), day_number(1992, 12, 31))


def test_days_of_a_place_are_open_where_an_event_is(store: SqliteStore) -> None:
    nakhchivan, karabakh = store.places(["ma:karabakh", "ma:nakhchivan"])[::-1]
    assert nakhchivan.days == Interval(day_number(1996), None)
    assert karabakh.days is None


def test_unlocated_place_is_a_place_too(store: SqliteStore) -> None:
    assert NOWHERE.id in store.place_ids(Selection())
    assert NOWHERE.id not in store.place_ids(Selection.parse(bbox="-180,-90,180,90"))
    assert [found.event.id for found in store.query(Selection(place=NOWHERE.id))] == ["e7"]


def test_reach(store: SqliteStore) -> None:
    assert store.reach() == Reach(
        BBox(12.51133, -18.0, 178.0, 41.89193), Interval(day_number(-43, 3, 15), None)
    )
    store.remove("zoo")
    assert store.reach() == Reach(None, None)


def test_revision_differs_after_every_change_and_after_nothing_else(store: SqliteStore) -> None:
    seen = {store.revision()}
    hide = Decision("hide", "In 1992 officers met in Baku.")
    for change in (
        lambda: store.save(replace(STORY, decisions=(hide,)), replace=True),
        lambda: store.save(STORY, replace=True),
        lambda: store.remove("zoo"),
    ):
        change()
        store.load("empty")
        list(store.query(Selection()))
        seen.add(store.revision())
    assert len(seen) == 4
    assert store.revision() == SqliteStore(store.path).revision()


def test_revision_of_a_story_differs_after_its_own_changes_only(store: SqliteStore) -> None:
    hide = Decision("hide", "In 1992 officers met in Baku.")
    empty, seen = store.revision("empty"), {store.revision("zoo")}
    for change in (
        lambda: store.decide("zoo", hide),
        lambda: store.withdraw("zoo", hide),
        lambda: store.save(STORY, replace=True),
        lambda: (store.remove("zoo"), store.save(STORY)),
    ):
        change()
        seen.add(store.revision("zoo"))
    assert len(seen) == 5
    assert store.revision("empty") == empty
    with pytest.raises(UnknownStory):
        store.revision("nowhere")


def test_revision_tells_libraries_apart(store: SqliteStore, tmp_path: Path) -> None:
    other = SqliteStore(tmp_path / "other.sqlite")
    other.save(STORY)
    other.save(EMPTY)
    assert other.revision() != store.revision()


def test_what_changed_is_asked_anew_and_the_rest_is_kept(store: SqliteStore) -> None:
    fewer = Story("zoo", replace(ANNOTATION, events=EVENTS[1:3]))
    other = Story("other", replace(ANNOTATION, events=EVENTS[:1]))
    for change in (
        lambda: store.save(other),
        lambda: store.save(fewer, replace=True),
        lambda: store.save(STORY, replace=True),
        lambda: store.remove("other"),
        lambda: store.decide("zoo", Decision("hide", "In 1992 officers met in Baku.")),
        lambda: store.remove("zoo"),
    ):
        change()
        fresh = SqliteStore(store.path)
        mine, theirs = store.query(Selection()), fresh.query(Selection())
        assert [(each.key, each.event) for each in mine] == [(it.key, it.event) for it in theirs]
        assert store.place_ids(Selection()) == fresh.place_ids(Selection())
        assert store.count(Selection(), words="officers") == fresh.count(
            Selection(), words="officers"
        )
        fresh.close()
