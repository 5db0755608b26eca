"""A story out of a file of events, in any format that can be read."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from mapapp.errors import BadFile, QueryError, UnknownFormat
from mapapp.formats.gdal import bare_shapefile_records, shapefile_records
from mapapp.formats.readers import (
    Columns,
    Find,
    Known,
    Record,
    Source,
    story_of_records,
    under_our_names,
)
from mapapp.formats.readers.features import geojson_records
from mapapp.formats.readers.placemarks import kmz_records
from mapapp.formats.readers.places import linked_records
from mapapp.formats.readers.record import content
from mapapp.formats.readers.slides import slide_records
from mapapp.formats.readers.tables import csv_records
from mapapp.formats.readers.tabular import gdal_records
from mapapp.formats.registry import formats
from mapapp.model import Article, Story

Read = Callable[[Source], Iterator[Record]]
AS_NAMED = Columns({})
_NOTHING = msgspec.Raw()


class _Json(msgspec.Struct):
    """What tells one JSON file from another."""

    context: msgspec.Raw = msgspec.field(name="@context", default=_NOTHING)
    features: msgspec.Raw = _NOTHING
    events: msgspec.Raw = _NOTHING


def _json_records(source: Source) -> Iterator[Record]:
    """Of a file that other programs call `.json`, whatever is in it."""
    try:
        found = msgspec.json.decode(content(source.path), type=_Json)
    except msgspec.MsgspecError as error:
        raise BadFile(f"it is no JSON of events: {error}") from error
    if found.features is not _NOTHING:
        return (linked_records if found.context is not _NOTHING else geojson_records)(source)
    if found.events is not _NOTHING:
        return slide_records(source)
    raise BadFile("it has neither features, as GeoJSON, nor events, as TimelineJS")


# What other programs call files of the formats that we write, and kin of these.
_ALSO: dict[str, Read] = {
    ".kmz": kmz_records,
    ".zip": shapefile_records,
    ".shp": bare_shapefile_records,
    ".json": _json_records,
    ".tsv": csv_records,
}


def readable() -> Mapping[str, Read]:
    """By suffix, what reads it; the longer suffixes first."""
    known = {each.suffix: each.records for each in formats() if each.records}
    return known | _ALSO


def is_readable(name: str) -> bool:
    """Can a file of that name be read as a file of events?"""
    return name.lower().endswith(tuple(readable()))


def story_title(path: Path) -> str:
    """What a story is called that comes out of a file without a title.

    >>> story_title(Path("down_the-coast.geojson"))
    'Down the coast'
    """
    return path.name.split(".")[0].replace("-", " ").replace("_", " ").strip().capitalize()


def read_story(
    path: str | Path,
    slug: str,
    article: Article,
    *,
    known: Known = lambda _: None,
    find: Find | None = None,
    progress: Callable[[int], None] = lambda _: None,
    columns: Columns = AS_NAMED,
    layer: str = "",
) -> Story:
    """The story of a file of events: one that mapapp wrote, or one of another hand.

    Parameters
    ----------
    slug, article, known, find
        See `mapapp.formats.readers.story_of_records`.
    progress : callable
        Told how many events were read, after each.
    columns : Columns
        Which columns hold what, where their names do not tell.
    layer : str
        Which layer holds the events; empty takes `events`, or the only one.

    Raises
    ------
    UnknownFormat
        When files of that suffix are not read.
    QueryError
        When a layer is named in a file that has none.
    BadFile
        Naming the file, and the line or feature that cannot be read.
    OSError
        When the file cannot be opened.
    """
    path = Path(path)
    read = _reader(path)
    if layer and read is not gdal_records:
        raise QueryError(f"{path.name} has no layers to choose from", parameter="layer")
    try:
        records = _counted(under_our_names(read(Source(path, layer)), columns), progress)
        return story_of_records(records, slug, article, known, find)
    except BadFile as error:
        raise BadFile(f"{path.name}: {error}") from error


def _reader(path: Path) -> Read:
    for suffix, read in readable().items():
        if path.name.lower().endswith(suffix):
            return read
    listed = ", ".join(readable())
    raise UnknownFormat(f"cannot read {path.name!r}; name a file that ends in one of {listed}")


def _counted(records: Iterator[Record], progress: Callable[[int], None]) -> Iterator[Record]:
    for number, record in enumerate(records, start=1):
        progress(number)
        yield record
