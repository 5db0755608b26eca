"""The layers of a whole library, as its features are read: no more than some at a time."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from mapapp.layers.areas import area_feature
from mapapp.layers.collection import LayerName
from mapapp.layers.events import event_feature, place_feature
from mapapp.layers.feature import AreaFeature, EventFeature, Feature, PlaceFeature
from mapapp.layers.outlines import outline
from mapapp.model import BBox, Selection, When
from mapapp.stories.encoded import placed
from mapapp.stories.slug import event_key
from mapapp.stories.store import Store, StoredEvent, StoredPlace

_PAGE = 1000  # events
_BATCH = 200  # places, each with all that happened there


def library_features(
    store: Store, layer: LayerName, selection: Selection, *, base_url: str = ""
) -> Iterator[Feature]:
    """The features of a layer of all stories, as far as the selection takes their events.

    A place tells of all its events. Areas are those that share a point with the box.
    """
    if layer == "events":
        for found in store.query(selection):
            yield stored_event_feature(found, base_url=base_url)
        return
    ids = place_ids(store, layer, selection)
    for begin in range(0, len(ids), _BATCH):
        found_places = store.places(ids[begin : begin + _BATCH])
        yield from area_features(found_places) if layer == "areas" else place_features(found_places)


def library_events(store: Store, selection: Selection, *, base_url: str = "") -> Iterator[bytes]:
    """The events layer of all stories as JSON, many features a piece with commas between them."""
    after: int | None = 0
    while after is not None:
        page = store.page(selection, after=after, limit=_PAGE)
        if page.features:
            yield placed(page.features, base_url)
        after = page.last


def stored_event_feature(found: StoredEvent, *, base_url: str) -> EventFeature:
    """The feature of an event among those of all stories."""
    event = found.event
    key = event_key(found.slug, event.id)
    return event_feature(event, story=found.slug, quote=found.quote, base_url=base_url, key=key)


def place_ids(
    store: Store,
    layer: LayerName,
    selection: Selection,
    *,
    slug: str | None = None,
    words: str = "",
) -> Sequence[str]:
    """Ids of the features of `places` or `areas`, sorted; see `Store.query` for what is asked."""
    if layer != "areas":
        return store.place_ids(selection, slug=slug, words=words)
    # An outline may reach into a box that its label lies outside.
    everywhere = replace(selection, bbox=None)
    ids = store.place_ids(everywhere, slug=slug, words=words)
    return _areas_in_box(store, ids, selection.bbox)


def place_features(found: Sequence[StoredPlace]) -> list[PlaceFeature]:
    """One feature a place."""
    return [_feature(each) for each in found]


def area_features(found: Sequence[StoredPlace]) -> list[AreaFeature]:
    """One feature a place that has an outline."""
    features = (area_feature(each.place, _feature(each)) for each in found)
    return [feature for feature in features if feature is not None]


def _areas_in_box(store: Store, ids: Sequence[str], bbox: BBox | None) -> list[str]:
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
