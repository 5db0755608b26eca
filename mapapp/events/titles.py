"""Titles: a short clean clause made from the sentence's own words."""

from collections.abc import Callable, Sequence

from mapapp.events.dates import Dated
from mapapp.events.naming import with_name
from mapapp.events.onward import (
    list_behind,
    object_behind,
    shared_verb,
    shares_object,
    verb_behind,
)
from mapapp.events.segments import Segment, clause_of
from mapapp.events.sentence import Sentence, entry_of
from mapapp.events.shortening import shortened
from mapapp.events.subjects import (
    FEW,
    clause_words,
    nobody,
    noun_phrase,
    subject_of,
    tokens_of,
)
from mapapp.events.tellings import gerund, participle
from mapapp.events.undated import without_dates
from mapapp.events.verbs import verblike
from mapapp.events.wording import (
    MOST,
    clipped,
    trimmed,
    without_asides,
    written,
)
from mapapp.events.words import (
    COORDINATORS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SAYING,
    is_adverb,
)

_RANKED = 8  # words of a name with its rank: `Brig. Gen. Ulysses S. Grant` and full stops
_FRAMING = frozenset("in at on from to under during for with after following against".split())
_WITH_SUBJECT = 2  # words of `that ships`
_TOO_FEW = 2  # words that do not say what happened


def title(
    text: str, sentence: Sentence, dated: Dated | None, named: Callable[[str], str] = nobody
) -> str:
    """At most twelve words for the event of a date, or of the whole sentence without one.

    Dates and their prepositions are left out, since they are shown beside; so are leading
    conjunctions and adverbs, what stands in brackets, and prepositions left over at the end.

    Parameters
    ----------
    named : callable
        Tells whom a pronoun of the sentences before means; empty when that is not plain.
    """
    told = ""
    for chosen in (_words(sentence, dated), list(range(len(sentence.words)))):
        clean = _clean(sentence, chosen)
        if clean and sentence.lowered[clean[0]] in _FRAMING:
            clean = _framed(sentence, dated, clean)
        found = with_name(sentence, clean, named) or written(sentence, shortened(sentence, clean))
        if len(found.split()) > 1:
            return found
        told = told or found
    return told or " ".join(sentence.span.of(text).split()[:MOST])


def _clean(sentence: Sentence, chosen: Sequence[int]) -> list[int]:
    kept = without_asides(sentence.lowered, without_dates(sentence, chosen))
    return clipped(sentence, trimmed(sentence, kept))


def _framed(sentence: Sentence, dated: Dated | None, clean: list[int]) -> list[int]:
    """What happened, where the words of a date only frame it: `In a speech made in May, she`."""
    segments = sentence.segments
    host = _main(segments) if dated is None else clause_of(segments, segments[dated.segment].host)
    if segments[host].verb is None or any(one.verb in clean for one in segments):
        return clean
    told = _clean(sentence, clause_words(sentence, host))
    return told if len(told) > _TOO_FEW else clean


def _words(sentence: Sentence, dated: Dated | None) -> list[int]:
    """Indexes of the tokens to make the title from."""
    segments = sentence.segments
    if not segments:
        return []
    here = dated.segment if dated else _main(segments)
    if dated is not None and dated.noun:
        return tokens_of(segments[here])[1:]
    if dated is not None and sentence.lists_names(dated):
        return tokens_of(segments[here])
    entry = entry_of(sentence.words, segments, sentence.dated_words, dated) if dated else 0
    if entry and segments[entry].verb is None:
        return _up_to_semicolon(sentence, segments[entry].first)
    if entry:
        here = entry
    deed = gerund(sentence, dated) if dated else None
    if deed:
        return _with_doer(sentence, here, list(deed))
    if dated is not None and dated.spans and segments[here].verb is None:
        told = participle(sentence, dated)
        noun = _noun_before(sentence, here, told) if told is not None else []
        if told is not None and noun:
            return noun + list(range(told, segments[here].last))
        built = _subject_behind(sentence, here)
        if built:
            return built + tokens_of(segments[here])
        shared = shared_verb(sentence, segments[here], segments[clause_of(segments, here)])
        if shared:
            return shared + tokens_of(segments[here])[1:]
        if _tells_itself(sentence, dated):
            return _doer(sentence, here) + tokens_of(segments[here])
    clause = _told(sentence, clause_of(segments, here))
    chosen = clause_words(sentence, clause)
    onward = object_behind(sentence, clause)
    if onward is not None:
        return chosen + tokens_of(segments[onward])
    if shares_object(sentence, clause):
        return chosen + tokens_of(segments[clause + 1])
    listed = list_behind(sentence, clause)
    if listed:
        return chosen + listed
    if _breaks_off(sentence, segments[clause]):
        return chosen + verb_behind(segments, clause)
    for i in range(clause + 1, len(segments)):
        if not _goes_on(sentence, clause, i) and len(chosen) > _TOO_FEW:
            break
        chosen += tokens_of(segments[i])
        if segments[i].opener == "that" and segments[i].verb is None:
            return chosen + verb_behind(segments, i)
    return chosen


