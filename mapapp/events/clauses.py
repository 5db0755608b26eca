"""Sentences cut into clauses and phrases by marks, conjunctions, relative words and finite verbs.

No parser: one pass over the tokens with closed classes of words. A *segment* is a stretch without
a cut inside; a segment with a finite verb is a clause, others are phrases that lean on a clause.
"""

from collections.abc import Collection, Sequence

from mapapp.events.segments import Segment, SegmentKind, lean
from mapapp.events.verbs import finite, surely_finite, verblike
from mapapp.events.words import (
    AUXILIARIES,
    COMPLEMENT,
    COORDINATORS,
    LEAD_ADVERBS,
    MAYBE_SUBORDINATORS,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SAYING,
    SUBORDINATORS,
    is_adverb,
)
from mapapp.text import Token

_MARKS = frozenset(",;:()—–[]")
_CUTS = _MARKS | OPENERS
_BEFORE_DATE = PREPOSITIONS | {"the", "early", "late", "mid"}
# After these a second verb of a relative clause is still its own: `who came and saw`.
_NO_END = COORDINATORS | PRONOUNS | RELATIVES | AUXILIARIES | {COMPLEMENT, "to", ","}
_TO = frozenset({"to", "and", "until", "till", "through", "-", "–", "—"})
_SUBJECTS = frozenset("the a an his her its their he she it they i we".split())
_PERSONAL = frozenset("he she they we i".split())
_TIMES = frozenset("when whenever while before after since until once if as".split())
# Verbs behind which a clause is what was thought: `when he found the war was over`.
_TAKING = frozenset(
    "thought believed knew felt found saw heard learned hoped feared agreed".split()
)
_DATE_WITHIN = 3  # words before a date that belong to it


def told_verbs(
    words: Sequence[Token], lowered: Sequence[str], dated: Collection[int] = ()
) -> list[bool]:
    """For each token, whether it is a finite verb outside the dates."""
    return [told and i not in dated for i, told in enumerate(finite(words, lowered))]


def cut(
    words: Sequence[Token],
    lowered: Sequence[str],
    verbs: Sequence[bool],
    glued: Collection[int],
    dated: Collection[int] = (),
) -> list[Segment]:
    """Cut a sentence's tokens into segments and say which leans on which.

    Parameters
    ----------
    words, lowered : sequence of Token, sequence of str
        The tokens and their words in lower case.
    verbs : sequence of bool
        Which of them are finite verbs, as `told_verbs` says.
    glued : collection of int
        Indexes before or at which no cut is allowed: inside dates and names.
    dated : collection of int
        Those of them inside dates: what follows `In May 1846` opens the clause.
    """
    segments = _segments(words, lowered, glued, dated, verbs)
    segments = [part for one in segments for part in _parted(lowered, glued, dated, verbs, one)]
    lean(lowered, segments)
    return segments


def _segments(
    words: Sequence[Token],
    lowered: Sequence[str],
    glued: Collection[int],
    dated: Collection[int],
    verbs: Sequence[bool],
) -> list[Segment]:
    found: list[Segment] = []
    first, opener = 0, ""
    cuts = [
        i
        for i, word in enumerate(lowered)
        if word in _CUTS and i not in glued and not (word == ":" and _is_clock(words, i))
    ]
    for i in [*cuts, len(words)]:
        mark = i < len(words) and lowered[i] in _MARKS
        if i < len(words) and not mark and not _opens(lowered, verbs, first, i):
            continue
        comma = _inner_comma(lowered, dated, verbs, first, i)
        if comma:
            found.append(_segment(lowered, dated, verbs, first, comma, opener))
            first, opener = comma + 1, ""
        if i > first:
            found.append(_segment(lowered, dated, verbs, first, i, opener))
        first = i + 1 if mark else i
        opener = ("(" if lowered[i] in "([" else "") if mark else ""
    return found


