"""Whom or what a pronoun can mean, told by the words of a subject."""

from collections.abc import Sequence

from mapapp.events.sentence import Sentence
from mapapp.events.words import DETERMINERS, PREPOSITIONS, PRONOUNS
from mapapp.text import Token

_LONGEST = 9  # words of a subject that a pronoun is replaced by
_PERSONS = frozenset("he she his her".split())
_SEVERAL = frozenset("they their".split())
_THINGS = frozenset("it its".split())
PRONOUNS_OF_THIRD = _PERSONS | _SEVERAL | _THINGS
_PARTICLES = frozenset(". de la le du da di del der den van von bin ibn al el of".split())
_SHIPS = frozenset(
    "ship vessel boat frigate sloop brig schooner steamer barque yacht ferry cruiser destroyer"
    " submarine battleship liner".split()
)
_PLURAL = frozenset("people men women children police troops forces french british dutch".split())
# How words for people end, which stand first in a sentence: `Fighters crossed the border`.
_PEOPLE = ("ers", "ors", "ists", "ents", "ants", "rebels", "troops", "crews", "men", "parents")
_MEN = frozenset(
    "king emperor prince duke earl count baron sultan tsar czar shah caliph pope bishop priest"
    " monk father son brother uncle husband boy man gentleman spokesman chairman fisherman"
    " gunman businessman".split()
)
_WOMEN = frozenset(
    "queen empress princess duchess countess nun mother daughter sister aunt wife widow girl woman"
    " lady spokeswoman chairwoman actress nurse".split()
)
_ANYBODY = frozenset(
    "president governor general admiral captain colonel commander minister chancellor mayor judge"
    " officer appellant applicant claimant defendant plaintiff suspect victim teenager driver"
    " author artist painter poet composer doctor teacher professor student farmer soldier sailor"
    " engineer actor singer player coach manager director candidate senator secretary ambassador"
    " consul envoy missionary explorer merchant lawyer prosecutor dictator ruler prisoner pilot"
    " botanist naturalist architect journalist photographer".split()
)
_OWNED = frozenset(
    "army armies cavalry infantry force forces corps troops division brigade regiment fleet"
    " column command men house home ship party bond trial campaign".split()
)


def referent(sentence: Sentence, subject: Sequence[int], pronoun: str) -> list[int]:
    """The words that a pronoun can mean of a subject: all of it, or who owns it; mostly none.

    `He` of `Ruiz’s army sailed` is Ruiz; of `Ruiz’s brother sailed` it may be either.
    """
    if stands_for(sentence, subject, pronoun):
        return list(subject)
    owns = next((k for k, i in enumerate(subject) if sentence.words[i].kind == "possessive"), 0)
    owner = list(subject[:owns])
    if owns == len(subject) - 2 and sentence.lowered[subject[-1]] in _OWNED:
        return owner if pronoun in _PERSONS and stands_for(sentence, owner, pronoun) else []
    return []


def stands_for(sentence: Sentence, subject: Sequence[int], pronoun: str) -> bool:
    """Can a pronoun mean this subject: a person, several, or one thing?

    Only plain cases count: `he` needs a name that is no place's or what a person is called, `they`
    a plural, `it` a place or a noun with an article.
    """
    if not 0 < len(subject) <= _LONGEST or sentence.lowered[subject[0]] in PRONOUNS:
        return False
    words = [sentence.words[i] for i in subject]
    lowered = [sentence.lowered[i] for i in subject]
    governed = (k for k, word in enumerate(lowered) if k and word in PREPOSITIONS)
    head = next(governed, len(lowered)) - 1  # `cooperation` of `cooperation between two states`
    several = lowered[head] in _PLURAL and (words[head].text.islower() or not subject[0])
    people = not subject[0] and len(subject) == 1 and lowered[head].endswith(_PEOPLE)
    if people and pronoun in _SEVERAL:
        return True  # while `he` of `Rogers left` is Rogers
    if several or "and" in lowered or (lowered[head].endswith("s") and words[head].text.islower()):
        return pronoun in _SEVERAL
    if pronoun in ("she", "her") and lowered[0] == "the" and _is_ship(words):
        return True
    if _is_person(sentence, subject, words):
        return pronoun in _PERSONS
    if lowered[head] in _MEN | _WOMEN | _ANYBODY and words[head].text.islower():
        other = _WOMEN if pronoun in ("he", "his") else _MEN
        return pronoun in _PERSONS and lowered[0] == "the" and lowered[head] not in other
    if pronoun in _SEVERAL:
        return lowered[head].endswith("s") or lowered[head] in _PLURAL
    placed = any(one.first <= subject[-1] and subject[0] < one.last for one in sentence.mentions)
    plain = placed or lowered[0] in DETERMINERS or words[head].text.islower()
    plain = plain or head + 1 < len(words)
    return pronoun in _THINGS and plain and not lowered[head].endswith("s")


def _is_person(sentence: Sentence, subject: Sequence[int], words: Sequence[Token]) -> bool:
    """Is it a name that ends in no place's: `Ada Ruiz`, `the emperor Leopold II`?"""
    if any(one.first <= subject[-1] < one.last for one in sentence.mentions):
        return False
    texts = [word.text for word in words]
    if sentence.lowered[subject[0]] not in DETERMINERS:
        inner = {"the", *_PARTICLES}
        return all(text[0].isupper() or text in inner for text in texts)
    called = [k for k, text in enumerate(texts) if text in _MEN | _WOMEN | _ANYBODY]
    return (
        bool(called)
        and all(text[0].isupper() for text in texts[called[-1] + 1 :])
        and (called[-1] + 1 < len(texts))
    )


def _is_ship(words: Sequence[Token]) -> bool:
    """Is it `the old frigate`, or `the Beagle`, a name that takes an article like a ship's?"""
    return words[-1].text in _SHIPS or (len(words) == 2 and words[1].text[0].isupper())