def _breaks_off(sentence: Sentence, clause: Segment) -> bool:
    """Does a clause end in `that` and a subject without its verb: `said that ten men, who left`?"""
    told = sentence.lowered[clause.verb : clause.last] if clause.verb is not None else []
    following = sentence.lowered[clause.last : clause.last + 2]
    parted = following[:1] == [","] and following[-1] in RELATIVES
    if "that" not in told or not (parted or (following and following[0] in RELATIVES)):
        return False
    return told.index("that") < len(told) - _WITH_SUBJECT


def _noun_before(sentence: Sentence, here: int, told: int) -> list[int]:
    """What a participle is of: the whole of the short `A stone for the dead, raised in 1888`."""
    if told > sentence.segments[here].first:
        return noun_phrase(sentence, sentence.segments[here], told)
    before = sentence.segments[here - 1]
    article = sentence.lowered[before.first] in ("the", "a", "an")
    if here and article and before.kind == "phrase" and before.last - before.first <= _RANKED:
        return tokens_of(before)
    noun = noun_phrase(sentence, before) if here else []
    inside = bool(noun) and noun[0] - 1 > before.first and before.verb is not None
    if inside and sentence.lowered[noun[0] - 1] in ("in", "at", "near"):  # `an office in Lima`
        return [*noun_phrase(sentence, before, noun[0] - 1), noun[0] - 1, *noun]
    return noun


def _subject_behind(sentence: Sentence, here: int) -> list[int]:
    """Of what a participle in front is: `Built in 1797, the bridge is still in use`."""
    host = clause_of(sentence.segments, here)
    opening = sentence.lowered[sentence.segments[here].first]
    if here or host <= here or not verblike(opening):
        return []
    subject = subject_of(sentence, host)
    named = bool(subject) and sentence.lowered[subject[0]] not in PRONOUNS
    return subject if named and len(subject) <= _RANKED else []


def _up_to_semicolon(sentence: Sentence, first: int) -> list[int]:
    ends = (i for i in range(first, len(sentence.words)) if sentence.lowered[i] == ";")
    return list(range(first, next(ends, len(sentence.words))))


def _told(sentence: Sentence, clause: int) -> int:
    """What was said, for a date on who said it: `The bridge fell, an official said Saturday`."""
    verb = sentence.segments[clause].verb
    if clause == 0 or verb is None or sentence.lowered[verb] not in SAYING:
        return clause
    before = range(clause - 1, -1, -1)
    return next((i for i in before if sentence.segments[i].kind == "clause"), clause)


def _doer(sentence: Sentence, here: int) -> list[int]:
    """Who did what a participle says: `the fleet sailed on, reaching Lima in May`."""
    segments = sentence.segments
    host = clause_of(sentence.segments, here)
    verb, word = segments[host].verb, sentence.words[segments[here].first]
    if not (host < here and word.text.islower() and word.text.endswith("ing")) or verb is None:
        return []
    subject = [i for i in clause_words(sentence, host) if i < verb]
    return subject if len(subject) <= FEW else []


def _with_doer(sentence: Sentence, here: int, deed: list[int]) -> list[int]:
    """A participle in front with the subject behind: `having taken Lima, Ruiz left`."""
    host = clause_of(sentence.segments, here)
    own = sentence.segments[host].verb != sentence.segments[host].first
    subject = subject_of(sentence, host) if host > here and own else []
    opening = sentence.lowered[subject[0]] if subject else ""
    if not subject or len(subject) > _RANKED or opening.endswith("ing") or opening in PRONOUNS:
        return deed
    return subject + (deed[1:] if sentence.lowered[deed[0]] == "having" else deed)


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
    named = any(mention.segment == dated.segment for mention in sentence.mentions)
    lone = any(date.segment != dated.segment for date in sentence.dates)
    first = segment.first + (sentence.lowered[segment.first] in COORDINATORS)
    while first < segment.last and is_adverb(sentence.lowered[first]):
        first += 1
    return named and lone and sentence.lowered[min(first, segment.last - 1)] not in PREPOSITIONS
