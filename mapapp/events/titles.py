"""Titles: a short whole clause made from the sentence's own words."""

from collections.abc import Callable, Sequence

from mapapp.events.dates import Dated
from mapapp.events.headlines import ELLIPSIS, Headline
from mapapp.events.naming import meant_by, without_pronoun
from mapapp.events.phrases import words_in
from mapapp.events.pronouns import PRONOUNS_OF_THIRD
from mapapp.events.segments import Segment, clause_of
from mapapp.events.sentence import Sentence, entry_of
from mapapp.events.statement import REPORTING, statements
from mapapp.events.subjects import nobody
from mapapp.events.tellings import gerund
from mapapp.events.wording import MOST, dangles, written
from mapapp.events.words import COORDINATORS, DEMONSTRATIVES, OPENERS, SAYING

_ARTICLES = frozenset("the a an".split())
_LEADING = frozenset({"adverb", "date", "aside", "mark", "link", "when", "which", "that"})
_OWNING = frozenset("his her their its".split())
# Prepositions of a phrase that only frames what the main clause tells.
_FRAMES = frozenset("in at on from to under with by within according for".split())
_INVERTED = SAYING | frozenset("ruled predicted recalled asked replied think thinks say".split())
_RANKED = 8  # words of a name with its rank: `Brig. Gen. Ulysses S. Grant` and full stops
_FEWEST = 2  # words that say what happened


def title(
    text: str, sentence: Sentence, dated: Dated | None, named: Callable[[str], str] = nobody
) -> str:
    """At most twelve words for the event of a date, or of the whole sentence without one.

    A statement with its subject, its verb and what the verb needs; dates are left out, since they
    are shown beside. Where no whole statement has room, it breaks off with an ellipsis.

    Parameters
    ----------
    named : callable
        Tells whom a pronoun of the sentences before means; empty when that is not plain.
    """
    found = _Title(sentence, dated, named).told()
    return found or " ".join(sentence.span.of(text).split()[:MOST])


