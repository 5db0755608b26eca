"""TIMEX3 values (ISO-TimeML, ISO 24617-1) of what was resolved."""

from mapapp.model import civil, day_number
from mapapp.times.meaning import Calendar, Length, Repeated

_REPEATED_ADVERB = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}


def year_value(year: int) -> str:
    """`1992`; `BC0044` for 44 BCE, as TIMEX3 counts it."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def calendar_value(calendar: Calendar, *, news: bool = False) -> str:
    """The value of a calendar time, X for what stayed unknown.

    Parameters
    ----------
    news : bool
        Decades as `199X`, as in news corpora; else `199`, as the standard has it.

    Examples
    --------
    >>> calendar_value(Calendar(year=1942, season="SP")), calendar_value(Calendar(month=5, day=1))
    ('1942-SP', 'XXXX-05-01')
    """
    if calendar.century is not None:
        before = "BC" if calendar.century < 0 else ""
        return f"{before}{abs(calendar.century) - 1:02d}"
    if calendar.decade is not None:
        if calendar.decade < 0:
            return f"BC{(1 - calendar.decade) // 10:03d}"
        return f"{calendar.decade // 10:03d}{'X' if news else ''}"
    year = "XXXX" if calendar.year is None else year_value(calendar.year)
    return year + _within_year(calendar)


def _within_year(calendar: Calendar) -> str:
    if calendar.weekday is not None and calendar.day is None:
        return f"-WXX-{calendar.weekday}"
    if calendar.season is not None:
        return f"-{calendar.season}"
    if calendar.division is not None:
        return f"-{calendar.division}"
    if calendar.week is not None:
        return f"-W{calendar.week:02d}" + ("-WE" if calendar.weekend else "")
    text = "" if calendar.month is None else f"-{calendar.month:02d}"
    if calendar.day is not None:
        text = f"{text or '-XX'}-{calendar.day:02d}"
    if calendar.clock is not None:
        text = (text + "-XX-XX"[len(text) :]) + f"T{calendar.clock}"
    elif calendar.month is None and calendar.part in ("H1", "H2"):
        text = f"-{calendar.part}"
    return text


_YEARS = {"DE": 10, "CE": 100}


def length_value(length: Length, *, news: bool = False) -> str:
    """`P3W`, `PT2H`, `PXY` for an unknown number.

    Parameters
    ----------
    news : bool
        Decades and centuries in years, as ISO 8601 and news corpora have it; those of histories
        write `P2DE`, after TIDES.

    Examples
    --------
    >>> length_value(Length("W", None)), length_value(Length("TH", 5.5))
    ('PXW', 'PT5H30M')
    """
    unit, amount = length.unit, length.amount
    if unit == "FN":
        unit, amount = "W", None if amount is None else 2 * amount
    if news and unit in _YEARS:
        unit, amount = "Y", None if amount is None else _YEARS[unit] * amount
    if unit == "TH" and amount is not None and amount % 1:
        hours, minutes = divmod(round(60 * amount), 60)
        return f"PT{hours}H{minutes}M" if hours else f"PT{minutes}M"
    number = "X" if amount is None else f"{amount:g}" if amount < 1e6 else f"{amount:.0f}"
    if unit == "WE":
        return f"P{number}WE"
    return f"PT{number}{unit[1]}" if unit[0] == "T" else f"P{number}{unit}"


def repeated_value(repeated: Repeated, *, news: bool = False) -> str:
    """`P1D` for `every day`; narratives' corpora write `daily` as `XXXX-XX-XX`."""
    if repeated.form == "adverb" and not news:
        return _REPEATED_ADVERB[repeated.unit]
    if len(repeated.unit) > 2:
        return repeated.unit
    return length_value(Length(repeated.unit, 1))


def iso_week(day: int) -> tuple[int, int]:
    """ISO 8601 year and week of a day number."""
    thursday = day - (day + 3) % 7 + 3  # 1970-01-01 was a Thursday
    year, _, _ = civil(thursday)
    return year, (thursday - day_number(year)) // 7 + 1
