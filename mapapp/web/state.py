"""What requests share: the settings and the library."""

from dataclasses import dataclass

from flask import Flask, current_app

from mapapp.settings import Settings
from mapapp.stories import Store

_KEY = "mapapp"


@dataclass(frozen=True, slots=True)
class State:
    """What an application was made with."""

    settings: Settings
    store: Store


def keep(app: Flask, state: State) -> None:
    """Give the application its state."""
    app.extensions[_KEY] = state


def state() -> State:
    """The state of the application that answers the request."""
    found = current_app.extensions[_KEY]
    assert isinstance(found, State)
    return found
