"""The pages that tell of the data: landing page, conformance, collections, exceptions.

Shapes after OGC 17-069r4, OGC API - Features - Part 1: Core 1.0; the members are spelled as there.
"""

from typing import Literal

import msgspec

from mapapp.errors import UnknownCollection
from mapapp.layers import LAYERS, LayerName
from mapapp.locale import N_
from mapapp.locale import gettext as _
from mapapp.model import BBox, Interval, civil, iso_date
from mapapp.ogc.links import (
    Addresses,
    Link,
    items_links,
    landing_links,
    layer_title,
    same_page,
    schema_link,
)
from mapapp.ogc.media import Format
from mapapp.stories import Reach

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
_GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"
_CLASS = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf"
CONFORMS_TO = tuple(f"{_CLASS}/{name}" for name in ("core", "oas30", "html", "geojson"))

_DESCRIPTIONS: dict[LayerName, str] = {
    "events": N_(
        "What happened, when and where, each with the sentence that says so. An event without a"
        " located place has no geometry."
    ),
    "places": N_(
        "Places under which events are shown, with the days from the first event to the last. A"
        " place that was not found has no geometry."
    ),
    "areas": N_(
        "Outlines of those places that have one, under the same ids as the places. Many are"
        " approximate, and say so."
    ),
}


class _Document(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    pass


class Landing(_Document, frozen=True):
    """The landing page."""

    title: str
    description: str
    links: tuple[Link, ...]


class Conformance(_Document, frozen=True):
    """The classes of standards that are kept."""

    conforms_to: tuple[str, ...]


class SpatialExtent(_Document, frozen=True):
    """Boxes: west, south, east, north in degrees of CRS84."""

    bbox: tuple[tuple[float, float, float, float], ...]
    crs: str


class TemporalExtent(_Document, frozen=True):
    """Intervals of instants; null is open."""

    interval: tuple[tuple[str | None, str | None], ...]
    trs: str


class Extent(_Document, frozen=True):
    """What a collection covers, as far as that is known."""

    spatial: SpatialExtent | msgspec.UnsetType = msgspec.UNSET
    temporal: TemporalExtent | msgspec.UnsetType = msgspec.UNSET


class Collection(_Document, frozen=True):
    """A collection of features."""

    id: str
    title: str
    description: str
    links: tuple[Link, ...]
    extent: Extent
    item_type: Literal["feature"]
    crs: tuple[str, ...]


class Collections(_Document, frozen=True):
    """The list of collections."""

    links: tuple[Link, ...]
    collections: tuple[Collection, ...]


class Problem(_Document, frozen=True):
    """What went wrong: the schema `exception` of the standard."""

    code: str
    description: str


def landing(addresses: Addresses, shown: Format) -> Landing:
    """The landing page."""
    return Landing(
        _("mapapp: events of articles"),
        _("Events found in articles, each with place, days and the sentence that says so."),
        landing_links(addresses, shown),
    )


def conformance() -> Conformance:
    """The classes that are kept."""
    return Conformance(CONFORMS_TO)


def collections(addresses: Addresses, shown: Format, reach: Reach) -> Collections:
    """The list of collections."""
    return Collections(
        same_page(addresses.collections, shown),
        tuple(collection(name, addresses, shown, reach) for name in LAYERS),
    )


def collection(name: LayerName, addresses: Addresses, shown: Format, reach: Reach) -> Collection:
    """One collection."""
    return Collection(
        name,
        layer_title(name),
        _(_DESCRIPTIONS[name]),
        (
            *same_page(addresses.collection(name), shown),
            *items_links(addresses, name),
            schema_link(addresses, name),
        ),
        # Outlines reach beyond the points that are known here, and some lie over the antimeridian.
        extent(Reach(None, reach.days) if name == "areas" else reach),
        "feature",
        (CRS84,),
    )


def collection_name(text: str) -> LayerName:
    """The collection of that name; raises UnknownCollection."""
    for name in LAYERS:
        if name == text:
            return name
    known = ", ".join(LAYERS)
    raise UnknownCollection(
        _("there is no collection {name!r}; there are {known}", name=text, known=known)
    )


def extent(reach: Reach) -> Extent:
    """What is covered, as far as the standard can say it."""
    return Extent(
        _spatial(reach.bbox) if reach.bbox else msgspec.UNSET,
        _temporal(reach.days) if reach.days else msgspec.UNSET,
    )


def _spatial(bbox: BBox) -> SpatialExtent:
    return SpatialExtent(((bbox.west, bbox.south, bbox.east, bbox.north),), CRS84)


def _temporal(days: Interval) -> TemporalExtent:
    return TemporalExtent(
        ((_instant(days.first, "00:00:00"), _instant(days.last, "23:59:59")),), _GREGORIAN
    )


def _instant(day: int | None, time: str) -> str | None:
    # RFC 3339 ends at the years 0 and 9999; what lies beyond is given as open, which covers it.
    if day is None or not 0 <= civil(day)[0] <= 9999:
        return None
    return f"{iso_date(day)}T{time}Z"
