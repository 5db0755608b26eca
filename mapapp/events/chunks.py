"""A sentence cut into phrases: nouns, verb groups, prepositions with their nouns, dates, links.

A shallow parser over closed classes of words. Whatever no class claims is part of a noun phrase;
a title is cut only between phrases, so that no noun, name or verb group comes apart.
"""

from collections.abc import Collection

from msgspec.structs import replace

from mapapp.events.phrases import Phrase
from mapapp.events.sentence import Sentence
from mapapp.events.verbgroups import VerbGroups
from mapapp.events.wordclasses import CLOSING, NUMBERS, OBJECTIVE, OPENING, WordClass
from mapapp.events.words import BE

_QUOTES = frozenset("\"“”‘’'`´")
_BEHIND_LEADS = frozenset("of to with as".split())
_MAYBE_NOUNS = frozenset("past inside outside opposite like near above".split())
_ABOUT = frozenset("about around over under between up at-least".split())
_NOUNS: frozenset[WordClass] = frozenset({"det", "plain"})
_NO_NOUN: frozenset[WordClass] = frozenset({"mark", "open", "which", "when", "link"})
_FOLLOWS: frozenset[WordClass] = frozenset({"det", "prep", "maybe", "to"})
_NO_ADJECTIVE: frozenset[WordClass] = frozenset({"prep", "maybe", "to", "det", "aux", "link"})


def phrases(sentence: Sentence) -> tuple[list[Phrase], frozenset[int]]:
    """The phrases of a sentence in order, and the tokens of its dates; quotation marks are in none.

    Dates are without those that a name or a noun needs: `the 2006 floods`.
    """
    cutter = _Cutter(sentence)
    return cutter.cut(), cutter.dated


class _Cutter(VerbGroups):
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
        if self.lowered[i] == "no" and self._word(i + 1) == "longer":
            return Phrase("adverb", i, i + 2)
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
        if k == self.end or self.classes[k] == "open":
            return k < self.end and self._closing(k) in self.verbs
        closing = next((n for n in range(k + 1, self.end) if self.lowered[n] == ","), 0)
        return (
            self.lowered[k] == ","
            and self._word(k + 1) in ("a", "an")
            and closing + 1 in self.verbs
        )

    def _links(self, i: int) -> bool:
        """Does a word link clauses: `, so they left`, not `was so strong`?"""
        if self.lowered[i] in ("and", "or", "but", "nor"):
            return True
        before, following = self.classes[max(i - 1, 0)], self._class(i + 1)
        return i == 0 or before in ("mark", "link") or following in ("det", "subject")

    def _while(self, i: int, among: Collection[int]) -> int:
        while i in among:
            i += 1
        return i

    def _is_inner(self, i: int) -> bool:
        """Is it the colon of `8:00`, or the comma of `Rome, Georgia`?"""
        if i in self.sentence.inner_commas and i + 1 < self.end:
            return self.words[i + 1].text[0].isupper()
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
            return small and self.lowered[k] not in NUMBERS
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
