"""Files that GDAL writes: GeoPackage, FlatGeobuf, Shapefile.

Dates are typed as dates, since QGIS's temporal controller finds only such.
"""

import errno
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from mapapp.formats.format import Content, Format
from mapapp.formats.qgis import add_styles
from mapapp.formats.readers.archive import unpacked
from mapapp.formats.readers.record import Record, Source
from mapapp.formats.readers.tabular import gdal_records
from mapapp.formats.spool import batches, file_pieces
from mapapp.layers import LAYERS, Feature, LayerName
from mapapp.layers.feature import encode_geometry
from mapapp.layers.table import Column, Date, columns

_NEVER = "1970-01-01"  # in place of today, so that the same story gives the same bytes
_ANCIENT = "days before the year 1, which stand in edtf alone"
_NUL = "the letter NUL"
_DBF_TEXT = 254  # bytes of the longest text in a dBase file
_DBF_NAMES = {  # which has ten letters for a name
    "place_names": "plc_names",
    "place_precision": "plc_precis",
    "place_certainty": "plc_certai",
    "date_certainty": "dat_certai",
    "quote_start": "quot_start",
    "approximate": "approx",
    "outline_source": "outln_src",
}
_LONG_NAMES = {short: name for name, short in _DBF_NAMES.items()}
_BESIDE_SHP = (".shx", ".dbf", ".prj", ".cpg")


def _geopackage(content: Content) -> Iterator[bytes]:
    """All layers in one file."""
    with _scratch() as folder:
        path = Path(folder, "story.gpkg")
        for layer in LAYERS:
            _write(path, "GPKG", layer, content.features(layer))
        add_styles(path, LAYERS, written=f"{_NEVER}T00:00:00.000Z")
        yield from file_pieces(path)


def _flatgeobuf(content: Content) -> Iterator[bytes]:
    import pyogrio

    with _scratch() as folder:
        # Nothing can be added to one once it is written, so the features are gathered in a file
        # of another kind, from which GDAL takes them without our holding all.
        gathered, path = Path(folder, "layer.gpkg"), Path(folder, "layer.fgb")
        everywhere = _write(gathered, "GPKG", content.layer, content.features())
        with _dated(), pyogrio.raw.open_arrow(gathered, layer=content.layer) as (about, rows):
            pyogrio.raw.write_arrow(
                rows,
                path,
                driver="FlatGeobuf",
                layer=content.layer,
                geometry_name=about["geometry_name"],
                geometry_type=about["geometry_type"],
                crs=about["crs"],
                # Its spatial index has no room for what is nowhere, and that is kept rather
                # than the index.
                SPATIAL_INDEX="YES" if everywhere else "NO",
            )
        yield from file_pieces(path)


def _shapefile(content: Content) -> Iterator[bytes]:
    """The files of a Shapefile in one archive, which GDAL and QGIS open as it is."""
    with _scratch() as folder:
        path = Path(folder, f"{content.layer}.shp")
        _write(path, "ESRI Shapefile", content.layer, content.features(),
               short=True, DBF_DATE_LAST_UPDATE=_NEVER)  # fmt: skip
        parts = sorted(Path(folder).iterdir())
        archive = Path(folder, "archive.zip")
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
            for part in parts:
                about = zipfile.ZipInfo(part.name)
                about.compress_type = zipfile.ZIP_DEFLATED
                with part.open("rb") as file, zipped.open(about, "w", force_zip64=True) as into:
                    shutil.copyfileobj(file, into)
        yield from file_pieces(archive)


def _write(
    path: Path,
    driver: str,
    layer: LayerName,
    features: Iterator[Feature],
    *,
    short: bool = False,
    **options: str,
) -> bool:
    """Write a layer, some features at a time; answers whether each of them is somewhere."""
    everywhere = True
    for batch in batches(features):  # a layer without features is a layer too
        everywhere &= all(feature.geometry for feature in batch)
        _write_batch(path, driver, layer, batch, short=short, **options)
    return everywhere


