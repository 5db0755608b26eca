"""Which way time runs in a sentence: what a weekday in the news means hangs on it."""

from mapapp.times.expressions import Found
from mapapp.times.years import Cue

_ENDS = frozenset(".!?;")
_FUTURE = frozenset(
    "will shall ll wo expected scheduled due planned plans plan upcoming going".split()
)
_PAST = frozenset(
    "said told was were had met went came left took gave began held made found saw led won lost"
    " spoke wrote sent put set fell shot".split()
)
_AHEAD = frozenset("until by till as".split())
_REACH = 12  # tokens before the expression, within its sentence


def cue(found: Found) -> Cue | None:
    """`future` when a word of the sentence before it says so; None when none does."""
    texts = found.tokens.texts
    if found.first and texts[found.first - 1].lower() in _AHEAD:
        return "future"
    for n in range(found.first - 1, max(-1, found.first - _REACH), -1):
        word = texts[n].lower()
        if word in _ENDS:
            return None
        if word in _FUTURE:
            return "future"
        if word in _PAST or (word.endswith("ed") and len(word) > 4):
            return "past"
    after = texts[found.last : found.last + _REACH]
    return "future" if any(word in _FUTURE for word in _clause(after)) else None


def _clause(words: list[str]) -> list[str]:
    ends = [n for n, word in enumerate(words) if word in _ENDS]
    return words[: ends[0]] if ends else words
