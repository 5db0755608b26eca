"""Titles: a short clean clause made from the sentence's own words."""

from collections.abc import Sequence

from mapapp.events.clauses import Segment, clause_of
from mapapp.events.dates import Dated
from mapapp.events.sentence import Sentence
from mapapp.events.words import (
    AUXILIARIES,
    COORDINATORS,
    DEMONSTRATIVES,
    DETERMINERS,
    MAYBE_SUBORDINATORS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)

_MOST = 12  # words
_OPENERS = COORDINATORS | SUBORDINATORS | MAYBE_SUBORDINATORS | RELATIVES | {"that"}
_ADVERBS = frozenset(
    "however meanwhile thus also therefore moreover furthermore similarly finally eventually then"
    " today currently especially particularly indeed nevertheless additionally subsequently later"
    " already still soon again once instead consequently afterwards only even just".split()
)
_NEVER_LAST = (
    PREPOSITIONS | DETERMINERS | COORDINATORS | RELATIVES | AUXILIARIES | SUBORDINATORS
    | frozenset(", ; : ( ) – — - \" ' “ ‘".split())
)  # fmt: skip
_GOOD_BREAKS = PREPOSITIONS | COORDINATORS | RELATIVES | {",", ";", "(", ":"}
_CLOSING = {")": "(", "”": "“", "’": "‘", "]": "["}


def title(text: str, sentence: Sentence, dated: Dated | None) -> str:
    """At most twelve words for the event of a date, or of the whole sentence without one."""
    chosen = _words(sentence, dated)
    chosen = _without_dates(sentence, chosen)
    chosen = _without_asides(sentence.lowered, chosen)
    chosen = _trimmed(sentence, chosen)
    chosen = _short(sentence.lowered, chosen)
    return _written(text, sentence, chosen)


def _words(sentence: Sentence, dated: Dated | None) -> list[int]:
    """Indexes of the tokens to make the title from."""
    segments = sentence.segments
    if not segments:
        return []
    here = dated.segment if dated else _main(segments)
    clause = clause_of(segments, here)
    if _is_listed(sentence, dated, here, clause):
        return _range(segments[here])
    chosen = _subject(sentence, clause) + _range(segments[clause])
    for i in range(clause + 1, len(segments)):
        if segments[i].kind != "phrase" or clause_of(segments, i) != clause:
            break
        chosen += _range(segments[i])
    return chosen


def _main(segments: Sequence[Segment]) -> int:
    return next((i for i, segment in enumerate(segments) if segment.kind == "clause"), 0)


def _is_listed(sentence: Sentence, dated: Dated | None, here: int, clause: int) -> bool:
    """Is the date in one of several phrases that each tell their own: a list of fairs?"""
    segment = sentence.segments[here]
    if dated is None or segment.verb is not None:
        return False
    if here == clause:
        return True
    named = any(sentence.segment_of(mention) == here for mention in sentence.mentions)
    lone = sum(date.segment == here for date in sentence.dates) < len(sentence.dates)
    bare = sentence.lowered[segment.first] in PREPOSITIONS
    return named and lone and not bare


def _subject(sentence: Sentence, clause: int) -> list[int]:
    """The subject of a clause that begins with its verb or a relative word."""
    segments, lowered = sentence.segments, sentence.lowered
    segment = segments[clause]
    start = segment.first
    while start < segment.last and (
        lowered[start] in _OPENERS or lowered[start] in _ADVERBS or lowered[start].endswith("ly")
    ):
        start += 1
    if segment.verb is None or start != segment.verb or clause == 0:
        return []
    if segment.kind == "relative":
        return _noun_phrase(sentence, segments[clause - 1])
    for i in range(clause - 1, -1, -1):
        before = segments[i]
        if before.kind == "clause" and before.verb is not None and before.verb > before.first:
            return list(range(before.first, before.verb))
        if before.kind == "phrase" and lowered[before.first] not in PREPOSITIONS:
            return _range(before)
    return []


