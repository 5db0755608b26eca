"""Dates that stand beside the course of the story: others must not be counted from them."""

from collections.abc import Sequence
from itertools import pairwise

from mapapp.model import day_number
from mapapp.times.context import exists
from mapapp.times.found import Found
from mapapp.times.lexicon import LETTERS
from mapapp.times.meaning import Calendar, Meaning
from mapapp.times.years import month_of

_AHEAD = 3  # years within which a story comes back from an aside
_TWICE = 2  # years told that lie before one show that the story only looked ahead to it
_FAR = 5  # years from the dates before and after
_LEAP = 30  # years that a story may pass over after its first date
_RELATIVE = 9  # words of a relative clause before its year
_REACH = 6  # expressions as far as which a story is seen to go


def digressions(found: Sequence[Found]) -> set[int]:
    """Which expressions (by their number) are asides.

    Years in names and in brackets; dates that say which of several is meant (`the August 1792
    uprising`); a lone year far from those told before and after it: `as a historian wrote in 2004`
    in a story of 1920; one that the story looks ahead to: `lasted until 1669`.
    """
    aside = _bracketed(found)
    before: int | None = None
    dated = _years(found, aside)
    for place, (n, year) in enumerate(dated):
        after = [later for _, later in dated[place + 1 : place + 1 + _AHEAD]]
        if _apart(year, before, after) or _ahead_of(year, before, after):
            aside.add(n)
        else:
            before = year
    return aside


def first_year(found: Sequence[Found], aside: set[int]) -> int | None:
    """The first year that the story tells."""
    return next((year for _, year in _years(found, aside)), None)


def last_year(found: Sequence[Found], aside: set[int]) -> int | None:
    """The latest year that the story tells."""
    return max((year for _, year in _years(found, aside)), default=None)


def latest_day(found: Sequence[Found]) -> int | None:
    """Day number of the latest day that is told with its year; None where a later year is told."""
    dates = [one.meaning for one in found if _year(one.meaning) is not None]
    if not dates:
        return None
    last = max(dates, key=_place_in_time)
    assert isinstance(last, Calendar)
    if last.year is None or last.month is None or last.day is None or not exists(last):
        return None
    return day_number(last.year, last.month, last.day)


def _place_in_time(meaning: Meaning) -> tuple[int, int, int]:
    assert isinstance(meaning, Calendar)
    return meaning.year or 0, meaning.month or 13, meaning.day or 0


def to_come(found: Sequence[Found], aside: set[int]) -> list[Calendar | None]:
    """For each expression the next one in the course of the story that names its year.

    A year alone counts where a sentence opens with it. None when there is none near.
    """
    result: list[Calendar | None] = []
    following: Calendar | None = None
    away = 0
    for n in range(len(found) - 1, -1, -1):
        result.append(following if away <= _REACH else None)
        away += 1
        meaning = found[n].meaning
        if n in aside or _year(meaning) is None:
            continue
        assert isinstance(meaning, Calendar)
        if month_of(meaning) is not None or found[n].opening:
            following, away = meaning, 0
    return result[::-1]


def _year(meaning: Meaning) -> int | None:
    """The year that the words name in full."""
    return meaning.year if isinstance(meaning, Calendar) and not meaning.short else None


def _bracketed(found: Sequence[Found]) -> set[int]:
    return {
        n
        for n, one in enumerate(found)
        if one.in_name or one.aside or _tells_apart(one) or _before_all(one)
    }


def _before_all(one: Found) -> bool:
    """Does it date what somebody had done before: `Ruiz, who had left in 1903, came`?"""
    if not isinstance(one.meaning, Calendar):
        return False
    words = one.tokens.texts[max(one.first - _RELATIVE, 0) : one.first]
    return any(
        word in ("who", "which", "that") and following == "had"
        for word, following in pairwise(words)
    )


def _tells_apart(one: Found) -> bool:
    """Is it a month or day that stands as an adjective: `the May 2007 high`?"""
    codes, texts = one.tokens.codes, one.tokens.texts
    return (
        isinstance(one.meaning, Calendar)
        and one.meaning.month is not None
        and codes[one.first - 1 : one.first] == LETTERS["the"]
        and codes[one.last : one.last + 1] == LETTERS["OTHER"]
        and texts[one.last].islower()
    )


def _years(found: Sequence[Found], aside: set[int]) -> list[tuple[int, int]]:
    years = ((n, _year(one.meaning)) for n, one in enumerate(found) if n not in aside)
    return [(n, year) for n, year in years if year is not None]


def _ahead_of(year: int, before: int | None, after: Sequence[int]) -> bool:
    """Does the story go on towards a year that it only looked ahead to?

    `It opened in 1648 and lasted until 1669. In 1656 ... In 1660 ...`
    """
    if before is None or len(after) < _TWICE:
        return False
    first, second = after[:_TWICE]
    return before <= first < year - _FAR and first <= second < year


def _apart(year: int, before: int | None, after: Sequence[int]) -> bool:
    """Is the year far from the one before, to which the story comes back?

    At the head of a text: far from the next, which agree, and no year from which a story may have
    gone on to them.
    """
    if before is None:
        agree = len(after) > 1 and max(after) - min(after) <= 2 * _FAR
        return agree and not any(-_FAR <= later - year <= _LEAP for later in after)
    return abs(year - before) > _FAR and any(abs(before - later) <= _FAR for later in after)
