"""Which way time runs in a sentence: what a weekday in the news means hangs on it."""

from collections.abc import Sequence

from mapapp.times.found import Found
from mapapp.times.years import Cue

_ENDS = frozenset(".!?;")
_FUTURE = frozenset(
    "will would shall ll wo may might expected scheduled due planned planning plans plan upcoming"
    " going".split()
)
# Present forms of what a timetable says: `the year ends on June 30`.
_TIMETABLE = frozenset(
    "begins ends starts opens reopens closes expires resumes premieres debuts airs leaves departs"
    " arrives returns meets meet hears faces takes goes go travels".split()
)
_PAST = frozenset(
    "said told was were had met went came left took gave began held made found saw led won lost"
    " spoke wrote sent put set fell shot did".split()
)
_AHEAD = frozenset("until by till as".split())
_STAYING = frozenset("be remain stay".split())
_BEING = frozenset("is are was were be been being s".split())
# `They are to meet`, `she hopes to leave`: what follows `to` is still to come.
_INTENDING = frozenset(
    "is are was were hope hopes hoped hoping want wants wanted aim aims aimed aiming intend intends"
    " intended agree agrees agreed vow vows vowed promise promises promised prepare prepares"
    " preparing ready likely set supposed".split()
)
_ARRANGED = frozenset("expected scheduled due planned".split())
_DENYING = frozenset("not never nobody t n't".split())
_BESIDE = frozenset("on in at for".split())
_REACH = 16  # tokens on either side of the expression, within its sentence


def cue(found: Found) -> Cue | None:
    """The way of the verb nearest before it in the sentence, else of the first one after it."""
    texts, first = found.tokens.texts, found.first
    if is_end(found) and not _denied(texts, first):
        return "future"
    if first > 1 and texts[first - 1] == "to" and _regular_past(texts[first - 2]):
        return "future"  # postponed to October
    if [word.lower() for word in texts[max(first - 2, 0) : first]] == ["ahead", "of"]:
        return "future"
    if _still_to_be(texts, first):
        return "future"
    for n in range(first - 1, max(-1, first - _REACH), -1):
        if closes(texts, n):
            break
        if texts[n - 1] in _STAYING:  # `will be held`: what stands before tells
            continue
        way = _way(texts, n)
        if way == "future" and texts[n] in _ARRANGED and _called_off(found, n):
            return "past"
        way = way or _regular_past(texts[n])
        if way is not None:
            return way
    for n in range(found.last, min(len(texts) - 1, found.last + _REACH)):
        if closes(texts, n):
            break
        way = _way(texts, n)
        if way is not None:
            return way
    return None


def _denied(texts: Sequence[str], first: int) -> bool:
    """`It was not told until April`: the verb says which."""
    return not _DENYING.isdisjoint(texts[max(first - _REACH, 0) : first])


def closes(texts: Sequence[str], n: int) -> bool:
    """Does the sentence end here? Not at a point of `U.S.`"""
    return texts[n] in _ENDS and not (texts[n] == "." and n > 0 and len(texts[n - 1]) == 1)


def is_end(found: Found) -> bool:
    """Does it say how long something goes on: `closed until at least Friday`?

    `Until Thursday they had ...` looks back.
    """
    texts, at = found.tokens.texts, found.first - 1
    if texts[max(at - 1, 0) : at + 1] == ["at", "least"]:
        at -= 2
    return at > 0 and texts[at - 1] not in _ENDS and texts[at].lower() in _AHEAD


def _still_to_be(texts: Sequence[str], first: int) -> bool:
    """`The vote is on Sunday`, `Her last day is Friday`."""
    beside = first > 1 and texts[first - 1] in _BESIDE
    return texts[max(first - 1 - beside, 0)] in ("is", "are") if first else False


def _called_off(found: Found, n: int) -> bool:
    """`The talks, scheduled for Wednesday, were cancelled`: it has gone by."""
    texts = found.tokens.texts
    after = [word for word in texts[found.last : found.last + 2] if word != ","]
    return (n < 1 or texts[n - 1] not in _BEING) and after[:1] in (["was"], ["were"], ["had"])


def _way(texts: Sequence[str], n: int) -> Cue | None:
    """What the n-th word tells by itself and by its neighbours."""
    word = texts[n].lower()
    if texts[n - 1] == "to" and n > 1 and word not in _FUTURE:  # `went to meet` says nothing yet
        return "future" if texts[n - 2] in _INTENDING else None
    if word in _FUTURE or word in _TIMETABLE:
        return "future"
    if word == "set" and texts[n + 1] in ("for", "to"):
        return "future"
    return "past" if word in _PAST else None


def _regular_past(word: str) -> Cue | None:
    """By its form; `United` is a name."""
    return "past" if word.endswith("ed") and len(word) > 4 and word.islower() else None
