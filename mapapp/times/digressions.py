"""Dates that stand beside the course of the story: others must not be counted from them."""

from collections.abc import Sequence

from mapapp.times.expressions import Found
from mapapp.times.meaning import Calendar

_AHEAD = 3  # years within which a story comes back from an aside
_FAR = 5  # years from the dates before and after


def digressions(found: Sequence[Found]) -> set[int]:
    """Which expressions (by their number) are asides.

    Years in names and in brackets, and a lone year far from those told before and after it: `as a
    historian wrote in 2004` in a story of 1920.
    """
    aside = _bracketed(found)
    before: int | None = None
    dated = _years(found, aside)
    for place, (n, year) in enumerate(dated):
        after = [later for _, later in dated[place + 1 : place + 1 + _AHEAD]]
        if _apart(year, before, after):
            aside.add(n)
        else:
            before = year
    return aside


def first_year(found: Sequence[Found], aside: set[int]) -> int | None:
    """The first year that the story tells."""
    return next((year for _, year in _years(found, aside)), None)


def _bracketed(found: Sequence[Found]) -> set[int]:
    return {n for n, one in enumerate(found) if one.in_name or one.aside}


def _years(found: Sequence[Found], aside: set[int]) -> list[tuple[int, int]]:
    return [
        (n, one.meaning.year)
        for n, one in enumerate(found)
        if n not in aside
        and isinstance(one.meaning, Calendar)
        and one.meaning.year is not None
        and not one.meaning.short
    ]


def _apart(year: int, before: int | None, after: Sequence[int]) -> bool:
    """Is the year far from the one before, to which the story comes back?

    At the head of a text: far from the next, which agree.
    """
    if before is None:
        agree = len(after) > 1 and max(after) - min(after) <= 2 * _FAR
        return agree and all(abs(year - later) > _FAR for later in after)
    return abs(year - before) > _FAR and any(abs(before - later) <= _FAR for later in after)
