"""Which words of a sentence are finite verbs, told by their form and their neighbours."""

from collections.abc import Sequence

from mapapp.events.presents import add_presents
from mapapp.events.stems import present_forms
from mapapp.events.words import (
    AUXILIARIES,
    BE,
    COMPLEMENT,
    COORDINATORS,
    DETERMINERS,
    FINITE_AUXILIARIES,
    LABELS,
    NOT_VERBS,
    OPENERS,
    PERFECT,
    PREPOSITIONS,
    PRESENT,
    PRONOUNS,
    RELATIVES,
    SAYING,
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
_CALLING = frozenset(
    "called named considered elected dubbed appointed titled entitled given".split()
)
_OBJECTS = frozenset("the a an his her its their him them it".split())
_LINKS = frozenset(",;:()—–[]") | OPENERS
_REPORTING = SAYING | frozenset(
    "thought believed agreed hoped knew felt found showed proved feared saw heard learned learnt"
    " made had let says say think thinks believe believes claim claims hope hopes fear fears know"
    " knows warn warns report reports show shows suggest suggests mean means feel feels insist"
    " insists argue argues".split()
)
_AWAY = frozenset("forward back down up out away aside".split())
INTRANSITIVE = frozenset(
    "appeared arrived happened occurred died lived remained existed emerged disappeared collapsed"
    " erupted stayed belonged lasted talked participated stood sat slept crept dwelt fled".split()
)
_MOVING = frozenset("advanced retired increased".split())
_PERSONAL = frozenset("i we he she it they".split())
_MAYBE_FINITE = FINITE_AUXILIARIES | STRONG_PAST | PERFECT | WEAK_PAST | _MEANS_TO | {"may"}


def finite(words: Sequence[Token], lowered: Sequence[str]) -> list[bool]:
    """For each token of a sentence, whether it is a finite verb."""
    found = [
        (word in _MAYBE_FINITE or word.endswith("ed")) and _is_finite(words, lowered, i)
        for i, word in enumerate(lowered)
    ]
    add_presents(words, lowered, found)
    if sum(found) > 1:
        _take_back(lowered, found)
    return found


def _take_back(lowered: Sequence[str], verbs: list[bool]) -> None:
    """Leave one of two verbs that nothing links: `shells fired from the ships set Lima on fire`.

    Of two the participle is the one without an object: `engineers sent from Lima`.
    """
    before, relative = -1, False
    for i, verb in enumerate(verbs):
        if lowered[i] in _LINKS:
            before, relative = -1, lowered[i] in RELATIVES or lowered[i] == COMPLEMENT
        if not verb or relative:
            continue
        if before > 0 and lowered[before] not in _REPORTING and not _is_contact(lowered, before):
            if _is_reduced(lowered, before):
                verbs[before] = False
            elif _is_reduced(lowered, i) and lowered[i - 1] not in PRONOUNS:
                verbs[i] = False
                continue
        before = i


def _is_contact(lowered: Sequence[str], verb: int) -> bool:
    """Is it the verb of a relative clause without its word: `the school he founded`?"""
    pronoun = verb > 1 and lowered[verb - 1] in PRONOUNS
    return pronoun and lowered[verb - 2] not in _LINKS


def _is_reduced(lowered: Sequence[str], i: int) -> bool:
    """May a past form be a participle behind its noun, by what follows it?"""
    bare = i + 1 < len(lowered) and (lowered[i + 1] in PREPOSITIONS or lowered[i + 1] in _AWAY)
    return bare and verblike(lowered[i]) and lowered[i] not in INTRANSITIVE


def is_past(lowered: Sequence[str], verb: int) -> bool:
    """Does a finite verb tell of what was, and not of what is or will be?"""
    word = lowered[verb]
    if word in PRESENT:
        return False
    return word in STRONG_PAST or word in WEAK_PAST or word not in present_forms()


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
    if word in STRONG_PAST and i and words[i].text[0].isupper():
        return False  # `the Rose Garden`
    if word in FINITE_AUXILIARIES or word in STRONG_PAST:
        return word != "am" or i == 0 or words[i - 1].kind != "number"
    if word in PERFECT:
        return word != "having"
    if not (word in WEAK_PAST or (word.endswith("ed") and len(word) > 3)):
        return False
    if word in NOT_VERBS and not (
        _has_object(lowered, i)
        or lowered[i - 1] in _PERSONAL
        or _gives_name(words, lowered, i)
        or _moves(words, lowered, i)
    ):
        return False
    if words[i].text[0].isupper() or i == 0 or "-" in word:
        return False  # also not `a laser-guided bomb`
    if word in _DONE_BY and lowered[i + 1 : i + 2] == ["by"]:
        return False  # `an army led by Ruiz`
    before = i - 1
    while before > 0 and is_adverb(lowered[before]):
        before -= 1
    previous = lowered[before]
    if previous in ("this", "these") and _is_noun(words, lowered, i + 1):
        return False  # `this entrenched line`
    if words[before].kind == "number" and _is_noun(words, lowered, i + 1):
        return False  # `4,000 picked men`
    if previous in PRONOUNS or previous in RELATIVES:
        return True
    if previous in AUXILIARIES or previous in BE:
        return False
    if previous in DETERMINERS or previous in PREPOSITIONS or words[before].kind == "possessive":
        return False
    if previous in COORDINATORS and before == 1 and verblike(lowered[0]):
        return False  # `Tired and outnumbered, they left`
    if words[before].kind == "mark":
        if previous == "," and word not in _CALLING and i + 1 < len(words):
            if lowered[i + 1] in _OBJECTS and any(map(verblike, lowered[:before])):
                return True  # `arrived from Lima, joined the column and marched on`
        return previous == ")" or (previous == "," and _has_subject(words, lowered, before))
    return True


def _is_noun(words: Sequence[Token], lowered: Sequence[str], i: int) -> bool:
    """May a token be a noun or its adjective: no mark, preposition, article or adverb?"""
    if i >= len(words):
        return False
    plain = lowered[i] not in PREPOSITIONS | DETERMINERS | AUXILIARIES
    return (
        words[i].kind == "word" and words[i].text.islower() and plain and not is_adverb(lowered[i])
    )


def _moves(words: Sequence[Token], lowered: Sequence[str], i: int) -> bool:
    """Is it `Ruiz advanced toward Lima`, and no `advanced school`?"""
    if lowered[i] not in _MOVING or not i or i + 1 >= len(words):
        return False
    following = lowered[i + 1]
    ends = following in PREPOSITIONS or is_adverb(following) or following in _AWAY | {"to"}
    named = words[i - 1].kind == "word" and lowered[i - 1] not in DETERMINERS | PREPOSITIONS
    return (ends or words[i + 1].kind == "mark") and named


def _gives_name(words: Sequence[Token], lowered: Sequence[str], i: int) -> bool:
    """Is it what somebody does, `Lima named a street`, and no `unit called the Lions`?"""
    named = i > 0 and words[i - 1].text[0].isupper() and lowered[i] in ("named", "called")
    return named and lowered[i + 1 : i + 2] != [] and lowered[i + 1] in _OBJECTS


def _has_object(lowered: Sequence[str], i: int) -> bool:
    """Is what is mostly an adjective a verb here: `membership limited its support`?"""
    return lowered[i] not in LABELS and i + 1 < len(lowered) and lowered[i + 1] in DETERMINERS


def _has_subject(words: Sequence[Token], lowered: Sequence[str], comma: int) -> bool:
    """May a clause go on after this comma, as in `Baku, the capital, fell`?"""
    opened = next((i for i in range(comma - 1, -1, -1) if lowered[i] == ","), -1)
    return 0 < opened < comma and not any(lowered[i] in FINITE_AUXILIARIES for i in range(opened))
