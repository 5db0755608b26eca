"""What a sentence has to tell: the dates, clauses and phrases that make an event each."""

from mapapp.events.dates import Dated
from mapapp.events.segments import clause_of
from mapapp.events.sentence import Sentence
from mapapp.events.words import PRESENT
from mapapp.model import When


def dated_once(sentence: Sentence) -> list[Dated]:
    """The dates of a sentence, those of one clause and equal days only once."""
    seen: set[tuple[int, int | None, int | None]] = set()
    kept: list[Dated] = []
    for dated in sentence.dates:
        clause = clause_of(sentence.segments, dated.segment)
        key = (clause, dated.when.first, dated.when.last)
        if key not in seen and not _points_back(sentence, dated):
            seen.add(key)
            kept.append(dated)
    return kept


def _points_back(sentence: Sentence, dated: Dated) -> bool:
    """Is it the date of what was told before: `it is a version of the pact of that time`?"""
    verb = sentence.segments[clause_of(sentence.segments, dated.segment)].verb
    return dated.pointing and verb is not None and sentence.lowered[verb] in PRESENT


def going_on(sentence: Sentence, when: When) -> list[Dated]:
    """The clauses of a sentence without a date that say where something was done."""
    found: dict[int, Dated] = {}
    for mention in sentence.mentions:
        place = mention.toponym.place
        if mention.weak or mention.role == "party" or place is None or place.lon is None:
            continue
        segment = sentence.segment_of(mention)
        clause = clause_of(sentence.segments, segment)
        verb = sentence.segments[clause].verb
        if verb is not None and sentence.lowered[verb] not in PRESENT:
            found.setdefault(clause, Dated(when, segment, ()))
    return list(found.values())
