"""A row or feature of a file of events, before it is checked."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from mapapp.errors import BadFile
from mapapp.model import Kind, PlaceName

# Columns of our own files, each with what others call it. The first that holds something counts.
_ALSO: dict[str, tuple[str, ...]] = {
    "title": ("name", "event", "headline", "label"),
    "quote": ("description", "text", "sentence", "notes", "note"),
    "start_date": ("start", "begin", "from", "date", "when", "year"),
    "end_date": ("end", "to", "until"),
    "place": ("place_name", "location", "where", "city"),
    "lon": ("lng", "long", "longitude", "x"),
    "lat": ("latitude", "y"),
    "category": ("type",),
}


@dataclass(frozen=True, slots=True)
class Record:
    """One row.

    Attributes
    ----------
    where : str
        For messages: `line 7`, `feature 3`.
    values : mapping of str to str
        By our names of columns; what was empty is left out.
    lon, lat : float or None
    kind, country, names
        What files of places tell of the place beyond the columns.
    """

    where: str
    values: Mapping[str, str]
    lon: float | None = None
    lat: float | None = None
    kind: Kind | None = None
    country: str | None = None
    names: tuple[PlaceName, ...] = ()

    def get(self, name: str) -> str:
        """The value of a column, empty where there is none."""
        return self.values.get(name, "")

    def bad(self, problem: str) -> BadFile:
        """The error that names this row."""
        return BadFile(f"{self.where}: {problem}")


def values(row: Iterable[tuple[str, object]]) -> dict[str, str]:
    """The columns of a row by our names, as text."""
    found = {
        name.strip().lower().replace(" ", "_"): text
        for name, value in row
        if (text := _text(value))
    }
    for name, others in _ALSO.items():
        if name not in found:
            other = next((each for each in others if each in found), None)
            if other is not None:
                found[name] = found[other]
    return found


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # 1990.0 is what tables make of a year
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value).strip()


def content(path: Path) -> bytes:
    """The bytes of a file; raises BadFile where there are none."""
    body = path.read_bytes()
    if not body.strip():
        raise BadFile("it is empty")
    return body
