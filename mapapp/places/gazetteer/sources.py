"""All that goes into the place index that ships, in one stream."""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from mapapp import resources
from mapapp.model import Place
from mapapp.places.gazetteer.fold import fold
from mapapp.places.gazetteer.prominence import prominence
from mapapp.places.gazetteer.protocol import Entry
from mapapp.places.gazetteer.rows import Record
from mapapp.places.gazetteer.tables import Patch, read_patches, read_table
from mapapp.places.gazetteer.towns import towns

_ADMIN1, _ADMIN2 = "admin1.csv.gz", "admin2.csv.gz"  # derived by tools/divisions.py
_PATCHES = ("divisions.csv", "towns.csv")
_LARGE = 5.75  # rank of a division of 1.8 million people

_Admin = dict[tuple[str, str], str]  # (country, GeoNames first-level code) -> name


def source_files() -> list[Path]:
    """The tables whose content goes into the index."""
    return sorted(resources.geodata("gazetteer").glob("*.csv*"))


def entries() -> Iterator[tuple[str, Entry | Record]]:
    """Every place that ships with the name of its source.

    A derived division that a table of ours describes in full is left out.

    Raises
    ------
    GazetteerError
        When a table is faulty.
    """
    tables = {path.name: path for path in source_files()}
    patches: dict[str, Patch] = {}
    for name in _PATCHES:
        patches |= read_patches(tables.pop(name))
    first, second = tables.pop(_ADMIN1), tables.pop(_ADMIN2)
    ours = {name: list(read_table(path)) for name, path in sorted(tables.items())}
    described = {entry.place.id: entry.place.name for found in ours.values() for entry in found}
    for name, found in ours.items():
        yield from ((name, entry) for entry in found)
    lands: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for entry in itertools.chain.from_iterable(ours.values()):
        _note_land(entry.place, lands)
    admin: _Admin = {}
    for derived in read_table(first):
        entry = _patched(derived, patches)
        country, _, code = derived.place.id.removeprefix("ma:").partition(".")
        admin[country, code] = described.get(entry.place.id, entry.place.name)
        _note_land(entry.place, lands)
        if entry.place.id not in described:
            yield _ADMIN1, entry
    for entry in read_table(second):
        if entry.place.id not in described:
            yield _ADMIN2, _named(entry, admin)
    yield from towns(admin, patches, lands)


def _note_land(place: Place, lands: Mapping[str, set[tuple[str, str]]]) -> None:
    """Take up a country, a continent or a large division under its name."""
    if place.kind in ("country", "continent"):
        lands[fold(place.name)].add((place.country or "", ""))
    elif place.kind == "admin1" and prominence(place) > _LARGE:
        lands[fold(place.name)].add((place.country or "", place.name))


def _patched(entry: Entry, patches: Mapping[str, Patch]) -> Entry:
    patch = patches.get(entry.place.id)
    return patch.apply(entry) if patch else entry


def _named(entry: Entry, admin: _Admin) -> Entry:
    """A second-level division with the name of the first-level one, of which it has the code."""
    place = entry.place
    name = admin.get((place.country or "", place.admin or ""))
    return replace(entry, place=replace(place, admin=name))
