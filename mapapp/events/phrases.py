"""A sentence cut into phrases: nouns, verb groups, prepositions with their nouns, dates, links.

A shallow parser over closed classes of words. Whatever no class claims is part of a noun phrase;
a title is cut only between phrases, so that no noun, name or verb group comes apart.
"""

from collections.abc import Collection, Sequence
from typing import Literal

import msgspec
from msgspec.structs import replace

from mapapp.events.sentence import Sentence
from mapapp.events.stems import present_forms
from mapapp.events.undated import without_dates
from mapapp.events.wordclasses import CLASSES, CLOSING, OBJECTIVE, OPENING, WordClass
from mapapp.events.words import AUXILIARIES, BE, COORDINATORS, PERFECT

PhraseKind = Literal[
    "noun", "verb", "prep", "to", "doing", "done", "adverb", "date", "aside", "mark", "link",
    "when", "which", "that",
]  # fmt: skip

_BARE = frozenset("be been being have do".split())
_ENDS = frozenset(".?!…")
_QUOTES = frozenset("\"“”‘’'`´")
_BEHIND_LEADS = frozenset("of to with as".split())
_MAYBE_NOUNS = frozenset("past inside outside opposite like near above".split())
_PARTICLES = frozenset("up down out off away back forward aside apart together ahead".split())
_MAYBE_PARTICLES = frozenset("in on over through along around by".split())
_ABOUT = frozenset("about around over under between up at-least".split())
_NUMBERED = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty"
    " sixty hundred thousand dozen".split()
)
_HELPING = frozenset("help helps helped".split())
_BE_PRESENT = frozenset("is are was were".split())
_NOUNS: frozenset[WordClass] = frozenset({"det", "plain"})
_NO_NOUN: frozenset[WordClass] = frozenset({"mark", "open", "which", "when", "link"})
_FOLLOWS: frozenset[WordClass] = frozenset({"det", "prep", "maybe", "to"})
_NO_ADJECTIVE: frozenset[WordClass] = frozenset({"prep", "maybe", "to", "det", "aux", "link"})


class Phrase(msgspec.Struct, frozen=True):
    """A phrase of a sentence.

    Attributes
    ----------
    kind : PhraseKind
        `done` and `doing` are participles that open a phrase, `when` conjunctions, `which`
        relative words, `link` coordinating conjunctions, `aside` all within brackets.
    first, last : int
        Indexes of its tokens, `[first, last)`.
    verbal : bool
        It ends in a verb, whose object may follow.
    """

    kind: PhraseKind
    first: int
    last: int
    verbal: bool = False


def phrases(sentence: Sentence) -> tuple[list[Phrase], frozenset[int]]:
    """The phrases of a sentence in order, and the tokens of its dates; quotation marks are in none.

    Dates are without those that a name or a noun needs: `the 2006 floods`.
    """
    cutter = _Cutter(sentence)
    return cutter.cut(), cutter.dated


