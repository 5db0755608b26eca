from collections.abc import Iterator
from pathlib import Path

import pytest

from mapapp.model import Annotation, Article, Story, day_number
from mapapp.stories.shipped import ensure_shipped, shipped_stories
from mapapp.stories.sqlite import SqliteStore


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SqliteStore]:
    monkeypatch.setattr("mapapp.pipeline.annotate", lambda article: Annotation(article))
    opened = SqliteStore(tmp_path / "stories.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "shipped"
    made.mkdir()
    (made / "war.md").write_text("# The war\n\nIt began in 1618.")
    (made / "peace.md").write_text("# The peace\n\nIt came in 1648.")
    (made / "stories.toml").write_text(
        '[war]\nsource = "Us"\npublished = "2024-05-06"\n[peace]\nlanguage = "en-GB"\n'
    )
    return made


def test_what_ships_is_given_once(store: SqliteStore, folder: Path) -> None:
    assert ensure_shipped(store, folder) == ["peace", "war"]
    assert ensure_shipped(store, folder) == []
    article = store.load("war").annotation.article
    assert (article.title, article.source) == ("The war", "Us")
    assert article.published == day_number(2024, 5, 6)
    assert store.load("peace").annotation.article.language == "en-GB"


def test_what_the_reader_removed_stays_away(store: SqliteStore, folder: Path) -> None:
    ensure_shipped(store, folder)
    store.remove("war")
    (folder / "war.md").write_text("# The war\n\nIt ended in 1648.")
    assert ensure_shipped(store, folder) == []


def test_what_changed_is_read_anew(store: SqliteStore, folder: Path) -> None:
    ensure_shipped(store, folder)
    (folder / "war.md").write_text("# The war\n\nIt ended in 1648.")
    assert ensure_shipped(store, folder) == ["war"]
    assert "1648" in store.load("war").annotation.article.text


def test_story_of_the_readers_own_is_left_alone(store: SqliteStore, folder: Path) -> None:
    own = Story("war", Annotation(Article("My war.", "Mine")))
    store.save(own)
    assert ensure_shipped(store, folder) == ["peace"]
    assert store.load("war") == own


def test_every_story_that_ships_is_registered_and_told_of() -> None:
    shipped = shipped_stories()
    assert {"turkish-azerbaijani-military-cooperation", "voyage-of-the-beagle"} <= {
        story.slug for story in shipped
    }
    assert all(story.source for story in shipped)
