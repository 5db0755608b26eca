"""A sentence as its phrases, with what opens a clause and which verbs are participles."""

from collections.abc import Callable

from mapapp.events.chunks import phrases
from mapapp.events.phrases import LIGHT
from mapapp.events.sentence import Sentence
from mapapp.events.verbs import INTRANSITIVE, verblike
from mapapp.events.words import SAYING

_CALLED = frozenset("called named dubbed entitled titled considered given".split())
REPORTING = SAYING | frozenset(
    "say think believe thought believed knew know found showed shows argued alleged agreed"
    " suggested suggests indicated hoped feared realized realised learned heard saw announces"
    " declares claims insists notes writes explains confirms warns argues admits admitted denies"
    " denied alleges accepted emphasized emphasised stressed stresses meant means proved".split()
)


class Phrased:
    """The phrases of a sentence.

    Attributes
    ----------
    phrases : list of Phrase
        The sentence's phrases in order.
    dated : frozenset of int
        Indexes of the tokens of dates and of the prepositions that go with them.
    kind : callable
        The kind of a phrase by its number, empty beyond the sentence's ends.
    """

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.phrases, self.dated = phrases(sentence)
        # Two empty kinds behind the last, which are those before the first, too.
        kinds = [*(phrase.kind for phrase in self.phrases), "", ""]
        self.kind: Callable[[int], str] = kinds.__getitem__  # asked a thousand times a page

    def word(self, at: int) -> str:
        """The first word of a phrase, in lower case."""
        return self.sentence.lowered[self.phrases[at].first]

    def verb_at(self, token: int) -> int | None:
        """The verb phrase that holds a token."""
        for at, phrase in enumerate(self.phrases):
            if phrase.first <= token < phrase.last:
                return at if phrase.kind == "verb" else None
        return None

    def reduced(self, at: int) -> bool:
        """May a past form be a participle behind its noun: `those | arrested | were freed`?"""
        phrase = self.phrases[at]
        word = self.sentence.lowered[phrase.first]
        if not verblike(word) or word in REPORTING or word in INTRANSITIVE or self.opener(at):
            return False
        before = at - 1
        while self.kind(before) in LIGHT:
            before -= 1
        if self.kind(before) == "mark":  # `the paper, widely read in Lima`
            return self.kind(at + 1) in ("prep", "") and phrase.last - phrase.first == 1
        after = at + 1
        while self.kind(after) in LIGHT:
            after += 1
        if self.kind(after) == "noun" and word not in _CALLED:
            return False
        return self.kind(before) in ("noun", "prep")

    def opener(self, verb: int) -> str:
        """The kind of the word that opens the clause of a verb; empty for a main clause."""
        for k in range(verb - 1, -1, -1):
            kind = self.kind(k)
            if kind == "that" and self._is_relative(k):
                return "which"
            if kind in ("which", "that", "when"):
                return kind
            if kind in ("mark", "verb"):
                return ""
        return ""

    def opener_at(self, verb: int) -> int:
        """Where the clause of a verb opens."""
        while verb > 0 and self.kind(verb) not in ("which", "that"):
            verb -= 1
        return verb

    def _is_relative(self, that: int) -> bool:
        """Does `that` stand behind a noun it is about, and not behind a verb that tells?"""
        before = that - 1
        while self.kind(before) in ("noun", "prep", *LIGHT):
            before -= 1
        if before == that - 1:
            return False
        if self.kind(before) not in ("verb", "to", "doing", "done"):
            return True
        return self.sentence.lowered[self.phrases[before].last - 1] not in REPORTING
