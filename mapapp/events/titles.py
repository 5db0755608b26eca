"""Titles: a short whole clause made from the sentence's own words."""

from collections.abc import Callable, Sequence

from mapapp.events.dates import Dated
from mapapp.events.headlines import Headline
from mapapp.events.naming import meant_by, without_pronoun
from mapapp.events.nominals import Nominal
from mapapp.events.phrased import REPORTING
from mapapp.events.phrases import words_in
from mapapp.events.pronouns import PRONOUNS_OF_THIRD
from mapapp.events.segments import Segment, clause_of
from mapapp.events.sentence import Sentence, entry_of
from mapapp.events.subjects import nobody
from mapapp.events.tellings import gerund
from mapapp.events.wording import MOST, written
from mapapp.events.words import COORDINATORS, SAYING

_OWNING = frozenset("his her their its".split())
_INVERTED = SAYING | frozenset("ruled predicted recalled asked replied think thinks say".split())


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


class _Title(Nominal):
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
        """What a participle in front tells: `having taken Lima, Ruiz left` is of Ruiz."""
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
        cut = Headline(said, verb).best(MOST - words_in(sentence, parts))
        if cut.rank == 0 and words_in(sentence, [*parts, *cut.chosen]) <= MOST:
            first = f"{written(sentence, parts)}, "
            rest = written(sentence, cut.chosen)
            return first + self._small(cut.chosen[0], rest)
        return self._stated(verb)

    def _small(self, i: int, words: str) -> str:
        named = i and self.sentence.words[i].text[0].isupper()
        return words if named else words[0].lower() + words[1:]

    def _verb(self) -> int | None:
        """The verb phrase of what the date is of."""
        sentence, said = self.sentence, self.said
        segments = sentence.segments
        here = self._entry() or (self.dated.segment if self.dated else _main(segments))
        clause = segments[clause_of(segments, here)]
        verbs = [k for k, one in enumerate(said.phrases)
                 if one.kind == "verb" and clause.first <= one.first < clause.last]  # fmt: skip
        if not verbs and any(one.verb is not None for one in segments):
            return None if clause.verb is None else said.verb_at(clause.verb)
        verbs = verbs or [k for k, one in enumerate(said.phrases) if one.kind == "verb"]
        if not verbs:
            return None
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
        """What was said, for a date on who said it: `The bridge fell, officials said Saturday`."""
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
        """The statement that tells of a clause with an unknown subject: `word spread | that it`."""
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


def _main(segments: Sequence[Segment]) -> int:
    return next((i for i, segment in enumerate(segments) if segment.kind == "clause"), 0)
