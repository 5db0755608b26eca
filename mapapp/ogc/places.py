"""Features of the places and areas of a whole library."""

from collections.abc import Sequence
from typing import Any

from mapapp.layers import AreaFeature, PlaceFeature, area_feature, outline, place_feature
from mapapp.model import BBox, When
from mapapp.stories import Store, StoredPlace


def event_key(slug: str, event_id: str) -> str:
    """The id of an event among all stories' events.

    Two stories may quote the same sentence, and an event's own id is made of that.

    Examples
    --------
    >>> event_key("zoo", "e1")
    'zoo:e1'
    """
    return f"{slug}:{event_id}"


def split_key(key: str) -> tuple[str, str]:
    """Slug and id of an event; the id is empty where the key is not one of `event_key`'s.

    Examples
    --------
    >>> split_key("zoo:e1")
    ('zoo', 'e1')
    """
    slug, _, event_id = key.partition(":")  # no slug holds a colon
    return slug, event_id


def place_features(found: Sequence[StoredPlace]) -> list[PlaceFeature]:
    """One feature a place."""
    return [_feature(each) for each in found]


def area_features(found: Sequence[StoredPlace]) -> list[AreaFeature]:
    """One feature a place that has an outline."""
    features = (area_feature(each.place, _feature(each)) for each in found)
    return [feature for feature in features if feature is not None]


def areas_in_box(store: Store, ids: Sequence[str], bbox: BBox | None) -> list[str]:
    """The ids of those places whose outlines share a point with the box, or that have one."""
    shape = None if bbox is None else _shape(bbox)
    found = []
    for place in store.places_alone(ids):
        area = outline(place)
        if area is not None and (shape is None or area.shape.intersects(shape)):
            found.append(place.id)
    return found


def _feature(found: StoredPlace) -> PlaceFeature:
    stretch = When("", found.days.first, found.days.last) if found.days else None
    return place_feature(found.place, [event_key(*each) for each in found.events], stretch)


def _shape(bbox: BBox) -> Any:  # noqa: ANN401 - shapely carries no types
    import shapely

    if bbox.west <= bbox.east:
        return shapely.box(bbox.west, bbox.south, bbox.east, bbox.north)
    return shapely.union(
        shapely.box(bbox.west, bbox.south, 180.0, bbox.north),
        shapely.box(-180.0, bbox.south, bbox.east, bbox.north),
    )
