"""A layer as a GeoDataFrame."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from mapapp.layers.collection import LayerName
from mapapp.layers.feature import Feature, encode_geometry
from mapapp.layers.table import Date, columns

if TYPE_CHECKING:
    from geopandas import GeoDataFrame


def geodataframe(layer: LayerName, features: Iterable[Feature]) -> "GeoDataFrame":
    """Features in EPSG:4326, longitude first, indexed by id; None for no geometry.

    `start_date` and `end_date` are datetimes; NaT where open, undated or before the year 1, which
    `edtf` still tells.
    """
    import numpy

    import geopandas
    import shapely

    found = list(features)
    data: dict[str, Any] = {}
    for column in columns(layer, found):
        data[column.name] = column.values
        if column.kind is Date:
            days = [value or "NaT" for value in column.values]
            data[column.name] = numpy.array(days, dtype="datetime64[s]")
    shapes = [
        shapely.from_geojson(encode_geometry(feature)) if feature.geometry else None
        for feature in found
    ]
    frame = geopandas.GeoDataFrame(data, geometry=shapes, crs="EPSG:4326")
    return frame.set_index("id")
