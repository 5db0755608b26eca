"""The place index on disk: a folder that is mapped into memory and never read whole.

The multimap `names` leads from every folded name to the places that go by it, best known first,
each as row * 2 + (1 for a demonym); `ids` leads from an id to its row. `rows.bin` holds the places,
`starts.u64` where each begins, `meta.json` what went in. `writing` makes such a folder.

Dropped: SQLite, which needs a statement of some 8 microseconds where the trie answers in one and
lists all prefixes at once; that a folder is swapped and not a file is the price.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from mapapp.errors import GazetteerError
from mapapp.model import Place
from mapapp.places.gazetteer.fold import fold
from mapapp.places.gazetteer.multimap import Multimap, mapped
from mapapp.places.gazetteer.protocol import MOST_WORDS
from mapapp.places.gazetteer.rows import unpack


class Meta(msgspec.Struct, frozen=True):
    """What an index was built from.

    Attributes
    ----------
    sources : dict of str to int
        Places by source.
    built : str
        UTC time of the build, ISO 8601.
    parts : int
        Parts of its multimaps.
    sizes : dict of str to int
        Bytes of each file, by which a damaged index is known.
    """

    fingerprint: str
    sources: dict[str, int]
    places: int
    names: int
    built: str
    parts: int
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
        self._names = Multimap(folder, "names", self.meta.parts)
        self._ids = Multimap(folder, "ids", self.meta.parts)
        self._rows = mapped(folder / "rows.bin")
        self._starts = mapped(folder / "starts.u64").cast("Q")
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
        if at + 1 == len(words):
            return int(words[at] in self._names)
        following = words[at : at + MOST_WORDS]
        names = self._names.prefixes(" ".join(filter(None, following)))
        if not names:
            return 0
        lengths, length, longest = set(map(len, names)), -1, 0
        for count, word in enumerate(following, start=1):
            if word:
                length += len(word) + 1
                if length in lengths:
                    longest = count
        return longest

    def place(self, id_: str) -> Place | None:
        """The place with that id, None when it is unknown."""
        found = self._ids.get(id_)
        return self._row(found[0]) if found else None

    def similar(self, name: str, most: int = 5) -> list[str]:
        """Names that begin like `name`, folded: what a reader may have meant."""
        key = fold(name)
        for length in range(len(key), 2, -1):
            found = self._names.keys(key[:length])
            if found:
                return sorted(found, key=lambda other: abs(len(other) - len(key)))[:most]
        return []

    def _read_name(self, key: str, demonym: int) -> tuple[Place, ...]:
        found = self._names.get(key)
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
        whole = all((folder / name).stat().st_size == size for name, size in meta.sizes.items())
    except (OSError, msgspec.MsgspecError) as error:
        raise GazetteerError(f"the place index {folder} cannot be read: {error}") from error
    if not whole:
        raise GazetteerError(f"the place index {folder} is damaged: a file was cut off")
    return meta
