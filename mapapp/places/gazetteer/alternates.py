"""GeoNames' table of alternate names as rows of ours: more names for places that are known.

`alternateNamesV2.txt` has a line a name and tells of the place its number alone, so the names of a
place lie anywhere in seventeen million lines. They are put aside in files by number and gathered
one file at a time. https://download.geonames.org/export/dump/readme.txt tells of the columns.
"""

import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from mapapp.model import Place
from mapapp.places.gazetteer.tables import Row, names

_WIDTHS = (8, 10)  # columns of alternateNames.txt and of alternateNamesV2.txt
# What stands in the column of the language and is none: codes, links, transliterations.
_CODES = frozenset(
    "post link iata icao faac tcid unlc phon piny wkdt lauc fr_1793 abbr_iso".split()
)
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_SEPARATORS = str.maketrans(";@[]\t", "     ")  # they divide the names of a table's cell
_FILES = 64
Rows = Iterator[tuple[int, Row | ValueError]]


def is_alternates(head: str) -> bool:
    """Is that the first line of such a table?"""
    fields = head.rstrip("\r\n").split("\t")
    return len(fields) in _WIDTHS and fields[0].isdecimal() and fields[1].isdecimal()


def alternate_rows(
    lines: Iterable[str], place: Callable[[str], Place | None], passed: Callable[[], object]
) -> Rows:
    """A row a known place with all its names, or what is wrong with a line.

    Parameters
    ----------
    place : callable
        The place of an id, None when it is unknown.
    passed : callable
        Called for every name of a place that is unknown.
    """
    with tempfile.TemporaryDirectory(prefix="mapapp-") as folder:
        paths = [Path(folder, str(number)) for number in range(_FILES)]
        yield from _put_aside(lines, paths, place, passed)
        for path in paths:
            for id_, (line, cells) in _gathered(path).items():
                known = place(id_)
                if known is not None:
                    yield line, _row(known, cells)


def _put_aside(
    lines: Iterable[str],
    paths: list[Path],
    place: Callable[[str], Place | None],
    passed: Callable[[], object],
) -> Rows:
    with ExitStack() as stack:
        files = [stack.enter_context(path.open("w", encoding="utf-8")) for path in paths]
        for number, line in enumerate(lines, start=1):
            fields = line.rstrip("\r\n").split("\t")
            if len(fields) not in _WIDTHS:
                yield number, ValueError("too many or too few columns")
            elif not fields[1].isdecimal():
                yield number, ValueError(f"{fields[1]!r} is no number of GeoNames'")
            elif fields[2] in _CODES or not fields[3].strip():
                continue
            elif place(f"gn:{fields[1]}") is None:
                passed()
            else:
                cell = _cell(fields)
                try:
                    names(cell)
                except ValueError as error:
                    yield number, error
                    continue
                files[int(fields[1]) % _FILES].write(f"{number}\t{fields[1]}\t{cell}\n")


def _cell(fields: list[str]) -> str:
    """The name with its language and days, as a cell of our tables has it."""
    language = f"@{fields[2]}" if re.fullmatch(r"[\w-]+", fields[2]) else ""
    first, last = (
        _DATE.fullmatch(text.strip()) for text in (fields[8:10] if len(fields) > 9 else ("", ""))
    )
    days = f"[{first[0] if first else ''}/{last[0] if last else ''}]" if first or last else ""
    return " ".join(fields[3].translate(_SEPARATORS).split()) + language + days


def _gathered(path: Path) -> dict[str, tuple[int, list[str]]]:
    """The first line and all names of each id in a file."""
    found: dict[str, tuple[int, list[str]]] = {}
    with path.open(encoding="utf-8") as file:
        for line in file:
            number, geonameid, cell = line.rstrip("\n").split("\t")
            found.setdefault(f"gn:{geonameid}", (int(number), []))[1].append(cell)
    return found


def _row(place: Place, cells: list[str]) -> Row:
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "lon": "" if place.lon is None else str(place.lon),
        "lat": "" if place.lat is None else str(place.lat),
        "country": place.country or "",
        "population": str(place.population or ""),
        "prominence": "" if place.prominence is None else str(place.prominence),
        "names": ";".join(dict.fromkeys(cells)),
    }
