"""Streets, schools and courts lie in a town of the text, though no gazetteer holds them.

Only what stands inside a town by its nature is lodged so. A bare name that the gazetteer does not
know may be a village anywhere and stays unlocated.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mapapp.locale import N_
from mapapp.model import Candidate, Span
from mapapp.places.gazetteer import fold

_HOUSED = re.compile(
    r"\b(?:street|avenue|ave|road|rd|drive|boulevard|blvd|lane|parkway|pkwy|square|plaza|park"
    r"|school|hospital"
    r"|clinic|infirmary|college|academy|institute|court|courthouse|church|chapel|cathedral|mosque"
    r"|synagogue|temple|stadium|arena|museum|library|theatre|theater|hall|hotel|center|centre"
    r"|bridge|prison|jail|cemetery|building|tower|towers|mall|market|gardens|zoo|gallery|terminal"
    r"|township|twp|nursing home|cottage|club|gymnasium|fairgrounds|creek|pond|lake|dam|beach|farm"
    r"|ranch|estate|pier|wharf|trail)"
    r"(?: (?:north|south|east|west|n|s|e|w))?$"
)
# Called after towns that they do not lie in.
_STREET = re.compile(
    r"\b(?:street|avenue|ave|road|rd|drive|boulevard|blvd|lane|parkway|pkwy|square|plaza)"
    r"(?: (?:north|south|east|west|n|s|e|w))?$"
)
# The rest of a street of which only the name was found: `Trousdale` of `Trousdale Parkway`.
_ON = re.compile(
    r" (?:Street|Avenue|Ave|Road|Rd|Drive|Boulevard|Blvd|Lane|Parkway|Pkwy)\b", re.ASCII
)
_TOWNSHIP = re.compile(r"\b(?:township|twp)$")
_REACH = 30.0  # words over which a town takes what is named beside it
_TOWN = 0.5  # least chance of a town that takes others in
_SURE = 0.75  # share of what is lodged beside its town that is there; counted on texts held out
_WHY = N_("not on record by itself; put at a town that is named near it")


@dataclass(frozen=True, slots=True)
class Town:
    """A town of the text.

    Attributes
    ----------
    key : str
        The folded name it goes by.
    at : tuple of int
        Words where it is named.
    share : float
        Of all that is said in the text of places.
    """

    key: str
    at: tuple[int, ...]
    share: float
    candidate: Candidate


@lru_cache(4096)  # asked of every mention, and of the few towns of a text as often
def is_housed(surface: str) -> bool:
    """Does the name tell of something inside a town: `Royal Street`, but not `Royal`?"""
    return _HOUSED.search(fold(surface)) is not None


def whole_street(text: str, span: Span) -> str:
    """The words of a mention, with those behind that make a street of them."""
    rest = _ON.match(text, span.end)
    return text[span.start : rest.end()] if rest else span.of(text)


def is_township(surface: str) -> bool:
    """Is it a part of a county, called like towns elsewhere?"""
    return _TOWNSHIP.search(fold(surface)) is not None


def lodging(surface: str, at: int, towns: Sequence[Town]) -> Candidate | None:
    """The town in which something lies, as a candidate; None when the text names none.

    Parameters
    ----------
    at : int
        The word where it is named.
    """
    folded = fold(surface)
    words = set(folded.split())
    if _STREET.search(folded):
        towns = [town for town in towns if not set(town.key.split()) <= words]
    best = max(_pulls(words, at, towns), key=lambda pull: pull[0], default=None)
    if best is None:
        return None
    pull, town = best
    score = round(_SURE * town.candidate.score * min(1.0, 0.4 + pull), 3)
    return Candidate(town.candidate.place, score, (_WHY,))


def _pulls(words: set[str], at: int, towns: Sequence[Town]) -> Iterator[tuple[float, Town]]:
    for town in towns:
        if town.candidate.score >= _TOWN and not is_housed(town.key):
            close = math.exp(-min(abs(at - word) for word in town.at) / _REACH)
            named = set(town.key.split()) <= words
            yield town.candidate.score * (close + town.share + named), town
