"""Who does what a sentence states with one of its finite verbs."""

from functools import lru_cache

from mapapp.events.phrased import REPORTING, Phrased
from mapapp.events.phrases import LIGHT
from mapapp.events.sentence import Sentence
from mapapp.events.words import PREPOSITIONS

_INSIDE = frozenset({"noun", "prep", "doing", "done", "adverb", "date", "aside", "to"})
_TELLING = REPORTING - {"saw", "heard", "found"}
_ONLY = frozenset("only nearly almost".split())
LIGHT_NOUNS = frozenset(
    "framework scope context course case frame help aid process wake light part one kind sort"
    " member members".split()
)
_PLURALS = frozenset("people men women children police troops forces sheep".split())
_DASHES = frozenset("–—_")


@lru_cache(maxsize=4)
def statements(sentence: Sentence) -> "Statements":
    """The statements of a sentence, which several events may be told of."""
    return Statements(sentence)


class Statements(Phrased):
    """The statements of a sentence, one for each of its finite verbs."""

    def subject(self, verb: int) -> list[int]:
        """The phrases of the subject of a verb phrase, in order; empty where it has none."""
        return self._ending(verb - 1) or self._dated(verb - 1)

    def _dated(self, at: int) -> list[int]:
        """A date that is the subject itself: `this week has been good`."""
        while self.kind(at) in ("adverb", "aside"):
            if self.word(at) == "there":
                return [at]  # `there were ten men`
            at -= 1
        return [at] if self.kind(at) == "date" and self.word(at) not in PREPOSITIONS else []

    def _ending(self, at: int) -> list[int]:
        """The subject of what begins behind a phrase."""
        while self.kind(at) in LIGHT:
            at -= 1
        kind = self.kind(at)
        if kind == "which" or (kind == "that" and not self._reports(at - 1)):
            return self.antecedent(at)
        if kind == "link":
            return self._shared(at)
        if kind == "mark":
            return self._behind_mark(at)
        if kind == "verb" and self.reduced(at):
            return [*self.subject(at), at]
        if kind in _INSIDE:
            return self.stretch(at) or self._behind_adverbial(at)
        return []

    def _behind_adverbial(self, at: int) -> list[int]:
        """The subject before a phrase that holds none: `came and in May | left`."""
        while self.kind(at) in _INSIDE:
            at -= 1
        return self._ending(at) if self.kind(at) in ("link", "which", "that", "mark") else []

    def _reports(self, at: int) -> bool:
        while self.kind(at) in LIGHT or self.kind(at) == "mark":
            at -= 1
        return self.kind(at) in ("verb", "to", "doing")

    def antecedent(self, at: int) -> list[int]:
        """The noun before a relative word with what it is of: `a port of Peru, | which`."""
        k = at - 1
        while self.kind(k) in LIGHT or (self.kind(k) == "mark" and self.word(k) in {",", *_DASHES}):
            k -= 1
        last = k
        if self.kind(k) == "done":
            k -= 1
        while self.kind(k) == "prep" and self.word(k) == "of" and not self._is_light(k - 1):
            k -= 1
        if self.kind(k) not in ("noun", "prep"):
            return []
        near = [*range(k, last + 1)]
        if self._agrees(near, at + 1):
            return near
        if len(near) > 1 and self._agrees(near[-1:], at + 1):
            return near[-1:]  # `the affairs of the council, which was`
        return self.stretch(last) or near

    def _is_light(self, at: int) -> bool:
        """Does a noun only lead to another: `the framework of | the agreement`?"""
        return at >= 0 and self.sentence.lowered[self.phrases[at].last - 1] in LIGHT_NOUNS

    def _agrees(self, noun: list[int], verb: int) -> bool:
        """May a noun be the subject by its number: not `Lima` of `were`?"""
        while self.kind(verb) in LIGHT:
            verb += 1
        head = next((k for k in noun[1:] if self.kind(k) == "prep"), noun[-1] + 1) - 1
        word = self.sentence.lowered[self.phrases[head].last - 1]
        many = word in _PLURALS or (word[-1:] == "s" and word[-2:] != "ss")
        if self.kind(verb) == "verb" and self.word(verb) in ("were", "are"):
            return many
        single = self.kind(verb) == "verb" and self.word(verb) in ("was", "is")
        return not (
            single and many and self.sentence.words[self.phrases[head].last - 1].text.islower()
        )

    def _shared(self, at: int) -> list[int]:
        """The subject that a verb behind `and` shares with a verb before it."""
        close = self.kind(at - 1) != "mark"
        inner = -1
        for k in range(at - 1, -1, -1):
            if self.kind(k) == "mark" and self.word(k) == ";":
                break
            if self.kind(k) != "verb":
                continue
            opener = self.opener(k)
            if opener in ("", "when") or close:
                return self.subject(k)
            inner = k if inner < 0 else inner
        return self.subject(inner) if inner >= 0 else []

    def _behind_mark(self, at: int) -> list[int]:
        """The subject of a verb behind a comma: before an aside, or that of the verb before."""
        mark = self.word(at)
        if mark not in {",", ")", *_DASHES}:
            return []
        same = {","} if mark == "," else _DASHES
        for opened in range(at - 1, -1, -1):
            if self.kind(opened) != "mark" or self.word(opened) not in same:
                continue
            if not self._opens_aside(opened) or self._states(opened, at):
                continue
            before = opened - 1
            while self.kind(before) in LIGHT:
                before -= 1
            if self.kind(before) == "link":
                return self._shared(before)
            found = self.stretch(before) if self.kind(before) in _INSIDE else []
            if found and self._has_verb(opened):
                return self._shared(at)
            if found:
                return self._outer(found)
            content = self.phrases[opened + 1]
            opening = self.word(opened + 1)
            if (
                content.kind == "noun"
                and opening not in ("a", "an")
                and content.first not in self.sentence.place_words
            ):
                return self.stretch(at - 1)
        if self._has_verb(at):
            return self._shared(at)
        found = self.stretch(at - 1) if self.kind(at - 1) in _INSIDE else []
        return found

    def _outer(self, found: list[int]) -> list[int]:
        """What an apposition is of: `Ada Ruiz, | head of the bank, which` is Ada Ruiz."""
        mark = found[0] - 1
        if (
            self.kind(mark) != "mark"
            or self.word(mark) != ","
            or self.kind(mark - 1) not in _INSIDE
        ):
            return found
        outer = self.stretch(mark - 1)
        if not outer or any(self.kind(k) == "link" for k in outer):
            return found
        # `amid strife between Peru and Chile, the Stars, a team, | flew`
        return outer if self._heads(outer[0], outer[-1]) else found

    def _has_verb(self, at: int) -> bool:
        """Is there a finite verb in the stretch that ends at `at`?"""
        for k in range(at - 1, -1, -1):
            kind = self.kind(k)
            if kind == "verb":
                return self.opener(k) in ("", "that")
            if kind in ("when", "which") or (kind == "mark" and self.word(k) != ","):
                return False
        return False

    def _states(self, first: int, last: int) -> bool:
        """Is there a finite verb between two marks that no conjunction governs?"""
        return any(
            self.kind(k) == "verb" and not self.opener(k) and not self.reduced(k)
            for k in range(first + 1, last)
        )

    def _opens_aside(self, mark: int) -> bool:
        """Is what follows a comma an aside, and no item of a list?"""
        kind = self.kind(mark + 1)
        if kind == "link":
            return False
        if kind in ("which", "when", "prep", "doing", "done", "adverb", "date", "aside", "to"):
            return True
        return kind == "noun"

    def stretch(self, last: int) -> list[int]:
        """The subject that ends with a phrase: without what leads up to it and dates behind it."""
        first = last
        while first > 0 and self._goes_back(first, last):
            first -= 1
        if self.kind(first - 1) == "verb" and self.opener(first - 1) == "which":
            opener = self.opener_at(first - 1)
            if self.sentence.lowered[self.phrases[first - 1].last - 1] not in _TELLING:
                return self.antecedent(opener)  # `the man who saw the fire | was heard`
        while first < last and not self._heads(first, last):
            first += 1
        while last > first and self.kind(last) in LIGHT:
            last -= 1
        if self.kind(first) != "noun":
            return []
        if self.word(first - 1) in _ONLY and first:
            first -= 1
        return [k for k in range(first, last + 1) if self.kind(k) not in ("date", "aside")]

    def _goes_back(self, first: int, last: int) -> bool:
        """Does the stretch reach back past the phrase at `first`?"""
        kind, before = self.kind(first), self.kind(first - 1)
        if before in _INSIDE:
            return before != "noun" or self._kept(first) != "noun"
        if before == "verb" and kind in ("prep", "to", "date", "adverb"):
            return self.reduced(first - 1)
        if before == "link" and kind == "prep":
            return self.kind(first - 2) == "prep" and self._joins(first - 1)
        if before == "link" and kind == "noun" and self.word(first - 1) in ("and", "or", "nor"):
            return self._joins(first - 1)
        if before == "mark" and kind == "noun" and self.word(first - 1) == ",":
            listed = any(self.kind(k) == "link" for k in range(first, last + 1))
            return listed and self.kind(first - 2) in ("noun", "prep") and first > 1
        if before == "mark" and kind == "link":
            return self.kind(first - 2) in ("noun", "prep")
        return False

    def _kept(self, at: int) -> str:
        """The kind of the first phrase from `at` on that is no date, adverb or aside."""
        while self.kind(at) in LIGHT:
            at += 1
        return self.kind(at)

    def _joins(self, link: int) -> bool:
        """Does `and` join two nouns, and not two clauses?"""
        k = link - 1
        while k >= 0 and self.kind(k) in _INSIDE | {"mark", "link"}:
            if self.kind(k) == "mark" and (self.kind(link - 1) != "mark" or self.word(k) != ","):
                return True
            if self.kind(k) == "link" and self.kind(k - 1) == "mark":
                return True
            k -= 1
        if self.kind(k) != "verb":
            return True
        last = self.sentence.lowered[self.phrases[k].last - 1]
        return last in REPORTING

    def _heads(self, first: int, last: int) -> bool:
        """Can the subject begin here?"""
        kind = self.kind(first)
        if kind != "noun":
            return False
        if self.kind(first - 1) == "link" and self.kind(first - 2) == "prep":
            return False  # the second noun of a preposition
        if first and self.phrases[first - 1].verbal and self.kind(first - 1) != "done":
            return not any(self.kind(k) == "noun" for k in range(first + 1, last + 1))
        return True
