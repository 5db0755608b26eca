"""Where a text is at home: the countries and divisions that the names of its likely places share.

Hamilton is a name of people and a town in Ohio; beside Cincinnati and Dayton it is the town. All
that may be places are asked before any is settled: each name gives its chance in equal parts to
the countries, and to the first-level divisions, that hold one of the best-known places so called.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from mapapp.model import Place
from mapapp.places.gazetteer import Gazetteer, fold, prominence

_MOST = 8  # namesakes that are asked, best known first
_LIKELY = 0.3  # least chance of a name that has a say
# Prominence of the best known; in how many spellings the world writes of it; the largest share of
# the text's other names that any of its places has with it, and that the best known has: by
# country and by first-level division.
HOME = ("rank", "renown", "country", "country of first", "division", "division of first")


@dataclass(frozen=True, slots=True)
class Bearers:
    """The best-known places of a name.

    Attributes
    ----------
    rank, renown : float
        The greatest of them.
    countries, divisions : tuple of str
        Of each place; empty where unknown.
    """

    rank: float
    renown: float
    countries: tuple[str, ...]
    divisions: tuple[str, ...]


class Homes:
    """Tells of names how well they fit the text that they stand in."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._of = lru_cache(maxsize=16_384)(self._bearers)

    def weigh(self, chances: Mapping[str, float]) -> dict[str, tuple[float, ...]]:
        """The columns of HOME for each name that the gazetteer has places of.

        Parameters
        ----------
        chances : mapping of str to float
            Folded names, and how likely each is a place in this text.
        """
        asked = [(name, chance, self._of(name)) for name, chance in chances.items()]
        known = [
            (name, chance if chance > _LIKELY else 0.0, bearers)
            for name, chance, bearers in asked
            if bearers is not None
        ]
        total = sum(chance for _, chance, _ in known)
        countries = _Shares(total, ((chance, bearers.countries) for _, chance, bearers in known))
        divisions = _Shares(total, ((chance, bearers.divisions) for _, chance, bearers in known))
        return {
            name: (
                bearers.rank,
                bearers.renown,
                *countries.of(chance, bearers.countries),
                *divisions.of(chance, bearers.divisions),
            )
            for name, chance, bearers in known
        }

    def _bearers(self, name: str) -> Bearers | None:
        places = self._gazetteer.lookup(name)[:_MOST]
        if not places:
            return None
        towns = [place for place in places if place.kind == "settlement"]
        return Bearers(
            rank=max(prominence(place) for place in places),
            renown=max((float(np.log1p(len(place.names))) for place in towns), default=0.0),
            countries=tuple(place.country or "" for place in places),
            divisions=tuple(_division(place) for place in places),
        )


class _Shares:
    """What each region has of the chances of all names."""

    def __init__(self, total: float, names: Iterable[tuple[float, tuple[str, ...]]]) -> None:
        self._total = total
        self._sums: dict[str, float] = {}
        for chance, regions in names:
            distinct = set(regions) - {""}
            for region in distinct:
                self._sums[region] = self._sums.get(region, 0.0) + chance / len(distinct)

    def of(self, chance: float, regions: tuple[str, ...]) -> tuple[float, float]:
        """Of the chances of the other names: the largest share of a region, and the first's."""
        others = max(self._total - chance, 1e-6)
        own = chance / max(len(set(regions) - {""}), 1)
        shares = [(self._sums[region] - own) / others if region else 0.0 for region in regions]
        return max(shares), shares[0]


def _division(place: Place) -> str:
    """The first-level division that a place is or lies in, apart from those of other countries."""
    name = place.name if place.kind == "admin1" else place.admin
    return f"{place.country} {fold(name)}" if name else ""
