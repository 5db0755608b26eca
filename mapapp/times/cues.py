"""Which way time runs in a sentence: what a weekday in the news means hangs on it."""

from mapapp.times.found import Found
from mapapp.times.years import Cue

_ENDS = frozenset(".!?;")
_FUTURE = frozenset(
    "will would shall ll wo expected scheduled due planned planning plans plan upcoming going"
    "".split()
)
# Present forms of what a timetable says: `the year ends on June 30`.
_TIMETABLE = frozenset(
    "begins ends starts opens reopens closes expires resumes premieres debuts airs".split()
)
_PAST = frozenset(
    "said told was were had met went came left took gave began held made found saw led won lost"
    " spoke wrote sent put set fell shot".split()
)
_AHEAD = frozenset("until by till as".split())
_STAYING = frozenset("be remain stay".split())
_REACH = 16  # tokens on either side of the expression, within its sentence


def cue(found: Found) -> Cue | None:
    """The way of the verb nearest before it in the sentence, else of the first one after it."""
    texts, first = found.tokens.texts, found.first
    opens = first < 2 or texts[first - 2] in _ENDS
    # `Until Thursday they had ...` looks back
    if first and not opens and texts[first - 1].lower() in _AHEAD:
        return "future"
    if first > 1 and texts[first - 1] == "to" and _regular_past(texts[first - 2]):
        return "future"  # postponed to October
    for n in range(first - 1, max(-1, first - _REACH), -1):
        if texts[n] in _ENDS:
            break
        if texts[n - 1] in _STAYING:  # `will be held`: what stands before tells
            continue
        way = _way(texts[n].lower(), texts[n + 1]) or _regular_past(texts[n])
        if way is not None:
            return way
    for n in range(found.last, min(len(texts) - 1, found.last + _REACH)):
        if texts[n] in _ENDS:
            break
        way = _way(texts[n], texts[n + 1])
        if way is not None:
            return way
    return None


def _way(word: str, following: str) -> Cue | None:
    if word in _FUTURE or word in _TIMETABLE or (word == "set" and following in ("for", "to")):
        return "future"
    return "past" if word in _PAST else None


def _regular_past(word: str) -> Cue | None:
    """By its form; `United` is a name."""
    return "past" if word.endswith("ed") and len(word) > 4 and word.islower() else None
