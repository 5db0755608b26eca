"""A name in the place of the pronoun with which a title begins."""

from collections.abc import Callable, Sequence

from mapapp.events.antecedents import short
from mapapp.events.dates import segment_at
from mapapp.events.sentence import Sentence
from mapapp.events.subjects import FEW, named_before
from mapapp.events.verbs import verblike
from mapapp.events.words import AUXILIARIES, BE, PARTICIPLES

_PASSIVE = frozenset("was were had been".split())


def meant_by(sentence: Sentence, i: int, verb: int, named: Callable[[str], str]) -> str:
    """Whom the pronoun at `i`, subject of the verb, means; empty where that is not plain."""
    pronoun = sentence.lowered[i]
    following = sentence.lowered[verb + 1] if verb + 1 < len(sentence.lowered) else ""
    if pronoun == "it" and sentence.lowered[verb] in BE and not verblike(following):
        return ""  # `it is here that`
    name = _within(sentence, i, pronoun)
    if not name and not _told_before(sentence, i):
        name = named(pronoun)
    return name


def without_pronoun(sentence: Sentence, chosen: Sequence[int], verb: int) -> list[int]:
    """The words from a verb on without a subject: `was shot` as `Shot`; empty where that fails."""
    words = [sentence.lowered[i] for i in chosen]
    if not words or chosen[0] != verb:
        return []
    told = next((k for k, word in enumerate(words) if word not in _PASSIVE), 0)
    done = verblike(words[told]) or words[told] in PARTICIPLES
    if (told == 0 and words[0] in AUXILIARIES) or (told > 0 and not done):
        return []
    return list(chosen[told:])


def _told_before(sentence: Sentence, pronoun: int) -> bool:
    """Does a clause with another name come before a pronoun, who may be meant?"""
    before = [one for one in sentence.segments if one.first < pronoun and one.last <= pronoun]
    if not any(one.verb is not None for one in before):
        return False
    words = sentence.words[1 : before[-1].last]
    return any(
        word.kind == "word" and word.text[0].isupper() and i not in sentence.place_words
        for i, word in enumerate(words, 1)
        if i not in sentence.dated_words
    )


def _within(sentence: Sentence, i: int, pronoun: str) -> str:
    """Whom a pronoun means by a clause before it: `Ruiz left, and his army followed`."""
    clause = segment_at(sentence.segments, i)
    meant = named_before(sentence, clause, pronoun)
    if pronoun in ("their", "its") and len(meant) > FEW:
        return ""
    return short(sentence, meant, pronoun) if meant else ""
