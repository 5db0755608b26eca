"""Titles: a short clean clause made from the sentence's own words."""

from collections.abc import Sequence

from mapapp.events.clauses import Segment, after_date, clause_of
from mapapp.events.dates import Dated
from mapapp.events.sentence import Sentence
from mapapp.events.wording import (
    clipped,
    shortened,
    trimmed,
    without_asides,
    without_dates,
    written,
)
from mapapp.events.words import (
    AUXILIARIES,
    BE,
    COORDINATORS,
    DETERMINERS,
    LEAD_ADVERBS,
    NOT_VERBS,
    OPENERS,
    PREPOSITIONS,
    RELATIVES,
    SAYING,
    WEAK_PAST,
)

_TOO_FEW = 2  # words that do not say what happened
_FEW = 3  # words of a short name
_PERSONAL = frozenset("he she it they".split())
_ADVERBIAL = (
    PREPOSITIONS | LEAD_ADVERBS | {"according", "same", "such", "early", "late", "due", "together"}
)
# Nouns that only lead to another: `within the framework of the agreement`.
_LIGHT = frozenset("framework scope context course case frame help aid process wake light".split())


def title(text: str, sentence: Sentence, dated: Dated | None) -> str:
    """At most twelve words for the event of a date, or of the whole sentence without one.

    Dates and their prepositions are left out, since they are shown beside; so are leading
    conjunctions and adverbs, what stands in brackets, and prepositions left over at the end.
    """
    for chosen in (_words(sentence, dated), list(range(len(sentence.words)))):
        kept = without_asides(sentence.lowered, without_dates(sentence, chosen))
        short = shortened(sentence, clipped(sentence, trimmed(sentence, kept)))
        found = written(sentence, short)
        if found:
            return found
    return " ".join(sentence.span.of(text).split()[:12])


def _words(sentence: Sentence, dated: Dated | None) -> list[int]:
    """Indexes of the tokens to make the title from."""
    segments = sentence.segments
    if not segments:
        return []
    here = dated.segment if dated else _main(segments)
    if dated is not None and dated.spans and segments[here].verb is None:
        participle = _participle(sentence, dated, segments[here])
        if participle is not None:
            rest = list(range(participle, segments[here].last))
            if participle > segments[here].first:
                noun = _noun_phrase(sentence, segments[here], participle)
            else:
                noun = _noun_phrase(sentence, segments[here - 1]) if here else []
            if noun:
                return noun + rest
        shared = _shared_verb(sentence, segments[here], segments[clause_of(segments, here)])
        if shared:
            return shared + _range(segments[here])[1:]
        if _tells_itself(sentence, dated):
            return _range(segments[here])
    clause = _told(sentence, clause_of(segments, here))
    chosen = _clause_words(sentence, clause)
    onward = _object(sentence, clause)
    if onward is not None:
        return chosen + _range(segments[onward])
    for i in range(clause + 1, len(segments)):
        if not _goes_on(sentence, clause, i) and len(chosen) > _TOO_FEW:
            break
        chosen += _range(segments[i])
    return chosen


def _told(sentence: Sentence, clause: int) -> int:
    """What was said, for a date on who said it: `The bridge fell, an official said Saturday`."""
    verb = sentence.segments[clause].verb
    if clause == 0 or verb is None or sentence.lowered[verb] not in SAYING:
        return clause
    before = range(clause - 1, -1, -1)
    return next((i for i in before if sentence.segments[i].kind == "clause"), clause)


def _shared_verb(sentence: Sentence, phrase: Segment, clause: Segment) -> list[int]:
    """Subject and verb that a phrase shares: `she saw Lima, and in May the port of Callao`.

    Empty unless the phrase can stand in the place of what follows the verb.
    """
    lowered, verb = sentence.lowered, clause.verb
    if verb is None or lowered[phrase.first] not in COORDINATORS or clause.last > phrase.first:
        return []
    start = after_date(lowered, sentence.dated_words, phrase.first + 1)
    if start >= phrase.last or verb + 1 >= clause.last or lowered[verb] in AUXILIARIES:
        return []
    as_object = verb + 1 not in sentence.dated_words and _is_nominal(sentence, verb + 1)
    if lowered[start] not in PREPOSITIONS and not (as_object and _is_nominal(sentence, start)):
        return []
    host = sentence.segments.index(clause)
    return [i for i in _clause_words(sentence, host) if i <= verb]


