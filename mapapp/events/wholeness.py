"""Whether a statement is whole that ends behind one of its phrases."""

from collections.abc import Sequence
from typing import Literal

from mapapp.events.predicates import COUNTED, Predicate
from mapapp.events.words import BE, DETERMINERS, PREPOSITIONS

# With these a noun goes on.
GLUED = frozenset("of than per".split())
# Verbs that say little without an infinitive.
_TO_DO = frozenset(
    "ordered decided attempted agreed asked wanted began tried continued forced allowed planned"
    " expected promised failed sought refused managed hoped threatened proposed scheduled"
    " due likely able unable told urged invited persuaded compelled enabled helped required"
    " supposed prepared pledged vowed wants continues begins tries seeks fails appeared seemed"
    " permitted instructed directed caused going offered chose warned willing want try".split()
)
# And those that say little without their preposition.
_TO_WHAT = frozenset(
    "consisted led resulted depended depends relied referred belonged called served acted amounted"
    " turned became looked dealt insisted focused based aimed known regarded considered described"
    " followed adopted accounts accounted responded set".split()
)
_INDIRECT = frozenset("whether if how why what".split())
# Verbs whose object goes with a place: `put it | beyond use`, `lent credence | to it`.
_OF_TWO = frozenset("put puts lent lends attributed".split())
# These end no headline.
LOOSE = frozenset(
    "also still then however especially particularly mainly mostly partly even just only not more"
    " most about nearly approximately later early late as such due according together along"
    " order so yet".split()
)
_WAYS = frozenset("north south east west northeast northwest southeast southwest".split())


# As it is, with a part of a noun left out, not at all.
Whole = Literal[0, 1, 2]


class Wholeness(Predicate):
    """A predicate that tells where it may end."""

    def _rank(self, tail: list[int], n: int) -> Whole:
        """How whole the headline is that ends behind `n` phrases of the tail."""
        said = self.said
        while n and said.kind(tail[n - 1]) in ("date", "aside"):
            n -= 1
        last = tail[n - 1] if n else self.verb
        kept = [self.verb, *tail[:n]]
        rest = [k for k in tail[n:] if said.kind(k) not in ("date", "aside")]
        following = rest[0] if rest else -1
        next_kind = said.kind(following) if rest else ""
        kind = said.kind(last)
        lowered = self.sentence.lowered
        end = said.phrases[last].last - 1
        if kind in ("link", "that", "which", "mark") or lowered[end] in LOOSE:
            return 2
        if kind == "prep" and lowered[end] in PREPOSITIONS and rest:
            return 2
        if said.phrases[last].verbal and self._wants_object(last, rest):
            return 2
        if kind in ("done", "doing") and rest:
            return 2
        if kind == "verb" and n and rest:
            return 2 if said.phrases[last].verbal and next_kind == "noun" else 1
        if kind == "adverb" and n > 1 and said.kind(tail[n - 2]) == "link":
            return 2
        if kind in ("verb", "to") and lowered[end] in BE:
            return 2
        if next_kind == "prep" and lowered[end] in _WAYS and kind == "noun":
            return 2
        if self.sentence.words[end].kind == "possessive":
            return 2
        if not rest and kind in ("noun", "prep") and said.kind(last + 1) == "noun":
            return 2 if lowered[end] in COUNTED else 1  # `do all | they can`
        if self._lacks_verb(kept, rest):
            return 2
        if next_kind == "to" and self._wants_infinitive(kept):
            return 2
        if next_kind == "prep" and n == 1 and not _OF_TWO.isdisjoint(self._verb_words()):
            return 2
        if next_kind == "mark":
            return self._at_list(last)
        if next_kind == "link":
            return self._at_link(last, following)
        if next_kind == "prep" and said.word(following) == "to":
            if self.sentence.words[end].kind == "number":
                return 2  # `from ten | to twenty`
        if next_kind == "prep" and said.word(following) in GLUED and kind in ("noun", "prep"):
            return 2 if lowered[end] in COUNTED else 1
        if next_kind in ("which", "that", "noun") and kind in ("noun", "prep"):
            named = next_kind == "which" and self.sentence.words[end].text[0].isupper()
            return 0 if named else 1
        if next_kind == "done" and not self._done_apart(following):
            return 2
        return 0

    def _wants_object(self, last: int, rest: Sequence[int]) -> bool:
        said = self.said
        nexts = [k for k in rest if said.kind(k) != "adverb"]
        if not nexts:
            beyond = said.kind(last + 1) == "when" and said.word(last + 1) in _INDIRECT
            return beyond or said.kind(last) == "prep"
        if said.kind(last) == "prep":
            return True
        kind = said.kind(nexts[0])
        if kind in ("noun", "to", "that", "done", "doing"):
            return True
        if kind == "when" and said.word(nexts[0]) in _INDIRECT:
            return True
        if kind == "link":
            return True
        word = self.sentence.lowered[said.phrases[last].last - 1]
        return kind == "prep" and word in _TO_WHAT

    def _lacks_verb(self, kept: Sequence[int], rest: Sequence[int]) -> bool:
        """Is what was said, or which is meant, still without its verb?"""
        said = self.said
        kinds = [said.kind(k) for k in kept[1:]]
        opened = kinds.count("which") + kinds.count("that")
        told = sum(
            said.kind(k) == "verb" and not (said.reduced(k) and self._verb_ahead(k + 1))
            for k in kept[1:]
        )
        if self.reports and "that" not in kinds:
            opened += any(said.kind(k) in ("verb", "that") for k in rest) or told
        return told < opened

    def _wants_infinitive(self, kept: Sequence[int]) -> bool:
        wants = False
        for k in kept:
            phrase = self.said.phrases[k]
            told = self.sentence.lowered[phrase.first : phrase.last]
            if phrase.kind == "to":
                wants = False
            if phrase.kind in ("verb", "to", "doing", "done") or wants is False:
                wants = wants or not _TO_DO.isdisjoint(told)
        return wants

    def _at_link(self, last: int, link: int) -> Whole:
        """How whole a title is that ends before `and`."""
        lowered, phrases = self.sentence.lowered, self.said.phrases
        first, end = phrases[last].first, phrases[last].last
        if "between" in lowered[first:end] or "both" in lowered[first:end]:
            return 2
        after = phrases[link].last
        noun = self.said.kind(link + 1) == "noun"
        bare = (
            noun and lowered[after] not in DETERMINERS and self.sentence.words[after].text.islower()
        )
        single = self.sentence.words[end - 1].text.islower() and lowered[end - 1][-1:] != "s"
        if bare and single and phrases[link + 1].last - after > 1:
            return 2
        return 1 if noun else 0

    def _at_list(self, last: int) -> Whole:
        """How whole a title is that ends within a list: not behind the adjective of a noun."""
        phrase = self.said.phrases[last]
        bare = phrase.last - phrase.first == 1 and self.sentence.words[phrase.first].text.islower()
        return 2 if bare and self.sentence.lowered[phrase.first][-1:] != "s" else 1

    def _done_apart(self, at: int) -> bool:
        """Is a participle a clause of its own: `men | led by Ruiz`, not `armed men`?"""
        return self.said.kind(at + 1) in ("prep", "mark", "date", "", "link", "to", "adverb")

    def _hangs(self, tokens: Sequence[int]) -> bool:
        word = self.sentence.lowered[tokens[-1]]
        return word in LOOSE or word in DETERMINERS or not word[0].isalnum()
