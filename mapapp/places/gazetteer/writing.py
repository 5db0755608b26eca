"""Writes the place index: see index.py for what lies where."""

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from mapapp.errors import GazetteerError
from mapapp.places.gazetteer.index import Meta
from mapapp.places.gazetteer.multimap import Gathering, Multimap, files
from mapapp.places.gazetteer.protocol import Entry
from mapapp.places.gazetteer.rows import Record, pack, record


def write_index(
    folder: Path,
    entries: Iterable[tuple[str, Entry | Record]],
    *,
    fingerprint: str,
    built: str,
    parts: int = 1,
    progress: Callable[[int], None] | None = None,
) -> Meta:
    """Write the index of `(source, place)` pairs into an existing empty folder.

    Parameters
    ----------
    parts : int
        In how many parts: one for up to a million places; each part is written by itself, so
        more of them keep the memory small.
    progress : callable or None
        Told the number of entries done since the last call.

    Raises
    ------
    GazetteerError
        When two places have one id.
    """
    names, ids = Gathering(folder, "names", parts), Gathering(folder, "ids", parts)
    sources: dict[str, int] = {}
    start = row = 0
    with (folder / "rows.bin").open("wb") as rows, (folder / "starts.u64").open("wb") as starts:
        starts.write(bytes(8))
        for row, (source, item) in enumerate(entries, start=1):
            found = record(item) if isinstance(item, Entry) else item
            sources[source] = sources.get(source, 0) + 1
            start += rows.write(pack(found.row))
            starts.write(start.to_bytes(8, "little"))
            ids.add({found.row.id: 0.0}, row - 1)
            _add_names(names, found, (row - 1) * 2)
            if progress and row % 1000 == 0:
                progress(1000)
    meta = Meta(fingerprint, sources, row, names.write(), built, parts, {})
    if ids.write() != row:
        raise GazetteerError(f"two places have the id {_repeated(folder, parts)}")
    meta = msgspec.structs.replace(meta, sizes=_sizes(folder, parts))
    (folder / "meta.json").write_bytes(msgspec.json.encode(meta))
    return meta


def _add_names(names: Gathering, found: Record, posting: int) -> None:
    names.add(found.names, posting)
    if found.demonyms:
        best = max(found.names.values(), default=0.0)
        names.add(dict.fromkeys(found.demonyms, best), posting + 1)


def _sizes(folder: Path, parts: int) -> dict[str, int]:
    written = ["rows.bin", "starts.u64", *files("names", parts), *files("ids", parts)]
    return {name: (folder / name).stat().st_size for name in written}


def _repeated(folder: Path, parts: int) -> str:

    ids = Multimap(folder, "ids", parts)
    return next(id_ for id_ in ids.keys("") if len(ids.get(id_)) > 1)
