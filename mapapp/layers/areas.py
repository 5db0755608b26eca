"""The `areas` layer: outlines of the places that have one."""

from collections.abc import Iterator
from typing import Any

import msgspec

from mapapp.layers.events import EVERYTHING, events_by_place, place_feature, span_of_days
from mapapp.layers.feature import (
    AreaFeature,
    AreaProperties,
    Box,
    MultiPolygon,
    PlaceFeature,
    Polygon,
    Ring,
)
from mapapp.layers.outlines import outline
from mapapp.model import Place, Selection, Story

_DECIMALS = 6


def areas(story: Story, selection: Selection = EVERYTHING) -> Iterator[AreaFeature]:
    """One feature a place of the `places` layer that has an outline, under the same id."""
    for place, there in events_by_place(story, selection):
        ids = [event.id for event in there]
        feature = area_feature(place, place_feature(place, ids, span_of_days(there)))
        if feature is not None:
            yield feature


def area_feature(place: Place, feature: PlaceFeature) -> AreaFeature | None:
    """The place's outline with what `feature`, its point, tells; None without an outline."""
    found = outline(place)
    if found is None:
        return None
    return AreaFeature(
        id=feature.id,
        bbox=box(found.shape),
        geometry=geometry(found.shape),
        time=feature.time,
        properties=AreaProperties(
            **msgspec.structs.asdict(feature.properties),
            approximate=found.approximate,
            outline_source=found.source,
        ),
    )


def geometry(shape: Any) -> Polygon | MultiPolygon:  # noqa: ANN401 - shapely carries no types
    """A shapely area as RFC 7946 wants it: outer rings counter-clockwise, holes clockwise."""
    import shapely

    polygons = tuple(_rings(polygon) for polygon in shapely.get_parts(shape))
    return Polygon(polygons[0]) if len(polygons) == 1 else MultiPolygon(polygons)


def box(shape: Any) -> Box:  # noqa: ANN401
    """West, south, east, north; west lies east of east where the area crosses the antimeridian."""
    import shapely

    west, south, east, north = (round(value, _DECIMALS) for value in shape.bounds)
    if west <= -180 and east >= 180:
        bounds = [part.bounds for part in shapely.get_parts(shape)]
        gap = _widest_gap([(part[0], part[2]) for part in bounds])
        if gap is not None:
            east, west = (round(value, _DECIMALS) for value in gap)
    return (west, south, east, north)


def _rings(polygon: Any) -> tuple[Ring, ...]:  # noqa: ANN401
    from shapely.geometry.polygon import orient

    turned = orient(polygon, sign=1.0)
    return tuple(
        tuple((round(lon, _DECIMALS), round(lat, _DECIMALS)) for lon, lat in ring.coords)
        for ring in (turned.exterior, *turned.interiors)
    )


def _widest_gap(stretches: list[tuple[float, float]]) -> tuple[float, float] | None:
    """The widest stretch of longitudes between some that belongs to none of them."""
    gaps = []
    reached = -180.0
    for west, east in sorted(stretches):
        if west > reached:
            gaps.append((reached, west))
        reached = max(reached, east)
    return max(gaps, key=lambda gap: gap[1] - gap[0], default=None)
