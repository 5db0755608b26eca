"""GeoJSON, and what GDAL reads, as records."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from mapapp.errors import BadFile
from mapapp.formats.readers.record import Record, content, values


class _Feature(msgspec.Struct, frozen=True):
    geometry: dict[str, Any] | None = None
    properties: dict[str, Any] | None = None
    id: str | int | None = None


class _Collection(msgspec.Struct, frozen=True, tag_field="type", tag="FeatureCollection"):
    features: tuple[msgspec.Raw, ...]


def geojson_records(path: Path) -> Iterator[Record]:
    """A record a feature, numbered from 1.

    Raises
    ------
    BadFile
        Naming the feature.
    """
    try:
        found = msgspec.json.decode(content(path), type=_Collection)
    except msgspec.MsgspecError as error:
        raise BadFile(f"it is no GeoJSON FeatureCollection: {error}") from error
    for number, raw in enumerate(found.features, start=1):
        try:
            feature = msgspec.json.decode(raw, type=_Feature)
        except msgspec.MsgspecError as error:
            raise BadFile(f"feature {number}: {error}") from error
        properties = feature.properties or {}
        told = properties if feature.id is None else {**properties, "id": feature.id}
        yield _record(f"feature {number}", told, feature.geometry)


def gdal_records(path: Path) -> Iterator[Record]:
    """A record a feature of the layer `events`, or of the only layer.

    Raises
    ------
    BadFile
        When GDAL cannot open it, or when it is not told which layer holds the events.
    """
    import pyogrio
    import shapely

    try:
        layers = [str(name) for name, _ in pyogrio.list_layers(path)]
        layer = "events" if "events" in layers else layers[0] if len(layers) == 1 else None
        if layer is None:
            raise BadFile(f"it has no layer 'events'; it has {', '.join(layers)}")
        about, _, shapes, columns = pyogrio.raw.read(path, layer=layer)
    except pyogrio.errors.DataSourceError as error:
        raise BadFile(f"it cannot be opened: {error}") from error
    for number, row in enumerate(zip(*columns, strict=True)):
        shape = shapely.from_wkb(shapes[number]) if shapes is not None else None
        geometry = None if shape is None else shapely.geometry.mapping(shape)
        named = dict(zip(about["fields"], map(_told, row), strict=True))
        yield _record(f"feature {number + 1}", named, geometry)


def parquet_records(path: Path) -> Iterator[Record]:
    """A record a row of a Parquet file, its geometry in a column of WKB if there is one.

    Raises
    ------
    BadFile
        When it is no Parquet file.
    """
    import pyarrow
    import pyarrow.parquet

    import shapely

    try:
        file = pyarrow.parquet.ParquetFile(path)
        rows = (row for batch in file.iter_batches() for row in batch.to_pylist())
        for number, row in enumerate(rows, start=1):
            wkb = row.pop("geometry", None)
            geometry = shapely.geometry.mapping(shapely.from_wkb(wkb)) if wkb else None
            yield _record(f"row {number}", row, geometry)
    except pyarrow.ArrowException as error:
        raise BadFile(f"it is no Parquet file: {error}") from error


def _told(value: object) -> object:
    """The value of a column, None for what numpy writes for a missing one."""
    if value is None or value != value:  # not a number, not a time: no such value equals itself
        return None
    return str(value)


def point_of(
    record: Record, geometry: Mapping[str, Any] | None
) -> tuple[float, float] | tuple[None, None]:
    """Longitude and latitude of a GeoJSON geometry, of others than points one within them."""
    if geometry is None:
        return None, None
    try:
        lon, lat = _point(geometry)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise record.bad(f"its geometry cannot be read: {error}") from error
    if not (abs(lon) <= 180 and abs(lat) <= 90):
        raise record.bad(f"{lon:g}, {lat:g} is no longitude and latitude in degrees")
    return lon, lat


def _record(where: str, told: Mapping[str, object], geometry: Mapping[str, Any] | None) -> Record:
    record = Record(where, values(told.items()))
    lon, lat = point_of(record, geometry)
    return Record(where, record.values, lon, lat)


def _point(geometry: Mapping[str, Any]) -> tuple[float, float]:
    if geometry["type"] == "Point":
        lon, lat = geometry["coordinates"][:2]
        return float(lon), float(lat)
    import shapely
    from shapely.geometry import shape

    inside = shapely.point_on_surface(shape(geometry))
    return round(inside.x, 6), round(inside.y, 6)
