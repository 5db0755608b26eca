"""CSV as records: with or without a byte order mark; commas, semicolons or tabs."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from mapapp.errors import BadFile
from mapapp.formats.guard import unguarded
from mapapp.formats.readers.record import Record, content, values

_DELIMITERS = ",;\t"


def csv_records(path: Path) -> Iterator[Record]:
    """A record a row; the header names the columns.

    Raises
    ------
    BadFile
        Naming the line.
    """
    try:
        text = content(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadFile(f"it is not UTF-8 (byte {error.start}); save it as such") from None
    header = text.partition("\n")[0]
    # All of it is in memory already; 131 072 letters a cell, as usual, are less than an article.
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    rows = csv.reader(
        io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=header.count), strict=True
    )
    try:
        names = next(rows)
        for row in rows:
            if row:
                yield _record(f"line {rows.line_num}", names, row)
    except csv.Error as error:
        raise BadFile(f"line {rows.line_num}: {error}") from error


def _record(where: str, names: list[str], row: list[str]) -> Record:
    if len(row) > len(names):
        raise BadFile(f"{where}: {len(row)} values under {len(names)} columns")
    found = values((name, unguarded(value)) for name, value in zip(names, row, strict=False))
    record = Record(where, found)
    return Record(where, found, _degrees(record, "lon", 180), _degrees(record, "lat", 90))


def _degrees(record: Record, name: str, most: float) -> float | None:
    text = record.get(name)
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        raise record.bad(f"{name}={text!r} is no number of degrees") from None
    if not abs(number) <= most:
        raise record.bad(f"{name}={text} lies beyond {most:g} degrees")
    return number
