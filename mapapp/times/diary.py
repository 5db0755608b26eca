"""Diaries, letters and annals: each entry counts from the day or year that heads it."""

from collections.abc import Sequence

from msgspec.structs import replace

from mapapp.times.found import Found
from mapapp.times.meaning import Calendar, Meaning

_FEWEST = 3  # dated headings that make a diary
_BESIDE = 4  # other tokens in a heading: a place, a comma, a weekday that was not read
_OF_YEARS = frozenset("anno year ad".split())
_AFTER_YEARS = frozenset(".:–—-|")
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


def years_of_entries(found: Sequence[Found]) -> list[int | None]:
    """For each expression the year of the annal's entry in which it stands; None outside.

    `Anno 1344. In November ... on the 26th of March`: all of the year that opens the paragraph.
    """
    years: list[int | None] = []
    year, heads = None, 0
    for n, one in enumerate(found):
        if n == 0 or found[n - 1].tokens is not one.tokens:
            year = _year_that_heads(one)
            heads += year is not None
        years.append(year)
    return years if heads >= _FEWEST else [None] * len(found)


def _year_that_heads(found: Found) -> int | None:
    meaning, texts = found.meaning, found.tokens.texts
    if not isinstance(meaning, Calendar) or meaning.month is not None or meaning.season is not None:
        return None
    opens = found.first == 0 or (found.first == 1 and texts[0].lower() in _OF_YEARS)
    if not opens or texts[found.last : found.last + 1] == []:
        return None
    return meaning.year if texts[found.last].strip() in _AFTER_YEARS else None


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