class _Title:
    def __init__(
        self, sentence: Sentence, dated: Dated | None, named: Callable[[str], str]
    ) -> None:
        self.sentence = sentence
        self.dated = dated
        self.named = named
        self.said = statements(sentence)

    def told(self) -> str:
        segments = self.sentence.segments
        if not segments:
            return ""
        found = self._nominal()
        if not found:
            verb = self._verb()
            found = self._stated(verb) if verb is not None else ""
        if not found:
            found = self._noun(self._entry_first(), len(self.sentence.words))
        return found

    def _nominal(self) -> str:
        """The title of what is dated without a finite verb of its own; empty for the rest."""
        sentence, dated = self.sentence, self.dated
        if dated is None:
            return ""
        here = sentence.segments[dated.segment]
        if dated.noun:
            return self._noun(here.first + 1, here.last)
        if sentence.lists_names(dated):
            return self._noun(here.first, here.last)
        entry = self._entry()
        if entry and sentence.segments[entry].verb is None:
            first = sentence.segments[entry].first
            verb = self._main_from(first)
            return self._stated(verb) if verb else self._noun(first, len(sentence.words))
        deed = gerund(sentence, dated)
        if deed:
            return self._deed(deed)
        return self._sharing(here) or self._done()

    def _main_from(self, first: int) -> int:
        """The first main verb from a token on; 0 for none before a semicolon."""
        for k, phrase in enumerate(self.said.phrases):
            if phrase.first >= first and phrase.kind == "mark" and self.said.word(k) == ";":
                break
            if phrase.first >= first and phrase.kind == "verb":
                if not self.said.opener(k) and not self.said.reduced(k):
                    return k
        return 0

    def _sharing(self, here: Segment) -> str:
        """A phrase that shares the verb before: `she saw Lima, and in May the port of Callao`."""
        sentence, said, dated = self.sentence, self.said, self.dated
        if (
            here.verb is not None
            or dated is None
            or sentence.lowered[here.first] not in COORDINATORS
        ):
            return ""
        clause = sentence.segments[clause_of(sentence.segments, dated.segment)]
        verb = said.verb_at(clause.verb) if clause.verb is not None else None
        if verb is None or clause.last > here.first:
            return ""
        inside = [k for k, one in enumerate(said.phrases) if here.first < one.first < here.last]
        if not inside or said.kind(inside[0]) != "date":
            return ""
        inside = [k for k in inside if said.kind(k) != "date"]
        kinds = said.kind(verb + 1), said.kind(inside[0]) if inside else ""
        if kinds[1] != "prep" and kinds != ("noun", "noun"):
            return ""
        return self._stated(verb, inside)

    def _entry_first(self) -> int:
        """The token behind the last semicolon before the date."""
        marks = [k for k in range(self._date_at()) if self.said.word(k) == ";"]
        return self.said.phrases[marks[-1]].last if marks else 0

    def _entry(self) -> int:
        if self.dated is None:
            return 0
        sentence = self.sentence
        return entry_of(sentence.words, sentence.segments, sentence.dated_words, self.dated)

    def _deed(self, deed: range) -> str:
        """What a participle in front tells: `having taken Lima, Ruiz left` is `Ruiz taken Lima`."""
        sentence, said = self.sentence, self.said
        verb = next((k for k, one in enumerate(said.phrases) if one.kind == "verb"
                     and one.first >= deed.stop), None)  # fmt: skip
        if verb is None or said.opener(verb):
            return self._noun(deed.start, deed.stop)
        subject = said.subject(verb)
        if not subject or said.phrases[subject[0]].first < deed.stop:
            return self._noun(deed.start, deed.stop)
        if sentence.lowered[said.phrases[subject[0]].first] in ("there", "it"):
            return self._stated(verb)
        if sentence.lowered[deed.start] == "having":
            tokens = [i for k in subject for i in self._tokens(k)]
            return self._written(
                [*tokens, *self._fitting(deed.start + 1, deed.stop, MOST - len(tokens))]
            )
        parts = self._fitting(deed.start, deed.stop, MOST)
        cut = Headline(said, verb).best(MOST - words_in(sentence, parts)) if subject else None
        if cut and cut.rank == 0 and words_in(sentence, [*parts, *cut.chosen]) <= MOST:
            first = f"{written(sentence, parts)}, "
            rest = written(sentence, cut.chosen)
            return first + self._small(cut.chosen[0], rest)
        return self._stated(verb)

    def _small(self, i: int, words: str) -> str:
        return (
            words
            if self.sentence.words[i].text[0].isupper() and i
            else words[0].lower() + words[1:]
        )

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

    def _main_behind(self, at: int) -> bool:
        """Does the main clause stand behind the phrase that holds the date?"""
        return any(
            said == "verb" for said in map(self.said.kind, range(at, len(self.said.phrases)))
        )

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

    def _verb(self) -> int | None:
        """The verb phrase of what the date is of."""
        sentence, said = self.sentence, self.said
        segments = sentence.segments
        here = self._entry() or (self.dated.segment if self.dated else _main(segments))
        clause = segments[clause_of(segments, here)]
        verbs = [k for k, one in enumerate(said.phrases)
                 if one.kind == "verb" and clause.first <= one.first < clause.last]  # fmt: skip
        if not verbs:
            return None if clause.verb is None else said.verb_at(clause.verb)
        at = self._date_at()
        inside = bool(self.dated and self.dated.spans) and verbs[0] < at
        within = segments[here] is clause and inside
        before = [k for k in verbs if k < at and not (said.reduced(k) and k != verbs[0])]
        verb = before[-1] if within and before else verbs[0]
        if said.kind(verb + 1) == "verb":
            verb += 1  # `the men he led | fled`
        main = [k for k in verbs if not said.reduced(k)]
        if said.reduced(verb) and main and self._has_main(verb):
            verb = main[0]
        semicolon = -1
        if inside and ";" in sentence.lowered:
            semicolon = max((k for k in range(at) if said.word(k) == ";"), default=-1)
        if semicolon > verb:
            behind = [k for k in range(semicolon, at) if said.kind(k) == "verb"]
            return behind[0] if behind else None
        return self._what_was_said(verb)

    def _what_was_said(self, verb: int) -> int:
        """What was said, for a date on who said it: `The bridge fell, an official said Saturday`."""
        said = self.said
        if said.phrases[verb].first == 0 or said.word(verb) not in _INVERTED:
            return verb
        if any(said.kind(k) in ("noun", "that", "verb") for k in Headline(said, verb).tail):
            return verb
        before = [k for k in range(verb - 1, -1, -1) if said.kind(k) == "verb"
                  and said.opener(k) == "" and not said.reduced(k)]  # fmt: skip
        return before[-1] if before else verb

    def _stated(self, verb: int, tail: list[int] | None = None) -> str:
        said = self.said
        headline = Headline(said, verb, tail)
        first = said.phrases[headline.subject[0]].first if headline.subject else -1
        if first >= 0 and self._is_pronoun(first):
            return self._of_pronoun(headline, first)
        cut = headline.best(MOST)
        return self._written(cut.chosen, broken=cut.rank == 2)

    def _is_pronoun(self, i: int) -> bool:
        owned = i + 1 < len(self.sentence.words) and self.sentence.words[i + 1].kind == "possessive"
        return self.sentence.lowered[i] in PRONOUNS_OF_THIRD and not owned

    def _of_pronoun(self, headline: Headline, i: int) -> str:
        """A title with a name in the place of the pronoun that is its subject, or without it."""
        sentence = self.sentence
        verb = self.said.phrases[headline.verb].first
        name = meant_by(sentence, i, verb, self.named)
        rest = [k for n in headline.subject for k in self._tokens(n)][1:]
        pronoun = sentence.lowered[i]
        if name:
            room = max(MOST - len(name.split()), MOST // 3)
            cut = headline.best(room, rest)
            owner = "" if pronoun not in _OWNING else "’" if name.endswith("s") else "’s"
            told = written(sentence, cut.chosen)
            told = sentence.words[cut.chosen[0]].text[0] + told[1:]
            return f"{name}{owner} {told}{self._broken(cut.rank)}"
        host = self._host(headline.verb)
        if host is not None:
            return self._stated(host)
        if rest:
            cut = headline.best(MOST)
            return self._written(cut.chosen, broken=cut.rank == 2)
        cut = headline.best(MOST, [])
        bare = without_pronoun(sentence, cut.chosen, verb)
        if not bare or len(cut.chosen) == 1:
            cut = headline.best(MOST)
            bare = cut.chosen
        return self._written(bare, broken=cut.rank == 2)

    def _host(self, verb: int) -> int | None:
        """The statement that says what a clause with an unknown subject says: `word spread that it`."""
        said = self.said
        hosts = [k for k in range(verb - 1, -1, -1) if said.kind(k) == "verb"]
        if not hosts or (said.opener(verb) != "that" and not self._tells(hosts[0], verb)):
            return None
        subject = said.subject(hosts[0])
        pronoun = subject and self._is_pronoun(said.phrases[subject[0]].first)
        return None if pronoun or not subject else hosts[0]

    def _tells(self, host: int, verb: int) -> bool:
        """Does one verb say what another does: `Ruiz said | he was ill`?"""
        words = self.sentence.lowered[self.said.phrases[host].first : self.said.phrases[host].last]
        between = [self.said.kind(k) for k in range(host + 1, verb)]
        return not REPORTING.isdisjoint(words) and "mark" not in between and "link" not in between

    def _noun(self, first: int, last: int) -> str:
        """What stands between two tokens, without what leads up to it."""
        said = self.said
        inside = [k for k, one in enumerate(said.phrases) if one.first < last and one.last > first]
        while inside and said.kind(inside[0]) in _LEADING:
            inside.pop(0)
        ends = next((k for k in inside if said.word(k) == ";"), None)
        tokens = []
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
        return f"{written(self.sentence, chosen)}{ELLIPSIS_AFTER if broken else ''}"

    def _broken(self, rank: int) -> str:
        return ELLIPSIS_AFTER if rank == 2 else ""


ELLIPSIS_AFTER = f" {ELLIPSIS}"


def _main(segments: Sequence[Segment]) -> int:
    return next((i for i, segment in enumerate(segments) if segment.kind == "clause"), 0)
