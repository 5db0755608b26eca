"""How a title is cut to its twelve words."""

from collections.abc import Sequence

from mapapp.events.sentence import Sentence
from mapapp.events.wording import MOST, NEVER_LAST, dangles
from mapapp.events.words import AUXILIARIES, COORDINATORS, DETERMINERS, PREPOSITIONS, RELATIVES

_WITH_ARTICLE = 2  # words of a noun or its adjective with its article
_FEWEST = 4  # words that a cut at a good place must leave
_BREAKS = (PREPOSITIONS | COORDINATORS | RELATIVES | frozenset(", ; : — –".split())) - {"of"}
_WAYS = frozenset("north south east west northward southward eastward westward".split())
_RANKS = frozenset("maj gen brig lt col capt adm cmdr comdr commodore rear sgt cpl pvt".split())
_SHORT_WORD = 5  # letters of `bring` and the like


def shortened(sentence: Sentence, chosen: list[int], most: int = MOST) -> list[int]:
    """Cut to twelve words or fewer, before a preposition or the like where that leaves enough.

    Not right behind the verb, nor within a name or between a number and its noun.
    """
    lowered = sentence.lowered
    counted = [i for i in chosen if lowered[i][0].isalnum()]
    if len(counted) > most:
        chosen = _without_ranks(sentence, chosen)
        counted = [i for i in chosen if lowered[i][0].isalnum()]
    if len(counted) <= most:
        return chosen
    limit = chosen.index(counted[most])
    verbs = {segment.verb for segment in sentence.segments}
    told = next((place for place, i in enumerate(chosen) if i in verbs), 0)
    ends = range(limit, max(_FEWEST, told + 1), -1)
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
                    return kept
    kept = chosen[:limit]
    while len(kept) > _FEWEST and _splits(sentence, chosen, kept):
        kept.pop()
    return _firm(lowered, kept)


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
