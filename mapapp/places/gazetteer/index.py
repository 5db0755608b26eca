"""The place index on disk: written once, then mapped into memory and never read whole.

A folder of six files. `names.marisa` holds every folded name in a trie; the number that the trie
gives a name points into `offsets.u32` and through it into `postings.u32`, the places of that name,
best known first, each as row * 2 + (1 for a demonym). `ids.marisa` and `ids.u32` do the same for
ids. `rows.bin` holds the places, `starts.u64` where each begins, `meta.json` what went in.

Dropped: SQLite, which needs a statement of some 8 microseconds where the trie answers in one and
lists all prefixes at once; that a folder is swapped and not a file is the price.
"""

import mmap
from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import marisa_trie
import msgspec

from mapapp.errors import GazetteerError
from mapapp.model import Place
from mapapp.places.gazetteer.fold import fold
from mapapp.places.gazetteer.protocol import MOST_WORDS, Entry, keys
from mapapp.places.gazetteer.rows import pack, unpack

_FILES = (
    "names.marisa", "offsets.u32", "postings.u32", "ids.marisa", "ids.u32", "rows.bin", "starts.u64"
)  # fmt: skip


class Meta(msgspec.Struct, frozen=True):
    """What an index was built from.

    Attributes
    ----------
    sources : dict of str to int
        Places by source.
    built : str
        UTC time of the build, ISO 8601.
    sizes : dict of str to int
        Bytes of each file, by which a damaged index is known.
    """

    fingerprint: str
    sources: dict[str, int]
    places: int
    names: int
    built: str
    sizes: dict[str, int]


