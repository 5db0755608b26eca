"""Titles without a finite verb: a noun, or a noun and the participle that a date is of."""

from collections.abc import Callable, Sequence

from mapapp.events.dates import Dated
from mapapp.events.phrases import words_in
from mapapp.events.pronouns import PRONOUNS_OF_THIRD
from mapapp.events.sentence import Sentence
from mapapp.events.statement import statements
from mapapp.events.wording import MOST, dangles, written
from mapapp.events.words import DEMONSTRATIVES, OPENERS

_ARTICLES = frozenset("the a an".split())
_LEADING = frozenset({"adverb", "date", "aside", "mark", "link", "when", "which", "that"})
# Prepositions of a phrase that only frames what the main clause tells.
_FRAMES = frozenset("in at on from to under with by within according for".split())
_RANKED = 8  # words of a name with its rank: `Brig. Gen. Ulysses S. Grant` and full stops
_FEWEST = 2  # words that say what happened
BROKEN = " …"  # behind what breaks off


class Nominal:
    """What a sentence tells of a date with nouns and participles alone."""

    def __init__(
        self, sentence: Sentence, dated: Dated | None, named: Callable[[str], str]
    ) -> None:
        self.sentence = sentence
        self.dated = dated
        self.named = named
        self.said = statements(sentence)

    def _tokens(self, k: int) -> list[int]:
        phrase = self.said.phrases[k]
        if phrase.kind in ("date", "aside"):
            return []
        return [i for i in range(phrase.first, phrase.last) if i not in self.said.dated]

    def _fitting(self, first: int, last: int, most: int) -> list[int]:
        """The tokens of the phrases between two tokens that fit, and end well."""
        found: list[int] = []
        for k, phrase in enumerate(self.said.phrases):
            if phrase.last <= first or phrase.first >= last:
                continue
            more = [i for i in self._tokens(k) if first <= i < last]
            if words_in(self.sentence, [*found, *more]) > most:
                break
            found += more
        while found and dangles(self.sentence.lowered[found[-1]]):
            found.pop()
        return found

    def _noun(self, first: int, last: int) -> str:
        """What stands between two tokens, without what leads up to it."""
        said = self.said
        inside = [k for k, one in enumerate(said.phrases) if one.first < last and one.last > first]
        while inside and said.kind(inside[0]) in _LEADING:
            inside.pop(0)
        ends = next((k for k in inside if said.word(k) == ";"), None)
        tokens: list[int] = []
        broken = False
        for k in inside:
            if k == ends:
                break
            more = [i for i in self._tokens(k) if first <= i < last]
            if words_in(self.sentence, [*tokens, *more]) > MOST:
                broken = said.word(k) in ("of", "that") or said.kind(k) in ("noun", "verb")
                break
            tokens += more
        while tokens and dangles(self.sentence.lowered[tokens[-1]]):
            tokens.pop()
        while tokens and self.sentence.lowered[tokens[0]] in OPENERS | {","}:
            tokens.pop(0)
        return self._written(tokens, broken=broken) if tokens else ""

    def _written(self, tokens: Sequence[int], *, broken: bool = False) -> str:
        chosen = list(tokens)
        pointing = chosen and self.sentence.lowered[chosen[0]] in DEMONSTRATIVES
        if (
            pointing
            and len(chosen) > 1
            and chosen[1] == chosen[0] + 1
            and chosen[0] not in self.sentence.dated_words
        ):
            following = self.sentence.words[chosen[1]]
            verbs = self.sentence.verbs
            if chosen[1] not in verbs and following.kind == "word":
                chosen = chosen[1:]
        return f"{written(self.sentence, chosen)}{BROKEN if broken else ''}"

    def _broken(self, rank: int) -> str:
        return BROKEN if rank == 2 else ""

    def _done(self) -> str:
        """The noun and its participle that a date is of: `Law passed in Lima`; empty for none."""
        said, at = self.said, self._date_at()
        if self.dated is None or not self.dated.spans:
            return ""
        k = at - 1
        while (
            k > 0
            and said.kind(k) in ("prep", "adverb", "date", "noun")
            and not said.phrases[k].verbal
        ):
            k -= 1
        reduced = said.kind(k) == "verb" and said.reduced(k) and self._has_main(k)
        if k < 1 or not (said.kind(k) == "done" or reduced):
            if k == 0 and said.kind(k) == "done" and at > 0:
                return self._built(at)
            return ""
        noun = k - 1
        comma = said.kind(noun) == "mark" and said.word(noun) == ","
        noun -= comma
        if said.kind(noun) not in ("noun", "prep"):
            return ""
        marked = any(said.kind(n) == "mark" for n in range(at, len(said.phrases)))
        if not comma and not marked and said.word(noun) in _FRAMES and self._main_behind(at):
            return ""
        first = noun
        whole = said.stretch(noun) if comma else []
        if (
            whole
            and words_in(self.sentence, [i for n in whole for i in self._tokens(n)]) <= _RANKED
        ):
            first = whole[0]
        while (
            not whole
            and first > 0
            and said.word(first) == "of"
            and said.kind(first - 1) in ("noun", "prep")
        ):
            first -= 1
        start = said.phrases[first].first + (said.kind(first) == "prep")
        if self.sentence.lowered[start] in _ARTICLES:
            start += 1
        tokens = self._fitting(start, said.phrases[noun].last, MOST)
        tokens += self._fitting(
            said.phrases[k].first, self._end_behind(at), MOST - words_in(self.sentence, tokens)
        )
        return self._written(tokens) if len(tokens) >= _FEWEST else ""

    def _built(self, at: int) -> str:
        """`Built in 1797, the bridge is still in use`: the bridge built."""
        said = self.said
        mark = next((k for k in range(at, len(said.phrases)) if said.kind(k) == "mark"), None)
        verb = next((k for k, one in enumerate(said.phrases) if one.kind == "verb"), None)
        subject = (
            said.subject(verb) if verb is not None and mark is not None and verb > mark else []
        )
        if (
            not subject
            or mark is None
            or self.sentence.lowered[said.phrases[subject[0]].first] in PRONOUNS_OF_THIRD
        ):
            return ""
        tokens = [i for k in subject for i in self._tokens(k)]
        if self.sentence.lowered[tokens[0]] in _ARTICLES:
            tokens = tokens[1:]
        return self._written(
            [*tokens, *self._fitting(0, said.phrases[mark].first, MOST - len(tokens))]
        )

    def _has_main(self, k: int) -> bool:
        """Is there another finite verb in the clause of one that may be a participle?"""
        for n in range(k + 1, len(self.said.phrases)):
            kind = self.said.kind(n)
            if kind == "verb":
                return not self.said.reduced(n)
            if kind in ("mark", "link", "which", "that", "when"):
                return False
        return False

    def _date_at(self) -> int:
        """The phrase that holds the date, or the end of the sentence."""
        dated = self.dated
        if dated is None or not dated.spans:
            return 0
        start = dated.spans[0].start
        for k, phrase in enumerate(self.said.phrases):
            if self.sentence.words[phrase.last - 1].end > start:
                return k
        return 0

    def _end_behind(self, at: int) -> int:
        """Where the phrases behind a date end that still go with it: `in 1930 | in Lima`."""
        k = at + 1
        while self.said.kind(k) == "prep":
            k += 1
        return self.said.phrases[k - 1].last if k - 1 < len(self.said.phrases) else 0

    def _main_behind(self, at: int) -> bool:
        """Does the main clause stand behind the phrase that holds the date?"""
        return any(
            said == "verb" for said in map(self.said.kind, range(at, len(self.said.phrases)))
        )
