"""KML as records: placemarks with their time, of Google Earth and of other hands.

Read here and not by GDAL, which makes a layer of every folder.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from mapapp.errors import BadFile
from mapapp.formats.readers.archive import unpacked
from mapapp.formats.readers.features import record_of
from mapapp.formats.readers.markup import plain
from mapapp.formats.readers.record import Record, Source, content

_DATE = len("-01-01")


def kml_records(source: Source) -> Iterator[Record]:
    """A record a placemark.

    Raises
    ------
    BadFile
        When it is no XML, or declares entities, which could make much of little.
    """
    content(source.path)  # says so where it is empty
    yield from _placemarks(source.path)


def kmz_records(source: Source) -> Iterator[Record]:
    """A record a placemark of the document in an archive."""
    with unpacked(source.path, ".kml") as path:
        yield from _placemarks(path)


def _placemarks(path: Path) -> Iterator[Record]:
    from lxml import etree

    try:
        with path.open("rb") as file:
            for number, element in enumerate(_walk(file), start=1):
                if number == 1:
                    _check_entities(element)
                yield _record(f"placemark {number}", element)
                _forget(element)
    except etree.XMLSyntaxError as error:
        raise BadFile(f"it is no KML: {error}") from error


def _walk(file: BinaryIO) -> Iterator[Any]:
    from lxml import etree

    walk = etree.iterparse(
        file, tag="{*}Placemark", resolve_entities=False, no_network=True, load_dtd=False
    )
    for _, element in walk:
        yield element


def _check_entities(element: Any) -> None:  # noqa: ANN401 - lxml carries no types
    declared = element.getroottree().docinfo.internalDTD
    if declared is not None and any(declared.iterentities()):
        raise BadFile("it declares entities of its own; write out what they stand for")


def _forget(element: Any) -> None:  # noqa: ANN401
    """Let go of what was read, so that the largest file fits into memory."""
    element.clear()
    before = element.getprevious()
    if before is not None and _name(before) == "Placemark":  # and not the time of the folder
        element.getparent().remove(before)


def _record(where: str, element: Any) -> Record:  # noqa: ANN401
    told: dict[str, object] = {
        "id": element.get("id"),
        "title": _text(element, "name"),
        "quote": plain(_text(element, "description")) or _text(element, "Snippet"),
        **_time(element),
    }
    told |= {name: value for name, value in _data(element) if value}
    try:
        return record_of(where, told, _geometry(element))
    except ValueError as error:
        raise BadFile(f"{where}: its coordinates cannot be read: {error}") from error


def _data(element: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    """What is told of it beyond what KML knows, with or without a schema."""
    for data in element.iterfind("{*}ExtendedData/{*}Data"):
        yield data.get("name", ""), _text(data, "value")
    for data in element.iterfind("{*}ExtendedData/{*}SchemaData/{*}SimpleData"):
        yield data.get("name", ""), "".join(data.itertext())


def _time(element: Any) -> Mapping[str, str]:  # noqa: ANN401
    """Its own time, or that of the innermost folder that has one."""
    for each in (element, *element.iterancestors()):
        for child in each:
            if _name(child) == "TimeStamp":
                return {"start_date": _date(_text(child, "when"))}
            if _name(child) == "TimeSpan":
                return _span(_date(_text(child, "begin")), _date(_text(child, "end")))
    track = element.find(".//{*}Track/{*}when")
    return {} if track is None else {"start_date": _date("".join(track.itertext()).strip())}


def _span(begin: str, end: str) -> Mapping[str, str]:
    if begin and not end:
        return {"edtf": f"{begin.partition('T')[0]}/.."}
    return {"start_date": begin, "end_date": end}


def _date(text: str) -> str:
    """A date of XML Schema 1.0, in which 1 BCE is -0001, as one of ISO 8601, in which it is 0."""
    if not text.startswith("-"):
        return text
    year, dash, rest = text[1:].partition("-")
    if not year.isdecimal() or int(year) == 0:
        return text
    return f"{'-' if int(year) > 1 else ''}{int(year) - 1:04d}{dash}{rest}"


def _geometry(element: Any) -> Mapping[str, Any] | None:  # noqa: ANN401
    """The first of its geometries, as GeoJSON has it."""
    for each in element.iter("{*}Point", "{*}LineString", "{*}LinearRing", "{*}Track"):
        if _name(each) == "Track":
            coordinates = [_position(c, " ") for c in _texts(each, "coord")]
        else:
            coordinates = [_position(c, ",") for c in " ".join(_texts(each, "coordinates")).split()]
        if not coordinates:
            continue
        if _name(each) == "Point" or len(coordinates) < 2:
            return {"type": "Point", "coordinates": coordinates[0]}
        if _name(each) == "LinearRing":
            return {"type": "Polygon", "coordinates": [coordinates]}
        return {"type": "LineString", "coordinates": coordinates}
    return None


def _position(text: str, between: str) -> list[float]:
    return [float(number) for number in text.split(between)[:2]]


def _texts(element: Any, name: str) -> list[str]:  # noqa: ANN401
    return ["".join(each.itertext()).strip() for each in element.iterfind(f"{{*}}{name}")]


def _text(element: Any, name: str) -> str:  # noqa: ANN401
    """The text of a child, empty where there is none."""
    return next(iter(_texts(element, name)), "")


def _name(element: Any) -> str:  # noqa: ANN401
    """The name without its namespace; comments have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
