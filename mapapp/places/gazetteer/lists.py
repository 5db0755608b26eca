"""Lists of places that a user adds: read, checked line by line, kept as tables of ours.

A list is a GeoNames dump (`allCountries.txt` or a country's, tab-separated), GeoNames' table of
further names for places that are known (`alternateNamesV2.txt`), a Linked Places file (JSON,
https://github.com/LinkedPasts/linked-places-format) or a CSV with the columns of our tables, of
which only `name,lon,lat` must be there. It is kept in the data folder, beside the library, as
`gazetteer/NAME.csv.gz`; removing it takes that file away again. Lists are streamed, so that
GeoNames' thirteen million places need no more memory than a hundred.
"""

import csv
import gzip
import io
import itertools
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mapapp.errors import GazetteerError
from mapapp.places.gazetteer.alternates import Rows, alternate_rows, is_alternates
from mapapp.places.gazetteer.dumps import geonames_rows
from mapapp.places.gazetteer.fold import fold
from mapapp.places.gazetteer.ids import Ids
from mapapp.places.gazetteer.linked import linked_rows
from mapapp.places.gazetteer.protocol import DictGazetteer, Gazetteer
from mapapp.places.gazetteer.tables import COLUMNS, Row, entry
from mapapp.settings import Settings

_FEW, _MANY = 10, 1000  # faults that a message shows, and that are kept
_SUFFIX = ".csv.gz"


@dataclass(frozen=True, slots=True)
class Added:
    """What came of a list.

    Attributes
    ----------
    faulty : int
        Lines that were left out.
    faults : tuple of str
        The first thousand of them, each with its reason.
    passed : int
        Further names of places that are not known.
    """

    name: str
    path: Path
    places: int
    faulty: int
    faults: tuple[str, ...]
    passed: int = 0


def list_files(settings: Settings) -> list[Path]:
    """The lists that were added, by name."""
    return sorted(_folder(settings).glob(f"*{_SUFFIX}"))


def list_name(path: Path) -> str:
    """The name that a list goes by."""
    return path.name.removesuffix(_SUFFIX)


def add_list(
    path: Path,
    settings: Settings,
    *,
    skip_faulty: bool = False,
    progress: Callable[[int], None] | None = None,
    known: Callable[[], Gazetteer] = lambda: DictGazetteer(()),
) -> Added:
    """Check a list and keep it, under its file's name; one of that name is replaced.

    Parameters
    ----------
    skip_faulty : bool
        Leave lines out that cannot be read, in place of refusing the list.
    progress : callable or None
        Told the bytes read since the last call.
    known : callable
        Opens the gazetteer to whose places a table of further names belongs; asked for none else.

    Raises
    ------
    GazetteerError
        Naming the faulty lines, or when there is no place in the list; nothing is kept then.
    """
    name = _slug(path.name.split(".")[0])
    kept = _folder(settings) / f"{name}{_SUFFIX}"
    unfinished = kept.with_suffix(f".{os.getpid()}")
    passed = itertools.count()
    rows = _rows(path, progress or (lambda _: None), known, lambda: next(passed))
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        with gzip.open(unfinished, "wt", 6, encoding="utf-8", newline="") as file:
            places, faults, faulty = _copy(rows, name, file)
        if faulty and not skip_faulty:
            shown = "; ".join(faults[:_FEW]) + (" ..." if faulty > _FEW else "")
            raise GazetteerError(f"{path.name}: {faulty} lines cannot be read: {shown}")
        if not places:
            raise GazetteerError(f"{path.name}: there is no place in it")
        os.replace(unfinished, kept)
    except OSError as error:
        raise GazetteerError(f"{kept} cannot be written: {error.strerror}") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return Added(name, kept, places, faulty, tuple(faults), next(passed))


def _copy(rows: Rows, name: str, file: io.TextIOBase) -> tuple[int, list[str], int]:
    """Write what can be read as a table: count of places, faults, count of faults."""
    out = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
    out.writeheader()
    ids, faults, faulty, places = Ids(name), list[str](), 0, 0
    for line, row in rows:
        try:
            if isinstance(row, ValueError):
                raise row
            complete = _complete(row, ids)
            entry(complete)
        except (ValueError, KeyError) as error:
            faulty += 1
            if faulty <= _MANY:
                faults.append(f"line {line}: {_reason(error)}")
            continue
        ids.take(complete["id"])
        out.writerow(complete)
        places += 1
    return places, faults, faulty


def remove_list(name: str, settings: Settings) -> None:
    """Take a list away; raises GazetteerError when none goes by that name."""
    file = _folder(settings) / f"{_slug(name)}{_SUFFIX}"
    try:
        file.unlink()
    except FileNotFoundError:
        known = ", ".join(map(list_name, list_files(settings)))
        raise GazetteerError(
            f"no list is called {name!r}; there " + (f"is {known}" if known else "are none")
        ) from None
    except OSError as error:
        raise GazetteerError(f"{file} cannot be removed: {error.strerror}") from error


def _folder(settings: Settings) -> Path:
    return settings.database_path.parent / "gazetteer"


def _rows(
    path: Path,
    progress: Callable[[int], None],
    known: Callable[[], Gazetteer],
    passed: Callable[[], object],
) -> Rows:
    if path.suffix in (".json", ".jsonld", ".geojson"):
        return linked_rows(path, progress)
    with _opened(path) as file:
        head = file.readline()
    if head.count("\t") == 18:
        return geonames_rows(_lines(path, progress))
    if is_alternates(head):
        return alternate_rows(_lines(path, progress), known().place, passed)
    if not {"name", "lon", "lat"} <= set(next(csv.reader([head]), [])):
        raise GazetteerError(
            f"{path.name} is no GeoNames dump or table of alternate names, no Linked Places file,"
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


def _complete(row: Row, ids: Ids) -> dict[str, str]:
    """The row with an id and a kind; raises ValueError when it is none."""
    if None in row or None in row.values():
        raise ValueError("too many or too few columns")
    title = row["name"].strip()
    if not fold(title):
        raise ValueError("the name is empty")
    if not row["lon"] or not row["lat"]:
        raise ValueError("lon and lat are needed")
    id_ = row.get("id") or ids.fresh(_slug(title))
    if id_ in ids:
        raise ValueError(f"the id {id_} was used before")
    return {**row, "name": title, "id": id_, "kind": row.get("kind") or "site"}


def _slug(text: str) -> str:
    return re.sub(r"\W+", "-", fold(text)) or "list"


def _reason(error: ValueError | KeyError) -> str:
    return f"column {error} is missing" if isinstance(error, KeyError) else str(error)
