"""Dates of other calendars and counts of years: `10 Muharram 61 AH`, `18 Brumaire Year VIII`.

They are told as the days of ours that they are, and as the days about them where nobody can tell.
"""

from mapapp.times.grammar import Rule, Words
from mapapp.times.meaning import Calendar, Meaning, Stretch
from mapapp.times.reckonings import as_written, hebrew, islamic, persian, republican
from mapapp.times.timex import calendar_value

_DAY = "(the? (DAY1|DAY|ZDAY|ORDDIG) of?)"
_NUMBER = "(YEAR|BIG|THREE|TWO|DAY|DAY1)"
_NUMBERS = ("BIG", "YEAR", "THREE", "TWO", "DAY", "DAY1")
_LONGEST = 31  # days of a month
_HIJRI_NOW = 1500  # years without AH that are of the Hijra beside a month of its calendar
_PERSIAN_YEARS = range(1178, 1634)
_HEBREW_YEARS = range(4000, 6000)
_FOUNDED = 753  # BC, of Rome
_FIRST_GAMES = -775
_MODERN_GAMES = 40  # Olympiads up to it may be those of our days
_LONG_MONTHS = (3, 5, 7, 10)  # of Rome: their Nones and Ides are two days later


def _years(first: int, last: int) -> Meaning:
    """From the year of one day to that of another."""
    return _between(Calendar(year=as_written(first)[0]), Calendar(year=as_written(last)[0]))


def _between(first: Calendar, last: Calendar) -> Meaning:
    if first == last:
        return first
    return Stretch(first, last, f"{calendar_value(first)}/{calendar_value(last)}")


def _of_day(day: int) -> Calendar:
    year, month, of_month = as_written(day)
    return Calendar(year=year, month=month, day=of_month)


def _months(first: int, last: int) -> Meaning:
    (year, month, _), (last_year, last_month, _) = as_written(first), as_written(last)
    return _between(Calendar(year=year, month=month), Calendar(year=last_year, month=last_month))


def _last_number(words: Words) -> int:
    """The year, which stands last of the numbers."""
    at = max(n for n in range(len(words.texts)) if words.name(n) in _NUMBERS)
    return int(words.texts[at].replace(",", ""))


def _day_before(words: Words, month: str) -> int | None:
    """The number before the month, 0 for one that no month has."""
    for n in range(len(words.texts)):
        if words.name(n) == month:
            return None
        if words.texts[n][0].isdecimal():
            day = int(words.texts[n].rstrip("sthndr"))
            return day if day <= _LONGEST else 0
    return None


def _hijri_year(words: Words) -> Meaning | None:
    year = _last_number(words)
    return _years(islamic(year), islamic(year + 1) - 1) if 0 < year < _HIJRI_NOW else None


def _hijri_years(words: Words) -> Meaning | None:
    """`1339-40 AH`"""
    first, cut = words.texts[0], words.texts[2]
    last = int(first[: -len(cut)] + cut if len(cut) < len(first) else cut)
    if not 0 < int(first) < last < _HIJRI_NOW:
        return None
    return _years(islamic(int(first)), islamic(last + 1) - 1)


def _hijri_date(words: Words) -> Meaning | None:
    year, month = _last_number(words), words.number("HIJRI_MONTH") or 1
    day = _day_before(words, "HIJRI_MONTH")
    if not 0 < year < _HIJRI_NOW or day == 0:
        return None
    if day is None:
        return _months(islamic(year, month), islamic(year, month, 29))
    there = islamic(year, month, day)
    # A month begins when its moon is seen: the day may be the one before or after.
    return Stretch(_of_day(there - 1), _of_day(there + 1), calendar_value(_of_day(there)))


def _persian_year(words: Words) -> Meaning | None:
    year = _last_number(words)
    return _years(persian(year), persian(year + 1) - 1) if year in _PERSIAN_YEARS else None


def _persian_date(words: Words) -> Meaning | None:
    year, month = _last_number(words), words.number("PERSIAN_MONTH") or 1
    day = _day_before(words, "PERSIAN_MONTH")
    if year not in _PERSIAN_YEARS or day == 0:
        return None
    if day is None:
        return _months(persian(year, month), persian(year, month, 29))
    return _of_day(persian(year, month, day))


def _hebrew_date(words: Words) -> Meaning | None:
    year, month = _last_number(words), words.number("HEBREW_MONTH") or 1
    day = _day_before(words, "HEBREW_MONTH")
    if year not in _HEBREW_YEARS or day == 0:
        return None
    if day is None:
        return _months(hebrew(year, month, 1), hebrew(year, month, 29))
    return _of_day(hebrew(year, month, day))


