"""Places as rows of the index: packed small, unpacked when asked for."""

import msgspec

from mapapp.model import Kind, Place, PlaceName

# A name alone where nothing more is known of it, else name, language, first day, last day.
_Name = str | tuple[str, str | None, int | None, int | None]


class _Row(msgspec.Struct, array_like=True, omit_defaults=True):
    id: str
    name: str
    kind: Kind
    lon: float | None
    lat: float | None
    names: list[_Name]
    country: str | None = None
    admin: str | None = None
    population: int | None = None
    area: str | None = None
    radius_km: float | None = None
    first: int | None = None
    last: int | None = None
    contested: bool = False


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(_Row)


def pack(place: Place) -> bytes:
    """A place as bytes."""
    names: list[_Name] = [
        item.text
        if item.language is None and item.first is None and item.last is None
        else (item.text, item.language, item.first, item.last)
        for item in place.names
    ]
    return _encoder.encode(
        _Row(
            place.id, place.name, place.kind, place.lon, place.lat, names, place.country,
            place.admin, place.population, place.area, place.radius_km, place.first, place.last,
            place.contested,
        )
    )  # fmt: skip


def unpack(data: bytes | memoryview) -> Place:
    """The place that `pack` made bytes of; raises msgspec.MsgspecError when they are damaged."""
    row = _decoder.decode(data)
    return Place(
        id=row.id, name=row.name, kind=row.kind, lon=row.lon, lat=row.lat,
        names=tuple(
            PlaceName(item) if isinstance(item, str) else PlaceName(*item) for item in row.names
        ),
        country=row.country, admin=row.admin, population=row.population, area=row.area,
        radius_km=row.radius_km, first=row.first, last=row.last, contested=row.contested,
    )  # fmt: skip
