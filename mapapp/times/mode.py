"""News or narrative: whether the text counts from the day of writing."""

from collections.abc import Sequence

from mapapp.model import civil
from mapapp.times.context import Mode
from mapapp.times.expressions import Found
from mapapp.times.meaning import Calendar, Meaning, Relative

# Newspapers tell of the past too, histories hardly ever of last Tuesday.
_WEIGHT = 3


def likely_mode(published: int | None, found: Sequence[Found]) -> Mode:
    """News, when more of the dates hang on the day of writing than stand in the past by themselves.

    Without a day of writing nothing can hang on it.
    """
    if published is None:
        return "narrative"
    this_year, _, _ = civil(published)
    hanging = past = 0
    for one in found:
        match one.meaning:
            case Calendar(year=int(year)):
                past += year < this_year - 1
            case Calendar(weekday=int()) | Calendar(within=Relative(base="either")):
                hanging += 1
            case Relative(base="said" | "either"):
                hanging += 1
    hanging += 3 * any(_is_dateline(one.meaning, published) for one in found[:2])
    return "news" if _WEIGHT * hanging >= past else "narrative"


def _is_dateline(meaning: Meaning, published: int) -> bool:
    """`WARSAW, February 26`: a day without a year, at the head, just before publication."""
    if not isinstance(meaning, Calendar) or meaning.year is not None or meaning.month is None:
        return False
    days = (civil(published - ago) for ago in range(3))
    return any((meaning.month, meaning.day) == (month, day) for _, month, day in days)
