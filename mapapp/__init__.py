"""Turn an article into a map that a reader can check: places, dates, events, and the sentence.

The verbs below are what a notebook needs; each is loaded when it is first used, so that
`import mapapp` is cheap.

    article = mapapp.read("article.txt")
    annotation = mapapp.annotate(article)
    mapapp.write(annotation, "map.html")
"""

from importlib import import_module
from typing import TYPE_CHECKING

from mapapp.errors import MapAppError

if TYPE_CHECKING:
    from mapapp.model import Selection
    from mapapp.pipeline import annotate
    from mapapp.reading import read_article as read
    from mapapp.verbs import lookup, to_geodataframe, to_layer, to_map, write
    from mapapp.web import create_app

__version__ = "0.1.0"

__all__ = [
    "MapAppError",
    "Selection",
    "annotate",
    "create_app",
    "lookup",
    "read",
    "to_geodataframe",
    "to_layer",
    "to_map",
    "write",
]

_VERBS = {
    "Selection": ("mapapp.model", "Selection"),
    "annotate": ("mapapp.pipeline", "annotate"),
    "create_app": ("mapapp.web", "create_app"),
    "lookup": ("mapapp.verbs", "lookup"),
    "read": ("mapapp.reading", "read_article"),
    "to_geodataframe": ("mapapp.verbs", "to_geodataframe"),
    "to_layer": ("mapapp.verbs", "to_layer"),
    "to_map": ("mapapp.verbs", "to_map"),
    "write": ("mapapp.verbs", "write"),
}


def __getattr__(name: str) -> object:
    if name not in _VERBS:
        raise AttributeError(f"module 'mapapp' has no attribute {name!r}")
    module, attribute = _VERBS[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted(__all__)
