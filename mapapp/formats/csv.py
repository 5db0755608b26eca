"""CSV, RFC 4180, for spreadsheets: UTF-8 with a byte order mark, without which Excel guesses."""

import csv
import io
from collections.abc import Iterator

import msgspec

from mapapp.formats.format import Content, Format
from mapapp.formats.readers.tables import csv_records
from mapapp.layers import Feature
from mapapp.layers.feature import Point

# A cell that begins so is a formula to Excel, LibreOffice and Google Sheets, and an article may
# be hostile; an apostrophe before it makes it text (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def pieces(content: Content) -> Iterator[bytes]:
    """A header and one row a feature: id, lon, lat, then the properties."""
    buffer = io.StringIO()
    rows = csv.writer(buffer, lineterminator="\r\n")
    yield b"\xef\xbb\xbf"
    headed = False
    for feature in content.features():
        values = msgspec.structs.asdict(feature.properties)
        if not headed:
            rows.writerow(["id", "lon", "lat", *values])
            headed = True
        rows.writerow([_cell(feature.id), *_point(feature), *map(_cell, values.values())])
        yield buffer.getvalue().encode()
        buffer.seek(0)
        buffer.truncate()
    if not headed:
        yield b"id,lon,lat\r\n"


def _point(feature: Feature) -> tuple[float | None, float | None]:
    if isinstance(feature.geometry, Point):
        return feature.geometry.coordinates
    return (None, None)


def _cell(value: object) -> object:
    if isinstance(value, str) and value.startswith(_FORMULA) and not _is_date(value):
        return f"'{value}"
    return value


def _is_date(value: str) -> bool:
    """A year before the common era begins with a minus and calculates nothing."""
    return value.replace("-", "").isdecimal() and value.isascii()


FORMAT = Format(
    ".csv",
    "CSV",
    "text/csv; charset=utf-8",
    ("events", "places"),
    (
        "outlines of areas",
        "types of values",
        "an apostrophe stands before text that looks like a formula",
    ),
    pieces,
    csv_records,
)
