"""How the words of a title are written, and a subject shortened that stands for a pronoun."""

from collections.abc import Sequence

from mapapp.events.clauses import after_date
from mapapp.events.sentence import Sentence
from mapapp.events.verbs import verblike
from mapapp.events.words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    LEAD_ADVERBS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)

MOST = 12  # words
_LONGEST_SUBJECT = 9  # words before the verb
_NEVER_LAST = (
    PREPOSITIONS | DETERMINERS | COORDINATORS | RELATIVES | AUXILIARIES | SUBORDINATORS
    | frozenset(", ; : ( ) – — - \" “ ‘ . ! ? … that".split())
)  # fmt: skip
_EXTENTS = frozenset(
    "more worth early late particularly especially gradually mainly partly largely mostly"
    " compared according such well at-least nearly about roughly approximately almost".split()
)
OPENS_ADVERBIAL = PREPOSITIONS | {"late", "early", "soon"}
_LED = frozenset("command leadership direction auspices head guidance control name".split())
_SUBJECTS = frozenset("i he she it we they".split())


def clipped(sentence: Sentence, chosen: list[int]) -> list[int]:
    """Without the date at the head, and with a subject short enough to leave its verb an object.

    `The Board of Trade and the Ministry of War of Peru signed` loses `of Peru`.
    """
    lowered = sentence.lowered
    if chosen and lowered[chosen[0]] in PREPOSITIONS:
        head = after_date(lowered, sentence.dated_words, chosen[0])
        chosen = [i for i in chosen if not chosen[0] <= i < head] or chosen
    verbs = {segment.verb for segment in sentence.segments}
    at = next((place for place, i in enumerate(chosen) if i in verbs), None)
    opening = lowered[chosen[0]] if chosen else ""
    led = opening in OPENS_ADVERBIAL or opening.endswith("ing")
    if at is not None and (led or (chosen[0] and lowered[chosen[0] - 1] in PREPOSITIONS)):
        start = after_adverbial(lowered, chosen[:at])
        chosen, at = chosen[start:], at - start
    while at is not None and at > _LONGEST_SUBJECT and at + 1 < len(chosen):
        cut = next((k for k in range(at - 1, 0, -1) if lowered[chosen[k]] in PREPOSITIONS), None)
        if cut is None:
            break
        cut -= chosen[cut] - 1 == chosen[cut - 1] and lowered[chosen[cut - 1]].endswith("ed")
        while cut > 1 and lowered[chosen[cut - 1]] in ("such", "as", "along", "together"):
            cut -= 1
        while cut > 2 and lowered[chosen[cut - 1]] in _LED and lowered[chosen[cut - 2]] == "the":
            cut -= 3  # `under the command` of somebody
        chosen, at = chosen[:cut] + chosen[at:], cut
    if at is not None and at > _LONGEST_SUBJECT and at + 1 < len(chosen):
        cut = next((k for k in range(1, at) if _is_listed(lowered, chosen[k - 1], chosen[k])), at)
        chosen = chosen[:cut] + chosen[at:]
    return chosen


def _is_listed(lowered: Sequence[str], before: int, i: int) -> bool:
    """Does a comma divide two neighbours, as in a list?"""
    return i == before + 2 and lowered[before + 1] == ","


def after_adverbial(lowered: Sequence[str], before: Sequence[int]) -> int:
    """Where the subject begins behind a phrase at the head: `in a battle near Lima the army`.

    Behind its last comma, at a pronoun, or else at the last article that no preposition governs; 0
    where nothing shows it.
    """
    if len(before) > 1 and lowered[before[-1]] in _SUBJECTS:
        return len(before) - 1
    for place in range(len(before) - 2, 0, -1):
        if lowered[before[place]] == ",":
            return place + 1
        article = lowered[before[place]] in ("the", "a", "an", "its", "his", "her", "their")
        if article and lowered[before[place - 1]] not in PREPOSITIONS | COORDINATORS | DETERMINERS:
            return place
    return 0


def dangles(word: str) -> bool:
    """Can a title not end with this word?"""
    return word in _NEVER_LAST or word in LEAD_ADVERBS or word in _EXTENTS


def written(sentence: Sentence, chosen: Sequence[int]) -> str:
    """The tokens as text, with commas between phrases that stood side by side."""
    parts: list[str] = []
    words, opening = sentence.words, sentence.lowered[0]
    before = -2
    for place, i in enumerate(chosen):
        if i < 0:  # what was left out
            parts.append(" …")
            continue
        if before != i - 1:
            parts.append(_gap(sentence, before, i) if place else "")
        elif words[before].end < words[i].start:
            parts.append(" ")
        parts.append(opening if i == 0 and place and _is_common(opening) else words[i].text)
        before = i
    found = " ".join("".join(parts).split())
    if found.count('"') % 2:
        found = found.replace('"', "")
    for opening, closing in ("“”", "()", "[]"):
        if found.count(opening) != found.count(closing):
            found = found.replace(opening, "").replace(closing, "")
    found = found.strip(" ,;:")
    return found[:1].upper() + found[1:]


def _is_common(opening: str) -> bool:
    """Is the first word of a sentence written small within a title?"""
    return opening in DETERMINERS or opening.endswith("ing") or verblike(opening)


def _is_verbal(sentence: Sentence, i: int) -> bool:
    verb = any(segment.verb == i for segment in sentence.segments)
    word = sentence.words[i].text
    return verb or (word.endswith("ed") and word.islower())


def _gap(sentence: Sentence, before: int, i: int) -> str:
    """What to write between two tokens that do not stand side by side."""
    lowered = sentence.lowered
    if before == i - 2 and lowered[i - 1] == "," and not _is_verbal(sentence, i):
        return ", "
    return "" if sentence.lowered[i] in ",;:.’'" else " "
