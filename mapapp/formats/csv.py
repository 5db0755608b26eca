"""CSV, RFC 4180, for spreadsheets: UTF-8 with a byte order mark, without which Excel guesses."""

import csv
import io
from collections.abc import Iterator, Mapping

import msgspec

from mapapp.formats.format import Content, Format, Option
from mapapp.formats.guard import guarded
from mapapp.formats.readers.tables import csv_records
from mapapp.layers import Feature
from mapapp.layers.feature import Point

_BOM = Option("bom", "the byte order mark, by which Excel knows UTF-8", usual=True)
_TIMES = Option(
    "times",
    "columns start_datetime and end_datetime, for programs that animate no dates",
    usual=False,
)
_GUARD = Option("guard", "the apostrophe that keeps spreadsheets from calculating text", usual=True)


def pieces(content: Content) -> Iterator[bytes]:
    """A header and one row a feature: id, lon, lat, then the properties."""
    buffer = io.StringIO()
    rows = csv.writer(buffer, lineterminator="\r\n")
    if content.has(_BOM):
        yield b"\xef\xbb\xbf"
    headed = False
    for feature in content.features():
        values = msgspec.structs.asdict(feature.properties)
        if content.has(_TIMES):
            values |= _instants(values)
        if not headed:
            rows.writerow(["id", "lon", "lat", *values])
            headed = True
        cells = [feature.id, *_point(feature), *values.values()]
        rows.writerow(map(_cell, cells) if content.has(_GUARD) else cells)
        yield buffer.getvalue().encode()
        buffer.seek(0)
        buffer.truncate()
    if not headed:
        yield b"id,lon,lat\r\n"


def _instants(values: Mapping[str, object]) -> dict[str, str]:
    """The midnights that kepler.gl plays; none for days that RFC 3339 cannot write."""
    days = {name: str(values[name] or "") for name in ("start_date", "end_date")}
    return {
        name.replace("date", "datetime"): f"{day}T00:00:00Z"
        if len(day) == len("1990-01-01")
        else ""
        for name, day in days.items()
    }


def _point(feature: Feature) -> tuple[float | None, float | None]:
    if isinstance(feature.geometry, Point):
        return feature.geometry.coordinates
    return (None, None)


def _cell(value: object) -> object:
    # Days before the year 1 too: a spreadsheet would make -61 of -0043-03-15, and say nothing.
    return guarded(value) if isinstance(value, str) else value


FORMAT = Format(
    ".csv",
    "CSV",
    "text/csv; charset=utf-8",
    ("events", "places"),
    (
        "outlines of areas",
        "types of values",
        "text that looks like a formula, and days before the year 1, as they are: an apostrophe"
        " stands before what a spreadsheet would calculate",
    ),
    pieces,
    csv_records,
    (_BOM, _TIMES, _GUARD),
    holds_library=True,
)
