"""How a clause goes on behind its verb: shared verbs and objects, lists, what was broken off."""

from collections.abc import Sequence

from mapapp.events.clauses import after_date
from mapapp.events.segments import Segment
from mapapp.events.sentence import Sentence
from mapapp.events.subjects import FEW, clause_words, is_adverbial, tokens_of
from mapapp.events.verbs import verblike
from mapapp.events.wording import MOST
from mapapp.events.words import AUXILIARIES, COORDINATORS, DETERMINERS, PREPOSITIONS

_WITH_SUBJECT = 2  # words of `that ships`


def shared_verb(sentence: Sentence, phrase: Segment, clause: Segment) -> list[int]:
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


def object_behind(sentence: Sentence, clause: int) -> int | None:
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


def shares_object(sentence: Sentence, clause: int) -> bool:
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


def list_behind(sentence: Sentence, clause: int) -> list[int]:
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


def verb_behind(segments: Sequence[Segment], i: int) -> list[int]:
    """How a subject goes on behind what is said of it: `that ten men, who had left, would come`."""
    if segments[i].last - segments[i].first < _WITH_SUBJECT:
        return []
    for segment in segments[i + 1 :]:
        if segment.kind == "clause":
            return tokens_of(segment) if segment.verb == segment.first else []
        if segment.kind == "subordinate" or segment.opener == "that":
            break
    return []