class IndexedGazetteer:
    """A gazetteer (see `protocol.Gazetteer`) over an index folder.

    Raises
    ------
    GazetteerError
        When a file is missing, cut off or of another version.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.meta = read_meta(folder)
        try:
            self._names = marisa_trie.Trie().mmap(str(folder / "names.marisa"))
            self._ids = marisa_trie.Trie().mmap(str(folder / "ids.marisa"))
        except (OSError, RuntimeError) as error:
            raise GazetteerError(f"the place index {folder} is damaged: {error}") from error
        self._offsets = _mapped(folder / "offsets.u32").cast("I")
        self._postings = _mapped(folder / "postings.u32").cast("I")
        self._id_rows = _mapped(folder / "ids.u32").cast("I")
        self._rows = _mapped(folder / "rows.bin")
        self._starts = _mapped(folder / "starts.u64").cast("Q")
        self._row = lru_cache(maxsize=16_384)(self._read_row)
        self._find = lru_cache(maxsize=8_192)(self._read_name)

    def lookup(self, name: str) -> Sequence[Place]:
        """Places that go by `name`, the best known first; empty when there is none."""
        return self._find(fold(name), 0)

    def demonyms(self, name: str) -> Sequence[Place]:
        """Places whose people or adjective is `name`, best known first."""
        return self._find(fold(name), 1)

    def longest(self, words: Sequence[str], at: int) -> int:
        """Count the folded words that make the longest known name; see `protocol.Gazetteer`."""
        if not words[at]:
            return 0
        ends: dict[int, int] = {}
        joined = ""
        for count, word in enumerate(words[at : at + MOST_WORDS], start=1):
            if word:
                joined = f"{joined} {word}" if joined else word
                ends[len(joined)] = count
        for prefix in reversed(self._names.prefixes(joined)):
            if len(prefix) in ends:
                return ends[len(prefix)]
        return 0

    def place(self, id_: str) -> Place | None:
        """The place with that id, None when it is unknown."""
        number = self._ids.get(id_)
        return None if number is None else self._row(self._id_rows[number])

    def similar(self, name: str, most: int = 5) -> list[str]:
        """Names that begin like `name`, folded: what a reader may have meant."""
        key = fold(name)
        for length in range(len(key), 2, -1):
            found: list[str] = self._names.keys(key[:length])
            if found:
                return sorted(found, key=lambda other: abs(len(other) - len(key)))[:most]
        return []

    def _read_name(self, key: str, demonym: int) -> tuple[Place, ...]:
        number = self._names.get(key)
        if number is None:
            return ()
        found = self._postings[self._offsets[number] : self._offsets[number + 1]]
        return tuple(self._row(item >> 1) for item in found if item & 1 == demonym)

    def _read_row(self, row: int) -> Place:
        return unpack(self._rows[self._starts[row] : self._starts[row + 1]])


def read_meta(folder: Path) -> Meta:
    """What the index in `folder` was built from, its files found whole.

    Raises
    ------
    GazetteerError
        When the index is missing or damaged.
    """
    try:
        meta = msgspec.json.decode((folder / "meta.json").read_bytes(), type=Meta)
        whole = all((folder / name).stat().st_size == meta.sizes.get(name) for name in _FILES)
    except (OSError, msgspec.MsgspecError) as error:
        raise GazetteerError(f"the place index {folder} cannot be read: {error}") from error
    if not whole:
        raise GazetteerError(f"the place index {folder} is damaged: a file was cut off")
    return meta


def write_index(
    folder: Path,
    entries: Iterable[tuple[str, Entry]],
    *,
    fingerprint: str,
    built: str,
    progress: Callable[[int], None] | None = None,
) -> Meta:
    """Write the index of `(source, entry)` pairs into an existing empty folder.

    Parameters
    ----------
    progress : callable or None
        Told the number of entries done since the last call.
    """
    scored: dict[str, list[tuple[float, int]]] = {}
    ids: dict[str, int] = {}
    sources: dict[str, int] = {}
    starts = array("Q", [0])
    with (folder / "rows.bin").open("wb") as rows:
        for row, (source, entry) in enumerate(entries):
            if entry.place.id in ids:
                raise GazetteerError(f"two sources give a place the id {entry.place.id}")
            ids[entry.place.id] = row
            sources[source] = sources.get(source, 0) + 1
            starts.append(starts[-1] + rows.write(pack(entry.place)))
            _add_keys(scored, entry, row)
            if progress and row % 1000 == 999:
                progress(1000)
    _write_array(folder / "starts.u64", starts)
    _write_names(folder, scored)
    trie = marisa_trie.Trie(ids)
    trie.save(str(folder / "ids.marisa"))
    _write_array(
        folder / "ids.u32", array("I", (ids[trie.restore_key(n)] for n in range(len(ids))))
    )
    sizes = {name: (folder / name).stat().st_size for name in _FILES}
    meta = Meta(fingerprint, sources, len(ids), len(scored), built, sizes)
    (folder / "meta.json").write_bytes(msgspec.json.encode(meta))
    return meta


def _add_keys(scored: dict[str, list[tuple[float, int]]], entry: Entry, row: int) -> None:
    own = keys(entry)
    for key, score in own.items():
        scored.setdefault(key, []).append((-score, row * 2))
    best = max(own.values(), default=0.0)
    for key in {fold(demonym) for demonym in entry.demonyms} - {""}:
        scored.setdefault(key, []).append((-best, row * 2 + 1))


def _write_names(folder: Path, scored: dict[str, list[tuple[float, int]]]) -> None:
    trie = marisa_trie.Trie(scored)
    trie.save(str(folder / "names.marisa"))
    offsets, postings = array("I", [0]), array("I")
    for number in range(len(scored)):
        postings.extend(posting for _, posting in sorted(scored[trie.restore_key(number)]))
        offsets.append(len(postings))
    _write_array(folder / "offsets.u32", offsets)
    _write_array(folder / "postings.u32", postings)


def _write_array(path: Path, values: "array[int]") -> None:
    path.write_bytes(values.tobytes())


def _mapped(path: Path) -> Any:  # noqa: ANN401 - memoryview's type changes with its format
    with path.open("rb") as file:
        if path.stat().st_size == 0:  # an empty file cannot be mapped
            return memoryview(b"")
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
