"""KML 2.3 (OGC 12-007r2): placemarks with TimeSpan, for Google Earth and its like."""

from collections.abc import Iterator
from html import escape
from xml.sax.saxutils import quoteattr

import msgspec

from mapapp.formats.format import Content, Format
from mapapp.layers import LAYERS, Feature
from mapapp.layers.feature import EventProperties, Geometry, Point, Polygon, Ring
from mapapp.text.xml import xml_text


def _pieces(content: Content) -> Iterator[bytes]:
    title = _text(content.story.title)
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>\n'
        f"<name>{title}</name>\n"
    ).encode()
    for feature in content.features():
        yield _placemark(feature).encode()
    yield b"</Document></kml>\n"


def _placemark(feature: Feature) -> str:
    values = msgspec.structs.asdict(feature.properties)
    data = "".join(
        f"<Data name={quoteattr(name)}><value>{_text(str(value))}</value></Data>"
        for name, value in values.items()
        if value not in (None, "")
    )
    about = feature.properties
    name = about.title if isinstance(about, EventProperties) else about.name
    # A description is HTML to its readers, so the words of an article are escaped twice over.
    quote = (
        f"<description>{_text(escape(values['quote']))}</description>" if "quote" in values else ""
    )
    return (
        f"<Placemark id={quoteattr(_xml_id(feature.id))}><name>{_text(name)}</name>{quote}"
        f"{_time_span(about.start_date, about.end_date)}"
        f"<ExtendedData>{data}</ExtendedData>{_geometry(feature.geometry)}</Placemark>\n"
    )


def _time_span(first: str | None, last: str | None) -> str:
    if first is None and last is None:
        return ""
    begin = f"<begin>{first}</begin>" if first else ""
    end = f"<end>{last}</end>" if last else ""
    return f"<TimeSpan>{begin}{end}</TimeSpan>"


def _geometry(geometry: Geometry | None) -> str:
    if geometry is None:
        return ""
    if isinstance(geometry, Point):
        return f"<Point>{_coordinates((geometry.coordinates,))}</Point>"
    if isinstance(geometry, Polygon):
        return _polygon(geometry.coordinates)
    return f"<MultiGeometry>{''.join(map(_polygon, geometry.coordinates))}</MultiGeometry>"


def _polygon(rings: tuple[Ring, ...]) -> str:
    outer, *holes = (f"<LinearRing>{_coordinates(ring)}</LinearRing>" for ring in rings)
    inner = "".join(f"<innerBoundaryIs>{hole}</innerBoundaryIs>" for hole in holes)
    return f"<Polygon><outerBoundaryIs>{outer}</outerBoundaryIs>{inner}</Polygon>"


def _coordinates(positions: Ring) -> str:
    return f"<coordinates>{' '.join(f'{lon},{lat}' for lon, lat in positions)}</coordinates>"


def _text(text: str) -> str:
    return escape(xml_text(text), quote=False)


def _xml_id(id_: str) -> str:
    """An NCName: no colon, no digit at the start."""
    return "id-" + "".join(c if c.isalnum() or c in "-_." else "-" for c in id_)


FORMAT = Format(
    ".kml",
    "KML",
    "application/vnd.google-earth.kml+xml",
    LAYERS,
    ("types of values",),
    _pieces,
    holds_library=True,
)
