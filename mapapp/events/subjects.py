"""Who a clause is about: its subject, where that stands elsewhere in the sentence."""

from mapapp.events.clauses import after_date
from mapapp.events.pronouns import referent
from mapapp.events.segments import Segment
from mapapp.events.sentence import Sentence
from mapapp.events.verbs import verblike
from mapapp.events.words import (
    AUXILIARIES,
    BE,
    COMPLEMENT,
    COORDINATORS,
    DETERMINERS,
    LEAD_ADVERBS,
    OPENERS,
    PERFECT,
    PREPOSITIONS,
    RELATIVES,
    is_adverb,
)

FEW = 4  # words of a short subject
_ALSO = frozenset("also again too then now soon often never not".split())
_PERSONAL = frozenset("he she it they".split())
_ADVERBIAL = (
    PREPOSITIONS | LEAD_ADVERBS | {"according", "same", "such", "early", "late", "due", "together"}
)
# Nouns that only lead to another: `within the framework of the agreement`.
_LIGHT = frozenset("framework scope context course case frame help aid process wake light".split())
_RELATIVE_WORDS = RELATIVES | {COMPLEMENT}


def nobody(pronoun: str) -> str:
    """The answer to whom a pronoun means where nobody can tell."""
    return ""


def is_adverbial(sentence: Sentence, i: int) -> bool:
    """Does a phrase that begins with this token only say when, where or how?

    `Early's army` does not, though `early in May` does.
    """
    owner = sentence.words[i + 1 : i + 2]
    return sentence.lowered[i] in _ADVERBIAL and not (owner and owner[0].kind == "possessive")


def clause_words(sentence: Sentence, clause: int) -> list[int]:
    """The tokens of a clause with its subject, where that stands elsewhere in the sentence."""
    segments, lowered = sentence.segments, sentence.lowered
    segment = segments[clause]
    own = tokens_of(segment)
    while own and (lowered[own[0]] in OPENERS or _opens_as_adverb(sentence, own[0])):
        own.pop(0)
    if segment.verb is None or not own:
        return own
    if segment.kind == "relative":
        return _with_antecedent(sentence, clause, own)
    start = own[0]
    if lowered[start] in PREPOSITIONS:
        start = after_date(lowered, sentence.dated_words, start)
    if lowered[start] == "of":  # `Ada Kay, 18, of Lima died`
        return _subject(sentence, clause) + [i for i in own if i >= segment.verb]
    if start == segment.verb or _only_adverbs(sentence, start, segment.verb):
        return _subject(sentence, clause) + own
    owns = any(word.kind == "possessive" for word in sentence.words[start + 1 : start + 2])
    if start < segment.last and lowered[start] in _PERSONAL and not owns:
        return (_named_subject(sentence, clause) or [start]) + [i for i in own if i > start]
    if clause and any(lowered[i] in ("and", "or") for i in range(segment.first, segment.verb)):
        return _listed(sentence, clause) + own
    return own


def _opens_as_adverb(sentence: Sentence, i: int) -> bool:
    return sentence.lowered[i] in LEAD_ADVERBS and is_adverbial(sentence, i)


def _listed(sentence: Sentence, clause: int) -> list[int]:
    """The first items of a list of subjects: `Ada, Bo and Cy met`.

    With its `and` where the clause begins so, unless it only goes on behind an earlier clause.
    """
    found: list[int] = []
    linked = sentence.lowered[sentence.segments[clause].first] in COORDINATORS
    for before in reversed(sentence.segments[:clause]):
        if before.verb is not None and linked:
            return []
        dated = before.first in sentence.dated_words
        if before.kind != "phrase" or is_adverbial(sentence, before.first) or dated:
            break
        found = tokens_of(before) + found
    return [*found, sentence.segments[clause].first] if found and linked else found


def _only_adverbs(sentence: Sentence, first: int, verb: int) -> bool:
    return all(is_adverb(sentence.lowered[i]) for i in range(first, verb))


def _with_antecedent(sentence: Sentence, clause: int, own: list[int]) -> list[int]:
    """A relative clause with the noun in the place of the relative word.

    `the fair, which was held` is `the fair was held`; `the tanks, which A bought` is `A bought
    the tanks`; after `where` nothing is missing.
    """
    segments, lowered = sentence.segments, sentence.lowered
    segment = segments[clause]
    within = range(segment.first, segment.last)
    opener = next((i for i in within if lowered[i] in _RELATIVE_WORDS), None)
    if opener is None or lowered[opener] not in ("which", "who", "that", "whom") or clause == 0:
        return own
    own = [i for i in own if i > opener]
    antecedent = noun_phrase(sentence, *_undated_end(sentence, segments[clause - 1]))
    verb = segment.verb
    assert verb is not None
    start = opener + 1
    if lowered[start] in PREPOSITIONS:  # `who in May came`
        start = after_date(lowered, sentence.dated_words, start)
    if _only_adverbs(sentence, start, verb):
        return antecedent + own
    after = verb + 1
    while after < segment.last and (lowered[after] in BE | PERFECT or verblike(lowered[after])):
        after += 1  # `which it had lost`
    return [i for i in own if i < after] + antecedent + [i for i in own if i >= after]


