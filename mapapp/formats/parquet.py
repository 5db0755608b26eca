"""GeoParquet 1.1, for DuckDB, Spark and the like; needs pyarrow, which is large, hence an extra.

Written here and not by geopandas, which takes the types of columns from what is in them: with us a
layer has the same columns in every file, and days are days and no instants. No CRS is named, which
means OGC:CRS84: degrees, longitude first.
"""

import json
from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mapapp.errors import UnknownFormat
from mapapp.formats.format import Content, Format
from mapapp.formats.readers.record import Record, Source
from mapapp.formats.readers.tabular import parquet_records
from mapapp.formats.spool import batches, file_pieces
from mapapp.layers import LAYERS, Feature, LayerName
from mapapp.layers.feature import encode_geometry
from mapapp.layers.table import Column, Date, columns

_CORNERS = ("xmin", "ymin", "xmax", "ymax")


def _pieces(content: Content) -> Iterator[bytes]:
    _check_pyarrow()  # now, and not when the first piece is asked for
    return _written(content)


def _written(content: Content) -> Iterator[bytes]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "layer.parquet")
        _write(path, content.layer, content.features())
        yield from file_pieces(path)


def _records(source: Source) -> Iterator[Record]:
    _check_pyarrow()
    return parquet_records(source.path)


def _check_pyarrow() -> None:
    if find_spec("pyarrow") is None:
        raise UnknownFormat("GeoParquet needs pyarrow: pip install 'mapapp[parquet]'")


def _write(path: Path, layer: LayerName, features: Iterator[Feature]) -> None:
    import numpy
    import pyarrow.parquet

    import shapely

    kinds: set[str] = set()
    corners = numpy.full(4, numpy.nan)
    schema = _schema(layer)
    with pyarrow.parquet.ParquetWriter(path, schema) as writer:
        for batch in batches(features):
            shapes = _shapes(batch)
            kinds.update(shape.geom_type for shape in shapes if shape is not None)
            if batch:
                corners = _wider(corners, shapely.total_bounds(shapes))
            writer.write_table(_table(schema, columns(layer, batch), shapes))
        writer.add_key_value_metadata({"geo": json.dumps(_about(kinds, corners.tolist()))})


def _about(kinds: set[str], corners: list[float]) -> dict[str, Any]:
    """The file's metadata, version 1.1.0 of the specification."""
    geometry: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": sorted(kinds),
        "orientation": "counterclockwise",
        "covering": {"bbox": {corner: ["bbox", corner] for corner in _CORNERS}},
    }
    if kinds:  # what is nowhere has no box
        geometry["bbox"] = corners
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": geometry}}


def _schema(layer: LayerName) -> Any:  # noqa: ANN401 - pyarrow carries no types
    import pyarrow

    types = {
        bool: pyarrow.bool_(),
        int: pyarrow.int64(),
        float: pyarrow.float64(),
        str: pyarrow.string(),
        Date: pyarrow.date32(),
    }
    box = pyarrow.struct([(corner, pyarrow.float64()) for corner in _CORNERS])
    fields = [(column.name, types[column.kind]) for column in columns(layer, ())]
    return pyarrow.schema([*fields, ("geometry", pyarrow.binary()), ("bbox", box)])


def _shapes(batch: list[Feature]) -> Any:  # noqa: ANN401 - an array, which has no shape when empty
    import numpy

    import shapely

    found = numpy.empty(len(batch), dtype=object)
    for number, feature in enumerate(batch):
        if feature.geometry is not None:
            found[number] = shapely.from_geojson(encode_geometry(feature))
    return found


def _wider(corners: Any, more: Any) -> Any:  # noqa: ANN401 - arrays of four
    """The box around two boxes; nan for none."""
    import numpy

    return numpy.concatenate([numpy.fmin(corners[:2], more[:2]), numpy.fmax(corners[2:], more[2:])])


def _table(schema: Any, told: list[Column], shapes: Any) -> Any:  # noqa: ANN401
    import pyarrow

    import shapely

    values = [_values(column) for column in told]
    boxes = [
        None if shape is None else dict(zip(_CORNERS, bounds, strict=True))
        for shape, bounds in zip(shapes, shapely.bounds(shapes).tolist(), strict=True)
    ]
    arrays = [*values, list(shapely.to_wkb(shapes)), boxes]
    return pyarrow.table(
        [pyarrow.array(each, field.type) for each, field in zip(arrays, schema, strict=True)],
        schema=schema,
    )


def _values(column: Column) -> list[Any]:
    if column.kind is Date:
        return [value and date.fromisoformat(value) for value in column.values]
    return column.values


FORMAT = Format(
    ".parquet",
    "GeoParquet",
    "application/vnd.apache.parquet",
    LAYERS,
    ("days before the year 1, which stand in edtf alone",),
    _pieces,
    _records,
    holds_library=True,
)