def _is_nominal(sentence: Sentence, i: int) -> bool:
    return sentence.lowered[i] in DETERMINERS or sentence.words[i].text[0].isupper()


def _object(sentence: Sentence, clause: int) -> int | None:
    """The segment in which a clause goes on that broke off at its verb for an aside.

    `Peru imported, by one estimate, ten tons` goes on with the ten tons.
    """
    segments, lowered = sentence.segments, sentence.lowered
    if segments[clause].verb != segments[clause].last - 1:
        return None
    for i in range(clause + 2, len(segments)):
        segment = segments[i]
        if segment.kind != "phrase":
            break
        if (
            lowered[segment.first] not in _ADVERBIAL
            and sentence.words[segment.first].kind != "mark"
        ):
            return i
    return None


def _goes_on(sentence: Sentence, clause: int, i: int) -> bool:
    """Does segment `i` complete a clause: a phrase with a preposition, or what was said?"""
    segment = sentence.segments[i]
    if segment.opener == "that" and i == clause + 1:
        return True
    leans = segment.kind == "phrase" and clause_of(sentence.segments, i) == clause
    return leans and sentence.lowered[segment.first] in PREPOSITIONS


def _main(segments: Sequence[Segment]) -> int:
    return next((i for i, segment in enumerate(segments) if segment.kind == "clause"), 0)


def _tells_itself(sentence: Sentence, dated: Dated) -> bool:
    """Is a dated phrase an event by itself: one of a list of fairs?"""
    segment = sentence.segments[dated.segment]
    if clause_of(sentence.segments, dated.segment) == dated.segment:
        return True
    named = any(sentence.segment_of(mention) == dated.segment for mention in sentence.mentions)
    lone = any(date.segment != dated.segment for date in sentence.dates)
    return named and lone and sentence.lowered[segment.first] not in PREPOSITIONS


def _participle(sentence: Sentence, dated: Dated, segment: Segment) -> int | None:
    """Index of the participle that the date is of: `Following the Brussels Summit held in 1994`."""
    for i in range(segment.first, segment.last):
        if sentence.words[i].start >= dated.spans[0].start:
            return None
        word = sentence.lowered[i]
        if (word in WEAK_PAST or word.endswith("ed")) and word not in NOT_VERBS:
            return i
    return None


def _clause_words(sentence: Sentence, clause: int) -> list[int]:
    """A clause with its subject, where that stands elsewhere in the sentence."""
    segments, lowered = sentence.segments, sentence.lowered
    segment = segments[clause]
    own = _range(segment)
    while own and (lowered[own[0]] in OPENERS or lowered[own[0]] in LEAD_ADVERBS):
        own.pop(0)
    if segment.verb is None or not own:
        return own
    if segment.kind == "relative":
        return _with_antecedent(sentence, clause, own)
    if own[0] == segment.verb or _only_adverbs(sentence, own[0], segment.verb):
        return _subject(sentence, clause) + own
    if clause and any(lowered[i] in ("and", "or") for i in own if i < segment.verb):
        return _listed(sentence, clause) + own
    if lowered[own[0]] in _PERSONAL:
        return (_named_subject(sentence, clause) or own[:1]) + own[1:]
    return own


def _listed(sentence: Sentence, clause: int) -> list[int]:
    """The first items of a list of subjects: `Ada, Bo and Cy met`."""
    found: list[int] = []
    for before in reversed(sentence.segments[:clause]):
        lead = sentence.lowered[before.first]
        if before.kind != "phrase" or lead in _ADVERBIAL or before.first in sentence.dated_words:
            break
        found = _range(before) + found
    return found


