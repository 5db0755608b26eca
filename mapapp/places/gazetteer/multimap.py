"""Keys with several numbers each, on disk: written once, then mapped and never read whole.

A multimap is cut into parts by the first word of a key, so that all names that begin with one word
lie together and a long list is written a part at a time. A part is three files: a trie of the keys
(`STEM-PART.marisa`), the numbers of all keys one key after the other (`.values`), and where each
key's begin (`.offsets`), both of 32 bits.
"""

import mmap
from array import array
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

import marisa_trie
import msgspec

from mapapp.errors import GazetteerError

_SUFFIXES = ("marisa", "values", "offsets")
_IN_MEMORY = 2_000_000  # pairs held until they are put aside on disk


class _Pairs(msgspec.Struct, array_like=True):
    keys: dict[str, int]
    numbers: bytes
    scores: bytes
    values: bytes


class Gathering:
    """Pairs of key and value on their way into a multimap, those of a key in the order of scores.

    Parameters
    ----------
    folder : Path
        Where the multimap is going to lie; what does not fit in memory waits there.
    parts : int
        1 for up to some millions of pairs; memory is needed for one part at a time.
    """

    def __init__(self, folder: Path, stem: str, parts: int = 1) -> None:
        self._folder, self._stem = folder, stem
        self._parts = [_Part() for _ in range(parts)]
        self._held = 0

    def add(self, keys: Mapping[str, float], value: int) -> None:
        """Add a value under keys, each with its score: the highest comes first under a key."""
        if len(self._parts) == 1:
            self._parts[0].add(keys, value)
            return
        for key, score in keys.items():
            self._parts[_part(key, len(self._parts))].add({key: score}, value)
        self._held += len(keys)
        if self._held > _IN_MEMORY:
            for number, part in enumerate(self._parts):
                part.put_aside(self._path(number, "waiting"))
            self._held = 0

    def write(self) -> int:
        """Write the multimap; returns the count of its keys."""
        total = 0
        for number, part in enumerate(self._parts):
            waiting = self._path(number, "waiting")
            part.fetch(waiting)
            waiting.unlink(missing_ok=True)
            total += part.write([self._path(number, suffix) for suffix in _SUFFIXES])
            self._parts[number] = _Part()
        return total

    def _path(self, number: int, suffix: str) -> Path:
        return self._folder / f"{self._stem}-{number}.{suffix}"


class _Part:
    """Pairs in columns: a third of the memory that tuples in lists would take."""

    def __init__(self) -> None:
        self.keys: dict[str, int] = {}
        self.numbers, self.scores, self.values = array("I"), array("d"), array("I")

    def add(self, keys: Mapping[str, float], value: int) -> None:
        known = self.keys
        for key in keys:
            self.numbers.append(known.setdefault(key, len(known)))
        self.scores.extend(keys.values())
        self.values.extend((value,) * len(keys))

    def put_aside(self, path: Path) -> None:
        pairs = _Pairs(
            self.keys, self.numbers.tobytes(), self.scores.tobytes(), self.values.tobytes()
        )
        packed = msgspec.msgpack.encode(pairs)
        with path.open("ab") as file:
            file.write(len(packed).to_bytes(8, "little") + packed)
        self.__init__()  # type: ignore[misc]

    def fetch(self, path: Path) -> None:
        if not path.exists():
            return
        with path.open("rb") as file:
            while size := int.from_bytes(file.read(8), "little"):
                pairs = msgspec.msgpack.decode(file.read(size), type=_Pairs)
                keys = list(pairs.keys)
                columns = (array("I", pairs.numbers), array("d", pairs.scores))
                for number, score, value in zip(*columns, array("I", pairs.values), strict=True):
                    self.add({keys[number]: score}, value)

    def write(self, paths: Sequence[Path]) -> int:
        import numpy as np

        trie = marisa_trie.Trie(self.keys)
        # The trie numbers the keys anew.
        renamed = np.fromiter(map(trie.key_id, self.keys), np.uint32, len(self.keys))
        self.keys = {}
        numbers = renamed[np.frombuffer(self.numbers, np.uint32)]
        values = np.frombuffer(self.values, np.uint32)
        order = np.lexsort((values, -np.frombuffer(self.scores, np.float64), numbers))
        offsets = np.zeros(len(renamed) + 1, np.uint32)
        np.cumsum(np.bincount(numbers, minlength=len(renamed)), out=offsets[1:])
        trie.save(str(paths[0]))
        paths[1].write_bytes(values[order].tobytes())
        paths[2].write_bytes(offsets.tobytes())
        return len(renamed)


class Multimap:
    """A multimap that a `Gathering` wrote, opened.

    Raises
    ------
    GazetteerError
        When a file is missing or is none of a multimap's.
    """

    def __init__(self, folder: Path, stem: str, parts: int) -> None:
        self._parts = [_opened(folder, stem, number) for number in range(parts)]

    def get(self, key: str) -> Sequence[int]:
        """The numbers of a key in order; empty when it is unknown."""
        trie, values, offsets = self._parts[_part(key, len(self._parts))]
        number = trie.get(key)
        return () if number is None else values[offsets[number] : offsets[number + 1]]

    def __contains__(self, key: str) -> bool:
        return key in self._parts[_part(key, len(self._parts))][0]

    def prefixes(self, text: str) -> list[str]:
        """The keys with which `text` begins, shortest first."""
        found: list[str] = self._parts[_part(text, len(self._parts))][0].prefixes(text)
        return found

    def keys(self, prefix: str) -> list[str]:
        """All keys that begin with `prefix`."""
        return [key for trie, _, _ in self._parts for key in trie.keys(prefix)]


def files(stem: str, parts: int) -> list[str]:
    """Names of the files of a multimap."""
    return [f"{stem}-{number}.{suffix}" for number in range(parts) for suffix in _SUFFIXES]


def mapped(path: Path) -> Any:  # noqa: ANN401 - memoryview's type changes with its format
    """The bytes of a file, mapped into memory; raises GazetteerError when it cannot be."""
    try:
        with path.open("rb") as file:
            if path.stat().st_size == 0:  # an empty file cannot be mapped
                return memoryview(b"")
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except OSError as error:
        raise GazetteerError(f"the place index {path.parent} is damaged: {error}") from error


def _opened(folder: Path, stem: str, number: int) -> tuple[Any, Any, Any]:
    trie, values, offsets = (folder / f"{stem}-{number}.{suffix}" for suffix in _SUFFIXES)
    try:
        opened = marisa_trie.Trie().mmap(str(trie))
    except (OSError, RuntimeError) as error:
        raise GazetteerError(f"the place index {folder} is damaged: {error}") from error
    return opened, mapped(values).cast("I"), mapped(offsets).cast("I")


def _part(key: str, parts: int) -> int:
    return 0 if parts == 1 else crc32(key.partition(" ")[0].encode(errors="replace")) % parts
