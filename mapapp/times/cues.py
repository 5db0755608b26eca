"""Which way time runs in a sentence: what a weekday in the news means hangs on it."""

from mapapp.times.context import Cue
from mapapp.times.expressions import Found

_ENDS = frozenset(".!?;")
_FUTURE = frozenset(
    "will shall ll won't would expected scheduled due planned plans plan upcoming to".split()
)
_REACH = 12  # tokens before the expression, within its sentence


def cue(found: Found) -> Cue | None:
    """`future` when a word of the sentence before it says so; None when none does."""
    texts = found.tokens.texts
    for n in range(found.first - 1, max(-1, found.first - _REACH), -1):
        word = texts[n].lower()
        if word in _ENDS:
            return None
        if word in _FUTURE:
            return "future"
    return None
