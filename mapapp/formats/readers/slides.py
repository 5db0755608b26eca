"""TimelineJS's JSON as records: a slide an event."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from mapapp.errors import BadFile
from mapapp.formats.readers.features import GeoFeature, record_of, told_of
from mapapp.formats.readers.markup import plain
from mapapp.formats.readers.record import Listing, Record, Source, json_parts

_Part = str | int | float | None  # spreadsheets make text of numbers and numbers of text


class _Date(msgspec.Struct, frozen=True):
    year: _Part = None
    month: _Part = None
    day: _Part = None
    display_date: str = ""


class _Text(msgspec.Struct, frozen=True):
    headline: str = ""
    text: str = ""


class _Slide(msgspec.Struct, frozen=True):
    start_date: _Date | None = None
    end_date: _Date | None = None
    text: _Text = _Text()
    unique_id: str = ""
    display_date: str = ""
    group: str = ""
    mapapp: GeoFeature | None = None


class _Timeline(Listing, frozen=True):
    parts: tuple[msgspec.Raw, ...] = msgspec.field(name="events")


def slide_records(source: Source) -> Iterator[Record]:
    """A record a slide; slides are numbered from 1.

    Raises
    ------
    BadFile
        Naming the slide.
    """
    for where, slide in json_parts(
        source, _Timeline, _Slide, kind="timeline of TimelineJS", called="slide"
    ):
        if slide.mapapp is not None:
            yield record_of(where, told_of(slide.mapapp), slide.mapapp.geometry)
        else:
            yield record_of(where, _told(where, slide), None)


def _told(where: str, slide: _Slide) -> Mapping[str, Any]:
    start = slide.start_date
    return {
        "id": slide.unique_id,
        "title": plain(slide.text.headline),
        "quote": plain(slide.text.text),
        "start_date": _date(where, start),
        "end_date": _date(where, slide.end_date),
        "date_text": plain(plain(slide.display_date or (start.display_date if start else ""))),
        "category": plain(plain(slide.group)),
    }


def _date(where: str, date: _Date | None) -> str:
    """The date as ISO 8601 has it, as exact as it is; hours are left out."""
    if date is None or date.year in (None, ""):
        return ""
    try:
        year, *rest = (
            int(float(part))
            for part in (date.year, date.month, date.day)
            if part not in (None, "", 0, "0")
        )
    except (ValueError, OverflowError):
        raise BadFile(f"{where}: its date is no numbers: {date.year!r}, {date.month!r},"
                      f" {date.day!r}") from None  # fmt: skip
    year += year < 0  # 44 BCE is -44 there, and -43 in ISO 8601, which has a year 0
    written = f"{'-' if year < 0 else ''}{abs(year):04d}"
    return "-".join([written, *(f"{part:02d}" for part in rest)])
