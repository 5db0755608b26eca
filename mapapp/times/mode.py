"""News or narrative: whether the text counts from the day of writing."""

from collections.abc import Sequence

from mapapp.model import civil
from mapapp.times.context import Mode
from mapapp.times.expressions import Found
from mapapp.times.meaning import Calendar, Relative


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
                hanging += year >= this_year - 1
            case Calendar(weekday=int()) | Relative(base="said") | Relative(base="either"):
                hanging += 1
            case Calendar(decade=int()) | Relative(base="told"):
                past += 1
    return "news" if hanging >= past else "narrative"
