"""A date as a person types it into a field, in EDTF."""

import re

from mapapp.errors import BadDate
from mapapp.locale import N_
from mapapp.locale import gettext as _
from mapapp.model import Article
from mapapp.times.edtf import parse
from mapapp.times.reader import find_times

_SIGNS = str.maketrans({"\N{MINUS SIGN}": "-", "\N{EN DASH}": "-", "\N{NON-BREAKING HYPHEN}": "-"})
_DATE = re.compile(r"(-?)(\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?([?~%]?)", re.ASCII)
_YEARS = re.compile(r"(\d{4}) ?- ?(\d{4})", re.ASCII)
_OPEN = re.compile(r"(?:(\S+?) ?(?:/|/?\.\.))|(?:(?:\.\./?|/) ?(\S+))")
_STRETCH = re.compile(r"(\S+) ?(?:\.\.|/) ?(\S+)")
_WORD = re.compile(r"[^\W\d_]{2}")
_CARRIER = "They met "  # times are read in sentences
_RIGHT = N_(
    "write 1992, 1992-05 or 1992-05-14, a stretch as 1990..1995, or words as in an article, such"
    " as “spring 1993”"
)


def typed_date(text: str) -> str:
    """EDTF of level 1 for a date in figures, a stretch of two, or the words that an article uses.

    Figures may lack their zeros, and two dots or a slash stand between the ends of a stretch; an
    end that is left out is open.

    Raises
    ------
    BadDate
        Saying what would be right.

    Examples
    --------
    >>> typed_date("1992-5-3"), typed_date("1990..1995"), typed_date("44 BCE")
    ('1992-05-03', '1990/1995', '-0043')
    """
    plain = " ".join(text.translate(_SIGNS).split())
    if _WORD.search(plain):
        return _of_words(plain)
    try:
        return parse(_of_figures(plain)).text
    except BadDate as error:
        told = str(error)
        if "not EDTF" not in told and "not an EDTF" not in told:
            raise  # it says what is wrong with the date
        raise BadDate(_("{text!r} is not a date; {right}", text=text, right=_(_RIGHT))) from error


def _of_figures(plain: str) -> str:
    open_ = _OPEN.fullmatch(plain)
    if open_:
        return f"{_padded(open_[1])}/.." if open_[1] else f"../{_padded(open_[2])}"
    stretch = _YEARS.fullmatch(plain) or _STRETCH.fullmatch(plain)
    return f"{_padded(stretch[1])}/{_padded(stretch[2])}" if stretch else _padded(plain)


def _padded(date: str) -> str:
    found = _DATE.fullmatch(date)
    if found is None:
        return date
    sign, year, month, day, grade = found.groups()
    parts = (f"{sign}{year:0>4}", *(f"{part:0>2}" for part in (month, day) if part))
    return "-".join(parts) + grade


def _of_words(plain: str) -> str:
    """The one date that a sentence with these words would have."""
    found = find_times(Article(f"{_CARRIER}{plain}."))
    dates = {time.when.edtf for time in found if time.when is not None}
    if len(dates) == 1:
        return dates.pop()
    told = _("{text!r} cannot be read as one date; {right}", text=plain, right=_(_RIGHT))
    raise BadDate(told)
