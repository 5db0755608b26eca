"""Which words of a sentence are finite verbs, told by their form and their neighbours."""

from collections.abc import Sequence

from mapapp.events.words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    FINITE_AUXILIARIES,
    LABELS,
    NOT_VERBS,
    PERFECT,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STRONG_PAST,
    WEAK_PAST,
    is_adverb,
)
from mapapp.text import Token

_DONE_BY = frozenset(
    "led commanded headed backed supported followed accompanied founded built held made owned"
    " organised organized sponsored".split()
)
_MEANS_TO = frozenset("plans hopes intends aims expects wants".split())
_PERSONAL = frozenset("i we he she it they".split())
_MAYBE_FINITE = FINITE_AUXILIARIES | STRONG_PAST | PERFECT | WEAK_PAST | _MEANS_TO | {"may"}


def finite(words: Sequence[Token], lowered: Sequence[str]) -> list[bool]:
    """For each token of a sentence, whether it is a finite verb."""
    return [
        (word in _MAYBE_FINITE or word.endswith("ed")) and _is_finite(words, lowered, i)
        for i, word in enumerate(lowered)
    ]


def verblike(word: str) -> bool:
    """May a word be a past form, finite or not?"""
    return word in WEAK_PAST or (word.endswith("ed") and word not in NOT_VERBS)


def surely_finite(lowered: Sequence[str], verb: int) -> bool:
    """Is it a form that can be nothing but finite?"""
    word = lowered[verb]
    return word in FINITE_AUXILIARIES or word in STRONG_PAST or word in PERFECT


def _is_finite(words: Sequence[Token], lowered: Sequence[str], i: int) -> bool:
    word = lowered[i]
    if word == "may":
        return i > 0 and words[i].text.islower()  # the month has a capital
    if word in _MEANS_TO:
        return i > 0 and lowered[i + 1 : i + 2] == ["to"]
    if word in FINITE_AUXILIARIES or word in STRONG_PAST:
        return word != "am" or i == 0 or words[i - 1].kind != "number"
    if word in PERFECT:
        return word != "having"
    if not (word in WEAK_PAST or (word.endswith("ed") and len(word) > 3)):
        return False
    if word in NOT_VERBS and not (_has_object(lowered, i) or lowered[i - 1] in _PERSONAL):
        return False
    if words[i].text[0].isupper() or i == 0:
        return False
    if word in _DONE_BY and lowered[i + 1 : i + 2] == ["by"]:
        return False  # `an army led by Ruiz`
    before = i - 1
    while before > 0 and is_adverb(lowered[before]):
        before -= 1
    previous = lowered[before]
    if previous in ("this", "these") and _is_noun(words, lowered, i + 1):
        return False  # `this entrenched line`
    if previous in PRONOUNS or previous in RELATIVES:
        return True
    if previous in AUXILIARIES or previous in BE:
        return False
    if previous in DETERMINERS or previous in PREPOSITIONS or words[before].kind == "possessive":
        return False
    if words[before].kind == "mark":
        return previous == ")" or (previous == "," and _has_subject(words, lowered, before))
    return True


def _is_noun(words: Sequence[Token], lowered: Sequence[str], i: int) -> bool:
    """May a token be a noun or its adjective: no mark, preposition, article or adverb?"""
    plain = lowered[i] not in PREPOSITIONS | DETERMINERS | AUXILIARIES
    return (
        words[i].kind == "word" and words[i].text.islower() and plain and not is_adverb(lowered[i])
    )


def _has_object(lowered: Sequence[str], i: int) -> bool:
    """Is what is mostly an adjective a verb here: `membership limited its support`?"""
    return lowered[i] not in LABELS and i + 1 < len(lowered) and lowered[i + 1] in DETERMINERS


def _has_subject(words: Sequence[Token], lowered: Sequence[str], comma: int) -> bool:
    """May a clause go on after this comma, as in `Baku, the capital, fell`?"""
    opened = next((i for i in range(comma - 1, -1, -1) if lowered[i] == ","), -1)
    return 0 < opened < comma and not any(lowered[i] in FINITE_AUXILIARIES for i in range(opened))
