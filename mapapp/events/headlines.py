"""A statement as a headline: its subject and verb with as much of what follows as has room."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from mapapp.events.phrases import LIGHT, fits
from mapapp.events.sentence import Sentence
from mapapp.events.verbs import verblike
from mapapp.events.wholeness import GLUED, LOOSE, Whole, Wholeness
from mapapp.events.words import BE, PREPOSITIONS

_RANKS = frozenset("maj gen brig lt col capt adm cmdr comdr commodore rear sgt cpl pvt".split())
ELIDED = -1  # stands for the ellipsis among tokens


class Cut(Struct, frozen=True):
    """A headline's tokens.

    Attributes
    ----------
    chosen : list of int
        Indexes of tokens.
    rank : int
        0 for what is whole, 1 for what leaves out what a noun is of, 2 for what breaks off.
    """

    chosen: list[int]
    rank: Whole


class Headline(Wholeness):
    """The headlines that a sentence's statement can be told with."""

    def best(self, most: int, subject: Sequence[int] | None = None) -> Cut:
        """The longest headline of at most so many words.

        Parameters
        ----------
        subject : sequence of int, optional
            The tokens to begin with instead of the statement's subject.
        """
        whole = list(subject) if subject is not None else self._whole()
        all_of_it = [*whole, *self._tokens([self.verb, *self.tail])]
        if fits(self.sentence, all_of_it, most) and self._rank(self.tail, len(self.tail)) == 0:
            return Cut(all_of_it, 0)  # mostly
        starts = [list(subject)] if subject is not None else self._subjects()
        options = [
            (start, tail) for start in starts for tail in (self.tail, *self._shorter_tails())
        ]
        for rank in (0, 1):
            for start, tail in options:
                found = next(
                    (cut for cut in self._cuts(start, tail, most) if cut.rank == rank), None
                )
                if found and (len(found.chosen) > len(start) + 1 or self._is_bare(tail)):
                    return found
        elided = self._elided()
        if len(self.subject) > 1:
            for rank in (0, 1):
                for start in elided:
                    for cut in self._cuts(start, self.tail, most):
                        if cut.rank == rank:
                            return cut
        for start in (*starts, *elided):
            for cut in self._cuts(start, self.tail, most - 1):
                return Cut(cut.chosen, 2)
        return Cut([*elided[-1], *self._tokens([self.verb])], 2)

    def _is_bare(self, tail: Sequence[int]) -> bool:
        return all(self.said.kind(k) in LIGHT for k in tail)

    def _elided(self) -> list[list[int]]:
        """The subject's first noun, with what it is of and bare, and a mark for the rest."""
        end = 1
        while end < len(self.subject) and self._is_of(self.subject[end]):
            end += 1
        bare = self._tokens(self.subject[:1])
        found = [[*bare, ELIDED] if len(self.subject) > 1 else bare]
        if 1 < end < len(self.subject):
            found.insert(0, [*self._tokens(self.subject[:end]), ELIDED])
        return found

    def _tokens(self, at: Sequence[int]) -> list[int]:
        """The tokens of some phrases, without dates."""
        dated = self.said.dated
        found: list[int] = []
        for k in at:
            phrase = self.said.phrases[k]
            if k in self.subject and phrase.kind == "date":
                found += range(phrase.first, phrase.last)
            elif phrase.kind not in ("date", "aside"):
                found += [i for i in range(phrase.first, phrase.last) if i not in dated]
        return found

    def _whole(self) -> list[int]:
        """The tokens of the whole subject, with the adverbs before the verb."""
        if not self.subject:
            return []
        whole = self._tokens(self.subject)
        if self.said.kind(self.subject[0]) == "prep":
            while self.sentence.lowered[whole[0]] in PREPOSITIONS and len(whole) > 1:
                whole = whole[1:]
        adverbs = self._adverbs() if self.said.kind(self.verb - 1) == "adverb" else []
        return [*whole, *self._tokens(adverbs), *self.shared]

    def _subjects(self) -> list[list[int]]:
        """The subject's tokens, whole and ever shorter."""
        subject = self.subject
        if self.said.kind(self.verb - 1) == "adverb" and subject:
            subject = [*subject, *self._adverbs()]
        if not subject:
            return [[]]
        whole = self._tokens(subject)
        if whole and self.said.kind(subject[0]) == "prep":
            while self.sentence.lowered[whole[0]] in PREPOSITIONS and len(whole) > 1:
                whole = whole[1:]
            return [[*whole, *self.shared]]
        found = [[*whole, *self.shared]]
        if len(subject) > len(self.subject):
            subject = self.subject
            whole = self._tokens(subject)
            found.append([*whole, *self.shared])
        ranks = without_ranks(self.sentence, whole)
        if len(ranks) < len(whole):
            found.append([*ranks, *self.shared])
        kinds = [self.said.kind(k) for k in subject]
        if "link" in kinds:
            link = kinds.index("link")
            prep = next((n for n, kind in enumerate(kinds) if kind == "prep"), len(subject))
            if link < prep < len(subject):
                found.append([*self._tokens(subject[:prep]), *self.shared])
            end = len(subject)
            while end > prep > 0 and link < end - 2 and kinds[end - 1] == "prep":
                end -= 1
                found.append([*self._tokens(subject[:end]), *self.shared])
            return found
        called = self._called()
        if called and len(called) < len(whole):
            found.append([*called, *self.shared])
        for stop in ({"doing", "done", "to", "verb"}, {"prep"}):
            end = next((n for n, kind in enumerate(kinds) if n and kind in stop and (
                kind != "prep" or not self._is_of(subject[n]))), len(subject))  # fmt: skip
            shorter = [*self._tokens(subject[:end]), *self.shared]
            if len(shorter) > len(self.shared) and len(shorter) < len(found[-1]):
                found.append(shorter)
        head = next((n for n, kind in enumerate(kinds) if n and kind == "prep"), len(subject))
        bare = self._tokens(subject[:head])
        named = head < len(subject) and self._is_name(subject[head])
        if (
            not named
            and head < len(subject)
            and len(bare) < len(found[-1])
            and not self._counts(bare)
        ):
            found.append([*bare, *self.shared])
        return found

    def _is_name(self, of: int) -> bool:
        """Is it part of a name what a noun is of: `the Bank | of Peru`?"""
        first = self.said.phrases[of].first
        return self.said.word(of) == "of" and self.sentence.words[first - 1].text[0].isupper()

    def _called(self) -> list[int]:
        """The name right before the verb: `the head of the bank, Ada Ruiz, | said`."""
        said, name = self.said, self.verb - 2
        if self.verb < 4 or said.kind(self.verb - 1) != "mark" or said.kind(name) != "noun":
            return []
        tokens = self._tokens([name])
        capital = all(self.sentence.words[i].text[0].isupper() for i in tokens)
        return tokens if capital and said.kind(name - 1) == "mark" and len(tokens) > 1 else []

    def _adverbs(self) -> list[int]:
        first = self.verb
        while self.said.kind(first - 1) == "adverb":
            first -= 1
        told = (k for k in range(first, self.verb) if k not in self.subject)
        return [k for k in told if self.said.word(k) not in LOOSE]

    def _is_of(self, at: int) -> bool:
        return self.said.word(at) in GLUED

    @property
    def shared(self) -> list[int]:
        """The `was` of `was given back and | sold by them`."""
        said, lowered = self.said, self.sentence.lowered
        first = said.phrases[self.verb].first
        if said.kind(self.verb - 1) != "link" or said.kind(self.verb - 2) == "mark":
            return []
        before = next((k for k in range(self.verb - 1, -1, -1) if said.kind(k) == "verb"), None)
        passive = verblike(lowered[first]) and said.kind(self.verb + 1) != "noun"
        if before is None or not passive:
            return []
        word = said.phrases[before].first
        agent = said.kind(self.verb + 1) == "prep" and said.word(self.verb + 1) == "by"
        done = lowered[first].endswith("ed") or agent
        return [word] if lowered[word] in BE and said.phrases[before].verbal and done else []

    def _cuts(self, start: list[int], tail: list[int], most: int) -> Iterator[Cut]:
        """The headlines with a subject, the longest first."""
        chosen = [*start, *self._tokens([self.verb])]
        ends: list[tuple[list[int], int]] = [(chosen, 0)]
        for n in range(len(tail)):
            chosen = chosen + self._tokens([tail[n]])
            if not fits(self.sentence, chosen, most):
                break
            ends.append((chosen, n + 1))
        if len(ends) == 1 and not fits(self.sentence, ends[0][0], most):
            return
        for tokens, n in reversed(ends):
            rank, kept = self._rank(tail, n), list(tokens)
            while rank == 2 and kept and self._hangs(kept):
                kept.pop()
            if kept:
                yield Cut(kept, rank)


def without_ranks(sentence: Sentence, chosen: list[int]) -> list[int]:
    """Without the `Maj. Gen.` of a name, which a title that is too long can spare."""
    lowered, words = sentence.lowered, sentence.words
    ranks: set[int] = set()
    for i in chosen:
        titled = lowered[i] in _RANKS and words[i].text[0].isupper()
        # `Union Maj. Gen. Curtis` would be `Union Curtis`
        chained = i > 1 and lowered[i - 2] in _RANKS
        led = i - 2 in ranks if chained else not (i and words[i - 1].text[0].isupper())
        if titled and led and lowered[i + 1 : i + 2] == ["."]:
            ranks.add(i)
    return [i for i in chosen if i not in ranks and i - 1 not in ranks]
