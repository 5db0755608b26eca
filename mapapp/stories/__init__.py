"""Stories: articles with their events and decisions, kept in a library."""

from pathlib import Path

from mapapp.stories.slug import check_slug, slug_of
from mapapp.stories.store import Reach, Store, StoredEvent, StoredPage, StoredPlace, StorySummary

__all__ = [
    "Reach",
    "Store",
    "StoredEvent",
    "StoredPage",
    "StoredPlace",
    "StorySummary",
    "check_slug",
    "open_store",
    "slug_of",
]


def open_store(where: str | Path) -> Store:
    """The library at a path or a `sqlite:///path` address, made if it is not there.

    Raises
    ------
    StoreUnavailable
        When it cannot be opened, naming it.
    """
    # sqlite3 costs 10 ms, and a map without a library needs none.
    from mapapp.stories.sqlite import SqliteStore

    text = str(where)
    return SqliteStore(Path(text.removeprefix("sqlite:///")))
