"""Places: the gazetteer, which words name a place, and which place they mean."""

from mapapp.places.given import GivenName
from mapapp.places.reader import PlaceReader, default_gazetteer, find_places, resolve_names

__all__ = ["GivenName", "PlaceReader", "default_gazetteer", "find_places", "resolve_names"]
