"""How a title is cut to its twelve words."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from mapapp.events.sentence import Sentence
from mapapp.events.stems import present_forms
from mapapp.events.verbs import verblike
from mapapp.events.wording import MOST, NEVER_LAST, dangles
from mapapp.events.words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    LEAD_ADVERBS,
    PREPOSITIONS,
    RELATIVES,
    SAYING,
    STRONG_PAST,
    SUBORDINATORS,
    is_adverb,
)

_WITH_ARTICLE = 2  # words of a noun or its adjective with its article
_FEWEST = 4  # words that a cut at a good place must leave
_BREAKS = (PREPOSITIONS | COORDINATORS | RELATIVES | frozenset(", ; : — – that".split())) - {"of"}
_WAYS = frozenset("north south east west northward southward eastward westward".split())
_RANKS = frozenset("maj gen brig lt col capt adm cmdr comdr commodore rear sgt cpl pvt".split())
# Verbs that say little without an infinitive, and nouns that count what they are of.
_TO_DO = frozenset(
    "ordered decided attempted agreed asked wanted began tried continued forced allowed planned"
    " expected promised failed used sought refused managed hoped threatened proposed scheduled"
    " set due likely able unable told urged invited persuaded compelled enabled helped required"
    " supposed prepared pledged vowed wants continues begins tries seeks fails appeared seemed"
    " permitted instructed directed caused going".split()
)
_AFTER_PHRASES = (
    PREPOSITIONS | COORDINATORS | RELATIVES | SUBORDINATORS | LEAD_ADVERBS | _WAYS | {"no", "not"}
)
_SAY = SAYING | {"say", "think", "believe"}
_LEADING = frozenset("such as well together along".split())
_LEADS_ON = frozenset("order hope hopes spite terms favour favor addition connection".split())
_COUNTED = frozenset(
    "one some many much most all none number hundreds thousands dozens part total majority couple"
    " half rest lot each several few two three four five both".split()
)
_SHORT_WORD = 5  # letters of `bring` and the like


def shortened(sentence: Sentence, chosen: list[int], most: int = MOST) -> list[int]:
    """Cut to twelve words or fewer, where what is left is whole.

    Whole is what ends with its noun, with the object of its infinitive and with the verb of what
    somebody said. Where the subject leaves no room for that, it loses what its noun is of, or
    where (`The fall of Lima meant that the port | was closed` is `The fall meant that ... closed`).
    """
    if _count(sentence, chosen) > most:
        chosen = _without_ranks(sentence, chosen)
    if _count(sentence, chosen) <= most:
        return chosen
    first = _cut(sentence, chosen, most)
    if _is_whole(sentence, chosen, first):
        return first
    for smaller in _smaller_subjects(sentence, chosen):
        if _count(sentence, smaller) <= most:
            return smaller
        kept = _cut(sentence, smaller, most)
        if _is_whole(sentence, smaller, kept):
            return kept
    return first


def _count(sentence: Sentence, chosen: Sequence[int]) -> int:
    return sum(sentence.lowered[i][0].isalnum() for i in chosen)


def _cut(sentence: Sentence, chosen: list[int], most: int) -> list[int]:
    """The longest whole beginning; else one that ends before a preposition or the like."""
    lowered = sentence.lowered
    counted = [i for i in chosen if lowered[i][0].isalnum()]
    limit = chosen.index(counted[most])
    verbs = {segment.verb for segment in sentence.segments}
    told = next((place for place, i in enumerate(chosen) if i in verbs), 0)
    ends = range(limit, max(_FEWEST, told + 1), -1)
    good: list[list[int]] = []
    for breaks in (_BREAKS, frozenset({"and", "of"})):
        for k in ends:
            way = sentence.words[chosen[k]].text in _WAYS
            if way or lowered[chosen[k]] in breaks or _is_participle(lowered, chosen[k]):
                kept = _firm(lowered, chosen[:k])
                halved = "between" in (lowered[i] for i in kept) and lowered[chosen[k]] == "and"
                lost = verbs.intersection(chosen[len(kept) : k]) or _halves(lowered, chosen, k)
                if (
                    kept
                    and kept[-1] not in verbs
                    and not lost
                    and not (halved and breaks is _BREAKS)
                ):
                    good.append(kept)
    whole = (kept for kept in good if _is_whole(sentence, chosen, kept))
    found = next(whole, good[0] if good else None)
    if found:
        return found
    kept = chosen[:limit]
    while len(kept) > _FEWEST and _splits(sentence, chosen, kept):
        kept.pop()
    return _firm(lowered, kept)


def _is_whole(sentence: Sentence, chosen: Sequence[int], kept: Sequence[int]) -> bool:
    """Does a beginning need nothing of what was cut off behind it?"""
    lowered, words = sentence.lowered, sentence.words
    if len(kept) == len(chosen):
        return True
    if len(kept) < 2:
        return False
    last, following = kept[-1], chosen[len(kept)]
    verbs = {segment.verb for segment in sentence.segments}
    told = [i for i in kept if i in verbs]
    word = lowered[following]
    if words[last].kind == "possessive":
        return False
    if word == "that" and not SAYING.isdisjoint(lowered[i] for i in told):
        return False  # `they said in a letter | that they would leave`
    beside = following == last + 1 and words[following].kind != "mark"
    ends = word in _AFTER_PHRASES or is_adverb(word) or _is_participle(lowered, following)
    if beside and not ends:
        return False
    said = max((i for i in kept if lowered[i] == "that" and i - 1 in kept), default=None)
    if said is not None and not any(said < i < last for i in told):
        return False
    if word == "of" and beside and lowered[last] in _COUNTED:
        return False
    if word == "and" and beside and _is_paired(sentence, following):
        return False
    if lowered[last].endswith("ing") and lowered[kept[-2]] in AUXILIARIES:
        return False  # `are looking | into it`
    to_do = word == "to" and lowered[following + 1] in present_forms()
    return not (to_do and _wants_infinitive([lowered[i] for i in kept]))


def _is_paired(sentence: Sentence, link: int) -> bool:
    """Does `and` join adjectives of one noun: `the central | and eastern states`?"""
    lowered, words = sentence.lowered, sentence.words
    if link + 2 >= len(words) or lowered[link - 2] not in DETERMINERS:
        return False
    pair = words[link - 1].text.islower() and lowered[link + 1] not in DETERMINERS
    noun = words[link + 2].kind == "word" and lowered[link + 2] not in _AFTER_PHRASES
    return pair and noun and not lowered[link + 1].endswith("ing")


def _wants_infinitive(lowered: Sequence[str]) -> bool:
    """Does a verb still lack the infinitive without which it says little: `ordered the guard`?"""
    wants = False
    for before, word in pairwise(lowered):
        if word in _TO_DO and before not in DETERMINERS:
            wants = True
        elif word in PREPOSITIONS or word.endswith("ing"):
            wants = False
    return wants


def _smaller_subjects(sentence: Sentence, chosen: list[int]) -> Iterator[list[int]]:
    """The words with a subject without prepositions, and with its last word alone of who said."""
    lowered = sentence.lowered
    verbs = {segment.verb for segment in sentence.segments}
    told = next((place for place, i in enumerate(chosen) if i in verbs), 0)
    subject = chosen[:told]
    at = next((k for k in range(1, told) if lowered[subject[k]] in PREPOSITIONS), told)
    named = at and sentence.words[subject[at - 1]].text[0].isupper()
    counted = at and lowered[subject[at - 1]] in _COUNTED
    dropped = lowered[subject[0] : chosen[told]] if subject else []
    if any(verblike(word) or word in STRONG_PAST or word in _SAY for word in dropped):
        return
    starts = []
    while at > 1 and lowered[subject[at - 1]] in _LEADING:
        at -= 1
    if at < told and not (lowered[subject[at]] == "of" and (named or counted)):
        starts.append(subject[:at])
    bare = subject[:at]
    if told and lowered[chosen[told]] in SAYING and len(bare) > 1:
        plain = lowered[bare[0]] not in DETERMINERS and lowered[bare[-1]].isalpha()
        if plain and (lowered[bare[-1]].endswith("s") or named):
            starts.append(bare[-1:])
    rest = chosen[told:]
    inner = _within_report(sentence, verbs, rest)
    yield from (start + rest for start in starts)
    if inner:
        yield from (start + inner for start in [subject, *starts])


def _within_report(sentence: Sentence, verbs: Collection[int | None], rest: list[int]) -> list[int]:
    """What was said, its subject without prepositions: `reported that the toll | had risen`."""
    lowered = sentence.lowered
    said = next((k for k, i in enumerate(rest) if lowered[i] == "that"), len(rest))
    verb = next((k for k in range(said + 1, len(rest)) if rest[k] in verbs), 0)
    at = next((k for k in range(said + 2, verb) if lowered[rest[k]] in PREPOSITIONS), 0)
    if not at or (lowered[rest[at]] == "of" and lowered[rest[at - 1]] in _COUNTED):
        return []
    return rest[:at] + rest[verb:]


def _without_ranks(sentence: Sentence, chosen: list[int]) -> list[int]:
    """Without the `Maj. Gen.` of a name, which a title that is too long can spare."""
    lowered, words = sentence.lowered, sentence.words
    ranks: set[int] = set()
    for i in chosen:
        titled = lowered[i] in _RANKS and words[i].text[0].isupper()
        # `Union Maj. Gen. Curtis` would be `Union Curtis`
        chained = i > 1 and lowered[i - 2] in _RANKS
        led = i - 2 in ranks if chained else not (i and words[i - 1].text[0].isupper())
        if titled and led and lowered[i + 1 : i + 2] == ["."]:
            ranks.add(i)
    return [i for i in chosen if i not in ranks and i - 1 not in ranks]


def _halves(lowered: Sequence[str], chosen: Sequence[int], k: int) -> bool:
    """Would a cut part two adjectives of a noun: `his advancing | and withdrawing army`?"""
    before = lowered[chosen[k - 1]] if k else ""
    paired = lowered[chosen[k]] == "and" and before.endswith(("ing", "ed"))
    return paired and k > 1 and lowered[chosen[k - 2]] in DETERMINERS


def _firm(lowered: Sequence[str], kept: list[int]) -> list[int]:
    """Without prepositions and the like left at the end."""
    end = len(kept)
    while end > 1 and (
        dangles(lowered[kept[end - 1]]) or _hangs(lowered[kept[end - 2]], lowered[kept[end - 1]])
    ):
        end -= 1
    return kept[:end]


def _hangs(before: str, last: str) -> bool:
    """Is it the start of what was cut off: `relatives living | in Lima`, `of up | to ten`?"""
    if last == "due":
        return True
    if last in _LEADS_ON:
        return before in ("in", "the")
    if last == "up":
        return before in PREPOSITIONS
    plural = (
        before[-1:] == "s" != before[-2:-1] != "u"
        and before not in DETERMINERS | PREPOSITIONS | AUXILIARIES
    )
    return plural and last.endswith("ing") and len(last) > _SHORT_WORD


def _splits(sentence: Sentence, chosen: Sequence[int], kept: Sequence[int]) -> bool:
    """Would the title end within a name, or on an adjective or number before its noun?"""
    last, following = sentence.words[kept[-1]], sentence.words[chosen[len(kept)]]
    if last.kind == "mark" or following.kind == "mark":
        return False
    lowered = sentence.lowered
    before = lowered[kept[-2]] if len(kept) > 1 else ""
    noun = following.text.islower() and following.text not in NEVER_LAST
    if noun and before in ("the", "a", "an") and chosen[len(kept)] == kept[-1] + 1:
        ends = {chosen[len(kept)], kept[-3] if len(kept) > _WITH_ARTICLE else -1}
        return not any(one.verb in ends for one in sentence.segments)
    return last.kind == "number" or (last.text[0].isupper() and following.text[0].isupper())


def _is_participle(lowered: Sequence[str], i: int) -> bool:
    """Does `-ing` open a phrase, and is not a noun with its adjective: `the ethnic cleansing`?"""
    if not lowered[i].endswith("ing") or len(lowered[i]) < 6:
        return False
    return not any(word in DETERMINERS for word in lowered[max(i - 2, 0) : i])