def _is_clock(words: Sequence[Token], i: int) -> bool:
    """Is it the colon of `8:00`?"""
    around = words[max(i - 1, 0) : i + 2]
    return len(around) == 3 and around[0].kind == around[2].kind == "number"


def _inner_comma(
    lowered: Sequence[str], dated: Collection[int], verbs: Sequence[bool], first: int, last: int
) -> int:
    """The comma inside a name behind which the clause begins: `in Rome, Georgia, they met`.

    0 where a stretch begins with no preposition, or has a verb before its last such comma.
    """
    if first >= last or lowered[first] not in PREPOSITIONS:
        return 0
    verb = next((k for k in range(first, last) if verbs[k]), first)
    commas = (k for k in range(verb - 1, first, -1) if lowered[k] == "," and k not in dated)
    return next(commas, 0)


def _opens(lowered: Sequence[str], verbs: Sequence[bool], first: int, i: int) -> bool:
    """Does the word at `i` open a clause after the stretch that began at `first`?"""
    word = lowered[i]
    if i == first:
        return False
    if word in RELATIVES or word in SUBORDINATORS:
        return True
    if word in MAYBE_SUBORDINATORS or word == COMPLEMENT:
        if lowered[i - 1] in PREPOSITIONS or lowered[i + 1 : i + 2] == ["of"]:
            return False  # `as of May`
        return _verb_ahead(lowered, verbs, i + 1)
    if word in COORDINATORS and any(verbs[first:i]):
        return _verb_ahead(lowered, verbs, i + 1) or _frames_ahead(lowered, verbs, i + 1)
    return False


def _frames_ahead(lowered: Sequence[str], verbs: Sequence[bool], i: int) -> bool:
    """Does a phrase follow that frames the next clause: `and during the war, trade ceased`?"""
    while i < len(lowered) and (is_adverb(lowered[i]) or lowered[i] in LEAD_ADVERBS):
        i += 1
    if i == len(lowered) or lowered[i] not in PREPOSITIONS:
        return False
    comma = next((k for k in range(i, len(lowered)) if lowered[k] in _MARKS), len(lowered))
    after = comma + 1
    if lowered[comma : comma + 1] != [","] or after >= len(lowered):
        return False
    plain = lowered[after] not in _CUTS and not verbs[after] and not verblike(lowered[after])
    return plain and _verb_ahead(lowered, verbs, after)


def _parted(
    lowered: Sequence[str],
    glued: Collection[int],
    dated: Collection[int],
    verbs: Sequence[bool],
    one: Segment,
) -> list[Segment]:
    """A clause that leans on the main one, and how that goes on, where no comma parts them.

    `That burnt in 1990 | was rebuilt`, `when he went to Lima | the war ended`.
    """
    if one.kind == "subordinate" and one.verb is not None:
        start = _main_behind(lowered, dated, verbs, one)
        if start:
            told = next(k for k in range(start, one.last) if verbs[k])
            rest = Segment(start, one.last, "clause", "", told)
            return [Segment(one.first, start, one.kind, one.opener, one.verb), rest]
    if one.kind != "relative" or one.verb is None or lowered[one.verb] in SAYING:
        return [one]
    for k in range(one.verb + 2, one.last):
        if not verbs[k] or k in glued or lowered[k - 1] in _NO_END:
            continue
        if surely_finite(lowered, k) or lowered[k + 1 : k + 2] == ["a"]:
            rest = Segment(k, one.last, "clause", "", k)
            return [Segment(one.first, k, one.kind, one.opener, one.verb), rest]
    return [one]


def _main_behind(
    lowered: Sequence[str], dated: Collection[int], verbs: Sequence[bool], one: Segment
) -> int:
    """Where the main clause begins behind a subordinate one; 0 where a mark parts them."""
    assert one.verb is not None
    if one.opener not in _TIMES or lowered[one.verb] in SAYING:
        return 0
    second = next((k for k in range(one.verb + 2, one.last) if verbs[k]), 0)
    for k in range(second - 1, one.verb, -1):
        ends = k - 1 in dated and k not in dated
        if lowered[k] in COORDINATORS or lowered[k - 1] in ("to", "not"):
            return 0
        if lowered[k] in _SUBJECTS or ends:
            inner = lowered[k - 1] in PREPOSITIONS or lowered[k] in PREPOSITIONS
            return 0 if inner or (k - 1 == one.verb and lowered[k - 1] in _TAKING) else k
    return 0


