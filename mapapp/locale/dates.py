"""How dates are written, after the Unicode CLDR.

The CLDR's patterns are turned into templates with names (`{day} {month_of} {year}`) once a
language; the browser gets the very same. `datetime` and its like would not do: they stop at the
year 1.
"""

from dataclasses import asdict, dataclass
from functools import cache
from typing import TYPE_CHECKING

from mapapp.locale.language import LANGUAGES, current

if TYPE_CHECKING:
    from babel import Locale

_FIELDS = {
    "d": "{day}",
    "dd": "{day_of_two}",
    "LLLL": "{month}",
    "MMMM": "{month_of}",
    "MMM": "{month_short}",
    "LLL": "{month_short}",
    "y": "{year}",
    "G": "{era}",
}
# The CLDR's other English word, which the project writes; Babel brings the first alone.
_BEFORE = {"en": "BCE"}
# Where a preposition before a month puts it into the case that it has beside a day.
_GOVERNING = ("ru",)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The words and templates of dates in a language.

    Attributes
    ----------
    months, months_of, months_short : tuple of str
        January first: by themselves, beside a day (the genitive, where a language has one), short.
    day, month, month_of, month_short, day_short, date_short, year : str
        Templates of the common era; `month_of` is what follows a preposition, `day_short` has no
        year.
    era : str
        Template of a year before it.
    bce : str
        The word for that era.
    """

    months: tuple[str, ...]
    months_of: tuple[str, ...]
    months_short: tuple[str, ...]
    day: str
    month: str
    month_of: str
    month_short: str
    day_short: str
    date_short: str
    year: str
    era: str
    bce: str

    def as_dict(self) -> dict[str, str | tuple[str, ...]]:
        """For JSON."""
        return asdict(self)


@cache
def calendar(tag: str) -> Calendar:
    """The calendar words of a language."""
    cldr = LANGUAGES[tag].cldr
    names = cldr.months
    month = _template(cldr, "yMMMM")
    return Calendar(
        months=_in_order(names["stand-alone"]["wide"]),
        months_of=_in_order(names["format"]["wide"]),
        months_short=_in_order(names["format"]["abbreviated"]),
        day=_brace(cldr.date_formats["long"].pattern),
        month=month,
        month_of=month.replace("{month}", "{month_of}") if tag in _GOVERNING else month,
        month_short=_template(cldr, "yMMM"),
        day_short=_template(cldr, "MMMd"),
        date_short=_template(cldr, "yMMMd"),
        year=_template(cldr, "y"),
        era=_template(cldr, "Gy"),
        bce=_BEFORE.get(tag) or cldr.eras["abbreviated"][0],
    )


def _in_order(names: dict[int, str]) -> tuple[str, ...]:
    return tuple(names[number] for number in range(1, 13))


def _template(cldr: "Locale", skeleton: str) -> str:
    return _brace(cldr.datetime_skeletons[skeleton].pattern)


def _brace(pattern: str) -> str:
    """`d MMMM y 'г'.` as `{day} {month_of} {year} г.`."""
    from babel.dates import tokenize_pattern

    return "".join(
        value if isinstance(value, str) else _FIELDS[value[0] * value[1]]
        for _, value in tokenize_pattern(pattern)
    )


def year_in_words(year: int) -> str:
    """An astronomical year: `1990`; `44 BCE` for -43.

    >>> from mapapp.locale import use
    >>> with use("tr"):
    ...     year_in_words(-43)
    'MÖ 44'
    """
    words = calendar(current().tag)
    if year > 0:
        return words.year.format(year=year)
    return words.era.format(year=1 - year, era=words.bce)


def month_in_words(year: int, month: int, *, governed: bool = False) -> str:
    """A month of a year; `governed` as after a preposition: `марта 1992 г.`."""
    words = calendar(current().tag)
    return _dated(words.month_of if governed else words.month, year, month)


def day_in_words(year: int, month: int, day: int) -> str:
    """A day: `14 March 1992`."""
    return _dated(calendar(current().tag).day, year, month, day)


def short_month(year: int, month: int) -> str:
    """`Mar 1992`."""
    return _dated(calendar(current().tag).month_short, year, month)


def short_date(year: int, month: int, day: int) -> str:
    """`14 Mar 1992`."""
    return _dated(calendar(current().tag).date_short, year, month, day)


def _dated(template: str, year: int, month: int, day: int = 1) -> str:
    words = calendar(current().tag)
    if year < 1:
        template = _before(template, words)
    return template.format(
        day=day,
        day_of_two=f"{day:02}",
        month=words.months[month - 1],
        month_of=words.months_of[month - 1],
        month_short=words.months_short[month - 1],
        year=year if year > 0 else 1 - year,
        era=words.bce,
    )


def _before(template: str, words: Calendar) -> str:
    """The template with the era where the language puts it: before the year, or at the end."""
    if words.era.index("{era}") < words.era.index("{year}"):
        return template.replace("{year}", "{era} {year}")
    return f"{template} {{era}}"
