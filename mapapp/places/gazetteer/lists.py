"""Lists of places that a user adds: read, checked line by line, kept as tables of ours.

A list is a GeoNames dump (`allCountries.txt` or a country's, tab-separated), a Linked Places file
(JSON, https://github.com/LinkedPasts/linked-places-format) or a CSV with the columns of our tables,
of which only `name,lon,lat` must be there. It is kept in the data folder, beside the library, as
`gazetteer/NAME.csv.gz`; removing it takes that file away again.
"""

import csv
import gzip
import io
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from mapapp.errors import GazetteerError
from mapapp.places.gazetteer.dumps import geonames_rows
from mapapp.places.gazetteer.fold import fold
from mapapp.places.gazetteer.linked import linked_rows
from mapapp.places.gazetteer.tables import COLUMNS, Row, entry
from mapapp.settings import Settings

_FEW = 10  # faults that a message shows


@dataclass(frozen=True, slots=True)
class Added:
    """What came of a list: its name, its places, and lines that were left out, with the reason."""

    name: str
    places: int
    faults: tuple[str, ...]


def list_files(settings: Settings) -> list[Path]:
    """The lists that were added, by name."""
    return sorted(_folder(settings).glob("*.csv.gz"))


def add_list(
    path: Path,
    settings: Settings,
    *,
    skip_faulty: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Added:
    """Check a list and keep it, under its file's name; one of that name is replaced.

    Parameters
    ----------
    skip_faulty : bool
        Leave lines out that cannot be read, in place of refusing the list.
    progress : callable or None
        Told the bytes read since the last call.

    Raises
    ------
    GazetteerError
        Naming the faulty lines, or when there is no place in the list; nothing is kept then.
    """
    name = _slug(path.name.split(".")[0])
    text, faults, count = io.StringIO(), [], 0
    out = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
    out.writeheader()
    used: set[str] = set()
    for line, row in _rows(path, progress or (lambda _: None)):
        try:
            complete = _complete(row, name, used)
            entry(complete)
        except (ValueError, KeyError) as error:
            faults.append(f"line {line}: {_reason(error)}")
            continue
        used.add(complete["id"])
        out.writerow(complete)
        count += 1
    if faults and not skip_faulty:
        shown = "; ".join(faults[:_FEW]) + (" ..." if len(faults) > _FEW else "")
        raise GazetteerError(f"{path.name}: {len(faults)} lines cannot be read: {shown}")
    if not count:
        raise GazetteerError(f"{path.name}: there is no place in it")
    _keep(_folder(settings) / f"{name}.csv.gz", text.getvalue())
    return Added(name, count, tuple(faults))


def remove_list(name: str, settings: Settings) -> None:
    """Take a list away; raises GazetteerError when none goes by that name."""
    file = _folder(settings) / f"{_slug(name)}.csv.gz"
    try:
        file.unlink()
    except FileNotFoundError:
        known = ", ".join(path.name.removesuffix(".csv.gz") for path in list_files(settings))
        raise GazetteerError(
            f"no list is called {name!r}; there " + (f"is {known}" if known else "are none")
        ) from None


def _folder(settings: Settings) -> Path:
    return settings.database_path.parent / "gazetteer"


def _rows(path: Path, progress: Callable[[int], None]) -> Iterator[tuple[int, Row]]:
    if path.suffix in (".json", ".jsonld", ".geojson"):
        return linked_rows(path, progress)
    with _opened(path) as file:
        head = file.readline()
    if head.count("\t") == 18:
        return geonames_rows(_lines(path, progress))
    if not {"name", "lon", "lat"} <= set(next(csv.reader([head]), [])):
        raise GazetteerError(
            f"{path.name} is no GeoNames dump, no Linked Places file,"
            " and no CSV with the columns name, lon and lat"
        )
    reader = csv.DictReader(_lines(path, progress))
    unknown = set(reader.fieldnames or ()) - set(COLUMNS)
    if unknown:
        raise GazetteerError(f"{path.name}: no column is called {sorted(unknown)[0]!r}")
    return ((reader.line_num, row) for row in reader)


def _lines(path: Path, progress: Callable[[int], None]) -> Iterator[str]:
    with _opened(path) as file:
        for line in file:
            progress(len(line.encode()))
            yield line


def _opened(path: Path) -> io.TextIOWrapper:
    try:
        raw = path.open("rb")
    except OSError as error:
        raise GazetteerError(f"{path}: {error.strerror}") from error
    return io.TextIOWrapper(raw, encoding="utf-8-sig", errors="replace", newline="")


def _complete(row: Row, name: str, used: set[str]) -> dict[str, str]:
    """The row with an id and a kind; raises ValueError when it is none."""
    if None in row or None in row.values():
        raise ValueError("too many or too few columns")
    title = row["name"].strip()
    if not fold(title):
        raise ValueError("the name is empty")
    if not row["lon"] or not row["lat"]:
        raise ValueError("lon and lat are needed")
    if row.get("id") in used:
        raise ValueError(f"the id {row['id']} was used before")
    slug = _slug(title)
    numbered = (f"{name}:{slug}-{number}" for number in range(2, len(used) + 3))
    fresh = next(id_ for id_ in chain([f"{name}:{slug}"], numbered) if id_ not in used)
    return {**row, "name": title, "id": row.get("id") or fresh, "kind": row.get("kind") or "site"}


def _keep(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(gzip.compress(text.encode(), mtime=0))
        os.replace(unfinished, file)
    except OSError as error:
        raise GazetteerError(f"{file} cannot be written: {error.strerror}") from error


def _slug(text: str) -> str:
    return re.sub(r"\W+", "-", fold(text)) or "list"


def _reason(error: ValueError | KeyError) -> str:
    return f"column {error} is missing" if isinstance(error, KeyError) else str(error)
