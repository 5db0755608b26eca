"""Stories as GeoJSON features: events, places, areas; one fixed schema a layer.

>>> from mapapp.model import Annotation, Article, Event, Span, Story
>>> event = Event("e1", "Rain", "other", None, (), (Span(0, 9),))
>>> story = Story("rain", Annotation(Article("It rained."), events=(event,)))
>>> [(feature.id, feature.geometry, feature.properties.quote) for feature in events(story)]
[('e1', None, 'It rained')]
"""

from mapapp.layers.areas import area_feature, areas
from mapapp.layers.collection import LAYERS, LayerName, collection, features
from mapapp.layers.events import (
    event_feature,
    events,
    events_by_place,
    place_feature,
    places,
    shown_events,
)
from mapapp.layers.feature import (
    AreaFeature,
    EventFeature,
    EventProperties,
    Feature,
    PlaceFeature,
    PlaceProperties,
    encode,
)
from mapapp.layers.names import shown_name
from mapapp.layers.outlines import Outline, outline
from mapapp.layers.words import all_names, precision, usual_names

__all__ = [
    "LAYERS",
    "AreaFeature",
    "EventFeature",
    "EventProperties",
    "Feature",
    "LayerName",
    "Outline",
    "PlaceFeature",
    "PlaceProperties",
    "all_names",
    "area_feature",
    "areas",
    "collection",
    "encode",
    "event_feature",
    "events",
    "events_by_place",
    "features",
    "outline",
    "place_feature",
    "places",
    "precision",
    "shown_events",
    "shown_name",
    "usual_names",
]
