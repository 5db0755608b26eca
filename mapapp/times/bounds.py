"""Words beside a date that say on which side of it the time lies, or that it is doubted."""

from typing import Literal

from mapapp.times.found import Found
from mapapp.times.lexicon import LETTERS

Bound = Literal["since", "until", "beside"]

_HEDGES = LETTERS["ALMOST"] + LETTERS["AROUND"]
_SINCE = LETTERS["since"]
_UNTIL = LETTERS["until"] + LETTERS["till"]
_BESIDE = LETTERS["BEFORE"] + LETTERS["AFTER"] + LETTERS["by"]
_TO_NOW = LETTERS["to"] + LETTERS["until"] + LETTERS["till"] + LETTERS["HYPHEN"] + LETTERS["DASH"]
_NOW = LETTERS["PRESENT"] + LETTERS["NOW"] + LETTERS["DATE"]
_STOPS = LETTERS["COMMA"] + LETTERS["STOP"] + LETTERS["MARK"] + LETTERS["CLOSE"]
_ONWARD = frozenset({"onward", "onwards", "forward"})
# The last three words before a date: `no later than 1204`, `up to 1920`.
_BEFORE_LATEST = (("no", "later", "than"), ("not", "later", "than"))
_BEFORE_EARLIEST = (("no", "earlier", "than"), ("not", "earlier", "than"))
_TELLING = LETTERS["THAN"] + LETTERS["to"] + LETTERS["BEFORE"]
_UP_TO = ("up", "to")
_NOT_BEFORE = ("not", "before")
_DOUBTS = frozenset(
    form
    for word in "probably possibly perhaps maybe presumably".split()
    for form in (word, word.capitalize())
)
_EITHER = _DOUBTS | {"either", "Either"}
_LEADING = frozenset("in on at by from the".split())
_AFTER_DOUBT = LETTERS["CLOSE"] + LETTERS["HYPHEN"] + LETTERS["COMMA"]
_REACH = 4  # words looked at on either side


def bound(found: Found) -> Bound | None:
    """Where the time lies: from the date on, up to it, or somewhere beside it."""
    codes, first = found.tokens.codes, found.first
    last = codes[max(first - _REACH, 0) : first].rstrip(_HEDGES)[-1:]
    if last and last in _TELLING:
        before = tuple(word.lower() for word in found.tokens.texts[max(first - 3, 0) : first])
        if before in _BEFORE_LATEST or before[-2:] == _UP_TO:
            return "until"
        if before in _BEFORE_EARLIEST or before[-2:] == _NOT_BEFORE:
            return "since"
    if _onward(found):
        return "since"
    if not last:
        return None
    if last in _SINCE:
        return "since"
    return "until" if last in _UNTIL else "beside" if last in _BESIDE else None


def doubted(found: Found) -> bool:
    """Does the text doubt the date: `probably in 1204`, `(1204?)`, `either 1204 or 1205`?"""
    texts, first, last = found.tokens.texts, found.first, found.last
    if texts[last : last + 1] == ["?"]:
        after = found.tokens.codes[last + 1 : last + 2]
        return after != "" and after in _AFTER_DOUBT
    before = texts[max(first - 3, 0) : first]
    if _EITHER.isdisjoint(before):
        return False
    if before[-1] == "or":  # possibly 1204 or 1205
        return before[0] in _EITHER
    return before[-2 if before[-1] in _LEADING and len(before) > 1 else -1] in _EITHER


def _onward(found: Found) -> bool:
    """`from 1918 on`, `1918 onwards`, `1918 to the present`."""
    texts, codes, last = found.tokens.texts, found.tokens.codes, found.last
    if last >= len(texts):
        return False
    if texts[last] == "on":
        from_here = codes[found.first - 1 : found.first] == LETTERS["from"]
        return from_here and (last + 1 == len(texts) or codes[last + 1] in _STOPS)
    if codes[last] in _TO_NOW:
        here = last + 1 + (texts[last + 1 : last + 2] == ["the"])
        return codes[here : here + 1] != "" and codes[here] in _NOW
    return texts[last] in _ONWARD
