"""GeoJSON as records."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from mapapp.formats.readers.record import Listing, Record, Source, json_parts, values


class GeoFeature(msgspec.Struct, frozen=True):
    """A feature, as far as it is read."""

    geometry: dict[str, Any] | None = None
    properties: dict[str, Any] | None = None
    id: str | int | None = None


class _Collection(Listing, frozen=True, tag_field="type", tag="FeatureCollection"):
    parts: tuple[msgspec.Raw, ...] = msgspec.field(name="features")


def geojson_records(source: Source) -> Iterator[Record]:
    """A record a feature, numbered from 1.

    Raises
    ------
    BadFile
        Naming the feature.
    """
    for where, feature in json_parts(
        source, _Collection, GeoFeature, kind="GeoJSON FeatureCollection", called="feature"
    ):
        yield record_of(where, told_of(feature), feature.geometry)


def told_of(feature: GeoFeature) -> Mapping[str, object]:
    """Its properties, with its id among them."""
    properties = feature.properties or {}
    return properties if feature.id is None else {**properties, "id": feature.id}


def record_of(where: str, told: Mapping[str, object], geometry: Mapping[str, Any] | None) -> Record:
    """The record of a feature, at its point or one within its geometry."""
    record = Record(where, values(told.items()))
    lon, lat = point_of(record, geometry)
    return Record(where, record.values, lon, lat)


def point_of(
    record: Record, geometry: Mapping[str, Any] | None
) -> tuple[float, float] | tuple[None, None]:
    """Longitude and latitude of a GeoJSON geometry, of others than points one within them."""
    if geometry is None:
        return None, None
    try:
        lon, lat = _point(geometry)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise record.bad(f"its geometry cannot be read: {error}") from error
    if not (abs(lon) <= 180 and abs(lat) <= 90):
        raise record.bad(f"{lon:g}, {lat:g} is no longitude and latitude in degrees")
    return lon, lat


def _point(geometry: Mapping[str, Any]) -> tuple[float, float]:
    if geometry["type"] == "Point":
        lon, lat = geometry["coordinates"][:2]
        return float(lon), float(lat)
    import shapely
    from shapely.geometry import shape

    inside = shapely.point_on_surface(shape(geometry))
    return round(inside.x, 6), round(inside.y, 6)
