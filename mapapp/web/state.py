"""What requests share: the settings and the library."""

from dataclasses import dataclass, field

from flask import Flask, current_app

from mapapp.model import Story
from mapapp.settings import Settings
from mapapp.stories import Store
from mapapp.web.editions import Editions

_KEY = "mapapp"


@dataclass(frozen=True, slots=True)
class State:
    """What an application was made with.

    Attributes
    ----------
    editions : Editions
        The library's stories, ready for pages.
    removed : dict of str to Story
        What readers removed last, as the machine read it and with its decisions, by slug: to be
        had back until the program ends.
    """

    settings: Settings
    store: Store
    editions: Editions
    removed: dict[str, Story] = field(default_factory=dict)


def keep(app: Flask, state: State) -> None:
    """Give the application its state."""
    app.extensions[_KEY] = state


def state() -> State:
    """The state of the application that answers the request."""
    found = current_app.extensions[_KEY]
    assert isinstance(found, State)
    return found
