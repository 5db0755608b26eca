"""The shape of what the layers hold: GeoJSON (RFC 7946) with JSON-FG's `time`.

The fields of the structs are the members of the JSON in their order, so the schema is checked
where it is written and cannot differ between two features of a layer.
"""

from typing import Literal

import msgspec

from mapapp.model import Certainty, Status

# How exactly a place is drawn.
Precision = Literal["point", "settlement", "district", "region", "country", "unlocated"]

Position = tuple[float, float]  # lon, lat; degrees, WGS 84, six decimals
Ring = tuple[Position, ...]  # closed; outer ones run counter-clockwise
Box = tuple[float, float, float, float]  # west, south, east, north


class Point(msgspec.Struct, frozen=True, tag_field="type", tag="Point"):
    """A position."""

    coordinates: Position


class Polygon(msgspec.Struct, frozen=True, tag_field="type", tag="Polygon"):
    """An outer ring and its holes."""

    coordinates: tuple[Ring, ...]


class MultiPolygon(msgspec.Struct, frozen=True, tag_field="type", tag="MultiPolygon"):
    """Several polygons."""

    coordinates: tuple[tuple[Ring, ...], ...]


Geometry = Point | Polygon | MultiPolygon


class Time(msgspec.Struct, frozen=True, omit_defaults=True):
    """JSON-FG 1.0's temporal member: one `date`, or a closed `interval` with ".." for open."""

    date: str | None = None
    interval: tuple[str, str] | None = None


class EventProperties(msgspec.Struct, frozen=True, kw_only=True):
    """What the `events` layer tells of an event; flat, so that every GIS reads it."""

    story: str
    title: str
    category: str
    place: str | None
    place_id: str | None
    place_names: str
    role: str | None
    place_precision: Precision
    place_certainty: Certainty | None
    start_date: str | None
    end_date: str | None
    edtf: str | None
    date_text: str
    date_certainty: Certainty | None
    quote: str
    quote_start: int
    quote_end: int
    score: float
    status: Status
    places: str
    url: str


class PlaceProperties(msgspec.Struct, frozen=True, kw_only=True):
    """What the `places` and `areas` layers tell of a place."""

    name: str
    names: str
    kind: str
    country: str | None
    precision: Precision
    radius_km: float | None
    events: int
    event_ids: str
    start_date: str | None
    end_date: str | None


class AreaProperties(PlaceProperties, frozen=True, kw_only=True):
    """A place's, with a word on its outline."""

    approximate: bool
    outline_source: str


class _Feature(msgspec.Struct, frozen=True, tag_field="type", tag="Feature", kw_only=True):
    id: str
    bbox: Box | msgspec.UnsetType = msgspec.UNSET
    geometry: Geometry | None
    time: Time | None


class EventFeature(_Feature, frozen=True, tag_field="type", tag="Feature", kw_only=True):
    """An event."""

    properties: EventProperties


class PlaceFeature(_Feature, frozen=True, tag_field="type", tag="Feature", kw_only=True):
    """A place."""

    properties: PlaceProperties


class AreaFeature(_Feature, frozen=True, tag_field="type", tag="Feature", kw_only=True):
    """A place's outline."""

    properties: AreaProperties


Feature = EventFeature | PlaceFeature | AreaFeature


def encode_geometry(feature: Feature) -> bytes:
    """The feature's geometry alone, `null` where it has none."""
    return msgspec.json.encode(feature.geometry)


def encode(feature: Feature) -> bytes:
    """The feature as one line of JSON, UTF-8."""
    return msgspec.json.encode(feature)
