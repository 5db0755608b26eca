"""Diaries, letters and logs: each entry counts from the day that heads it."""

from collections.abc import Sequence

from msgspec.structs import replace

from mapapp.times.found import Found
from mapapp.times.meaning import Calendar, Meaning

_FEWEST = 3  # dated headings that make a diary
_BESIDE = 4  # other tokens in a heading: a place, a comma, a weekday that was not read
_STOPS = frozenset(".!?;")


def entry_heads(found: Sequence[Found]) -> frozenset[int]:
    """Which expressions (by their number) are days that head an entry.

    Lines with a day and at most the name of a place. Empty where there are too few of them or the
    first does not name its year.
    """
    heads = [n for n, one in enumerate(found) if _heads(one)]
    if len(heads) < _FEWEST:
        return frozenset()
    first = found[heads[0]].meaning
    dated = isinstance(first, Calendar) and first.year is not None
    return frozenset(heads) if dated else frozenset()


def following(head: Calendar, meaning: Meaning) -> Meaning:
    """The day that heads an entry, with the year in which it comes after the one before."""
    if not isinstance(meaning, Calendar) or meaning.year is not None or head.year is None:
        return meaning
    turned = (meaning.month or 0, meaning.day or 0) < (head.month or 0, head.day or 0)
    return replace(meaning, year=head.year + turned)


def _heads(found: Found) -> bool:
    meaning, texts = found.meaning, found.tokens.texts
    if not isinstance(meaning, Calendar) or meaning.month is None or meaning.day is None:
        return False
    if len(texts) - (found.last - found.first) > _BESIDE:
        return False
    others = [*texts[: found.first], *texts[found.last :]]
    return _STOPS.isdisjoint(others) and all(
        word[0].isupper() or not word[0].isalnum() for word in others
    )