def _undated_end(sentence: Sentence, segment: Segment) -> tuple[Segment, int]:
    """A segment and where its noun ends before a date: `the law | passed in 1996, which`."""
    end = segment.last
    while end > segment.first and end - 1 in sentence.dated_words:
        end -= 1
    if end == segment.last or end == segment.first:
        return segment, segment.last
    while end > segment.first + 1 and sentence.lowered[end - 1] in PREPOSITIONS:
        end -= 1
    if end - 1 > segment.first and end - 1 != segment.verb and verblike(sentence.lowered[end - 1]):
        end -= 1
    return segment, end


def noun_phrase(sentence: Sentence, segment: Segment, end: int | None = None) -> list[int]:
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
    subject of the clause that it goes on with (`Ada came and won`), over what that one says
    (`Ada saw that she had lost and left`).
    """
    segments, lowered = sentence.segments, sentence.lowered
    verb = segments[clause].verb or 0
    goes_on = lowered[segments[clause].first] in COORDINATORS
    found: list[int] = []
    for i in range(clause - 1, -1, -1):
        before = segments[i]
        said = before.kind == "subordinate" and goes_on and not found
        if before.kind in ("relative", "aside") or said:
            continue
        if before.verb is not None:
            if found or before.kind != "clause":
                break
            subject = clause_words(sentence, i)
            close = lowered[segments[clause].first - 1] != ","
            done = lowered[verb][-2:] == "ed" or lowered[verb + 1 : verb + 2] == ["by"]
            passive = close and lowered[before.verb] in BE and done
            return [k for k in subject if k < before.verb + passive]
        start = after_date(lowered, sentence.dated_words, before.first)
        if start >= before.last or lowered[before.last - 1] in COORDINATORS:
            continue
        aside = goes_on and i and segments[i - 1].verb is not None and i < clause
        if is_adverbial(sentence, start) or aside or _is_apposition(sentence, i):
            continue
        if lowered[start].endswith(("ing", "ed")) and not before.opener == "(":
            continue
        found = list(range(start, before.last))
    return found


def _is_apposition(sentence: Sentence, i: int) -> bool:
    """Is it the `a large port` of `the fleet attacked Callao, a large port, but was repulsed`?"""
    segments = sentence.segments
    before = segments[i - 1] if i else None
    indefinite = sentence.lowered[segments[i].first] in ("a", "an")
    return indefinite and before is not None and before.verb not in (None, before.last - 1)


def _named_subject(sentence: Sentence, clause: int) -> list[int]:
    """What the pronoun at the head of a clause stands for by a clause before it."""
    start = _clause_start(sentence, clause)
    at = after_date(sentence.lowered, sentence.dated_words, start)
    return named_before(sentence, clause, sentence.lowered[at])


def named_before(sentence: Sentence, clause: int, pronoun: str) -> list[int]:
    """What a pronoun stands for: the subject of a clause before in the sentence, if it can be.

    That of a main clause where there is one, since `it` in `after Peru had won, trade grew and it
    flourished` is no country.
    """
    told = [i for i in range(clause) if sentence.segments[i].verb is not None]
    mains = [i for i in told if sentence.segments[i].kind == "clause"]
    for i in mains or told:
        if sentence.segments[i].kind == "relative":
            continue
        meant = referent(sentence, subject_of(sentence, i), pronoun)
        if meant:
            return meant
    return []


def subject_of(sentence: Sentence, clause: int) -> list[int]:
    """The subject of a clause, without adverbs before its verb; empty for none."""
    verb = sentence.segments[clause].verb
    if verb is None:
        return []
    lowered = sentence.lowered
    found = [k for k in clause_words(sentence, clause) if k < verb]
    if found and lowered[found[0]] in PREPOSITIONS:
        start = after_date(lowered, sentence.dated_words, found[0])
        found = [k for k in found if k >= start]
    while found and (is_adverb(lowered[found[-1]]) or lowered[found[-1]] in _ALSO):
        found.pop()
    return found


def _clause_start(sentence: Sentence, clause: int) -> int:
    """The first token of a clause behind its conjunctions and adverbs."""
    segment = sentence.segments[clause]
    i = segment.first
    while i < segment.last - 1 and (
        sentence.lowered[i] in OPENERS or _opens_as_adverb(sentence, i)
    ):
        i += 1
    return i


def tokens_of(segment: Segment) -> list[int]:
    """The indexes of a segment's tokens."""
    return list(range(segment.first, segment.last))