def _write_batch(
    path: Path, driver: str, layer: LayerName, found: list[Feature], *, short: bool, **options: str
) -> None:
    import numpy

    import pyogrio
    import shapely

    shapes = [
        shapely.from_geojson(encode_geometry(feature)) if feature.geometry else None
        for feature in found
    ]
    if layer == "areas":  # one kind of geometry a layer
        shapes = [shapely.MultiPolygon(shapely.get_parts(shape)) for shape in shapes]
    table = (
        [_shortened(column) for column in columns(layer, found)] if short else columns(layer, found)
    )
    arrays = [_array(column) for column in table]
    with _dated():
        pyogrio.raw.write(
            path,
            geometry=numpy.array(shapely.to_wkb(shapes), dtype=object),
            field_data=[values for values, _ in arrays],
            field_mask=[missing for _, missing in arrays],
            fields=[column.name for column in table],
            geometry_type="MultiPolygon" if layer == "areas" else "Point",
            crs="EPSG:4326",
            driver=driver,
            layer=layer,
            append=path.exists(),
            **options,
        )


@contextmanager
def _scratch() -> Iterator[str]:
    """A folder to write to; GDAL says no more of a full disk than that something failed."""
    import pyogrio.errors

    with tempfile.TemporaryDirectory() as folder:
        try:
            yield folder
        except (
            pyogrio.errors.DataSourceError,
            pyogrio.errors.DataLayerError,
            sqlite3.OperationalError,
        ) as error:
            free = shutil.disk_usage(folder).free
            reason = f"the file cannot be put together there, {free:,} bytes being free: {error}"
            raise OSError(errno.EIO, reason, str(Path(folder).parent)) from error


@contextmanager
def _dated() -> Iterator[None]:
    import pyogrio

    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{_NEVER}T00:00:00.000Z"})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def _array(column: Column) -> tuple[Any, Any]:
    """The values as GDAL takes them, and which of them are missing."""
    import numpy

    missing = numpy.array([value is None for value in column.values], dtype=bool)
    if column.kind is Date:
        values = [value or _NEVER for value in column.values]
        return numpy.array(values, dtype="datetime64[D]"), missing
    if column.kind is str:
        return numpy.array(
            [value and _told_whole(value) for value in column.values], dtype=object
        ), missing
    types = {bool: "bool", int: "int64", float: "float64"}
    return numpy.array([value or 0 for value in column.values], types[column.kind]), missing


def _told_whole(text: str) -> str:
    """The text without the letter NUL, at which GDAL takes it to end."""
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}")


def _shortened(column: Column) -> Column:
    values = column.values
    if column.kind is str:
        values = [value and _cut(value) for value in values]
    return Column(_DBF_NAMES.get(column.name, column.name), column.kind, values)


def _cut(text: str) -> str:
    """The text to the last whole letter that fits."""
    return text.encode()[:_DBF_TEXT].decode(errors="ignore")


def shapefile_records(source: Source) -> Iterator[Record]:
    """The features of an archive, under the names of columns that dBase has no room for."""
    with unpacked(source.path, ".shp", _BESIDE_SHP) as path:
        yield from bare_shapefile_records(Source(path))


def bare_shapefile_records(source: Source) -> Iterator[Record]:
    """The features of a Shapefile whose parts lie beside it, as `shapefile_records`."""
    for record in gdal_records(source):
        told = {_LONG_NAMES.get(name, name): text for name, text in record.values.items()}
        yield replace(record, values=told)


GEOPACKAGE = Format(
    ".gpkg",
    "GeoPackage",
    "application/geopackage+sqlite3",
    (),
    (_ANCIENT, _NUL),
    _geopackage,
    gdal_records,
    holds_library=True,
)
FLATGEOBUF = Format(
    ".fgb",
    "FlatGeobuf",
    "application/vnd.flatgeobuf",
    LAYERS,
    (_ANCIENT, _NUL, "the order of features, where all of them are somewhere"),
    _flatgeobuf,
    gdal_records,
    holds_library=True,
)
SHAPEFILE = Format(
    ".shp.zip",
    "Shapefile",
    "application/zip",
    LAYERS,
    (_ANCIENT, _NUL, f"text after {_DBF_TEXT} bytes", "names of columns after 10 letters"),
    _shapefile,
    shapefile_records,
    holds_library=True,
)
