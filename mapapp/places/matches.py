"""What the gazetteer knows of the names in a text, summed up in small numbers."""

from functools import lru_cache

import msgspec
import numpy as np

from mapapp.model import Kind, Place
from mapapp.places.gazetteer import MOST_WORDS, Gazetteer, fold, in_full, rank
from mapapp.places.sheet import Sheet, has
from mapapp.places.words import IntArray, Mark

# Kinds that read alike in a sentence share a group.
_GROUPS: dict[Kind, int] = {
    "country": 1, "territory": 1, "historic_state": 1, "continent": 2, "region": 2, "admin1": 3,
    "admin2": 4, "sea": 5, "lake": 5, "river": 5, "mountain": 6, "island": 6, "airport": 7,
    "base": 7, "site": 7,
}  # fmt: skip
_TOWN = 8  # and upwards by size
_TOWN_STEPS = (3.3, 4.0, 4.7, 5.3, 6.0)  # decades of people: 2 000, 10 000, 50 000 ...
_DEMONYM = 14
FLAGS = 16  # a class is group * FLAGS + flags
POSITIONS = 8  # a match code is class * POSITIONS + the word's place in the match
# Groups that are taken together where the texts to learn from have few of each: states, regions
# and waters; counties and sites; small towns; larger ones; demonyms.
COARSE = np.array([0, 1, 1, 1, 2, 1, 1, 2, 3, 3, 3, 4, 4, 4, 5])


class Match(msgspec.Struct, frozen=True):
    """A name of the gazetteer found in a text: words `[first, last)` of the sheet."""

    first: int
    last: int
    name: str


class NameClasses:
    """The class of a name: kind and size of its best-known bearer, and who else is called so."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.of = lru_cache(maxsize=65_536)(self._classify)

    def _classify(self, name: str) -> int:
        places = self._gazetteer.lookup(name) if name else ()
        demonyms = self._gazetteer.demonyms(name) if name else ()
        if not places:
            return _DEMONYM * FLAGS if demonyms else 0
        best = places[0]
        county = bool(self._gazetteer.lookup(f"{name} county"))
        own_name = fold(best.name) == name
        flags = 8 * county + 4 * bool(demonyms) + 2 * own_name + (len(places) > 1)
        return group(best) * FLAGS + flags


def group(place: Place) -> int:
    """A small number for the kind of place, and its size where it is a town."""
    known = _GROUPS.get(place.kind)
    return _TOWN + sum(rank(place) >= step for step in _TOWN_STEPS) if known is None else known


def longest_matches(sheet: Sheet, gazetteer: Gazetteer) -> list[Match]:
    """Longest names of the gazetteer, from the left, within the runs of capitalised words."""
    found: list[Match] = []
    capital = has(sheet.words.marks, Mark.CAPITAL).tolist()
    longest, active = gazetteer.longest, sheet.active.tolist()
    for begin, end in sheet.runs.tolist():
        start, stop = active[begin], active[end - 1] + 1
        folded, at = in_full(sheet.folded[start:stop]), start
        while at < stop:
            here = folded[at - start : at - start + MOST_WORDS]
            count = longest(here, 0) if capital[at] else 0
            while count and not capital[at + count - 1]:
                count -= 1
            if count:
                found.append(Match(at, at + count, " ".join(filter(None, here[:count]))))
            at += count or 1
    return found


def match_codes(sheet: Sheet, matches: list[Match], classes: NameClasses) -> IntArray:
    """One number a word: class of the match it lies in and its place there; 0 outside."""
    codes = np.zeros(len(sheet.starts), np.int64)
    for match in matches:
        code = classes.of(match.name) * POSITIONS
        first, last = match.first, match.last
        if last == first + 1:
            codes[first] = code + 4
            continue
        codes[first:last] = code + 2
        codes[first], codes[last - 1] = code + 1, code + 3
    return codes
