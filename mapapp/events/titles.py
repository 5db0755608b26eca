"""Titles: a short clean clause made from the sentence's own words."""

from collections.abc import Callable, Sequence

from mapapp.events.clauses import after_date
from mapapp.events.dates import Dated
from mapapp.events.naming import with_name
from mapapp.events.segments import Segment, clause_of
from mapapp.events.sentence import Sentence, entry_of
from mapapp.events.shortening import shortened
from mapapp.events.subjects import (
    FEW,
    clause_words,
    is_adverbial,
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
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    is_adverb,
)

_RANKED = 8  # words of a name with its rank: `Brig. Gen. Ulysses S. Grant` and full stops
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
        kept = without_asides(sentence.lowered, without_dates(sentence, chosen))
        clean = clipped(sentence, trimmed(sentence, kept))
        found = with_name(sentence, clean, named) or written(sentence, shortened(sentence, clean))
        if len(found.split()) > 1:
            return found
        told = told or found
    return told or " ".join(sentence.span.of(text).split()[:MOST])


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
        shared = _shared_verb(sentence, segments[here], segments[clause_of(segments, here)])
        if shared:
            return shared + tokens_of(segments[here])[1:]
        if _tells_itself(sentence, dated):
            return _doer(sentence, here) + tokens_of(segments[here])
    clause = _told(sentence, clause_of(segments, here))
    chosen = clause_words(sentence, clause)
    onward = _object(sentence, clause)
    if onward is not None:
        return chosen + tokens_of(segments[onward])
    if _shares_object(sentence, clause):
        return chosen + tokens_of(segments[clause + 1])
    listed = _list_behind(sentence, clause)
    if listed:
        return chosen + listed
    for i in range(clause + 1, len(segments)):
        if not _goes_on(sentence, clause, i) and len(chosen) > _TOO_FEW:
            break
        chosen += tokens_of(segments[i])
    return chosen


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
    return [i for i in clause_words(sentence, host) if i <= verb]


def _is_nominal(sentence: Sentence, i: int) -> bool:
    return sentence.lowered[i] in DETERMINERS or sentence.words[i].text[0].isupper()


def _object(sentence: Sentence, clause: int) -> int | None:
    """The segment in which a clause goes on that broke off at its verb for an aside.

    `Peru imported, by one estimate, ten tons` goes on with the ten tons.
    """
    segments = sentence.segments
    if segments[clause].verb != segments[clause].last - 1:
        return None
    for i in range(clause + 2, len(segments)):
        segment = segments[i]
        if segment.kind != "phrase" or segments[clause + 1].opener == "that":
            break
        if (
            not is_adverbial(sentence, segment.first)
            and sentence.words[segment.first].kind != "mark"
        ):
            return i
    return None


def _shares_object(sentence: Sentence, clause: int) -> bool:
    """Does the next verb bring the object of this one: `invaded and occupied the islands`?

    Or `asked for and was given leave`.
    """
    segments = sentence.segments
    end = segments[clause].last
    told = end - (sentence.lowered[end - 1] in PREPOSITIONS)
    if clause + 1 >= len(segments) or segments[clause].verb != told - 1:
        return False
    following = segments[clause + 1]
    return following.first == segments[clause].last and following.verb == following.first + 1


def _list_behind(sentence: Sentence, clause: int) -> list[int]:
    """The further items of a list that ends a clause: `invaded France, Belgium and Poland`."""
    segments, lowered = sentence.segments, sentence.lowered
    verb = segments[clause].verb
    end = segments[clause].last
    if verb is None or verb + 1 >= end or verblike(lowered[end - 1]):
        return []
    found: list[int] = []
    for segment in segments[clause + 1 :]:
        opens = lowered[segment.first] in ("and", "or")
        last = opens or "and" in lowered[segment.first : segment.last]
        short = segment.last - segment.first <= (MOST if last else FEW)
        comma = lowered[segment.first - 1] == ","
        dated = any(i in sentence.dated_words for i in range(segment.first, segment.last))
        start = segment.first + opens
        if segment.kind != "phrase" or not (short and comma) or dated or start >= segment.last:
            return []
        if is_adverbial(sentence, start) or lowered[start].endswith(("ing", "ed")):
            return []
        found += tokens_of(segment)
        if last:
            before = end - segments[clause].first + len(found) - (segment.last - segment.first)
            return found if before + FEW <= MOST else []
    return []


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
