"""How the words chosen for a title are cleaned, cut and written."""

from collections.abc import Sequence

from mapapp.events.clauses import after_date
from mapapp.events.sentence import Sentence
from mapapp.events.verbs import verblike
from mapapp.events.words import (
    AUXILIARIES,
    COORDINATORS,
    DEMONSTRATIVES,
    DETERMINERS,
    LEAD_ADVERBS,
    OPENERS,
    PREPOSITIONS,
    RELATIVES,
    STRONG_PAST,
    SUBORDINATORS,
)

MOST = 12  # words
_LONGEST_SUBJECT = 9  # words before the verb
NEVER_LAST = (
    PREPOSITIONS | DETERMINERS | COORDINATORS | RELATIVES | AUXILIARIES | SUBORDINATORS
    | frozenset(", ; : ( ) – — - \" “ ‘ . ! ? … that".split())
)  # fmt: skip
_EXTENTS = frozenset(
    "more worth early late particularly especially gradually mainly partly largely mostly"
    " compared according such well at-least nearly about roughly approximately almost".split()
)
_SET_PHRASES = [
    phrase.split()
    for phrase in (
        "for example", "for instance", "in addition", "on the other hand", "in fact", "as a result",
        "in this context", "in the meantime", "at the same time", "in particular", "at first", "to",
    )
]  # fmt: skip
OPENS_ADVERBIAL = PREPOSITIONS | {"late", "early", "soon"}
_ADVERBIAL_PARTICLES = frozenset("off out up down away back".split())
_PARTICLES = _ADVERBIAL_PARTICLES | {"over", "through", "along", "on", "in"}
_LED = frozenset("command leadership direction auspices head guidance control name".split())
_PRONOMINAL = frozenset(
    "both some many few several another other one two three four five six seven eight nine"
    " ten".split()
)
_SUBJECTS = frozenset("i he she it we they".split())


def without_asides(lowered: Sequence[str], chosen: Sequence[int]) -> list[int]:
    """Drop what stands in round brackets."""
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


def trimmed(sentence: Sentence, chosen: list[int]) -> list[int]:
    """Without conjunctions, adverbs and participles in front, and prepositions left at the end."""
    start, end = _led_in(sentence.lowered, chosen), len(chosen)
    while start < end and _leads(sentence, chosen[start], first=start == 0):
        start += 1
    while end > start and dangles(sentence.lowered[chosen[end - 1]]):
        if _is_particle(sentence, chosen[end - 1]) or _is_pronoun(sentence, chosen[end - 1]):
            break
        end -= 1
    return chosen[start:end]


def _is_pronoun(sentence: Sentence, i: int) -> bool:
    """Does a word stand for its noun: `they glared at each other`, `the shell killed ten.`?"""
    lowered = sentence.lowered
    if lowered[i - 1 : i + 1] in (["each", "other"], ["one", "another"]):
        return True
    following = sentence.words[i + 1 : i + 2]
    closed = not following or following[0].kind == "mark"
    return lowered[i] in _PRONOMINAL and closed


def _is_particle(sentence: Sentence, i: int) -> bool:
    """Does a preposition without a noun belong to the verb before: `were laid off,`?"""
    following = sentence.words[i + 1 : i + 2]
    dated = i + 1 in sentence.dated_words and sentence.lowered[i] in _ADVERBIAL_PARTICLES
    closed = not following or following[0].kind == "mark" or dated
    before = sentence.lowered[i - 1] if i else ""
    told = verblike(before) or before in STRONG_PAST
    return sentence.lowered[i] in _PARTICLES and closed and told


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
    return word in NEVER_LAST or word in LEAD_ADVERBS or word in _EXTENTS


def _led_in(lowered: Sequence[str], chosen: Sequence[int]) -> int:
    """How many words of a set phrase open the title: `for example,`."""
    opening = lowered[chosen[0]] if chosen else ""
    for phrase in _SET_PHRASES:
        if phrase[0] == opening and [lowered[i] for i in chosen[: len(phrase)]] == phrase:
            return len(phrase)
    return 0


def _leads(sentence: Sentence, i: int, *, first: bool) -> bool:
    word, token = sentence.lowered[i], sentence.words[i]
    if token.kind == "mark":
        return word not in '“"‘$£€#'
    if word in OPENERS or word in LEAD_ADVERBS or word == "including":
        return True
    if word in DEMONSTRATIVES and i not in sentence.dated_words:
        following = sentence.lowered[i + 1 : i + 2]
        return bool(following) and following[0] not in AUXILIARIES
    return (
        first
        and word.endswith("ing")
        and word not in PREPOSITIONS
        and len(word) > 5
        and token.text[0].isupper()
    )


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
