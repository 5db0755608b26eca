"""The class of a word by itself: closed classes by lists, the open ones by their endings."""

from typing import Literal

from mapapp.events.stems import present_forms
from mapapp.events.verbs import verblike
from mapapp.events.words import (
    AUXILIARIES,
    COMPLEMENT,
    COORDINATORS,
    DETERMINERS,
    LEAD_ADVERBS,
    MAYBE_SUBORDINATORS,
    PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
)

WordClass = Literal[
    "mark", "open", "which", "when", "maybe", "link", "that", "to", "aux", "prep", "lead",
    "subject", "det", "pronoun", "adverb", "done", "doing", "present", "plain",
]  # fmt: skip

MARKS = frozenset(",;:–—_|")
OPENING, CLOSING = frozenset("([{"), frozenset(")]}")
# With the preposition behind them they are one: `due to`, `because of`.
_LEADS = frozenset(
    "out due because instead along such well according ahead prior next close thanks owing"
    " contrary".split()
)
SUBJECTS = frozenset("he she it they we i".split())
OBJECTIVE = frozenset("him her them us me himself herself itself themselves".split())
_ADVERBS = LEAD_ADVERBS | frozenset(
    "not never often soon there here ago far away north very quite rather too".split()
)
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty"
    " sixty hundred thousand dozen".split()
)
SHORT = 5  # letters of `bring` and the like, which are no participles
_CLOSED: list[tuple[frozenset[str], WordClass]] = [
    (MARKS | CLOSING, "mark"),
    (OPENING, "open"),
    (RELATIVES, "which"),
    (frozenset({"because"}), "lead"),
    (SUBORDINATORS | {"how", "why"}, "when"),
    (MAYBE_SUBORDINATORS, "maybe"),
    (COORDINATORS, "link"),
    (frozenset({COMPLEMENT}), "that"),
    (frozenset({"to"}), "to"),
    (frozenset({"not"}), "adverb"),
    (AUXILIARIES, "aux"),
    (PREPOSITIONS, "prep"),
    (_LEADS, "lead"),
    (SUBJECTS, "subject"),
    (DETERMINERS, "det"),
    (OBJECTIVE | (PRONOUNS - {"there"}), "pronoun"),
    (_ADVERBS, "adverb"),
]
_REMEMBERED = 50_000
_BY_WORD: dict[str, WordClass] = {word: kind for words, kind in reversed(_CLOSED) for word in words}


class _Classes(dict[str, WordClass]):
    """The classes of words in lower case, as they read without their neighbours.

    `maybe` is a preposition or a conjunction, `lead` goes with the preposition behind it, `present`
    is a verb in the present tense and no noun.
    """

    def __missing__(self, word: str) -> WordClass:
        if len(self) > _REMEMBERED:
            self.clear()
            self.update(_BY_WORD)
        found = self[word] = _open_class(word)
        return found


def _open_class(word: str) -> WordClass:
    if is_adverb(word):
        return "adverb"
    if verblike(word) or word in PARTICIPLES:
        return "done"
    if word.endswith("ing") and len(word) > SHORT:
        return "doing"
    form = present_forms().get(word)
    if form is not None and (not form.noun or word == "say"):
        return "present"
    return "plain"


CLASSES = _Classes(_BY_WORD)
