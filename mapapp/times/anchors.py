"""Days counted from a date in the same breath: `three days after the ceasefire of 9 November`."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from mapapp.model import Span, TimeExpression
from mapapp.times.context import add, exists
from mapapp.times.found import Found
from mapapp.times.lexicon import LETTERS
from mapapp.times.meaning import Calendar, Length, Relative

_BESIDE = frozenset(LETTERS["COMMA"] + after for after in ("", LETTERS["in"], LETTERS["on"]))
_SIGNS = {LETTERS["AFTER"]: 1, LETTERS["BEFORE"]: -1}
_REACH = 9  # tokens from the length to the date
_BETWEEN = frozenset(
    LETTERS[name] for name in ("AFTER", "BEFORE", "OTHER", "the", "of", "on", "in", "a", "FORMER")
)


_LASTING = frozenset("for during throughout lasted within over in".split())
_NOUN = re.compile(r"\s[a-z]+")  # after a date that says which: `the 1918 armistice`


def counts_from(length: Found, date: Found) -> int:
    """1 or -1 when a length counts on or back from the date behind it, else 0."""
    if length.tokens is not date.tokens or not 0 < date.first - length.last <= _REACH:
        return 0
    if not isinstance(length.meaning, Length) or not isinstance(date.meaning, Calendar):
        return 0
    between = length.tokens.codes[length.last : date.first]
    if not _BETWEEN.issuperset(between):
        return 0
    words = length.tokens.texts[length.last : date.first]
    if any(not word[0].isalpha() for word in words) or _lasts(length):
        return 0
    return _SIGNS.get(between[0], 0)


def _lasts(length: Found) -> bool:
    """`for three days after ...` is how long, not when."""
    before = length.tokens.texts[max(length.first - 2, 0) : length.first]
    return any(word.lower() in _LASTING for word in before)


def counted(length: Length, sign: int, date: Calendar) -> Calendar | None:
    """The date so far on; None when either is too vague for it."""
    if length.amount is None or length.amount % 1 or length.unit[0] == "T" or not exists(date):
        return None
    moved = add(date, length.unit, sign * int(length.amount))
    if moved is None or not length.approximate:
        return moved
    return Calendar(year=moved.year, month=moved.month, day=moved.day, part="APPROX")


def apposed(left: Found, right: Found) -> Calendar | None:
    """What `five years later, in 1970` says of its years: the date behind the comma."""
    if left.tokens is not right.tokens or not isinstance(left.meaning, Relative):
        return None
    between, date = left.tokens.codes[left.last : right.first], right.meaning
    if between not in _BESIDE or not isinstance(date, Calendar) or date.year is None or date.short:
        return None
    if left.meaning.unit == "Y":
        return Calendar(year=date.year)
    if left.meaning.unit == "M" and date.month is not None:
        return Calendar(year=date.year, month=date.month)
    if left.meaning.unit in ("D", "W") and date.day is not None:
        return Calendar(year=date.year, month=date.month, day=date.day)
    return None


def with_anchors(
    times: Sequence[TimeExpression], anchored: Sequence[int], text: str, *, whole: bool
) -> list[TimeExpression]:
    """The expressions, with the words from each of the `anchored` lengths to its date as quote.

    Parameters
    ----------
    whole : bool
        Make one expression of the two, as annotators of histories do (TIDES); in news they stay
        two (TimeML), of which the date dates nothing else.
    """
    result = list(times)
    for n in reversed(anchored):
        length, date = times[n], times[n + 1]
        noun = text.endswith("the ", 0, date.span.start) and _NOUN.match(text, date.span.end)
        span = Span(length.span.start, noun.end() if noun else date.span.end)
        when = replace(length.when, text=span.of(text)) if length.when else None
        if whole:
            result[n : n + 2] = [replace(length, span=span, when=when)]
        else:
            result[n : n + 2] = [replace(length, when=when), replace(date, anchor=True)]
    return result
