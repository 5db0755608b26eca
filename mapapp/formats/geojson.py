"""GeoJSON, RFC 7946, with JSON-FG's `time`: nothing is lost."""

from collections.abc import Iterator

from mapapp.formats.format import Content, Format
from mapapp.formats.readers.features import geojson_records
from mapapp.layers import LAYERS, collection


def pieces(content: Content) -> Iterator[bytes]:
    """A FeatureCollection, one feature a line."""
    return collection(content.features())


FORMAT = Format(
    ".geojson",
    "GeoJSON",
    "application/geo+json",
    LAYERS,
    (),
    pieces,
    geojson_records,
    holds_library=True,
)
