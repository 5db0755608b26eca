"""A statement as a headline: its subject and verb with as much of what follows as has room."""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from mapapp.events.phrases import fits
from mapapp.events.sentence import Sentence
from mapapp.events.statement import REPORTING, Statements
from mapapp.events.verbs import verblike
from mapapp.events.words import BE, DETERMINERS, PREPOSITIONS

_LIGHT = frozenset({"adverb", "date", "aside"})
_GLUED = frozenset("of than per".split())
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
_MODALS = frozenset("would will should could might may must".split())
_INDIRECT = frozenset("whether if how why what".split())
# Verbs whose object goes with a place: `put it | beyond use`, `lent credence | to it`.
_OF_TWO = frozenset("put puts lent lends attributed".split())
_COUNTED = frozenset(
    "one some many much most all none number hundreds thousands dozens part total majority couple"
    " half rest lot each several few two three four five both tens series variety kind sort"
    " millions member members end beginning start".split()
)
_LOOSE = frozenset(
    "also still then however especially particularly mainly mostly partly even just only not more"
    " most about nearly approximately later early late as such due according together along"
    " order so yet".split()
)
_WAYS = frozenset("north south east west northeast northwest southeast southwest".split())
_RANKS = frozenset("maj gen brig lt col capt adm cmdr comdr commodore rear sgt cpl pvt".split())
ELLIPSIS = "…"
ELIDED = -1  # stands for the ellipsis among tokens

Whole = Literal[0, 1, 2]  # as it is, with a part of a noun left out, not at all


class Cut(msgspec.Struct, frozen=True):
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