def _republican_date(words: Words) -> Meaning | None:
    last = words.texts[-1]
    year = 1 if last == "I" else int(last) if last.isdecimal() else words.number("ROMAN", "NUM")
    month = words.number("REPUBLICAN_MONTH") or 1
    day = _day_before(words, "REPUBLICAN_MONTH")
    first = republican(year or 0, month, day or 1)
    if first is None or day == 0:
        return None
    return _of_day(first) if day is not None else _months(first, first + 29)


def _roman_day(words: Words) -> Meaning | None:
    """`the Ides of March 44 BC`"""
    month = words.number("MONTH", "MAY", "ABBR") or 1
    later = 2 * (month in _LONG_MONTHS)
    kalends = words.number("ROMAN_DAY") or 1
    day = kalends if kalends == 1 else kalends + later
    year = _last_number(words) if words.has(*_NUMBERS) else None
    if year is not None and words.has("BC"):
        year = 1 - year
    return Calendar(year=year, month=month, day=day)


def _since_rome(words: Words) -> Meaning:
    return Calendar(year=_last_number(words) - _FOUNDED)


def _olympiad(words: Words) -> Meaning | None:
    nth = _nth(words)
    if nth is None or nth <= _MODERN_GAMES:
        return None
    first = _FIRST_GAMES + 4 * (nth - 1)
    return _between(Calendar(year=first), Calendar(year=first + 4))


def _nth(words: Words) -> int | None:
    text = words.find("ORDDIG")
    if text is not None:
        return int(text[:-2])
    unit = words.number("ORD", "ROMAN")
    return None if unit is None else (words.number("TENS") or 0) + unit


def _millennium(words: Words) -> Meaning | None:
    nth = _nth(words)
    if nth is None:
        return None
    if words.has("BC"):
        first, last = Calendar(year=1 - 1000 * nth), Calendar(year=-1000 * (nth - 1))
        return Stretch(first, last, f"BC{nth - 1}")
    return Stretch(Calendar(year=1000 * (nth - 1)), Calendar(year=1000 * nth - 1), f"{nth - 1}")


_MONTH = "(MONTH|MAY|ABBR STOP?)"
_ORDINAL = "((TENS HYPHEN)? ORD|ORDDIG|ROMAN)"

RULES = (
    Rule(
        "hijri_years",
        f"{_NUMBER} (HYPHEN|SLASH) {_NUMBER} HIJRA",
        "[1339-40 AH]",
        _hijri_years,
    ),
    Rule("hijri_year", f"{_NUMBER} HIJRA|HIJRA {_NUMBER}", "[656 AH]", _hijri_year),
    Rule(
        "hijri_date",
        f"{_DAY}? HIJRI_MONTH COMMA? of? ({_NUMBER} HIJRA|HIJRA {_NUMBER}|YEAR|THREE)",
        "[10 Muharram 61 AH]",
        _hijri_date,
    ),
    Rule("persian_year", "YEAR SOLAR", "[1335 SH]", _persian_year),
    Rule(
        "persian_date",
        f"{_DAY}? PERSIAN_MONTH COMMA? YEAR SOLAR?",
        "[22 Bahman 1357]",
        _persian_date,
    ),
    Rule("hebrew_date", f"{_DAY}? HEBREW_MONTH COMMA? BIG", "[5 Iyar 5708]", _hebrew_date),
    Rule(
        "republican_date",
        f"{_DAY}? REPUBLICAN_MONTH COMMA? of? ((the? UNIT|a) (ROMAN|DAY|DAY1|NUM|OTHER)|ROMAN)",
        "[18 Brumaire Year VIII]",
        _republican_date,
    ),
    Rule(
        "roman_day",
        f"the? ROMAN_DAY of {_MONTH} (COMMA? (YEAR|{_NUMBER} BC))?",
        "[the Ides of March 44 BC]",
        _roman_day,
    ),
    Rule("since_rome", f"AUC {_NUMBER}|{_NUMBER} AUC", "[709 AUC]", _since_rome),
    Rule("olympiad", f"the {_ORDINAL} OLYMPIAD", "[the 151st Olympiad]", _olympiad),
    Rule(
        "millennium",
        f"the? {_ORDINAL} HYPHEN? MILLENNIUM (BC|AD)?",
        "[the second millennium BC]",
        _millennium,
    ),
)