def _noun_phrase(sentence: Sentence, segment: Segment) -> list[int]:
    """The last noun phrase of a segment: what a relative word refers to."""
    lowered = sentence.lowered
    first = segment.last
    while first > segment.first:
        word = lowered[first - 1]
        if word != "of" and word in PREPOSITIONS | AUXILIARIES | COORDINATORS:
            break
        if first - 1 == segment.verb:
            break
        first -= 1
    return list(range(first, segment.last))


def _range(segment: Segment) -> list[int]:
    return list(range(segment.first, segment.last))


def _without_dates(sentence: Sentence, chosen: Sequence[int]) -> list[int]:
    """Drop dates and their prepositions: the date is shown beside the title."""
    lowered = sentence.lowered
    drop: set[int] = set()
    for i in chosen:
        if i not in sentence.dated_words or _in_name(sentence, i):
            continue
        drop.add(i)
        k = i - 1
        while k in drop or (k >= 0 and lowered[k] in ("the", ",", "and", "on", "in", "dated",
                                                      "since", "during", "by", "between",
                                                      "until", "from", "of")):  # fmt: skip
            if k not in drop and lowered[k] in ("and", "from", "of", "by") and k + 1 not in drop:
                break
            drop.add(k)
            if lowered[k] in PREPOSITIONS:
                break
            k -= 1
    return [i for i in chosen if i not in drop]


def _in_name(sentence: Sentence, i: int) -> bool:
    """Is the date's token more than a date: `IDEF-2019`?"""
    token = sentence.words[i]
    return token.kind == "word" and any(letter.isdigit() for letter in token.text)


def _without_asides(lowered: Sequence[str], chosen: Sequence[int]) -> list[int]:
    kept: list[int] = []
    depth = 0
    for i in chosen:
        if lowered[i] == "(":
            depth += 1
        elif lowered[i] == ")":
            depth = max(depth - 1, 0)
        elif not depth:
            kept.append(i)
    return kept


def _trimmed(sentence: Sentence, chosen: list[int]) -> list[int]:
    lowered = sentence.lowered
    start, end = 0, len(chosen)
    while start < end and _is_lead(sentence, chosen[start], first=start == 0):
        start += 1
    while end > start and lowered[chosen[end - 1]] in _NEVER_LAST | {".", "!", "?", "…"}:
        end -= 1
    return chosen[start:end]


def _is_lead(sentence: Sentence, i: int, *, first: bool) -> bool:
    word, token = sentence.lowered[i], sentence.words[i]
    if token.kind == "mark":
        return word not in '“"‘'
    if word in _OPENERS or word in _ADVERBS:
        return True
    if word in DEMONSTRATIVES:
        return i + 1 < len(sentence.words) and sentence.lowered[i + 1] not in AUXILIARIES
    return first and word.endswith("ing") and len(word) > 5 and sentence.words[i].kind == "word"


def _short(lowered: Sequence[str], chosen: list[int]) -> list[int]:
    """Cut to twelve words, at the last good break."""
    counted = [i for i in chosen if lowered[i][0].isalnum()]
    if len(counted) <= _MOST:
        return chosen
    cut = [i for i in chosen if i <= counted[_MOST - 1]]
    for k in range(len(cut) - 1, 4, -1):
        if lowered[cut[k]] in _GOOD_BREAKS and lowered[cut[k]] != "of":
            cut = cut[:k]
            break
    while cut and lowered[cut[-1]] in _NEVER_LAST:
        cut.pop()
    return cut


def _written(text: str, sentence: Sentence, chosen: Sequence[int]) -> str:
    """The tokens as text, spaced as in the sentence where neighbours stayed neighbours."""
    parts: list[str] = []
    for place, i in enumerate(chosen):
        token = sentence.words[i]
        if place:
            before = sentence.words[chosen[place - 1]]
            touching = chosen[place - 1] == i - 1 and before.end == token.start
            parts.append("" if touching or token.text in ",;:.’'" else " ")
        parts.append(token.text)
    written = " ".join("".join(parts).split())
    return written[:1].upper() + written[1:]
