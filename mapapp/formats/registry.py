"""The formats that there are, each in a module of its own."""

from collections.abc import Sequence
from pathlib import Path

from mapapp.errors import UnknownFormat
from mapapp.formats import (
    annotations,
    calendar,
    csv,
    gdal,
    geojson,
    html,
    kml,
    linked_places,
    parquet,
    picture,
    timeline,
)
from mapapp.formats.format import Format
from mapapp.locale import gettext as _

_FORMATS = (
    geojson.FORMAT,
    csv.FORMAT,
    html.FORMAT,
    gdal.GEOPACKAGE,
    gdal.FLATGEOBUF,
    gdal.SHAPEFILE,
    parquet.FORMAT,
    kml.FORMAT,
    linked_places.FORMAT,
    calendar.FORMAT,
    timeline.FORMAT,
    annotations.FORMAT,
    picture.PNG,
    picture.SVG,
    picture.PDF,
)


def formats() -> Sequence[Format]:
    """All formats that can be written, the richest first."""
    return _FORMATS


def format_of(name: str | Path) -> Format:
    """The format that a file's name, or a bare suffix, stands for.

    Raises
    ------
    UnknownFormat
        Listing those that there are.
    """
    text = Path(name).name
    for known in _FORMATS:
        if text.lower().endswith(known.suffix):
            return known
    listed = ", ".join(known.suffix for known in _FORMATS)
    raise UnknownFormat(
        _("cannot write {name!r}; name a file that ends in one of {known}", name=text, known=listed)
    )
