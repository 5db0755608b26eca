"""Index folders: built beside and renamed, so that no reader ever sees half of one.

A lock file lets one process build while the others wait for what it makes. Readers that have an
old index open keep its files mapped until they close it.
"""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from mapapp.errors import GazetteerError
from mapapp.places.gazetteer.index import Meta, read_meta

# Writes an index into an empty folder: the folder, when it is built (UTC, ISO 8601).
Write = Callable[[Path, str], Meta]


def ensure(folder: Path, write: Write, *, replaces: str, force: bool = False) -> Meta:
    """Make the index folder unless it is there and whole.

    Parameters
    ----------
    replaces : str
        Pattern of the folders beside it that it makes needless; they are deleted.
    force : bool
        Make it even so.

    Raises
    ------
    GazetteerError
        When it cannot be written, and what `write` raises.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _lock(folder.parent / "places.lock"):
            if not force:
                try:
                    return read_meta(folder)  # another process was faster
                except GazetteerError:
                    pass
            return _make(folder, write, replaces)
    except OSError as error:
        raise GazetteerError(
            f"the place index cannot be written to {folder.parent}: {error.strerror};"
            " set MAPAPP_CACHE to a folder that can be written"
        ) from error


def _make(folder: Path, write: Write, replaces: str) -> Meta:
    unfinished = folder.parent / f"unfinished-{os.getpid()}"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    try:
        meta = write(unfinished, datetime.now(UTC).isoformat(timespec="seconds"))
        # Under the lock nobody else is building: what is unfinished was left by a killed process.
        for old in [*folder.parent.glob(replaces), *folder.parent.glob("unfinished-*")]:
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
