"""The parameter `datetime`: which days are asked for.

OGC API - Features 1.0 (OGC 17-069r4, 7.15.4) takes an RFC 3339 instant, or an interval of two with
`..` or nothing for an open end. Beyond that mapapp takes `YYYY`, `YYYY-MM` and `YYYY-MM-DD`, and
astronomical years before the year 0 and after 9999, since its events are dated by days.
"""

import re

from mapapp.errors import BadDate
from mapapp.locale import N_
from mapapp.locale import gettext as _
from mapapp.model import Interval

_CENTURY = r"-?[0-9]{2,4}"
_YEAR = rf"{_CENTURY}[0-9]{{2}}"
# Years with a 29 February: the last two digits are a multiple of four, or 00 after one.
_FOURS = r"(?:0[48]|[2468][048]|[13579][26])"
_LEAP_YEAR = rf"(?:{_CENTURY}{_FOURS}|-?[0-9]{{0,2}}(?:00|{_FOURS})00)"
_DATE = (
    rf"(?:{_YEAR}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    rf"|{_LEAP_YEAR}-02-29)"
)
_TIME = (
    r"[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\.[0-9]+)?"
    r"(?:[Zz]|[-+](?:[01][0-9]|2[0-3]):[0-5][0-9])"
)
# GDAL's OAPIF driver (3.11 and others) sends a date with a T and no time behind it.
_REST = rf"(?:{_TIME}|T)?"
_MOMENT = rf"(?:{_DATE}{_REST}|{_YEAR}(?:-(?:0[1-9]|1[0-2]))?)"
# For the API document, which shows what `days_asked` takes; a test holds them together.
DATETIME_PATTERN = (
    rf"^(?:{_MOMENT}(?:/(?:{_MOMENT}|\.\.)?)?|(?:\.\.)?/{_MOMENT})$"
)  # fmt: skip

_FORM = re.compile(rf"({_YEAR})(?:-([0-9]{{2}})(?:-([0-9]{{2}})({_REST}))?)?")
_HELP = N_(
    "write a date (YYYY, YYYY-MM, YYYY-MM-DD or an RFC 3339 date-time), or two with a slash"
    " between; .. is an open end"
)


def days_asked(text: str) -> Interval:
    """The days of a `datetime` parameter.

    Of an instant the day counts that is written, whatever its offset from UTC: a day in an
    article is a day on the calendar of its place, and no instant.

    Raises
    ------
    BadDate
        For what does not follow the grammar, dates that do not exist, an interval that ends
        before it begins, and one that is open on both sides.

    Examples
    --------
    >>> days_asked("1918-05") == Interval.parse("1918-05")
    True
    >>> days_asked("../1920-04-28T00:00:00Z") == Interval(None, Interval.parse("1920-04-28").last)
    True
    """
    begin, slash, end = text.partition("/")
    if not slash:
        return _moment(begin, text)
    first = None if begin in ("", "..") else _moment(begin, text).first
    last = None if end in ("", "..") else _moment(end, text).last
    if first is None and last is None:
        told = _("datetime={text!r} is open on both sides; {help}", text=text, help=_(_HELP))
        raise BadDate(told, parameter="datetime")
    if first is not None and last is not None and first > last:
        raise BadDate(
            _("datetime={text!r} ends before it begins; swap the two", text=text),
            parameter="datetime",
        )
    return Interval(first, last)


def _moment(text: str, whole: str) -> Interval:
    found = _FORM.fullmatch(text)
    if found is None:
        told = _("datetime={text!r} cannot be read; {help}", text=whole, help=_(_HELP))
        raise BadDate(told, parameter="datetime")
    date = "-".join(part for part in found.group(1, 2, 3) if part)
    return Interval.parse(date, parameter="datetime")