def _only_adverbs(sentence: Sentence, first: int, verb: int) -> bool:
    return all(sentence.lowered[i].endswith("ly") for i in range(first, verb))


def _with_antecedent(sentence: Sentence, clause: int, own: list[int]) -> list[int]:
    """A relative clause with the noun in the place of the relative word.

    `the fair, which was held` is `the fair was held`; `the tanks, which A bought` is `A bought
    the tanks`; after `where` nothing is missing.
    """
    segments, lowered = sentence.segments, sentence.lowered
    segment = segments[clause]
    opener = next((i for i in range(segment.first, segment.last) if lowered[i] in RELATIVES), None)
    if opener is None or lowered[opener] not in ("which", "who", "that", "whom") or clause == 0:
        return own
    own = [i for i in own if i > opener]
    antecedent = _noun_phrase(sentence, segments[clause - 1])
    verb = segment.verb
    assert verb is not None
    if verb == opener + 1 or _only_adverbs(sentence, opener + 1, verb):
        return antecedent + own
    after = verb + 1
    return [i for i in own if i < after] + antecedent + [i for i in own if i >= after]


def _noun_phrase(sentence: Sentence, segment: Segment, end: int | None = None) -> list[int]:
    """The noun phrase that ends a segment (or stands before `end`), shorn of what leads to a name.

    `the framework of the Law Enforcement Organization` gives the organisation.
    """
    lowered = sentence.lowered
    last = segment.last if end is None else end
    first = last
    while first > segment.first and not _stops(sentence, segment, first - 1):
        first -= 1
        if lowered[first] in DETERMINERS and (first == 0 or lowered[first - 1] != "of"):
            break
    while (
        first + 3 < last and lowered[first + 1] in _LIGHT | {"of"} and "of" in lowered[first:last]
    ):
        first = lowered.index("of", first) + 1
    named = last
    while named > first and sentence.words[named - 1].text[0].isupper():
        named -= 1
    return list(range(named if last - named > 1 else first, last))


def _stops(sentence: Sentence, segment: Segment, i: int) -> bool:
    word = sentence.lowered[i]
    if i == segment.verb or word in AUXILIARIES:
        return True
    return word != "of" and (word in PREPOSITIONS or word in COORDINATORS)


def _subject(sentence: Sentence, clause: int) -> list[int]:
    """The subject of a clause that begins with its verb.

    The first phrase before it that is no adverbial (`In May, Ada, who led them, won`), or the
    subject of the clause that it goes on with (`Ada came and won`).
    """
    segments, lowered = sentence.segments, sentence.lowered
    found: list[int] = []
    for i in range(clause - 1, -1, -1):
        before = segments[i]
        if before.kind in ("relative", "aside"):
            continue
        if before.verb is not None:
            if found or before.kind != "clause":
                break
            subject = _clause_words(sentence, i)
            passive = (
                lowered[before.verb] in BE and lowered[segments[clause].verb or 0][-2:] == "ed"
            )
            return [k for k in subject if k < before.verb + passive]
        start = after_date(lowered, sentence.dated_words, before.first)
        if start >= before.last or lowered[start] in _ADVERBIAL:
            continue
        if lowered[start].endswith(("ing", "ed")) and not before.opener == "(":
            continue
        found = list(range(start, before.last))
    return found


def _named_subject(sentence: Sentence, clause: int) -> list[int]:
    """The name that `it` or `they` stands for: the subject of a clause before in the sentence."""
    for i, before in enumerate(sentence.segments[:clause]):
        if before.verb is None or before.kind == "relative":
            continue
        subject = [k for k in _clause_words(sentence, i) if k < before.verb]
        if 0 < len(subject) <= _FEW and sentence.words[subject[-1]].text[0].isupper():
            return subject
    return []


def _range(segment: Segment) -> list[int]:
    return list(range(segment.first, segment.last))
