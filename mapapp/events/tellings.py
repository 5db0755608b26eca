"""What a sentence has to tell: the dates, clauses and phrases that make an event each."""

from collections.abc import Sequence

from msgspec import structs
from msgspec.structs import replace

from mapapp.events.dates import Dated
from mapapp.events.roles import Mention
from mapapp.events.segments import Segment, clause_of
from mapapp.events.sentence import Sentence
from mapapp.events.stems import present_forms
from mapapp.events.verbs import is_past, verblike
from mapapp.events.words import AUXILIARIES, NOT_VERBS, PREPOSITIONS, WEAK_PAST, is_adverb
from mapapp.model import Event, Span, When

_FIRST_PERSON = frozenset("i we my our".split())
_MANY = frozenset("many several some two three four five six seven eight nine ten".split())
_UNITS = frozenset("days weeks months years decades centuries".split())
# Past forms that tell what somebody held, and nothing that was done.
_THOUGHT = frozenset("considered regarded believed thought known seen said".split())
# Verbs of what is and does not happen, without their `s`.
_STATES = frozenset(
    "include contain belong remain live need mean seem believe know hope want think say own lie"
    " consist depend cost like love hate exist deserve involve represent resemble".split()
)
_APART = frozenset("respectively each both".split())
_LINKING = frozenset(", and or again then also the early late mid by".split())
_WHILE = frozenset("during amid".split())
_FRAME = 8  # words of a phrase that does more than say when
_FEW = 3  # words that do not tell what went on
_SHORT_WORD = 5  # letters of `bring` and the like, which are no gerunds


def dated_once(sentence: Sentence) -> list[Dated]:
    """The dates of a sentence, those of one clause and equal days only once.

    Of two dates of one clause the one that stands in it comes first: `from its origins in 1954 the
    league had by 1957 become an army` is of 1957.
    """
    seen: set[tuple[int, int | None, int | None]] = set()
    kept: list[Dated] = []
    for dated in sorted(
        sentence.dates,
        key=lambda date: (_is_stamp(sentence, date), _leads_in(sentence, date)),
    ):
        clause = clause_of(sentence.segments, dated.segment)
        if sentence.lists_names(dated):
            clause = dated.segment
        key = (clause, dated.when.first, dated.when.last)
        if key not in seen and not _points_back(sentence, dated):
            seen.add(key)
            kept.append(dated)
    return kept


def _is_stamp(sentence: Sentence, date: Dated) -> bool:
    """Is it the time at which a log has a line: `07:50 The envoy, speaking on Monday`?"""
    if not date.spans or date.spans[0].start != sentence.words[0].start:
        return False
    hour, *minute = (word.text for word in sentence.words[:3])
    return hour[0].isdigit() and (":" in hour or minute[:1] == [":"])


def _leads_in(sentence: Sentence, date: Dated) -> bool:
    """Does a date stand in a longer phrase before its clause?"""
    segment = sentence.segments[date.segment]
    length = segment.last - segment.first
    return clause_of(sentence.segments, date.segment) > date.segment and length > _FRAME


def _points_back(sentence: Sentence, dated: Dated) -> bool:
    """Is it the date of what was told before: `it is a version of the pact of that time`?

    Or of what something is only likened to: `a speech similar to that made to Peru in 1940`.
    """
    told = participle(sentence, dated)
    if told and told > 1 and sentence.lowered[told - 1] in ("that", "those"):
        return sentence.lowered[told - 2] in PREPOSITIONS
    verb = sentence.segments[clause_of(sentence.segments, dated.segment)].verb
    return dated.pointing and verb is not None and not is_past(sentence.lowered, verb)


