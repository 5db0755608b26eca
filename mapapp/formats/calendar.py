"""iCalendar, RFC 5545: the dated events as whole days, for calendars."""

import re
from collections.abc import Iterator

import msgspec

from mapapp.formats.format import Content, Format
from mapapp.formats.readers.calendars import OWN, calendar_records
from mapapp.layers import EventFeature, events
from mapapp.layers.events import shown_events
from mapapp.layers.feature import Point
from mapapp.model import Event, civil, day_number

_ELSEWHERE = (
    "title",
    "category",
    "place",
    "url",
    "story",
)  # these stand in properties of iCalendar's
_LINE_END = re.compile("\r\n|\r|\n")
_CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f]")  # RFC 5545, section 3.1
_FOLD = 75  # octets of a line, without its end
_YEARS = (day_number(1), day_number(9999, 12, 30))  # four digits, and a day after for the end


def _pieces(content: Content) -> Iterator[bytes]:
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//mapapp//mapapp//EN", "CALSCALE:GREGORIAN")
    yield _lines([*head, f"X-WR-CALNAME:{_text(content.story.title)}"])
    found = events(content.story, content.selection, base_url=content.base_url)
    days = shown_events(content.story, content.selection)
    for feature, event in zip(found, days, strict=True):
        stretch = _stretch(event)
        if stretch is not None:
            yield _lines(_event(feature, *stretch))
    yield _lines(["END:VCALENDAR"])


def _stretch(event: Event) -> tuple[int, int] | None:
    """First and last day; where one is open, the other one; None where neither can be written."""
    if event.when is None:
        return None
    first, last = event.when.first, event.when.last
    first, last = first if first is not None else last, last if last is not None else first
    if first is None or last is None or first < _YEARS[0] or last > _YEARS[1]:
        return None
    return first, last


def _event(feature: EventFeature, first: int, last: int) -> list[str]:
    about = feature.properties
    lines = [
        "BEGIN:VEVENT",
        f"UID:{feature.id}@{about.story}.mapapp",
        # When the entry was made; a fixed one, so that the same story gives the same bytes.
        "DTSTAMP:19700101T000000Z",
        f"DTSTART;VALUE=DATE:{_basic(first)}",
        f"DTEND;VALUE=DATE:{_basic(last + 1)}",  # the end is the first day that is free again
        f"SUMMARY:{_text(about.title)}",
        f"DESCRIPTION:{_text(f'{about.date_text}: “{about.quote}”')}",
        f"CATEGORIES:{_text(about.category)}",
        "TRANSP:TRANSPARENT",
    ]
    if about.place:
        lines.append(f"LOCATION:{_text(about.place)}")
    if isinstance(feature.geometry, Point):
        lon, lat = feature.geometry.coordinates
        lines.append(f"GEO:{lat};{lon}")
    if about.url.startswith("http"):
        lines.append(f"URL:{about.url}")
    return [*lines, *_own(feature), "END:VEVENT"]


def _own(feature: EventFeature) -> Iterator[str]:
    """All that is told of the event, for those who read it back; others pass it over."""
    told = {"id": feature.id, **msgspec.structs.asdict(feature.properties)}
    for name, value in told.items():
        if value not in (None, "") and name not in _ELSEWHERE:
            yield f"{OWN}{name.upper().replace('_', '-')}:{_text(str(value))}"


def _basic(day: int) -> str:
    return "{:04d}{:02d}{:02d}".format(*civil(day))


def _text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", _LINE_END.sub(r"\\n", escaped))


def _lines(lines: list[str]) -> bytes:
    return b"".join(_folded(line.encode()) for line in lines)


def _folded(line: bytes) -> bytes:
    """The line in pieces of at most 75 octets that cut no letter, each next one after a space."""
    pieces = []
    while len(line) > _FOLD:
        cut = _FOLD
        while line[cut] & 0xC0 == 0x80:  # the middle of a letter in UTF-8
            cut -= 1
        pieces.append(line[:cut])
        line = b" " + line[cut:]
    return b"\r\n".join([*pieces, line]) + b"\r\n"


FORMAT = Format(
    ".ics",
    "iCalendar",
    "text/calendar; charset=utf-8",
    ("events",),
    (
        "undated events, and days outside the years 1 to 9999",
        "open ends: calendars show the day that is known",
        "letters that steer a machine, and how lines end",
    ),
    _pieces,
    calendar_records,
)
