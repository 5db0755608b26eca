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
_UP_TO = ("up", "to")
_NOT_BEFORE = ("not", "before")
_DOUBTS = frozenset("probably possibly perhaps maybe presumably".split())
_EITHER = _DOUBTS | {"either"}
_LEADING = frozenset("in on at by from the".split())
_REACH = 4  # words looked at on either side


def bound(found: Found) -> Bound | None:
    """Where the time lies: from the date on, up to it, or somewhere beside it."""
    before, codes = _before(found), found.tokens.codes
    if before[-3:] in _BEFORE_LATEST or before[-2:] == _UP_TO:
        return "until"
    if before[-3:] in _BEFORE_EARLIEST or before[-2:] == _NOT_BEFORE or _onward(found, before):
        return "since"
    last = codes[max(found.first - _REACH, 0) : found.first].rstrip(_HEDGES)[-1:]
    if not last:
        return None
    if last in _SINCE:
        return "since"
    return "until" if last in _UNTIL else "beside" if last in _BESIDE else None


def doubted(found: Found) -> bool:
    """Does the text doubt the date: `probably in 1204`, `(1204?)`?"""
    before = _before(found)
    texts, last = found.tokens.texts, found.last
    if before[-1:] == ("or",) and len(before) > 2 and before[-3] in _EITHER:
        return True  # possibly 1204 or 1205
    if before[-1:] and before[-1] in _LEADING:
        before = before[:-1]
    if before[-1:] and before[-1] in _EITHER:
        return True
    return texts[last : last + 1] == ["?"] and found.tokens.codes[last + 1 : last + 2] in (
        LETTERS["CLOSE"],
        LETTERS["HYPHEN"],
        LETTERS["COMMA"],
    )


def _before(found: Found) -> tuple[str, ...]:
    first = found.first
    return tuple(word.lower() for word in found.tokens.texts[max(first - _REACH, 0) : first])


def _onward(found: Found, before: tuple[str, ...]) -> bool:
    """`from 1918 on`, `1918 onwards`, `1918 to the present`."""
    texts, codes, last = found.tokens.texts, found.tokens.codes, found.last
    after = texts[last] if last < len(texts) else ""
    if after in _ONWARD:
        return True
    if after == "on" and before[-1:] == ("from",):
        return last + 1 == len(texts) or codes[last + 1] in _STOPS
    if codes[last : last + 1] and codes[last] in _TO_NOW:
        here = last + 1 + (texts[last + 1 : last + 2] == ["the"])
        return codes[here : here + 1] != "" and codes[here] in _NOW
    return False
