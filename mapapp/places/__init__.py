"""Places: the gazetteer, which words name a place, and which place they mean."""

from mapapp.places.reader import PlaceReader, default_gazetteer, find_places

__all__ = ["PlaceReader", "default_gazetteer", "find_places"]
