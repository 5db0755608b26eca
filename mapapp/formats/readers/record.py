"""A row or feature of a file of events, before it is checked."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from mapapp.errors import BadFile
from mapapp.model import Kind, PlaceName

_Part = TypeVar("_Part")
_HUMP = re.compile("(?<=[a-z0-9])(?=[A-Z])")  # startDate
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Source:
    """A file of events.

    Attributes
    ----------
    layer : str
        Which of a file's layers holds the events; empty where the file tells.
    """

    path: Path
    layer: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One row.

    Attributes
    ----------
    where : str
        For messages: `line 7`, `feature 3`.
    values : mapping of str to str
        By names of columns as `column_name` writes them; what was empty is left out.
    lon, lat : float or None
        Of its geometry, if it has one.
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
    """The columns of a row as text; empty ones are left out."""
    return {column_name(name): text for name, value in row if (text := _text(value))}


def column_name(name: str) -> str:
    """The name of a column however it was written.

    >>> column_name(" Start Date"), column_name("startDate")
    ('start_date', 'start_date')
    """
    return _HUMP.sub("_", name.strip()).lower().replace(" ", "_")


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # 1990.0 is what tables make of a year
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value).strip()


def content(path: Path) -> bytes:
    """The bytes of a file, without a byte order mark of UTF-8; BadFile where there are none."""
    body = path.read_bytes().removeprefix(_BOM)
    if not body.strip():
        raise BadFile("it is empty")
    return body


class Listing(msgspec.Struct, frozen=True):
    """A JSON file that is a list of parts; formats say under which name they stand."""

    parts: tuple[msgspec.Raw, ...]


def json_parts(
    source: Source, whole: type[Listing], part: type[_Part], *, kind: str, called: str
) -> Iterator[tuple[str, _Part]]:
    """Each part of a JSON file with the words for where it stands: `feature 3`.

    Raises
    ------
    BadFile
        When the file is not of its `kind`, and naming the part that cannot be read.
    """
    try:
        found = msgspec.json.decode(content(source.path), type=whole)
    except msgspec.MsgspecError as error:
        raise BadFile(f"it is no {kind}: {error}") from error
    for number, raw in enumerate(found.parts, start=1):
        where = f"{called} {number}"
        try:
            yield where, msgspec.json.decode(raw, type=part)
        except msgspec.MsgspecError as error:
            raise BadFile(f"{where}: {error}") from error