class _Cutter:
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

    def cut(self) -> list[Phrase]:
        found = self.found
        i = 0
        while i < self.end:
            if self.lowered[i] in _QUOTES and self.words[i].kind == "mark":
                i += 1
                continue
            phrase = self._phrase(i)
            found.append(phrase)
            i = max(phrase.last, i + 1)
        if not any(one.kind == "verb" for one in found):
            self._promote()
        return found

    def _promote(self) -> None:
        """Take a participle behind an aside for the verb: `Ada – the heir – | reigned in Lima`."""
        marks = [k for k, one in enumerate(self.found) if one.kind == "mark"]
        for mark in marks[1:]:
            following = self.found[mark + 1 : mark + 2]
            if following and following[0].kind == "done":
                self.found[mark + 1] = replace(following[0], kind="verb")
                return

    def _phrase(self, i: int) -> Phrase:
        kind = self.classes[i]
        if i in self.dated:
            return Phrase("date", i, self._while(i, self.dated))
        if i in self.maybe_verbs and (i in self.verbs or self._has_subject()):
            return self._verb_group(i)
        if kind in _NOUNS:
            return Phrase("noun", i, self._noun_end(i))
        if kind == "open":
            return Phrase("aside", i, self._closing(i))
        if kind == "mark" and not self._is_inner(i):
            return Phrase("mark", i, i + 1)
        if kind == "which":
            return Phrase("which", i, i + 1)
        if kind == "when" or (kind == "maybe" and self._opens_clause(i)):
            return Phrase("when", i, i + 1)
        if kind == "link" and self._links(i):
            return Phrase("link", i, i + 1)
        if kind == "that" and (i in self.subordinate or self._that_clause(i)):
            return Phrase("that", i, i + 1)
        if kind == "to" and self._is_base(i + 1):
            return self._infinitive(i)
        if kind in ("prep", "maybe", "to"):
            return self._preposition(i)
        if kind == "lead":
            if self._word(i + 1) in _BEHIND_LEADS and not self._to_do(i + 1):
                return self._preposition(i)
            if self.lowered[i] == "because":
                return Phrase("when", i, i + 1)
        if kind == "link" or (kind == "adverb" and (i == 0 or self.words[i].text[0].islower())):
            return Phrase("adverb", i, i + 1)
        if kind == "done" and self.found and self.found[-1].kind == "which":
            return self._verb_group(i)
        if kind == "present" and self._is_plain_verb(i):
            return self._verb_group(i)
        if kind == "doing" and self._is_doing(i):
            return Phrase("doing", i, self._with_particle(i + 1), verbal=True)
        if kind == "done" and (i == 0 or self.words[i].text.islower()):
            return Phrase("done", i, self._with_particle(i + 1), verbal=True)
        return Phrase("noun", i, self._noun_end(i))

    def _has_subject(self) -> bool:
        """Is the last phrase a noun that no preposition governs: `in Lima both sides | glared`?"""
        before = next((one for one in reversed(self.found) if one.kind != "adverb"), None)
        return before is not None and before.kind == "noun"

    def _opens_clause(self, i: int) -> bool:
        """Is it a conjunction, and no preposition: `after the men (all of Lima) | left`?"""
        if i in self.subordinate:
            return True
        k = i + 1
        while k < self.end and self.classes[k] not in ("mark", "open"):
            k += 1
        return k < self.end and self.classes[k] == "open" and self._closing(k) in self.verbs

    def _links(self, i: int) -> bool:
        """Does a word link clauses: `, so they left`, not `was so strong`?"""
        if self.lowered[i] in ("and", "or", "but", "nor"):
            return True
        before, following = self.classes[max(i - 1, 0)], self._class(i + 1)
        return i == 0 or before in ("mark", "link") or following in ("det", "subject")

    def _word(self, i: int) -> str:
        return self.lowered[i] if i < self.end else ""

    def _class(self, i: int) -> WordClass:
        return self.classes[i] if i < self.end else "mark"

    def _while(self, i: int, among: Collection[int]) -> int:
        while i in among:
            i += 1
        return i

    def _is_inner(self, i: int) -> bool:
        """Is it the colon of `8:00`, or the comma of `Rome, Georgia`?"""
        if i in self.sentence.inner_commas:
            return True
        if self.lowered[i] != ":" or not 0 < i < self.end - 1:
            return False
        return self.words[i - 1].kind == self.words[i + 1].kind == "number"

    def _closing(self, i: int) -> int:
        depth = 0
        for k in range(i, len(self.lowered)):
            depth += (self.lowered[k] in OPENING) - (self.lowered[k] in CLOSING)
            if not depth:
                return k + 1
        return i + 1

    def _that_clause(self, i: int) -> bool:
        """Does `that` open a clause, and does not point: `said that it`, not `in that year`?"""
        if i and self.classes[i - 1] in ("prep", "maybe", "to"):
            return False
        if self._class(i + 1) in ("det", "subject", "pronoun") or i + 1 in self.verbs:
            return True
        if i and self.lowered[i - 1] in BE:
            return any(verb > i for verb in self.verbs)
        for k in range(i + 1, self.end):
            if k in self.verbs:
                return i > 0
            if self.classes[k] == "mark":
                return False
        return False

    def _verb_group(self, i: int) -> Phrase:
        """A finite verb with its auxiliaries, adverbs between them, and its particle."""
        last, k = i + 1, i + 1
        auxiliary = self.lowered[i] in AUXILIARIES
        while auxiliary and k < self.end:
            word, kind = self.lowered[k], self.classes[k]
            if k in self.dated or kind == "adverb" and word != "not":
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

    def _preposition(self, i: int) -> Phrase:
        about = self.lowered[i] in _ABOUT and (i == 0 or self.classes[i - 1] != "aux")
        if about and self._is_number(i + 1 + (self._word(i + 1) == "to")):
            return Phrase("noun", i, self._noun_end(i + 1))
        if self.lowered[i] == "at" and self._word(i + 1) in ("least", "most"):
            return Phrase("noun", i, self._noun_end(i + 1))
        k = i + 1
        while self._class(k) in ("prep", "to") and k not in self.dated:
            k += 1
        if k in self.dated:
            return Phrase("date", i, self._while(k, self.dated))
        kind = self._class(k)
        if kind == "done" and self._class(k + 1) == "prep" and self.words[k].text[0].islower():
            return Phrase("when", i, k)  # `until checked at Valmy`
        if k in self.verbs or kind in _NO_NOUN:
            return Phrase("prep", i, k)
        if kind == "doing" and self._is_doing(k):
            return Phrase("prep", i, self._with_particle(k + 1), verbal=True)
        return Phrase("prep", i, self._noun_end(k))

    def _is_number(self, k: int) -> bool:
        return k < self.end and (self.words[k].kind == "number" or self.lowered[k] in _NUMBERED)

    def _to_do(self, i: int) -> bool:
        """Is it the `to be held` of `due to be held`?"""
        return self.lowered[i - 1] == "due" and self._is_base(i + 1)

    def _is_doing(self, i: int) -> bool:
        """Does an `-ing` open a phrase: `carrying children`, not `Fighting stopped`?"""
        if i + 1 >= self.end or (i and self.words[i].text[0].isupper()):
            return False
        k = i + 1
        while self._class(k) == "adverb":
            k += 1
        return k not in self.verbs and self._word(i + 1) != "of" and self._class(i + 1) != "mark"

    def _noun_end(self, i: int) -> int:
        """Where the noun phrase that begins at `i` ends."""
        if self.classes[i] in ("subject", "pronoun"):
            return i + 1
        k = i
        modified = True  # nothing but what stands before a noun so far
        while k < self.end:
            if k > i and self._ends_noun(k, modified=modified):
                break
            token, kind = self.words[k], self.classes[k]
            if token.kind == "possessive":
                modified = True
            elif token.kind == "word" and modified:
                small = kind in ("done", "doing", "det", "adverb") and token.text[0].islower()
                modified = small or kind in ("det", "adverb")
            k += 1
        while k - 1 > i and self.lowered[k - 1] in _QUOTES and self.words[k - 1].kind == "mark":
            k -= 1
        return max(k, i + 1)

    def _ends_noun(self, k: int, *, modified: bool) -> bool:
        kind = self.classes[k]
        if k in self.dated:
            return True
        token = self.words[k]
        if k in self.maybe_verbs:
            return not (self.words[k - 1].kind == "number" and self._is_adjective(k))
        if kind == "plain":
            return False
        if token.kind == "possessive":
            return False
        if kind == "mark" or kind == "open":
            return not self._is_inner(k)
        if kind in ("which", "when", "aux", "that", "to", "subject"):
            return True
        before = self.lowered[k - 1]
        if kind in ("prep", "maybe"):
            return self.lowered[k] not in _MAYBE_NOUNS or self.classes[k - 1] != "det"
        if kind == "link":
            return True
        if kind == "lead":
            return self._word(k + 1) in _BEHIND_LEADS and not self._to_do(k + 1)
        if kind == "present" and self._is_plain_verb(k):
            return True
        if modified:
            return before in OBJECTIVE and before != "her"
        small = token.text[0].islower()
        if kind in ("adverb", "pronoun"):
            return small
        if kind == "det":
            return small and self.lowered[k] not in _NUMBERED
        if kind == "done":
            return small
        if kind == "doing" and small:
            following = self.classes[k + 1] if k + 1 < self.end else "mark"
            return (before[-1:] == "s" or following in _FOLLOWS) and self._is_doing(k)
        return False

    def _is_adjective(self, k: int) -> bool:
        """Is a participle before its noun: `4,000 picked men`?"""
        following = self.classes[k + 1] if k + 1 < self.end else "mark"
        plain = following not in _NO_ADJECTIVE and self._word(k + 1).isalpha()
        return self.classes[k] == "done" and plain


def words_in(sentence: Sentence, chosen: Sequence[int]) -> int:
    """How many words are among some tokens: marks and what is left out are none."""
    return sum(sentence.lowered[i][0].isalnum() for i in chosen if i >= 0)


def fits(sentence: Sentence, chosen: Sequence[int], most: int) -> bool:
    """Are there at most so many words among some tokens?"""
    return len(chosen) <= most or words_in(sentence, chosen) <= most
