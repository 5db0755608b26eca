"""Turn an article into a map that a reader can check: places, dates, events, and the sentence.

The verbs below are what a notebook needs; each is loaded when it is first used, so that
`import mapapp` is cheap.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from mapapp.errors import MapAppError

if TYPE_CHECKING:
    from mapapp.pipeline import annotate
    from mapapp.reading import read_article as read

__version__ = "0.1.0"

__all__ = ["MapAppError", "annotate", "read"]

_VERBS = {
    "annotate": ("mapapp.pipeline", "annotate"),
    "read": ("mapapp.reading", "read_article"),
}


def __getattr__(name: str) -> object:
    if name not in _VERBS:
        raise AttributeError(f"module 'mapapp' has no attribute {name!r}")
    module, attribute = _VERBS[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted(__all__)
