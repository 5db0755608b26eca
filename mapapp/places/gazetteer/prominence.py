"""How well known a place is: the order of namesakes before anything is read around them."""

import math

from mapapp.model import Kind, Place

# The standing of a kind of place in the decades of a city's population: any country outranks any
# city; the first-level regions stand beside cities of half a million. From judgement, to be
# overruled where a source knows better (Place.prominence).
_STANDING: dict[Kind, float] = {
    "country": 9.0,
    "continent": 9.2,
    "territory": 6.8,
    "historic_state": 7.5,
    "region": 6.6,
    "sea": 7.0,
    "admin1": 5.7,
    "admin2": 4.3,
    "river": 6.0,
    "lake": 5.5,
    "mountain": 5.8,
    "island": 5.6,
    "airport": 5.0,
    "base": 4.8,
    "site": 4.5,
    "settlement": 2.0,  # where its population is unknown
}


def prominence(place: Place) -> float:
    """What a source tells of how well known the place is, else its `rank`."""
    return rank(place) if place.prominence is None else place.prominence


def rank(place: Place) -> float:
    """Decimal logarithm of the population of a city that would be as well known.

    Examples
    --------
    >>> round(rank(Place("gn:586523", "Ganja", "settlement", population=330_663)), 1)
    5.5
    """
    if place.kind == "settlement":
        return town_rank(place.population)
    if place.kind in ("admin1", "admin2"):
        # A division is known for its people, but less than a city of as many; small ones are told
        # of without a number.
        return max(_STANDING[place.kind] - 1.0, math.log10(place.population or 1) - 0.5)
    if place.kind == "country" and place.population:
        # Far above any city, and the more peopled first: Congo, Korea, Guinea.
        return _STANDING["country"] + math.log10(place.population) / 20
    return _STANDING[place.kind]


def town_rank(population: int | None) -> float:
    """Rank of a settlement; None and 0 are an unknown population."""
    return math.log10(population) if population else _STANDING["settlement"]
