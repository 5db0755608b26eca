"""Days as integers, and stretches of days.

A day is the number of days since 1970-01-01 in the proleptic Gregorian calendar, negative before.
Years are astronomical, as in ISO 8601-1:2019: 0 is 1 BCE, -43 is 44 BCE. `datetime.date` stops at
year 1, hence the integer arithmetic. A calendar date never becomes an instant, so no reader in
another time zone sees another day.
"""

import re
from datetime import date
from functools import lru_cache

import msgspec

from mapapp.errors import BadDate
from mapapp.locale import gettext as _

_DAYS_BEFORE_1970 = 719_468  # from 0000-03-01, where the eras below begin
_DAYS_IN_ERA = 146_097  # 400 Gregorian years
_ORDINAL = date(1970, 1, 1).toordinal()
_FIRST, _LAST = (each.toordinal() - _ORDINAL for each in (date.min, date.max))
_KEPT = 1 << 16  # written dates, two hundred years of days
_DATE = re.compile(r"(?P<year>-?\d{1,6})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")


def is_leap(year: int) -> bool:
    """Has the proleptic Gregorian `year` (astronomical) a 29 February?"""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Length of a month, 28 to 31."""
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Days from 1970-01-01 to a date that exists; raises BadDate for one that does not.

    Counts in 400-year eras that begin on 1 March, so that the leap day ends a year
    (the method of H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").

    Examples
    --------
    >>> day_number(1970), day_number(1969, 12, 31), day_number(-43, 3, 15)
    (0, -1, -735160)
    """
    if not 1 <= month <= 12:
        raise BadDate(_("month {month} does not exist; months run from 1 to 12", month=month))
    if not 1 <= day <= days_in_month(year, month):
        raise BadDate(
            _(
                "day {day} does not exist in {month}, which has {count} days",
                day=day,
                month=f"{year}-{month:02d}",
                count=days_in_month(year, month),
            )
        )
    era, year_of_era = divmod(year - (month <= 2), 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * _DAYS_IN_ERA + day_of_era - _DAYS_BEFORE_1970


def civil(day: int) -> tuple[int, int, int]:
    """Year (astronomical), month and day of the month of a day number.

    Examples
    --------
    >>> civil(0), civil(-735160)
    ((1970, 1, 1), (-43, 3, 15))
    """
    era, day_of_era = divmod(day + _DAYS_BEFORE_1970, _DAYS_IN_ERA)
    leap_days = day_of_era // 1460 - day_of_era // 36_524 + day_of_era // (_DAYS_IN_ERA - 1)
    year_of_era = (day_of_era - leap_days) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return (
        year_of_era + era * 400 + (month <= 2),
        month,
        day_of_year - (153 * shifted + 2) // 5 + 1,
    )


@lru_cache(_KEPT)
def iso_date(day: int | None) -> str | None:
    """`YYYY-MM-DD`, the year astronomical and of at least four digits; None for None.

    Examples
    --------
    >>> iso_date(0), iso_date(-735160), iso_date(None)
    ('1970-01-01', '-0043-03-15', None)
    """
    if day is None:
        return None
    if _FIRST <= day <= _LAST:  # what the standard library holds, a tenth of the time
        return date.fromordinal(day + _ORDINAL).isoformat()
    year, month, day_of_month = civil(day)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{day_of_month:02d}"


class Interval(msgspec.Struct, frozen=True, gc=False):
    """Closed stretch of days; None is an open side.

    Two meet when each starts no later than the other ends.

    Examples
    --------
    >>> Interval.parse("1918").meets(Interval.parse("1918-05-28"))
    True
    >>> Interval.parse("1919").meets(Interval(None, day_number(1918, 12, 31)))
    False
    """

    first: int | None
    last: int | None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.first > self.last:
            raise BadDate(
                _(
                    "the window ends on {end}, before it starts on {start}",
                    end=iso_date(self.last) or "",
                    start=iso_date(self.first) or "",
                )
            )

    def meets(self, other: "Interval") -> bool:
        """Do the two share a day?"""
        return _no_later(self.first, other.last) and _no_later(other.first, self.last)

    @classmethod
    def parse(cls, text: str, *, parameter: str = "") -> "Interval":
        """All days of a `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, negative years too.

        Raises
        ------
        BadDate
            Naming `parameter`, for anything else and for dates that do not exist.
        """
        found = _DATE.fullmatch(text.strip().replace("\N{MINUS SIGN}", "-"))
        if found is None:
            raise BadDate(
                _("{text!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD", text=text),
                parameter=parameter,
            )
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        try:
            if month is None:
                return cls(day_number(year), day_number(year, 12, 31))
            if day is None:
                return cls(
                    day_number(year, month), day_number(year, month, days_in_month(year, month))
                )
            exact = day_number(year, month, day)
        except BadDate as error:
            raise BadDate(str(error), parameter=parameter) from None
        return cls(exact, exact)


def window(start: str | None, end: str | None) -> Interval:
    """The days between two written dates, both ends in full; None or empty leaves a side open.

    Examples
    --------
    >>> window("1990", "2001") == Interval(day_number(1990), day_number(2001, 12, 31))
    True
    """
    first = Interval.parse(start, parameter="from").first if start else None
    last = Interval.parse(end, parameter="to").last if end else None
    if first is not None and last is not None and first > last:
        told = _("from={start} lies after to={end}; swap them", start=start or "", end=end or "")
        raise BadDate(told, parameter="from")
    return Interval(first, last)


def _no_later(first: int | None, last: int | None) -> bool:
    return first is None or last is None or first <= last
