"""Linked Places files as records: of each place, what the file says was there, and when."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

import msgspec

from mapapp.errors import BadDate
from mapapp.formats.readers.features import point_of
from mapapp.formats.readers.record import Listing, Record, Source, json_parts
from mapapp.model import Interval, Kind, PlaceName, iso_date
from mapapp.times.edtf import parse

# GeoNames' classes of features, which the format takes over, by what is usual among each.
_KINDS: dict[str, Kind] = {
    "P": "settlement",
    "A": "country",
    "L": "region",
    "H": "sea",
    "T": "mountain",
    "S": "site",
}
_GEONAMES, _OURS = "https://sws.geonames.org/", "urn:mapapp:"
_Moment = dict[str, str | int]


class _Timespan(msgspec.Struct, frozen=True):
    start: _Moment = {}
    end: _Moment = {}


class _When(msgspec.Struct, frozen=True):
    timespans: tuple[_Timespan, ...] = ()
    certainty: str = ""
    label: str = ""


class _Name(msgspec.Struct, frozen=True):
    toponym: str
    lang: str | None = None
    when: _When = _When()


class _Properties(msgspec.Struct, frozen=True):
    title: str = ""
    fclasses: tuple[str, ...] = ()
    ccodes: tuple[str, ...] = ()


class _Description(msgspec.Struct, frozen=True):
    value: str = ""


class _Feature(msgspec.Struct, frozen=True):
    properties: _Properties
    id: str = msgspec.field(name="@id", default="")
    names: tuple[_Name, ...] = ()
    when: _When = _When()
    geometry: dict[str, Any] | None = None
    descriptions: tuple[_Description, ...] = ()


class _Collection(Listing, frozen=True):
    parts: tuple[msgspec.Raw, ...] = msgspec.field(name="features")


def linked_records(source: Source) -> Iterator[Record]:
    """A record a place and stretch of time, its quotes joined; features are numbered from 1.

    Raises
    ------
    BadFile
        Naming the feature.
    """
    for where, feature in json_parts(
        source, _Collection, _Feature, kind="Linked Places file", called="feature"
    ):
        yield from _records(where, feature)


def _records(where: str, feature: _Feature) -> Iterator[Record]:
    names = [name.toponym for name in feature.names]
    title = feature.properties.title or next(iter(names), "")
    told = {
        "title": title,
        "place": title,
        "place_id": _id(feature.id),
        "place_names": "; ".join(names),
        "quote": " ".join(each.value for each in feature.descriptions) or title,
        "date_certainty": feature.when.certainty,
        "date_text": feature.when.label,
    }
    record = Record(where, {name: value for name, value in told.items() if value})
    lon, lat = point_of(record, feature.geometry)
    codes, classes = feature.properties.ccodes, feature.properties.fclasses
    try:
        for stretch in feature.when.timespans or (None,):
            yield Record(
                where,
                {**record.values, **_dates(stretch)},
                lon,
                lat,
                _KINDS.get(classes[0]) if classes else None,
                codes[0] if len(codes) == 1 else None,
                tuple(_name(name) for name in feature.names if name.toponym != title),
            )
    except BadDate as error:
        raise record.bad(str(error)) from error


def _id(address: str) -> str:
    if address.startswith(_GEONAMES):
        return f"gn:{address.removeprefix(_GEONAMES).strip('/')}"
    if address.startswith(_OURS):
        return unquote(address.removeprefix(_OURS))
    return address


def _dates(stretch: _Timespan | None) -> Mapping[str, str]:
    days = _days(stretch)
    dates = {"start_date": iso_date(days.first), "end_date": iso_date(days.last)}
    if days.first is not None and days.last is None:
        dates["edtf"] = f"{dates['start_date']}/.."
    return {name: date for name, date in dates.items() if date}


def _days(stretch: _Timespan | None) -> Interval:
    """From the earliest to the latest day; without an end, all days of the start."""
    if stretch is None:
        return Interval(None, None)
    start, end = stretch.start, stretch.end or stretch.start
    return Interval(_first(start), _last(end))


def _first(moment: _Moment) -> int | None:
    text = moment.get("in", moment.get("earliest"))
    return None if text is None else parse(str(text)).days.first


def _last(moment: _Moment) -> int | None:
    text = moment.get("in", moment.get("latest"))
    return None if text is None else parse(str(text)).days.last


def _name(name: _Name) -> PlaceName:
    days = _days(name.when.timespans[0]) if name.when.timespans else Interval(None, None)
    return PlaceName(name.toponym, name.lang, days.first, days.last)
