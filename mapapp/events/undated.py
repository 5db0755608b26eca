"""A title's words without the dates, which are shown beside it."""

import re
from collections.abc import Sequence

from mapapp.events.sentence import Sentence
from mapapp.events.words import AUXILIARIES, COORDINATORS, DETERMINERS, PREPOSITIONS, SUBORDINATORS

_BEFORE_DATES = frozenset(
    "no later than earlier as the , and on in at dated since during by between until till from of"
    " around about circa early late before after"
    " years".split()
)
_BETWEEN_DATES = frozenset({"-", "–", "—", "to", "and", ","})
_QUARTER = re.compile(r"[QH][1-4]")
_NO_NAMES = frozenset(
    "january february march april may june july august september october november december jan feb"
    " mar apr jun jul aug sept sep oct nov dec bc ad ce bce".split()
)
_SPENDING = frozenset("spent spend spends spending passed".split())
_WHICH = 2  # words of `the summer`
_ARTICLES = frozenset("the a an his her its their this".split())
_SEASONS = frozenset("spring summer autumn winter".split())
_LIGHT_ADVERBS = frozenset("also again too only".split())
_AFTER_DATES = frozenset({"period", "years", "decade", "onwards", "onward"})
# These may end what goes before; they go only with the date that they stand right before.
_LOOSE = frozenset({"and", "of", "by", ","})
_NO_NOUNS = PREPOSITIONS | DETERMINERS | COORDINATORS | AUXILIARIES | SUBORDINATORS


def without_dates(sentence: Sentence, chosen: Sequence[int]) -> list[int]:
    """Drop dates and their prepositions; a year inside a name (`IDEF-2019`) stays."""
    lowered = sentence.lowered
    dated = [i for i in chosen if i in sentence.dated_words and not _in_name(sentence, i)]
    if not dated:
        return list(chosen)
    drop: set[int] = set()
    kept = _dates_as_subjects(sentence) | _dates_of_nouns(sentence)
    for i in dated:
        if i in kept:
            continue
        drop.add(i)
        k = i - 1
        while k >= 0 and k not in drop and lowered[k] in _BEFORE_DATES:
            if lowered[k] in _LOOSE and k + 1 != i and lowered[k + 1] not in ("the", "in", "on"):
                break
            drop.add(k)
            k -= 1
            if lowered[k + 1] in PREPOSITIONS:
                break
    for i in chosen:
        between = lowered[i] in _BETWEEN_DATES and i + 1 in drop
        if i - 1 in drop and (between or lowered[i] in _AFTER_DATES):
            drop.add(i)
    return [i for i in chosen if i not in drop]


def _dates_as_subjects(sentence: Sentence) -> set[int]:
    """The dates that are the subject of a verb: `2007 also saw a rise`."""
    found: set[int] = set()
    for segment in sentence.segments:
        if segment.verb is None:
            continue
        first = segment.first + (sentence.words[segment.first].kind == "mark")
        while first < segment.verb and sentence.lowered[first] in COORDINATORS:
            first += 1
        if first not in sentence.dated_words or first - 2 in sentence.dated_words:
            continue  # also not the second of `floods in 2000, 2001 and 2007 drove`
        before = range(first, segment.verb)
        said = [i for i in before if i in sentence.dated_words]
        light = _LIGHT_ADVERBS | {"and"}
        if all(i in said or sentence.lowered[i] in light for i in before):
            found.update(said)
    return found


def _dates_of_nouns(sentence: Sentence) -> set[int]:
    """The dates that say which of several, those that own, and those that somebody spent.

    `the summer campaign`, `the 2006 floods`; `Monday’s vote`; `spent the night in the open`.
    """
    found: set[int] = set()
    lowered = sentence.lowered
    for date in sentence.dates:
        for span in date.spans:
            said = [
                i for i in sentence.dated_words if span.start <= sentence.words[i].start < span.end
            ]
            if not said:
                continue
            first, last = min(said), max(said) + 1
            spent = lowered[first - 1] in _SPENDING or (
                lowered[first - 1] in DETERMINERS and lowered[first - 2] in _SPENDING
            )
            owns = last < len(lowered) and sentence.words[last].kind == "possessive"
            if spent or owns or (last - first <= _WHICH and _is_which(sentence, first, last)):
                found.update(said)
    return found


def _is_which(sentence: Sentence, first: int, last: int) -> bool:
    """Does a bare year, month or season stand between an article and a noun?"""
    lowered = sentence.lowered
    if lowered[first] != "the":
        if lowered[first - 1] not in _ARTICLES:
            return False
    elif last - first != _WHICH:
        return False
    if last >= len(lowered) or not lowered[last].isalpha() or not lowered[last].islower():
        return False
    named = sentence.words[last].text[0].isupper()
    if named or lowered[last] in _NO_NOUNS or any(one.verb == last for one in sentence.segments):
        return False
    word = lowered[last - 1]
    return word.isdecimal() or word in _SEASONS | _NO_NAMES or word.endswith("day")


def _in_name(sentence: Sentence, i: int) -> bool:
    token = sentence.words[i]
    if i in sentence.named_dates or token.kind != "word":
        return i in sentence.named_dates
    numbered = any(letter.isdigit() for letter in token.text)
    numbered = numbered and not token.text.lower().startswith("mid")
    return (numbered and not _QUARTER.fullmatch(token.text)) or _heads_name(sentence, i)


def _heads_name(sentence: Sentence, i: int) -> bool:
    """Is it the feast of `the Easter Offensive`, and no day before a name: `Friday Ruiz left`?"""
    following = sentence.words[i + 1] if i + 1 < len(sentence.words) else None
    if following is None or i + 1 in sentence.dated_words or following.kind != "word":
        return False
    named = sentence.words[i].text[0].isupper() and following.text[0].isupper()
    return (
        named and not sentence.lowered[i].endswith("day") and sentence.lowered[i] not in _NO_NAMES
    )
