"""A name in the place of the pronoun with which a title begins."""

from collections.abc import Callable

from mapapp.events.antecedents import short
from mapapp.events.dates import segment_at
from mapapp.events.pronouns import PRONOUNS_OF_THIRD
from mapapp.events.sentence import Sentence
from mapapp.events.shortening import shortened
from mapapp.events.subjects import FEW, named_before
from mapapp.events.verbs import verblike
from mapapp.events.wording import MOST, written
from mapapp.events.words import AUXILIARIES, BE

_OWNING = frozenset("his her their its".split())
_PASSIVE = frozenset("was were had been".split())
_DONE = frozenset("born taken given driven shown drawn thrown known seen chosen".split())


def with_name(sentence: Sentence, clean: list[int], named: Callable[[str], str]) -> str:
    """A title that begins with a pronoun, with a name in its place, or without it.

    `He sailed` is told of Ruiz where the sentence before is, else as `Sailed`. Empty when there is
    no such pronoun.
    """
    pronoun = sentence.lowered[clean[0]] if len(clean) > 1 else ""
    if pronoun not in PRONOUNS_OF_THIRD or sentence.words[clean[1]].kind == "possessive":
        return ""
    following = sentence.lowered[clean[2]] if len(clean) > 2 else ""
    expletive = pronoun == "it" and sentence.lowered[clean[1]] in BE and not verblike(following)
    name = "" if expletive else _within(sentence, clean[0], pronoun)
    if not name and not expletive and not _told_before(sentence, clean[0]):
        name = named(pronoun)
    if name:
        room = max(MOST - len(name.split()), FEW)
        rest = written(sentence, shortened(sentence, clean[1:], room))
        owner = "" if pronoun not in _OWNING else "’" if name.endswith("s") else "’s"
        first = sentence.words[clean[1]].text[0]
        return f"{name}{owner} {first}{rest[1:]}"
    verbs = {segment.verb for segment in sentence.segments}
    if clean[1] not in verbs:
        return ""
    told = next((k for k in range(1, len(clean)) if sentence.lowered[clean[k]] not in _PASSIVE), 0)
    verb = sentence.lowered[clean[told]]
    if (told == 1 and verb in AUXILIARIES) or (told > 1 and not (verblike(verb) or verb in _DONE)):
        return ""
    if told == len(clean) - 1:
        return written(sentence, clean)  # `They met` is more than `Met`
    return written(sentence, shortened(sentence, clean[told:]))


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
