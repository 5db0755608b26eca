"""CSV as records: in UTF-8, or in UTF-16 with a mark; commas, semicolons or tabs."""

import codecs
import csv
import io
from collections.abc import Iterator

from mapapp.errors import BadFile
from mapapp.formats.guard import unguarded
from mapapp.formats.readers.record import Record, Source, content, values

_DELIMITERS = ",;\t"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def csv_records(source: Source) -> Iterator[Record]:
    """A record a row; the header names the columns.

    Raises
    ------
    BadFile
        Naming the line.
    """
    try:
        body = content(source.path)
        # What Excel calls Unicode text.
        text = body.decode("utf-16" if body.startswith(_UTF16) else "utf-8")
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
    return Record(
        where, values((name, unguarded(value)) for name, value in zip(names, row, strict=False))
    )