class Headline:
    """The headlines that a sentence's statement can be told with."""

    def __init__(self, statements: Statements, verb: int, tail: list[int] | None = None) -> None:
        self.said = statements
        self.sentence: Sentence = statements.sentence
        self.verb = verb
        self.subject = statements.subject(verb)
        self.reports = self._reports()
        self.tail = [*self._antecedent(), *self._tail()] if tail is None else tail

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
        for rank in (0, 1):
            for cut in self._cuts(self._elided(), self.tail, most):
                if cut.rank == rank and len(self.subject) > 1:
                    return cut
        broken: list[Cut] = []
        for start in (*starts, self._elided()):
            broken += (
                cut for cut in self._cuts(start, self.tail, most - 1) if cut.rank == 2 or not broken
            )
            if broken:
                return broken[0]
        return Cut([*self._elided(), *self._tokens([self.verb])], 2)

    def _is_bare(self, tail: Sequence[int]) -> bool:
        return all(self.said.kind(k) in _LIGHT for k in tail)

    def _elided(self) -> list[int]:
        """The subject's first noun and a mark for the rest of it."""
        first = self._tokens(self.subject[:1])
        return [*first, ELIDED] if len(self.subject) > 1 else first

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
        return [k for k in range(first, self.verb) if self.said.word(k) not in _LOOSE]

    def _is_of(self, at: int) -> bool:
        return self.said.word(at) in _GLUED

    def _counts(self, tokens: Sequence[int]) -> bool:
        return not tokens or self.sentence.lowered[tokens[-1]] in _COUNTED

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
        done = (
            lowered[first].endswith("ed") or said.word(self.verb + 1) == "by"
            if self.verb + 1 < len(said.phrases)
            else False
        )
        return [word] if lowered[word] in BE and said.phrases[before].verbal and done else []

    def _antecedent(self) -> list[int]:
        """What a relative clause has for its object: `the ships, which Peru bought`."""
        said = self.said
        if not self.subject or not said.phrases[self.verb].verbal:
            return []
        opener = self.subject[0] - 1
        while said.kind(opener) in _LIGHT:
            opener -= 1
        if said.kind(opener) != "which" or said.word(opener) not in ("which", "that", "whom"):
            return []
        if said.kind(self._next_kept(self.verb + 1)) == "noun":
            return []
        found = said.antecedent(opener)
        return found if found and said.kind(found[0]) == "noun" else []

    def _shorter_tails(self) -> list[list[int]]:
        """What was said with a subject of its noun alone: `reported that the toll | had risen`."""
        said, tail = self.said, self.tail
        opened = next((n for n, k in enumerate(tail) if said.kind(k) == "that"), -1)
        if opened < 0 and not self.reports:
            return []
        verb = next((n for n, k in enumerate(tail) if n > opened and said.kind(k) == "verb"
                     and not said.reduced(k)), 0)  # fmt: skip
        noun = opened + 1
        while noun < verb and said.kind(tail[noun]) != "noun":
            noun += 1
        inner = [said.kind(k) for k in tail[noun + 1 : verb]]
        if "which" in inner:
            verb = next((n for n in range(verb + 1, len(tail)) if said.kind(tail[n]) == "verb"), 0)
        elif "noun" in inner:
            return []
        if noun >= verb or not inner or "link" in inner:
            return []
        last = said.phrases[tail[noun]].last - 1
        return [] if self._counts([last]) else [[*tail[: noun + 1], *tail[verb:]]]

    def _tail(self) -> list[int]:
        """The phrases behind the verb that can be told with it, in order."""
        said, found = self.said, []
        opener = said.opener(self.verb)
        restrictive = (
            opener in ("which", "that") and said.kind(said.opener_at(self.verb) - 1) != "mark"
        )
        k, pending = self.verb + 1, int(self.reports)
        while k < len(said.phrases):
            kind = said.kind(k)
            if kind == "date" and restrictive and (found or not said.phrases[self.verb].verbal):
                break  # what follows may belong to the clause outside
            if kind == "mark":
                listed = self._listed(k)
                if listed:
                    found += range(k, listed)
                    k = listed
                    continue
                k = self._over_mark(k, found)
                if not k:
                    break
                continue
            if kind == "when" or (kind == "which" and said.kind(k - 1) == "link"):
                break
            if kind == "which" and said.word(k) == "where":
                break
            if kind == "link":
                after = self._next_kept(k + 1)
                last = said.phrases[found[-1] if found else self.verb]
                wanting = last.verbal or self.sentence.lowered[last.last - 1] in PREPOSITIONS
                if said.kind(after) in ("", "mark") or (said.kind(after) == "verb" and not wanting):
                    break
                if said.word(k) not in ("and", "or", "but") or self._clause_ahead(k + 1):
                    break
            if kind == "verb":
                if not pending and not said.reduced(k) and said.kind(k - 1) != "link":
                    break
                pending -= pending > 0 and not (said.reduced(k) and self._verb_ahead(k + 1))
            if kind == "which" or (kind == "that" and not (pending and self.reports)):
                pending += 1
            if kind == "noun" and not pending and self._parted(k) and self._verb_ahead(k):
                break
            found.append(k)
            k += 1
        return found

    def _verb_ahead(self, k: int) -> bool:
        while self.said.kind(k) in ("noun", "prep", *_LIGHT):
            k += 1
        return self.said.kind(k) == "verb"

    def _parted(self, k: int) -> bool:
        """Does a noun stand where no verb wants it: `went to Lima in 1930 | the crowd jeered`?"""
        while k > self.verb and self.said.kind(k - 1) in _LIGHT:
            k -= 1
        return not self.said.phrases[k - 1].verbal and self.said.kind(k - 1) in ("noun", "prep")

    def _listed(self, mark: int) -> int:
        """Where a list ends that goes on behind a comma: `invaded France, | Belgium and Poland`."""
        said = self.said
        if said.word(mark) != "," or said.kind(mark - 1) not in ("noun", "prep"):
            return 0
        k, linked = mark, False
        while said.kind(k) in ("mark", "link"):
            linked = linked or said.kind(k) == "link"
            k += 1
            if said.kind(k) == "link":
                linked, k = True, k + 1
            if said.kind(k) != "noun" or self._clause_ahead(k):
                return 0
            k += 1
            while said.kind(k) == "prep" and said.word(k) == "of":
                k += 1
            if linked:
                return k
        return 0

    def _next_kept(self, k: int) -> int:
        while self.said.kind(k) in _LIGHT:
            k += 1
        return k

    def _over_mark(self, mark: int, found: Sequence[int]) -> int:
        """Where the statement goes on behind a comma: after an aside, or with a list; 0 if not."""
        said = self.said
        if said.word(mark) != ",":
            return 0
        last = said.phrases[found[-1] if found else self.verb]
        if said.kind(mark + 1) == "link":
            return 0
        closed = next((k for k in range(mark + 1, len(said.phrases)) if said.kind(k) == "mark"), 0)
        if not closed or said.word(closed) != ",":
            return 0
        following = said.kind(closed + 1)
        if all(said.kind(k) in _LIGHT for k in range(mark + 1, closed)):
            return closed + 1 if following in ("noun", "prep", "to") else 0
        if self.sentence.lowered[last.last - 1] in BE:
            return closed + 1 if following in ("noun", "prep", "done", "doing") else 0
        if any(said.kind(k) == "which" for k in range(mark + 1, mark + 2)) and following == "verb":
            return closed + 1  # `that the guards, who had served it, would leave`
        aside = said.kind(mark + 1) in ("prep", *_LIGHT) and BE.isdisjoint(self._verb_words())
        return closed + 1 if last.verbal and aside and following == "noun" else 0

    def _reports(self) -> bool:
        phrase = self.said.phrases[self.verb]
        lowered = self.sentence.lowered[phrase.first : phrase.last]
        return not REPORTING.isdisjoint(lowered) or self._complement_ahead()

    def _complement_ahead(self) -> bool:
        """Does a clause stand for the object: `envisaged | the state would help`?"""
        said, k = self.said, self.verb + 1
        if said.kind(k) != "noun" or not said.phrases[self.verb].verbal:
            return False
        k += 1
        while said.kind(k) in ("prep", *_LIGHT):
            k += 1
        return said.kind(k) == "verb" and said.word(k) in _MODALS

    def _clause_ahead(self, k: int) -> bool:
        """Does a clause with its own subject begin here?"""
        nouns = 0
        while k < len(self.said.phrases):
            kind = self.said.kind(k)
            if kind == "verb":
                return nouns > 0 and not (self.said.reduced(k) and self.said.kind(k + 1) == "prep"
                                          and self.said.word(k + 1) == "by")  # fmt: skip
            if kind in ("mark", "link", "which", "that", "when"):
                return False
            nouns += kind == "noun"
            k += 1
        return False

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
            rank = self._rank(tail, n)
            while rank == 2 and tokens and self._hangs(tokens):
                tokens = tokens[:-1]
            if tokens:
                yield Cut(tokens, rank)

    def _hangs(self, tokens: Sequence[int]) -> bool:
        word = self.sentence.lowered[tokens[-1]]
        return word in _LOOSE or word in DETERMINERS or not word[0].isalnum()

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
        if kind in ("link", "that", "which", "mark") or lowered[end] in _LOOSE:
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
        if next_kind == "prep" and said.word(following) == "to" and said.word(last) == "from":
            counted = self.sentence.words[end].kind == "number"
            return 2 if counted else 0
        if next_kind == "prep" and said.word(following) in _GLUED and kind in ("noun", "prep"):
            return 2 if lowered[end] in _COUNTED else 1
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
            return said.kind(last) == "prep"
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

    def _verb_words(self) -> list[str]:
        phrase = self.said.phrases[self.verb]
        return self.sentence.lowered[phrase.first : phrase.last]

    def _at_list(self, last: int) -> Whole:
        """How whole a title is that ends within a list: not behind the adjective of a noun."""
        phrase = self.said.phrases[last]
        bare = phrase.last - phrase.first == 1 and self.sentence.words[phrase.first].text.islower()
        return 2 if bare and self.sentence.lowered[phrase.first][-1:] != "s" else 1

    def _done_apart(self, at: int) -> bool:
        """Is a participle a clause of its own: `men | led by Ruiz`, not `armed men`?"""
        return self.said.kind(at + 1) in ("prep", "mark", "date", "", "link", "to", "adverb")


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
