"""iCalendar (RFC 5545) as records: the events of a calendar, of mapapp or of another program.

Read line by line: the library icalendar, which the tests compare with, holds a whole calendar in
memory, passes over a property that it cannot read, and has no number of a line for an error.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from mapapp.errors import BadFile
from mapapp.formats.readers.record import Record, Source, content, values

OWN = "X-MAPAPP-"  # before the names of what mapapp tells of an event and iCalendar does not know

# name *(";" param) ":" value; a quoted parameter may hold a colon (RFC 5545, section 3.1).
_LINE = re.compile(r'([A-Za-z0-9-]+)((?:;[^=;:"]+=(?:"[^"]*"|[^":;,]|,)*)*):(.*)', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_DAYS = ("start_date", "end_date", "edtf", "date_text", "date_certainty")
_BETWEEN = re.compile(r"(?<!\\),")
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?")
_DURATION = re.compile(r"\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_TOLD = {
    "UID": "id",
    "SUMMARY": "title",
    "DESCRIPTION": "quote",
    "LOCATION": "place",
}


def calendar_records(source: Source) -> Iterator[Record]:
    """A record an event, numbered by the line on which it begins.

    Of an event that recurs there is the first time, and its date says in words that it does.

    Raises
    ------
    BadFile
        Naming the line.
    """
    try:
        text = content(source.path).decode()
    except UnicodeDecodeError as error:
        raise BadFile(f"it is not UTF-8 (byte {error.start}), which iCalendar is") from None
    within: list[str] = []
    found: dict[str, tuple[str, str]] = {}
    where = ""
    for number, line in _lines(text):
        name, parameters, value = _parts(number, line)
        if name == "BEGIN":
            within.append(value.upper())
            if within[-1] == "VEVENT":
                where, found = f"line {number}", {}
        elif name == "END":
            if not within or within.pop() != value.upper():
                raise BadFile(f"line {number}: {line} without its BEGIN")
            if value.upper() == "VEVENT":
                yield _record(where, found)
        elif within and within[-1] == "VEVENT":  # and not the alarm in one
            found.setdefault(name, (parameters, value))
    if within or not text.lstrip().upper().startswith("BEGIN:VCALENDAR"):
        raise BadFile("it is no calendar: BEGIN:VCALENDAR ... END:VCALENDAR does not stand in it")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines unfolded, each with the number of its first piece."""
    begun, whole = 0, ""
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        if line[:1] in (" ", "\t"):
            whole += line[1:]
            continue
        if whole:
            yield begun, whole
        begun, whole = number, line
    if whole.strip():
        yield begun, whole


def _parts(number: int, line: str) -> tuple[str, str, str]:
    found = _LINE.fullmatch(line)
    if found is None:
        raise BadFile(f"line {number}: {line[:40]!r} is no line of a calendar")
    return found[1].upper(), found[2].upper(), found[3]


def _record(where: str, found: Mapping[str, tuple[str, str]]) -> Record:
    told = {ours: _plain(found[theirs][1]) for theirs, ours in _TOLD.items() if theirs in found}
    own = {
        name.removeprefix(OWN).lower().replace("-", "_"): _plain(value)
        for name, (_, value) in found.items()
        if name.startswith(OWN)
    }
    if "CATEGORIES" in found:
        told["category"] = _plain(_BETWEEN.split(found["CATEGORIES"][1])[0])
    if "RECURRENCE-ID" in found:  # another time of the event, under the same name
        told["id"] = f"{told.get('id', '')} {found['RECURRENCE-ID'][1]}"
    record = Record(where, values({**told, **_when(_dates(where, found), own)}.items()))
    if "GEO" not in found:
        return record
    lat, _, lon = found["GEO"][1].partition(";")
    try:
        return Record(where, record.values, float(lon), float(lat))
    except ValueError:
        raise record.bad(f"GEO:{found['GEO'][1]} is no latitude;longitude") from None


def _when(dates: Mapping[str, str], own: Mapping[str, str]) -> Mapping[str, str]:
    """What mapapp told, and of its days only as much as nobody has changed in a calendar."""
    first, last = own.get("start_date"), own.get("end_date")
    if (first or last, last or first) == (dates.get("start_date"), dates.get("end_date")):
        return own
    kept = {name: value for name, value in own.items() if name not in _DAYS}
    return {**kept, **dates}


def _dates(where: str, found: Mapping[str, tuple[str, str]]) -> Mapping[str, str]:
    """First and last day as they are written, whatever the zone of their hours."""
    if "DTSTART" not in found:
        return {}
    try:
        start, is_day = _stamp(found["DTSTART"][1])
        end = _end(start, found)
    except (ValueError, OverflowError) as error:
        raise BadFile(f"{where}: its dates cannot be read: {error}") from error
    if end is None:
        last = start
    else:  # the end is the first moment, or day, that is free again
        last = max(start, end - (timedelta(days=1) if is_day else timedelta(seconds=1)))
    dates = {"start_date": start.date().isoformat(), "end_date": last.date().isoformat()}
    again = [f"{name}:{found[name][1]}" for name in ("RRULE", "RDATE") if name in found]
    if again:
        dates["date_text"] = f"{dates['start_date']}, the first of several ({', '.join(again)})"
    return dates


def _end(start: datetime, found: Mapping[str, tuple[str, str]]) -> datetime | None:
    if "DTEND" in found:
        return _stamp(found["DTEND"][1])[0]
    if "DURATION" not in found:
        return None
    text = found["DURATION"][1]
    parts = _DURATION.fullmatch(text)
    if parts is None:
        raise ValueError(f"DURATION:{text}")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in parts.groups())
    return start + timedelta(days, seconds, 0, 0, minutes, hours, weeks)


def _stamp(text: str) -> tuple[datetime, bool]:
    """A moment, and whether it is a whole day."""
    found = _STAMP.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"{text!r} is no date")
    year, month, day, *clock = (int(part or 0) for part in found.groups())
    hour, minute, second = clock
    return datetime(year, month, day, hour, minute, min(second, 59)), found[4] is None


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)
