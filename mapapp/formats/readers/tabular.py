"""Files that GDAL reads, and Parquet, as records."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mapapp.errors import BadFile
from mapapp.formats.readers.features import record_of
from mapapp.formats.readers.record import Record, Source

# GeoPackage, FlatGeobuf, Shapefile. GDAL goes by what is in a file and not by its name: one that
# is a virtual layer would have it read any file of this machine, or any address.
_OPENINGS = (b"SQLite format 3\0", b"fgb", b"\0\0\x27\x0a")
_LARGEST = 4_000_000_000  # bytes that a Parquet file may unpack to


def gdal_records(source: Source) -> Iterator[Record]:
    """A record a feature of the layer that is named, of `events`, or of the only layer.

    Raises
    ------
    BadFile
        When GDAL cannot open it, or when it is not told which layer holds the events.
    """
    import pyogrio
    import shapely

    with source.path.open("rb") as file:
        if not file.read(16).startswith(_OPENINGS):
            raise BadFile("it cannot be opened: it is no GeoPackage, FlatGeobuf or Shapefile")
    try:
        about, _, shapes, columns = pyogrio.raw.read(source.path, layer=_layer(source))
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        why = str(error).partition(";")[0].rstrip(".")  # what follows is for who calls GDAL
        raise BadFile(f"it cannot be opened: {why}") from error
    except UnicodeDecodeError as error:
        raise BadFile(f"its text is not in the encoding that it names: {error}") from error
    placed = _to_degrees(about["crs"])
    for number, row in enumerate(zip(*columns, strict=True)):
        shape = shapely.from_wkb(shapes[number]) if shapes is not None else None
        geometry = None if not shape else shapely.geometry.mapping(placed(shape))
        named = dict(zip(about["fields"], map(_told, row), strict=True))
        yield record_of(f"feature {number + 1}", named, geometry)


def _layer(source: Source) -> str:
    import pyogrio

    layers = [str(name) for name, _ in pyogrio.list_layers(source.path)]
    # Styles that QGIS and we keep beside the layers.
    found = [name for name in layers if name != "layer_styles"]
    wanted = source.layer or "events"
    if wanted in found:
        return wanted
    if len(found) == 1 and not source.layer:
        return found[0]
    listed = ", ".join(found) or "none"
    raise BadFile(f"it has no layer {wanted!r}; name one of its layers: {listed}")


def _to_degrees(crs: str | None) -> Any:  # noqa: ANN401 - shapes carry no types
    """What turns shapes of a reference system into degrees, longitude first."""
    import shapely

    if crs in (None, "EPSG:4326", "OGC:CRS84"):
        return lambda shape: shape
    from pyproj import Transformer

    turn = Transformer.from_crs(crs, "OGC:CRS84", always_xy=True).transform
    return lambda shape: shapely.transform(shape, turn, interleaved=False)


def _told(value: object) -> object:
    """The value of a column, None for what numpy writes for a missing one."""
    if value is None or value != value:  # not a number, not a time: no such value equals itself
        return None
    return str(value)


def parquet_records(path: Path) -> Iterator[Record]:
    """A record a row of a Parquet file, its geometry in a column of WKB if there is one.

    Raises
    ------
    BadFile
        When it is no Parquet file, or one that unpacks to more than a computer holds.
    """
    import pyarrow
    import pyarrow.parquet

    import shapely

    try:
        file = pyarrow.parquet.ParquetFile(path)
        groups = (file.metadata.row_group(n) for n in range(file.metadata.num_row_groups))
        if (size := sum(group.total_byte_size for group in groups)) > _LARGEST:
            raise BadFile(f"it unpacks to {size:,} bytes, and may to {_LARGEST:,}")
        rows = (row for batch in file.iter_batches() for row in batch.to_pylist())
        for number, row in enumerate(rows, start=1):
            wkb = row.pop("geometry", None)
            geometry = shapely.geometry.mapping(shapely.from_wkb(wkb)) if wkb else None
            yield record_of(f"row {number}", row, geometry)
    except (pyarrow.ArrowException, shapely.errors.ShapelyError) as error:
        raise BadFile(f"it is no Parquet file: {error}") from error