def told_apart(sentence: Sentence, before: Sequence[Dated], date: Dated) -> bool:
    """Does the same clause hold of a further date: `in May and again in June`?

    Not of one that only comes into it: `314 men in 2008, against 904 in 2007`.
    """
    if sentence.lists_names(date) or not _APART.isdisjoint(sentence.lowered):
        return True
    spans = [span for one in before for span in one.spans]
    if not spans or not date.spans:
        return True
    behind = date.spans[0].start >= spans[0].end
    end = max(span.end for span in (spans if behind else date.spans))
    start = date.spans[0].start if behind else min(span.start for span in spans)
    between = [
        word
        for token, word in zip(sentence.words, sentence.lowered, strict=True)
        if end <= token.start and token.end <= start
    ]
    return all(word in _LINKING or word in PREPOSITIONS for word in between)


def sharing(sentence: Sentence) -> list[Dated]:
    """What else a dated sentence tells of the same time.

    Later clauses that say where (`In May the army left Lima and the fleet took Callao`), the main
    clause behind something dated (`After the summit held in 1994, Peru joined the league`), and
    nouns that name what went on (`during the visit of Ada Brown to Lima`).
    """
    segments = sentence.segments
    by_clause = {clause_of(segments, date.segment): date for date in sentence.dates}
    found: dict[int, Dated] = {}
    for mention in sentence.mentions:
        segment = mention.segment
        clause = clause_of(segments, segment)
        before = [one for one in by_clause if one < clause]
        if segment in found or not _is_past(sentence, clause):
            continue
        if clause in by_clause:
            date = by_clause[clause]
            if _names_event(sentence, segment) and date.segment != segment:
                found[segment] = _shared(date, segment, noun=True)
        elif before and _is_main(segments[clause]) and _says_where(mention):
            date = by_clause[max(before)]
            found.setdefault(clause, _shared(date, clause))
    for date in sentence.dates:
        clause = clause_of(segments, date.segment)
        told = clause != date.segment and _is_past(sentence, clause)
        if told and clause not in found and participle(sentence, date) is not None:
            if any(mention.segment == clause for mention in sentence.mentions):
                found[clause] = _shared(date, clause)
    return [found[segment] for segment in sorted(found)]


def _shared(date: Dated, segment: int, *, noun: bool = False) -> Dated:
    """The date of another clause as that of a segment."""
    return structs.replace(date, segment=segment, spans=(), shared=True, noun=noun or date.noun)


def is_behind(sentence: Sentence, shared: Dated) -> bool:
    """Is it the main clause behind something dated: `after a pact signed in 1992 men came`?"""
    segments = sentence.segments
    return any(clause_of(segments, date.segment) == shared.segment for date in sentence.dates)


def _is_main(segment: Segment) -> bool:
    """Is it a main clause, or one that `while` only sets beside it?"""
    return segment.kind == "clause" or segment.opener in ("while", "whereas")


def tells_in_present(sentence: Sentence, *, before: bool) -> bool:
    """Is what a sentence dates told in the present tense; without a verb, as `before`?"""
    clauses = {clause_of(sentence.segments, date.segment) for date in sentence.dates}
    clauses |= {clause + 1 for clause in clauses if clause + 1 < len(sentence.segments)}
    if any(in_present(sentence, clause) for clause in clauses):
        return True
    return before and not any(_is_past(sentence, clause) for clause in clauses)


def in_present(sentence: Sentence, clause: int) -> bool:
    """Does a main clause tell in the present what somebody does: `the king sends a letter`?"""
    segment = sentence.segments[clause]
    if segment.kind != "clause" or segment.verb is None:
        return False
    word, after = sentence.lowered[segment.verb], sentence.lowered[segment.verb + 1 : segment.last]
    if word in ("is", "are"):  # `martial law is declared`
        return bool(after) and verblike(after[0])
    return word in present_forms() and word not in AUXILIARIES and word.rstrip("s") not in _STATES


def _is_past(sentence: Sentence, clause: int) -> bool:
    verb = sentence.segments[clause].verb
    if verb is None or not is_past(sentence.lowered, verb):
        return False
    return _THOUGHT.isdisjoint(sentence.lowered[verb : verb + 2])


