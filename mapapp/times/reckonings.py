"""Other calendars, as days: Islamic, Persian, Hebrew and that of the French Republic.

The arithmetic is that of E. M. Reingold and N. Dershowitz, "Calendrical Calculations", 4th ed.,
2018; the days of the Republic's years are those of its decree. The Islamic calendar is the tabular
one: a month begun by sight of the moon may differ from it by a day.
"""

from mapapp.model import civil, day_number

YMD = tuple[int, int, int]

_ISLAMIC_EPOCH = day_number(622, 7, 19)  # 1 Muharram 1, Gregorian
_PERSIAN_EPOCH = day_number(622, 3, 21)  # so that 1403 begins on 20 March 2024
_PERSIAN_LEAPS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})  # of 33 years; true of 1178 to 1633
_GREGORIAN = day_number(1582, 10, 15)
_JULIAN_DAY_0 = 2_440_588  # of 1970-01-01
# Day of September on which the years I to XIV of the Republic begin, from 1792 on.
_REPUBLICAN = (22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23)
_PARTS = 25_920  # halakim of a day, of the Hebrew calendar
_HEBREW_EPOCH = day_number(-3760, 9, 7)


def islamic(year: int, month: int = 1, day: int = 1) -> int:
    """Day number of a date of the tabular Islamic calendar (civil epoch).

    Examples
    --------
    >>> civil(islamic(1339))
    (1920, 9, 15)
    """
    before = 354 * (year - 1) + (11 * year + 3) // 30
    return _ISLAMIC_EPOCH + before + 29 * (month - 1) + month // 2 + day - 1


def persian(year: int, month: int = 1, day: int = 1) -> int:
    """Day number of a date of the Persian solar calendar, years 1178 to 1633.

    Examples
    --------
    >>> civil(persian(1357, 11, 22))
    (1979, 2, 11)
    """
    cycles, rest = divmod(year - 1, 33)
    leaps = 8 * cycles + sum(one <= rest for one in _PERSIAN_LEAPS)
    return (
        _PERSIAN_EPOCH + 365 * (year - 1) + leaps + 30 * (month - 1) + min(month - 1, 6) + day - 1
    )


def republican(year: int, month: int, day: int) -> int | None:
    """Day number of a date of the French Republic; None outside its years I to XIV.

    Examples
    --------
    >>> civil(republican(8, 2, 18) or 0)
    (1799, 11, 9)
    """
    if not 1 <= year <= len(_REPUBLICAN):
        return None
    return day_number(1791 + year, 9, _REPUBLICAN[year - 1]) + 30 * (month - 1) + day - 1


def hebrew(year: int, month: int, day: int) -> int:
    """Day number of a date of the Hebrew calendar.

    Parameters
    ----------
    month : int
        From Tishri, 1, to Elul, 12, the second Adar of a leap year taken as Adar (6).

    Examples
    --------
    >>> civil(hebrew(5708, 8, 5))
    (1948, 5, 14)
    """
    start = _hebrew_new_year(year)
    length = _hebrew_new_year(year + 1) - start
    months = [30, 29 + (length % 10 == 5), 30 - (length % 10 == 3), 29, 30]
    months += [30, 29] if length > 380 else [29]  # two Adars of a leap year, else one
    months += [30, 29, 30, 29, 30, 29]
    before = month - 1 + (length > 380 and month >= 6)
    return start + sum(months[:before]) + day - 1


def _hebrew_new_year(year: int) -> int:
    """Day number of 1 Tishri, put off where a year would get too long or too short."""
    before, here, after = (_hebrew_elapsed(year + n) for n in (-1, 0, 1))
    delay = 2 if after - here == 356 else int(here - before == 382)
    return _HEBREW_EPOCH + here + delay


def _hebrew_elapsed(year: int) -> int:
    """Days from the epoch to the new moon of Tishri, or to the next when no year may begin then."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12_084 + 13_753 * months) // _PARTS
    return day + (3 * (day + 1) % 7 < 3)


def as_written(day: int) -> YMD:
    """The date that Europe wrote on that day: Julian until 1582, Gregorian from then on."""
    if day >= _GREGORIAN:
        return civil(day)
    count = 4 * (day + _JULIAN_DAY_0 + 32_082) + 3
    year, rest = divmod(count, 1461)
    of_year = rest // 4
    month = (5 * of_year + 2) // 153
    of_month = of_year - (153 * month + 2) // 5 + 1
    return year - 4800 + month // 10, month + 3 - 12 * (month // 10), of_month


def days_behind(year: int) -> int:
    """Days by which the Julian calendar is behind the Gregorian, from March of a year on."""
    return year // 100 - year // 400 - 2