def _verb_ahead(lowered: Sequence[str], verbs: Sequence[bool], i: int) -> bool:
    """Is there a finite verb before the next mark or opener?"""
    for k in range(i, len(lowered)):
        if verbs[k] or (k == i and verblike(lowered[k])):
            return True
        word = lowered[k]
        if word in _MARKS or word in RELATIVES or word in SUBORDINATORS:
            return False
        if k > i and word in COORDINATORS and any(verbs[k + 1 : k + 2]):
            return False  # `since their defeat in May and was`
    return False


def _segment(
    lowered: Sequence[str],
    dated: Collection[int],
    verbs: Sequence[bool],
    first: int,
    last: int,
    opener: str,
) -> Segment:
    word = lowered[first]
    inner = word
    if word in COORDINATORS and first + 1 < last:
        inner = lowered[first + 1]
    verb = next((k for k in range(first, last) if verbs[k]), None)
    if verb is None and word in COORDINATORS and verblike(inner) and any(verbs[:first]):
        verb = first + 1  # and not in `tired and beaten, they`
    kind: SegmentKind
    if opener == "(":
        kind = "aside"
    elif inner in RELATIVES or (last - first > 2 and lowered[first + 1] in RELATIVES):
        kind = "relative"
    elif inner == COMPLEMENT and verb == first + 1:  # `aircraft that crossed`, not `said that it`
        kind = "relative"
    elif verb is None:
        kind = "phrase"
    elif inner in SUBORDINATORS or inner in MAYBE_SUBORDINATORS or inner == COMPLEMENT:
        kind = "subordinate"
    elif word in COORDINATORS and after_date(lowered, dated, first + 1) == verb:
        kind = "clause"  # `and in May moved on`: the subject is that of the clause before
    elif word == "of" and first and lowered[first - 1] == ",":
        kind = "clause"  # `Ada Kay, 18, of Lima died`
    elif _without_subject(lowered, dated, first, verb) and not surely_finite(lowered, verb):
        kind, verb = "phrase", None  # `Following the summit held in 1994`: no subject, no clause
    else:
        kind = "clause"
    return Segment(first, last, kind, opener or (inner if kind != "clause" else ""), verb)


def _without_subject(lowered: Sequence[str], dated: Collection[int], first: int, verb: int) -> bool:
    """Does a stretch up to its verb begin with a preposition that leaves no room for a subject?

    After the date of `In May 1846 the army crossed` there is one.
    """
    i = first + (lowered[first] in COORDINATORS)
    if lowered[i] not in PREPOSITIONS or lowered[verb - 1] in _PERSONAL:
        return False  # `From Lima she led`
    i = after_date(lowered, dated, i)
    if any(k - 1 in dated and k not in dated and lowered[k] in _SUBJECTS for k in range(i, verb)):
        return False  # `In a letter of May the bishop told`
    return i >= verb or lowered[i] in PREPOSITIONS


def after_date(lowered: Sequence[str], dated: Collection[int], first: int) -> int:
    """Where a phrase goes on after the date at its head, `in` and `the` with it; `first` if none.

    A year that nobody read as a date (`In 2019 soldiers`) counts as one after a preposition.
    """
    i = first
    while i < len(lowered) and (lowered[i] in _BEFORE_DATE) and i - first < _DATE_WITHIN:
        i += 1
    start = i
    while i < len(lowered) and (
        i in dated
        or (i == start > first and _is_year(lowered[i]))
        or (i > start and lowered[i] in _TO and i + 1 in dated)
    ):
        i += 1
    return i if i > start else first


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[0] in "12"