def _says_where(mention: Mention) -> bool:
    place = mention.toponym.place
    return (
        not mention.weak and mention.role != "party" and place is not None and place.lon is not None
    )


def _names_event(sentence: Sentence, segment: int) -> bool:
    phrase, lowered = sentence.segments[segment], sentence.lowered
    if phrase.kind != "phrase" or lowered[phrase.first] not in _WHILE:
        return False
    return phrase.last - phrase.first > _FEW and lowered[phrase.first + 1] in ("the", "a", "an")


def participle(sentence: Sentence, dated: Dated) -> int | None:
    """Index of the participle that the date is of: `Following the Brussels Summit held in 1994`."""
    segment = sentence.segments[dated.segment]
    for i in range(segment.first, segment.last):
        if not dated.spans or sentence.words[i].start >= dated.spans[0].start:
            return None
        word = sentence.words[i].text
        if (word in WEAK_PAST or word.endswith("ed")) and word not in NOT_VERBS and word.islower():
            return i
    return None


def gerund(sentence: Sentence, dated: Dated) -> range | None:
    """The dated words that are a clause's subject: `helping Peru in the 1930s will be seen`."""
    segments = sentence.segments
    segment = segments[dated.segment]
    first = segment.first
    while first < segment.last - 1 and (
        sentence.lowered[first] in ("to", "from") or is_adverb(sentence.lowered[first])
    ):
        first += 1
    word, verb = sentence.lowered[first], segment.verb
    plain = word in PREPOSITIONS or word == "according" or len(word) <= _SHORT_WORD
    if plain or not word.endswith("ing") or not dated.spans:
        return None
    if clause_of(segments, dated.segment) < dated.segment:
        return None
    last = segment.last if verb is None else verb
    if sum(i not in sentence.dated_words for i in range(first, last)) < _FEW:
        return None  # `beginning in May`
    dates = sentence.words[first].start < dated.spans[0].start < sentence.words[last - 1].end
    return range(first, last) if dates else None


def going_on(sentence: Sentence, when: When, *, present: bool = False) -> list[Dated]:
    """The clauses of a sentence without a date that say where something was done.

    Parameters
    ----------
    present : bool
        What is dated is told in the present tense, and what goes on may be, too.
    """
    found: dict[int, Dated] = {}
    for mention in sentence.mentions:
        clause = clause_of(sentence.segments, mention.segment)
        done = _is_past(sentence, clause) or (present and in_present(sentence, clause))
        if _says_where(mention) and done and not _is_state(sentence, clause):
            found.setdefault(clause, Dated(when, clause, ()))
    return list(found.values())


def _is_state(sentence: Sentence, clause: int) -> bool:
    """Does a clause say what somebody or something was: `he was one of three doctors`?"""
    verb = sentence.segments[clause].verb
    if verb is None or sentence.lowered[verb] not in ("was", "were", "is", "are"):
        return False
    return sentence.lowered[verb + 1 : verb + 2] in (["one"], ["a"], ["an"])


def onward(sentence: Sentence, clause: Segment, when: When) -> When:
    """The date of something carried on that lasted, open at its end: `it went on for years`."""
    told = sentence.lowered[clause.first : clause.last]
    words = zip(told, told[1:], told[2:], strict=False)
    lasted = any(a == "for" and (b in _MANY or b.isdigit()) and c in _UNITS for a, b, c in words)
    if not lasted or when.first is None:
        return when
    return replace(when, edtf=f"{when.edtf.split('/')[0]}/..", last=None)


def speaks(text: str, sentence: Span, event: Event) -> bool:
    """Is an event what somebody in quotation marks says of himself: `"We met in Lima in May"`?"""
    if event.title.split()[0].lstrip('“"‘`').lower() not in _FIRST_PERSON:
        return False
    start = text.rfind("\n", 0, sentence.start) + 1
    said = text[start : sentence.end]
    return any(mark in said for mark in ('"', "“", "``", "„", "«"))
