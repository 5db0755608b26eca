"""KML 2.3 (OGC 12-007r2): placemarks with TimeSpan, for Google Earth and its like."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from xml.sax.saxutils import quoteattr

import msgspec

from mapapp.formats.format import Content, Format
from mapapp.formats.readers.placemarks import kml_records
from mapapp.formats.readers.record import Record, Source
from mapapp.layers import LAYERS, Feature
from mapapp.layers.feature import EventProperties, Geometry, Point, Polygon, Ring
from mapapp.text.xml import xml_text

_PREFIX = "id-"  # a name begins with a letter
_UNSAFE = re.compile("[^A-Za-z0-9.-]")
_CODE = re.compile("_([0-9a-f]{1,5}|10[0-9a-f]{4})_")


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
    begin = f"<begin>{_day(first)}</begin>" if first else ""
    end = f"<end>{_day(last)}</end>" if last else ""
    return f"<TimeSpan>{begin}{end}</TimeSpan>"


def _day(date: str) -> str:
    """The date in XML Schema 1.0, which KML takes its dates from: there 1 BCE is -0001."""
    year, rest = int(date[: -len("-01-01")]), date[-len("-01-01") :]
    return date if year > 0 else f"-{1 - year:04d}{rest}"


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
    # A reader makes lines of carriage returns that are not written so (XML 1.0, section 2.11).
    return escape(xml_text(text), quote=False).replace("\r", "&#13;")


def _xml_id(id_: str) -> str:
    """An NCName, no two alike: other characters than a few by their code points."""
    return _PREFIX + _UNSAFE.sub(lambda found: f"_{ord(found[0]):x}_", id_)


def _records(source: Source) -> Iterator[Record]:
    """The placemarks, under the ids that were made XML's."""
    for record in kml_records(source):
        id_ = record.get("id")
        if id_.startswith(_PREFIX):
            told = _CODE.sub(lambda found: chr(int(found[1], 16)), id_.removeprefix(_PREFIX))
            yield replace(record, values={**record.values, "id": told})
        else:
            yield record


FORMAT = Format(
    ".kml",
    "KML",
    "application/vnd.google-earth.kml+xml",
    LAYERS,
    ("types of values", "characters that XML has no way to write"),
    _pieces,
    _records,
    holds_library=True,
)
