"""The web pages: `create_app` and one blueprint a concern."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from mapapp.settings import Settings
    from mapapp.stories import Store

__all__ = ["create_app", "prepare"]


def create_app(settings: "Settings | None" = None, store: "Store | None" = None) -> "Flask":
    """The WSGI application over a library of stories.

    Parameters
    ----------
    settings : Settings or None
        None reads the environment.
    store : Store or None
        None opens the library that the settings name.

    Raises
    ------
    StoreUnavailable
        When the library cannot be opened.
    """
    from mapapp.web import app  # Flask takes a tenth of a second

    return app.create_app(settings, store)


def prepare(app: "Flask") -> None:
    """Make the base map and the largest stories ready: who asks first need not wait for them.

    For a server to call in a thread of its own once it listens; a story that cannot be read is
    told of when it is asked for.
    """
    from mapapp.web import large

    large.prepare(app)
