"""Places as rows of the index: packed small, unpacked when asked for."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

import msgspec

from mapapp.model import Kind, Place, PlaceName
from mapapp.places.gazetteer.fold import fold
from mapapp.places.gazetteer.protocol import Entry, keys

# A name alone where nothing more is known of it, else name, language, first day, last day.
Name = str | tuple[str, str | None, int | None, int | None]


class Row(msgspec.Struct, array_like=True, omit_defaults=True, gc=False):
    """A place as it lies in the index."""

    id: str
    name: str
    kind: Kind
    lon: float | None
    lat: float | None
    names: list[Name]
    country: str | None = None
    admin: str | None = None
    population: int | None = None
    area: str | None = None
    radius_km: float | None = None
    first: int | None = None
    last: int | None = None
    contested: bool = False
    prominence: float | None = None


class Record(NamedTuple):
    """A place ready for the index: its row, and the folded names that lead to it.

    Attributes
    ----------
    names : mapping of str to float
        Prominence of the place under each name.
    demonyms : collection of str
    """

    row: Row
    names: Mapping[str, float]
    demonyms: Collection[str] = ()


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Row)


def record(entry: Entry) -> Record:
    """The record of an entry."""
    place = entry.place
    names: list[Name] = [
        item.text
        if item.language is None and item.first is None and item.last is None
        else (item.text, item.language, item.first, item.last)
        for item in place.names
    ]
    row = Row(
        place.id, place.name, place.kind, place.lon, place.lat, names, place.country,
        place.admin, place.population, place.area, place.radius_km, place.first, place.last,
        place.contested, place.prominence,
    )  # fmt: skip
    return Record(row, keys(entry), {fold(demonym) for demonym in entry.demonyms} - {""})


def pack(row: Row) -> bytes:
    """A row as bytes."""
    return _encoder.encode(row)


def unpack(data: bytes | memoryview) -> Place:
    """The place of a row that was packed; raises msgspec.MsgspecError when it is damaged."""
    row = _decoder.decode(data)
    return Place(
        id=row.id, name=row.name, kind=row.kind, lon=row.lon, lat=row.lat,
        names=tuple(
            PlaceName(item) if isinstance(item, str) else PlaceName(*item) for item in row.names
        ),
        country=row.country, admin=row.admin, population=row.population, area=row.area,
        radius_km=row.radius_km, first=row.first, last=row.last, contested=row.contested,
        prominence=row.prominence,
    )  # fmt: skip
