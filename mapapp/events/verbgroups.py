"""Verb groups of a sentence: a verb with its auxiliaries, adverbs between them and its particle."""

from mapapp.events.phrases import Phrase
from mapapp.events.sentence import Sentence
from mapapp.events.stems import present_forms
from mapapp.events.undated import without_dates
from mapapp.events.wordclasses import CLASSES, NUMBERS, OBJECTIVE, WordClass
from mapapp.events.words import AUXILIARIES, COORDINATORS, PERFECT

_BARE = frozenset("be been being have do".split())
_ENDS = frozenset(".?!…")
_PARTICLES = frozenset("up down out off away back forward aside apart together ahead".split())
_MAYBE_PARTICLES = frozenset("in on over through along around by".split())
_HELPING = frozenset("help helps helped".split())
_BE_PRESENT = frozenset("is are was were".split())


class VerbGroups:
    """A sentence's words with their classes, and the verb groups among them."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.lowered = sentence.lowered
        self.verbs = sentence.verbs
        self.maybe_verbs = sentence.maybe_verbs
        self.classes = list(map(CLASSES.__getitem__, sentence.lowered))
        self.found: list[Phrase] = []
        self.end = len(sentence.words)
        while self.end and sentence.lowered[self.end - 1] in _ENDS:
            self.end -= 1
        everything = range(len(sentence.words))
        kept = without_dates(sentence, everything) if sentence.dated_words else everything
        self.dated = frozenset(everything).difference(kept) if sentence.dated_words else frozenset()
        self.subordinate = {
            segment.first + (sentence.lowered[segment.first] in COORDINATORS)
            for segment in sentence.segments
            if segment.kind == "subordinate"
        }

    def _word(self, i: int) -> str:
        return self.lowered[i] if i < self.end else ""

    def _class(self, i: int) -> WordClass:
        return self.classes[i] if i < self.end else "mark"

    def _verb_group(self, i: int) -> Phrase:
        """A finite verb with its auxiliaries, adverbs between them, and its particle."""
        last, k = i + 1, i + 1
        auxiliary = self.lowered[i] in AUXILIARIES
        while auxiliary and k < self.end:
            word, kind = self.lowered[k], self.classes[k]
            if k in self.dated or (kind == "adverb" and word != "not"):
                pass
            elif word in _BARE or word == "not":
                last = k + 1
            elif kind == "pronoun" and word in OBJECTIVE:
                pass
            elif self._is_main(k):
                last, auxiliary = k + 1, False
            elif kind == "to" and self._is_base(k + 1) and self.lowered[last - 1] in AUXILIARIES:
                group = self._infinitive(k)
                return Phrase("verb", i, group.last, group.verbal)
            else:
                break
            k += 1
        main = self.lowered[last - 1]
        if main in _HELPING and self._is_base(last):
            last += 1  # `helped overcome`
        verbal = main not in AUXILIARIES or main in PERFECT
        return Phrase("verb", i, self._with_particle(last) if verbal else last, verbal)

    def _is_plain_verb(self, k: int) -> bool:
        """Is a present form a verb, behind a noun and before another: `officials say they`?"""
        if k == 0 or self.words[k].text[0].isupper():
            return False
        before, following = self.classes[k - 1], self._class(k + 1)
        if before in ("prep", "maybe", "to", "det", "aux", "mark"):
            return False
        if before == "link":
            named = k + 1 < self.end and self.words[k + 1].text[0].isupper()
            return present_forms()[self.lowered[k]].third and (following == "det" or named)
        return following in ("det", "subject", "that")

    def _is_main(self, k: int) -> bool:
        if self.words[k].kind != "word" or not self.words[k].text[0].islower():
            return False
        if self.classes[k] in ("done", "doing") or self.lowered[k].endswith("ed"):
            return True
        return self.lowered[k - 1] not in _BE_PRESENT and self._is_base(k)

    def _is_base(self, k: int) -> bool:
        """Is it an infinitive: after `to` and auxiliaries any verb's, `work` and `be` too?"""
        while self._class(k) == "adverb":
            k += 1
        word = self._word(k)
        if word in _BARE:
            return True
        form = present_forms().get(word)
        lower = form is not None and not form.third and k not in self.sentence.place_words
        return lower and self.words[k].text[0].islower()

    def _infinitive(self, i: int) -> Phrase:
        k = i + 1
        while self.classes[k] == "adverb":
            k += 1
        if self.lowered[k] in _BARE:
            group = self._verb_group(k)
            return Phrase("to", i, group.last, group.verbal)
        return Phrase("to", i, self._with_particle(k + 1), verbal=True)

    def _with_particle(self, i: int) -> int:
        """Past the particle of a verb: `set | up`, `weigh | in on`, `held | out.`"""
        word = self._word(i)
        if word in _PARTICLES:
            out_of = word == "out" and self._word(i + 1) == "of"
            return i if out_of or i in self.dated or self._is_number(i + 1) else i + 1
        if word not in _MAYBE_PARTICLES or i in self.dated or self._is_number(i + 1):
            return i
        following = self._class(i + 1)
        governs = following in ("prep", "maybe", "to") and self._word(i + 1) != "of"
        return i + 1 if following == "mark" or governs or i + 1 in self.dated else i

    def _is_number(self, k: int) -> bool:
        return k < self.end and (self.words[k].kind == "number" or self.lowered[k] in NUMBERS)

    def _to_do(self, i: int) -> bool:
        """Is it the `to be held` of `due to be held`?"""
        return self.lowered[i - 1] == "due" and self._is_base(i + 1)
