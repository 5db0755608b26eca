"""Where annotators of news draw the line otherwise than those of histories.

The corpora differ: histories (WikiWars, after TIDES) mark `former`, `at the same time` and `later
in the day` and take `about` and `only` into a length; news (TimeBank, AQUAINT) does neither.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from mapapp.times.found import Found
from mapapp.times.lexicon import LETTERS
from mapapp.times.meaning import Relative

_UNMARKED = frozenset(["former", "same_time"])
_HEDGED = frozenset(["length", "offset", "long_length"])
_HEDGES = LETTERS["ALMOST"] + LETTERS["JUST"] + LETTERS["AROUND"]


def as_in_news(found: Iterable[Found]) -> list[Found]:
    """The expressions as news would mark them."""
    return [_trimmed(one) for one in found if one.rule not in _UNMARKED and not _of_the_day(one)]


def _of_the_day(found: Found) -> bool:
    """`later in the day`"""
    meaning = found.meaning
    return found.rule == "part_of_unit" and isinstance(meaning, Relative) and meaning.unit == "D"


def _trimmed(found: Found) -> Found:
    first = found.first
    codes = found.tokens.codes
    if found.rule in _HEDGED:
        while codes[first] in _HEDGES:
            first += 1
    elif found.rule == "plural" and codes[first] == LETTERS["the"]:
        first += 1
    return replace(found, first=first)
