"""News or narrative: whether the text counts from the day of writing."""

from collections.abc import Sequence

from mapapp.model import civil, day_number
from mapapp.times.context import Mode, exists
from mapapp.times.found import Found
from mapapp.times.meaning import Calendar, Meaning, Relative

# Newspapers tell of the past too, histories hardly ever of last Tuesday.
_WEIGHT = 3
_COUNTED_FROM = 2  # expressions that count from the day of writing make it worth knowing
_HEAD = 3  # expressions among which it stands
_TOP = 1000  # characters within which it stands
_BYLINE = 8  # other tokens in its line at most


def likely_mode(published: int | None, found: Sequence[Found]) -> Mode:
    """News, when more of the dates hang on the day of writing than stand in the past by themselves.

    Where that day is not known, most of them must: what they mean then stays open, as it should,
    while a narrative would count `last week` from the year in which a bridge was built.
    """
    hanging = sum(_hangs(one.meaning) for one in found)
    if published is None:
        dated = sum(
            isinstance(one.meaning, Calendar) and one.meaning.year is not None for one in found
        )
        return "news" if hanging >= _COUNTED_FROM and hanging > dated else "narrative"
    this_year, _, _ = civil(published)
    past = sum(
        isinstance(one.meaning, Calendar)
        and one.meaning.year is not None
        and one.meaning.year < this_year - 1
        for one in found
    )
    hanging += 3 * any(_is_dateline(one.meaning, published) for one in found[:2])
    return "news" if _WEIGHT * hanging >= past else "narrative"


def _hangs(meaning: Meaning) -> bool:
    """Does it say a day only to one who knows the day of writing?"""
    match meaning:
        case Calendar(year=None, weekday=int(), day=None):
            return True
        case Calendar(year=None, within=Relative(base="either")):
            return True
        case Relative(base="said" | "either"):
            return True
    return False


def written_on(found: Sequence[Found]) -> int | None:
    """Day number of the day of writing that the head of a text names, as news do.

    A line of its own (`12 March 2020`, `Published on ...`) or a dateline (`BOSTON, March 3, 1915
    (AP) -`), and only in a text that counts from it (`on Monday`, `last week`): a chronicle may
    open with a day too.
    """
    if sum(_hangs(one.meaning) for one in found) < _COUNTED_FROM:
        return None
    for one in found[:_HEAD]:
        day = one.meaning
        if isinstance(day, Calendar) and None not in (day.year, day.month, day.day) and exists(day):
            assert day.year is not None
            assert day.month is not None
            assert day.day is not None
            if _stands_alone(one) or _in_dateline(one):
                return day_number(day.year, day.month, day.day)
    return None


def _stands_alone(found: Found) -> bool:
    """Does its line hold little else, and no sentence?"""
    texts = found.tokens.texts
    others = len(texts) - (found.last - found.first)
    if others > _BYLINE or texts[-1] in (".", "!", "?"):
        return False
    return found.tokens.start(found.first) < _TOP


def _in_dateline(found: Found) -> bool:
    """Do only names of a place stand before it, and a dash or an agency in brackets after?"""
    texts = found.tokens.texts
    before, after = texts[: found.first], texts[found.last : found.last + _BYLINE]
    return (
        found.tokens.start(found.first) < _TOP
        and 0 < len(before) <= _BYLINE
        and all(word[0].isupper() or word in ",." for word in before)
        and any(word.strip() in ("-", "–", "—", "--") for word in after)
    )


def _is_dateline(meaning: Meaning, published: int) -> bool:
    """`WARSAW, February 26`: a day without a year, at the head, just before publication."""
    if not isinstance(meaning, Calendar) or meaning.year is not None or meaning.month is None:
        return False
    days = (civil(published - ago) for ago in range(3))
    return any((meaning.month, meaning.day) == (month, day) for _, month, day in days)
