"""Linked Places Format 1.3: the places with their names and times, for gazetteers.

It wants a time of every place: that of the events there, and where no event is dated that the
place was known when the article was written.
"""

from collections.abc import Iterator
from urllib.parse import quote

import msgspec

from mapapp.formats.format import Content, Format
from mapapp.formats.readers.places import linked_records
from mapapp.layers import events_by_place, shown_name
from mapapp.layers.events import point, span_of_days
from mapapp.layers.feature import Point
from mapapp.model import Certainty, Event, Kind, Place, PlaceName, civil, iso_date

_CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
    "linkedplaces-context-v1.1.jsonld"
)
# GeoNames' classes of features, which the format takes over.
_CLASSES: dict[Kind, str] = {
    "settlement": "P",
    "country": "A",
    "territory": "A",
    "historic_state": "A",
    "admin1": "A",
    "admin2": "A",
    "region": "L",
    "continent": "L",
    "sea": "H",
    "river": "H",
    "lake": "H",
    "mountain": "T",
    "island": "T",
    "airport": "S",
    "base": "S",
    "site": "S",
}


class _Moment(msgspec.Struct, omit_defaults=True):
    earliest: str | None = None
    latest: str | None = None


class _Timespan(msgspec.Struct, omit_defaults=True):
    start: _Moment
    end: _Moment | None = None


class _When(msgspec.Struct, omit_defaults=True):
    timespans: list[_Timespan]
    certainty: Certainty | None = None


class _Citation(msgspec.Struct, omit_defaults=True):
    label: str
    year: int | None = None


class _Name(msgspec.Struct, omit_defaults=True):
    toponym: str
    lang: str | None = None
    citations: list[_Citation] = []
    when: _When | None = None


class _Properties(msgspec.Struct):
    title: str
    fclasses: list[str]
    ccodes: list[str]


class _Link(msgspec.Struct):
    type: str
    identifier: str


class _Description(msgspec.Struct):
    value: str


class _Place(msgspec.Struct, omit_defaults=True):
    id: str = msgspec.field(name="@id")
    type: str
    properties: _Properties
    geometry: Point | None
    names: list[_Name]
    when: _When
    links: list[_Link] = []
    descriptions: list[_Description] = []


def _pieces(content: Content) -> Iterator[bytes]:
    yield f'{{"type":"FeatureCollection","@context":"{_CONTEXT}",\n"features":['.encode()
    before = b"\n"
    for place, there in events_by_place(content.story, content.selection):
        written = _place(content, place, there)
        if written is not None:
            yield before + msgspec.json.encode(written)
            before = b",\n"
    yield b"\n]}\n"


def _place(content: Content, place: Place, there: list[Event]) -> _Place | None:
    article = content.story.annotation.article
    when = _when(there) or _known_by(article.published)
    if when is None:
        return None
    year = civil(article.published)[0] if article.published is not None else None
    cited = [_Citation(article.source or content.story.title, year)]
    names = [_Name(place.name, citations=cited), *map(_name, place.names)]
    number = place.geonameid
    return _Place(
        f"https://sws.geonames.org/{number}/"
        if number
        else f"urn:mapapp:{quote(place.id, safe=':')}",
        "Feature",
        _Properties(
            shown_name(place), [_CLASSES[place.kind]], [place.country] if place.country else []
        ),
        point(place),
        names,
        when,
        [_Link("exactMatch", f"gn:{number}")] if number else [],
        [_Description(event.evidence[0].of(article.text)) for event in there],
    )


def _when(there: list[Event]) -> _When | None:
    stretch = span_of_days(there)
    if stretch is None or (stretch.first is None and stretch.last is None):
        return None
    start = _Moment(earliest=iso_date(stretch.first)) if stretch.first is not None else None
    end = _Moment(latest=iso_date(stretch.last)) if stretch.last is not None else None
    # A timespan needs a start; where it is open, the end is the latest that it can be.
    return _When([_Timespan(start or _Moment(latest=iso_date(stretch.last)), end)])


def _known_by(day: int | None) -> _When | None:
    if day is None:
        return None
    return _When([_Timespan(_Moment(latest=iso_date(day)))], "uncertain")


def _name(name: PlaceName) -> _Name:
    if name.first is None and name.last is None:
        return _Name(name.text, name.language)
    start = _Moment(earliest=iso_date(name.first), latest=iso_date(name.first or name.last))
    end = _Moment(latest=iso_date(name.last)) if name.last is not None else None
    return _Name(name.text, name.language, when=_When([_Timespan(start, end)]))


FORMAT = Format(
    ".lpf.json",
    "Linked Places Format",
    "application/geo+json",
    ("places",),
    ("places without any date, where the article has none either",),
    _pieces,
    linked_records,
)
