"""Under which name a mention is looked up: as written, without its common noun, or by its core."""

import re
from functools import lru_cache

import msgspec

from mapapp.model import Place
from mapapp.places.gazetteer import Gazetteer, fold, fold_words, rank

# Words before or after a name that say what kind of place it is.
_LEADING = re.compile(
    r"^(?:the|a|city of|town of|village of|state of|province of|district of|county of|region of"
    r"|republic of|kingdom of|islamic republic of|commonwealth of|port of|downtown|greater"
    r"|central|metropolitan|metro|mainland|continental|inner|outer|upper|lower)\s+"
)
_TRAILING = re.compile(
    r"\s+(?:province|state|city|town|village|district|region|county|prefecture|governorate|oblast"
    r"|republic|municipality|area|metropolitan area|department|canton|parish|township|twp|borough)$"
)
_COUNTY = re.compile(r" co$")
_DIRECTIONS = frozenset("north south east west".split())
_DIRECTION = re.compile(
    r"^(?:north|south|east|west|northern|southern|eastern|western|northeast|northwest|southeast"
    r"|southwest|northeastern|northwestern|southeastern|southwestern|north eastern|north western"
    r"|south eastern|south western)\s+"
)
# Streets and lakes lie anywhere: what they are called after says nothing of where they are.
_STREET = re.compile(
    r"\b(?:street|saint|road|rd|avenue|ave|drive|dr|lane|ln|boulevard|blvd|highway|hwy|route|way"
    r"|court|place|parkway|pike|close|crescent|terrace|creek|lake|pond|school|church)"
    r"(?: (?:north|south|east|west|n|s|e|w))?$"
    r"|^(?:highway|route|interstate|county road|lake)\b"
)

# Words that are towns or states somewhere, but within a longer name only say what it is.
_GENERIC = frozenset(
    "island islands north south east west central northern southern eastern western northeast"
    " northwest southeast southwest union republic"
    " university center centre saint heights".split()
)
# Least prominence of a name within a longer one: University, Tower and Hill are small towns.
_WELL_KNOWN = 4.7
# And of one that only a side of the world stands before: the West Wing lies in no village of Wing.
_KNOWN = 4.0


class Key(msgspec.Struct, frozen=True):
    """A folded name that the gazetteer knows.

    Attributes
    ----------
    exact : bool
        The whole mention is the name; else the place lies there or is called after it.
    acronym : bool
        Written as an acronym (EU, SA): only names written so are meant, not Eu in France.
    """

    name: str
    exact: bool
    acronym: bool = False


class Keys:
    """Looks mentions up, each spelling once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.of = lru_cache(maxsize=16_384)(self._key)

    def _key(self, surface: str) -> Key | None:
        if is_acronym(surface):
            whole = fold(surface.replace(".", ""))
            known = any(goes_by(place, surface) for place in self._gazetteer.lookup(whole))
            return Key(whole, exact=True, acronym=True) if known else None
        whole = fold(surface)
        if whole in _DIRECTIONS:  # the South, the West: nothing that a map can show
            return None
        if self._knows(whole):
            return Key(whole, exact=True)
        bare = _LEADING.sub("", whole)
        county = _COUNTY.sub(" county", bare)
        for name in (bare, county, _TRAILING.sub("", whole), _TRAILING.sub("", bare)):
            if name and self._knows(name):
                return Key(name, exact=True)
        core = _TRAILING.sub("", _DIRECTION.sub("", bare))
        if core and self._is_known(core):
            return Key(core, exact=False)
        return None if _STREET.search(whole) else self._within(surface)

    def _within(self, surface: str) -> Key | None:
        """The first well-known name inside: Ganja in Ganja International Airport."""
        words = fold_words(re.findall(r"\w+(?:['’]\w+)?|[^\w\s]", surface))
        at = 0
        while at < len(words):
            count = self._gazetteer.longest(words, at)
            name = " ".join(word for word in words[at : at + count] if word)
            places = self._gazetteer.lookup(name) if len(name) > 3 else ()
            if places and name not in _GENERIC and rank(places[0]) >= _WELL_KNOWN:
                return Key(name, exact=False)
            at += count or 1
        return None

    def _is_known(self, core: str) -> bool:
        """Is what is left of a name without the side of the world still a name by itself?"""
        places = self._gazetteer.lookup(core) if core not in _GENERIC else ()
        return bool(places) and rank(places[0]) >= _KNOWN

    def _knows(self, name: str) -> bool:
        """Is it a place, or a county without the word: `Love and Cooke counties`?"""
        lookup = self._gazetteer.lookup
        return bool(lookup(name) or lookup(f"{name} county"))


def is_acronym(surface: str) -> bool:
    """Two or three capitals, with full stops or without: longer ones may just be shouted."""
    letters = surface.replace(".", "")
    return 2 <= len(letters) <= 3 and letters.isalpha() and letters.isupper()


def goes_by(place: Place, acronym: str) -> bool:
    """Is the acronym, full stops aside, written so among the place's names?"""
    letters = acronym.replace(".", "")
    names = (place.name, *(name.text for name in place.names))
    return any(name.replace(".", "") == letters for name in names)
