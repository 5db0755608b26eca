"""What follows a verb and can be told with it."""

from collections.abc import Sequence

from mapapp.events.phrased import REPORTING
from mapapp.events.phrases import LIGHT
from mapapp.events.sentence import Sentence
from mapapp.events.statement import Statements
from mapapp.events.words import BE, PREPOSITIONS

_MODALS = frozenset("would will should could might may must".split())
COUNTED = frozenset(
    "one some many much most all none number hundreds thousands dozens part total majority couple"
    " half rest lot each several few two three four five both tens series variety kind sort"
    " millions member members end beginning start".split()
)


class Predicate:
    """A finite verb with its subject and its tail, the phrases that can be told with it.

    Attributes
    ----------
    subject, tail : list of int
        Indexes of phrases.
    reports : bool
        The verb tells what somebody said or thought.
    """

    def __init__(self, statements: Statements, verb: int, tail: list[int] | None = None) -> None:
        self.said = statements
        self.sentence: Sentence = statements.sentence
        self.verb = verb
        self.subject = statements.subject(verb)
        self.reports = self._reports()
        self.tail = [*self._antecedent(), *self._tail()] if tail is None else tail

    def _antecedent(self) -> list[int]:
        """What a relative clause has for its object: `the ships, which Peru bought`."""
        said = self.said
        if not self.subject or not said.phrases[self.verb].verbal:
            return []
        opener = self.subject[0] - 1
        while said.kind(opener) in LIGHT:
            opener -= 1
        if said.word(opener) not in ("which", "that", "whom") or said.opener(self.verb) != "which":
            return []
        if said.kind(self._next_kept(self.verb + 1)) == "noun":
            return []
        if not BE.isdisjoint(self._verb_words()):
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
        said = self.said
        found: list[int] = []
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
        while self.said.kind(k) in ("noun", "prep", *LIGHT):
            k += 1
        return self.said.kind(k) == "verb"

    def _parted(self, k: int) -> bool:
        """Does a noun stand where no verb wants it: `went to Lima in 1930 | the crowd jeered`?"""
        while k > self.verb and self.said.kind(k - 1) in LIGHT:
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
        while self.said.kind(k) in LIGHT:
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
        if all(said.kind(k) in LIGHT for k in range(mark + 1, closed)):
            goes_on = following in ("prep", "to") or (following == "noun" and last.verbal)
            return closed + 1 if goes_on else 0
        if self.sentence.lowered[last.last - 1] in BE:
            return closed + 1 if following in ("noun", "prep", "done", "doing") else 0
        if any(said.kind(k) == "which" for k in range(mark + 1, mark + 2)) and following == "verb":
            return closed + 1  # `that the guards, who had served it, would leave`
        aside = said.kind(mark + 1) in ("prep", *LIGHT) and BE.isdisjoint(self._verb_words())
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
        while said.kind(k) in ("prep", *LIGHT):
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
            if kind == "when" and self.said.kind(k + 1) == "verb":
                k += 1  # `the day after | saw`
                continue
            if kind in ("mark", "link", "which", "that", "when"):
                return False
            nouns += kind == "noun"
            k += 1
        return False

    def _verb_words(self) -> list[str]:
        phrase = self.said.phrases[self.verb]
        return self.sentence.lowered[phrase.first : phrase.last]

    def _counts(self, tokens: Sequence[int]) -> bool:
        return not tokens or self.sentence.lowered[tokens[-1]] in COUNTED
