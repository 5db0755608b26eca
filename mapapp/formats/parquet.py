"""GeoParquet 1.1, for DuckDB, Spark and the like; needs pyarrow, which is large, hence an extra."""

import io
from collections.abc import Iterator
from importlib.util import find_spec

from mapapp.errors import UnknownFormat
from mapapp.formats.format import Content, Format
from mapapp.layers import LAYERS
from mapapp.layers.frame import geodataframe


def _pieces(content: Content) -> Iterator[bytes]:
    if find_spec("pyarrow") is None:
        raise UnknownFormat("GeoParquet needs pyarrow: pip install 'mapapp[parquet]'")
    frame = geodataframe(content.layer, content.features())
    buffer = io.BytesIO()
    frame.to_parquet(buffer, schema_version="1.1.0", write_covering_bbox=True)
    yield buffer.getvalue()


FORMAT = Format(
    ".parquet",
    "GeoParquet",
    "application/vnd.apache.parquet",
    LAYERS,
    ("days before the year 1, which stand in edtf alone",),
    _pieces,
    holds_library=True,
)
