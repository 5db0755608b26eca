"""Days of feasts: fixed ones, Easter and what hangs on it, and those on an n-th weekday."""

from mapapp.model import civil, day_number
from mapapp.model.day import days_in_month

# Month, weekday (Monday 1), which one of the month; 0 is the last.
_NTH = {
    "thanksgiving": (11, 4, 4),
    "labor": (9, 1, 1),
    "memorial": (5, 1, 0),
    "king": (1, 1, 3),
    "presidents": (2, 1, 3),
    "mothers": (5, 7, 2),
    "fathers": (6, 7, 3),
    "columbus": (10, 1, 2),
}


def feast_day(feast: str, year: int) -> tuple[int, int, int]:
    """Year, month and day of a feast.

    Parameters
    ----------
    feast : str
        `12-25` (every year), `1944-06-06` (once), `easter+1`, or a name of _NTH.

    Examples
    --------
    >>> feast_day("thanksgiving", 1999), feast_day("easter-2", 2000)
    ((1999, 11, 25), (2000, 4, 21))
    """
    if feast in _NTH:
        return nth_weekday(year, *_NTH[feast])
    if feast == "election":  # in the US the Tuesday after the first Monday
        return civil(day_number(*nth_weekday(year, 11, 1, 1)) + 1)
    if feast.startswith("easter"):
        return civil(easter(year) + int(feast[6:] or 0))
    parts = [int(part) for part in feast.split("-")]
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else (year, parts[0], parts[1])


def easter(year: int) -> int:
    """Day number of Easter Sunday in the Gregorian calendar.

    The "anonymous Gregorian" computus (Meeus, Astronomical Algorithms, 1991, chapter 8).
    """
    golden, (century, of_century) = year % 19, divmod(year, 100)
    skipped = century - (century + 8) // 25
    epact = (19 * golden + century - century // 4 - (skipped + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return day_number(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> tuple[int, int, int]:
    """Year, month and day of the n-th weekday (Monday 1) of a month, the last one for 0."""
    first = day_number(year, month)
    day = first + (weekday - 1 - (first + 3)) % 7 + 7 * (nth - 1)
    if nth == 0:  # five weeks at most: count back from the next month
        day = day_number(year, month) + days_in_month(year, month) - 7
        day += (weekday - 1 - (day + 3)) % 7
    return civil(day)
