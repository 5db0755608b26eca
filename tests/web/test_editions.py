"""What is kept for pages: made once, and without keeping others waiting."""

import gc
import threading
from pathlib import Path

import pytest

from mapapp.errors import UnknownStory
from mapapp.maps.basemap import _basemap
from mapapp.maps.detail import world
from mapapp.maps.edition import LARGE
from mapapp.model import Decision, Story
from mapapp.settings import Settings
from mapapp.stories import Store, open_store
from mapapp.web import create_app, prepare
from mapapp.web.editions import Editions, Latest
from tools import synthetic

from tests import stories_zoo


def test_a_value_is_made_once_however_many_ask_at_the_same_time() -> None:
    latest: Latest[int] = Latest(2)
    made: list[int] = []
    together = threading.Barrier(4)

    def make() -> int:
        made.append(1)
        return 7

    def ask() -> None:
        together.wait()
        assert latest.get("seven", make) == 7

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [1]


def test_who_asks_for_another_value_does_not_wait() -> None:
    latest: Latest[str] = Latest(2)
    begun, end = threading.Event(), threading.Event()

    def slow() -> str:
        begun.set()
        assert end.wait(10)
        return "slow"

    thread = threading.Thread(target=lambda: latest.get("slow", slow))
    thread.start()
    assert begun.wait(10)
    assert latest.get("quick", lambda: "quick") == "quick"
    end.set()
    thread.join()
    assert latest.get("slow", lambda: "anew") == "slow"


def test_what_could_not_be_made_is_tried_again_and_the_oldest_goes() -> None:
    latest: Latest[int] = Latest(1)
    with pytest.raises(LookupError):
        latest.get("a", lambda: {}["a"])
    assert latest.get("a", lambda: 1) == 1
    assert latest.get("b", lambda: 2) == 2
    assert latest.get("a", lambda: 3) == 3


class Counting:
    """A library that counts how often a story is read."""

    def __init__(self, store: Store) -> None:
        self.store, self.read = store, list[str]()

    def __getattr__(self, name: str) -> object:
        return getattr(self.store, name)

    def load(self, slug: str) -> Story:
        self.read.append(slug)
        return self.store.load(slug)


def test_large_stories_are_ready_before_anybody_asks(tmp_path: Path) -> None:
    store = open_store(tmp_path / "stories.sqlite")
    for slug, events in (("small", 10), ("large", LARGE + 1), ("larger", LARGE + 2)):
        store.save(synthetic.story(slug, events, synthetic.places(5)))
    counting = Counting(store)
    app = create_app(Settings(), counting)  # type: ignore[arg-type] # as much of a store as is asked
    prepare(app)
    assert sorted(counting.read) == ["large", "larger"]
    assert app.test_client().get("/stories/larger").status_code == 200
    assert app.test_client().get("/stories/larger/columns.json").status_code == 200
    assert len(counting.read) == 2


def test_a_story_is_read_again_when_it_changes_and_not_when_another_does(tmp_path: Path) -> None:
    store = open_store(tmp_path / "stories.sqlite")
    town = synthetic.places(1)
    for slug in ("one", "other"):
        store.save(synthetic.story(slug, 3, town))
    counting = Counting(store)
    editions = Editions(counting)  # type: ignore[arg-type] # as much of a store as is asked
    first = editions.of("one")
    store.save(synthetic.story("other", 4, town), replace=True)
    store.save(synthetic.story("third", 3, town))
    assert editions.of("one") is first
    store.decide("one", Decision("hide", "Nothing of the kind.", event="0"))
    assert editions.of("one") is not first
    store.remove("one")
    store.save(synthetic.story("one", 2, town))
    assert len(editions.of("one").order.events) == 2
    assert counting.read == ["one"] * 3


def test_the_collector_is_on_again_whatever_happens(tmp_path: Path) -> None:
    store = open_store(tmp_path / "stories.sqlite")
    store.save(synthetic.story("large", LARGE + 1, synthetic.places(5)))
    editions = Editions(store)
    assert editions.of("large").is_large
    assert gc.isenabled()
    with pytest.raises(UnknownStory):
        editions.of("unknown")
    assert gc.isenabled()


def test_what_every_base_map_is_made_of_is_read_before_anybody_asks(tmp_path: Path) -> None:
    store = open_store(tmp_path / "stories.sqlite")
    store.save(stories_zoo.caucasus())
    app = create_app(Settings(), store)
    for known in (world, _basemap):  # whatever other tests have drawn
        known.cache_clear()
    prepare(app)
    assert world.cache_info().misses == 1
    assert app.test_client().get("/stories/caucasus/basemap.json").status_code == 200
    assert world.cache_info().misses == 1
