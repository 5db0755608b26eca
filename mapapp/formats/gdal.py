"""Files that GDAL writes: GeoPackage, FlatGeobuf, Shapefile.

Dates are typed as dates, since QGIS's temporal controller finds only such.
"""

import io
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mapapp.formats.format import Content, Format
from mapapp.formats.qgis import add_styles
from mapapp.formats.readers.features import gdal_records
from mapapp.layers import LAYERS, Feature, LayerName, features
from mapapp.layers.feature import encode_geometry
from mapapp.layers.table import Column, Date, columns

_CHUNK = 1 << 16  # bytes
_NEVER = "1970-01-01"  # in place of today, so that the same story gives the same bytes
_ANCIENT = "days before the year 1, which stand in edtf alone"
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


def _geopackage(content: Content) -> Iterator[bytes]:
    """All layers in one file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "story.gpkg")
        for layer in LAYERS:
            found = features(content.story, layer, content.selection, base_url=content.base_url)
            _write(path, "GPKG", layer, list(found), append=path.exists())
        add_styles(path, LAYERS, written=f"{_NEVER}T00:00:00.000Z")
        yield from _bytes(path)


def _flatgeobuf(content: Content) -> Iterator[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "layer.fgb")
        found = list(content.features())
        # Its spatial index has no room for what is nowhere, and that is kept rather than the index.
        indexed = "YES" if all(feature.geometry for feature in found) else "NO"
        _write(path, "FlatGeobuf", content.layer, found, SPATIAL_INDEX=indexed)
        yield from _bytes(path)


def _shapefile(content: Content) -> Iterator[bytes]:
    """The files of a Shapefile in one archive, which GDAL and QGIS open as it is."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{content.layer}.shp")
        _write(path, "ESRI Shapefile", content.layer, list(content.features()),
               short=True, DBF_DATE_LAST_UPDATE=_NEVER)  # fmt: skip
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
            for part in sorted(Path(folder).iterdir()):
                zipped.writestr(zipfile.ZipInfo(part.name), part.read_bytes())
        yield archive.getvalue()


def _write(
    path: Path,
    driver: str,
    layer: LayerName,
    found: list[Feature],
    *,
    append: bool = False,
    short: bool = False,
    **options: str,
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
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{_NEVER}T00:00:00.000Z"})
    try:
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
            append=append,
            **options,
        )
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
        return numpy.array(column.values, dtype=object), missing
    types = {bool: "bool", int: "int64", float: "float64"}
    return numpy.array([value or 0 for value in column.values], types[column.kind]), missing


def _shortened(column: Column) -> Column:
    values = column.values
    if column.kind is str:
        values = [value and _cut(value) for value in values]
    return Column(_DBF_NAMES.get(column.name, column.name), column.kind, values)


def _cut(text: str) -> str:
    """The text to the last whole letter that fits."""
    return text.encode()[:_DBF_TEXT].decode(errors="ignore")


def _bytes(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            yield piece


GEOPACKAGE = Format(
    ".gpkg",
    "GeoPackage",
    "application/geopackage+sqlite3",
    (),
    (_ANCIENT,),
    _geopackage,
    gdal_records,
)
FLATGEOBUF = Format(
    ".fgb",
    "FlatGeobuf",
    "application/vnd.flatgeobuf",
    LAYERS,
    (_ANCIENT,),
    _flatgeobuf,
    gdal_records,
)
SHAPEFILE = Format(
    ".shp.zip",
    "Shapefile",
    "application/zip",
    LAYERS,
    (_ANCIENT, f"text after {_DBF_TEXT} bytes", "names of columns after 10 letters"),
    _shapefile,
)
