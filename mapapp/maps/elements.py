"""The parts of the map that are not Folium's: each is a name, some values and one template."""

import os
import re
from functools import cache
from pathlib import Path
from typing import BinaryIO

import folium
from branca.element import MacroElement
from folium.template import Template

from mapapp.locale import current
from mapapp.maps.focus import Focus
from mapapp.maps.packing import Pieces
from mapapp.maps.templating import FUNCTIONS
from mapapp.resources import templates
from mapapp.settings import Settings

FURTHEST_ZOOM = 18
_TAG = re.compile(r"<|\{(?=[{%#])")  # what begins a tag of HTML or of Jinja


@cache  # to compile them took longer than to fill them
def _template(name: str) -> Template:
    path = templates().joinpath("elements", f"{name}.html")
    template: Template = Template(path.read_text("utf-8"))
    template.globals.update(FUNCTIONS)
    return template


class StoryMap(folium.Map):
    """A Folium map without tiles, links to other hosts, or random ids.

    Everything else that Folium knows can be added to it.

    Attributes
    ----------
    title, credit : str
        The story's title; whom a tile layer's owner wants named.
    language : str
        That was spoken when it was made, and is when it is shown or saved.
    """

    def __init__(self, focus: Focus, settings: Settings, title: str = "") -> None:
        self.title, self.credit = title, settings.tiles_credit if settings.tiles else ""
        self.language = current().tag
        west, south, east, north = focus.span
        super().__init__(
            location=[(south + north) / 2, (west + east) / 2],
            tiles=None,
            zoom_start=4,
            maxZoom=FURTHEST_ZOOM,  # without a tile layer Leaflet knows none, and clusters die
            minZoom=1,
            zoomSnap=0.25,
            attributionControl=False,  # the page has the credits, in full
        )
        self._id = "story"
        self._template = _template("map")
        # On the instance: the lists of the class belong to every map of the process.
        self.default_js = []
        self.default_css = []
        if settings.tiles:
            layer = folium.TileLayer(settings.tiles, attr=settings.tiles_credit, max_zoom=18)
            layer._id = "tiles"
            layer.add_to(self)

    def _repr_html_(self, **_: object) -> str:
        """What a notebook shows; Folium's own frame knows nothing of our program."""
        from mapapp.maps.notebook import frame  # it puts maps together, this one among them

        return frame(self)

    def save(self, outfile: str | bytes | Path | BinaryIO, *_: object, **__: object) -> None:
        """Write the map as one HTML file that opens without a network."""
        from mapapp.maps.notebook import page

        body = page(self).encode()
        if isinstance(outfile, str | bytes | Path):
            Path(os.fsdecode(outfile)).write_bytes(body)
        else:
            outfile.write(body)


class BaseMap(MacroElement):
    """Land, water, borders and names: inside the page, or fetched from an address."""

    def __init__(self, *, text: str = "", address: str = "") -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name, self._id = "BaseMap", "story"
        self._template = _template("basemap")
        self.text, self.address = _inert(text), address


class StoryData(MacroElement):
    """The story, as JSON in a script tag of its own; of a large one, packed pieces behind it."""

    def __init__(self, text: str, pieces: Pieces | None = None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name, self._id = "StoryData", "story"
        self._template = _template("data")
        self.text, self.pieces = _inert(text), pieces


class TimeFilter(MacroElement):
    """The control that chooses a window of time: histogram, brush, fields, play and step."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name, self._id = "TimeFilter", "story"
        self._template = _template("time")


def _inert(json: str) -> str:
    """The same JSON, with nothing in it that can close a script tag or run in a template.

    Branca reads what an element's template made as a template once more, outside any sandbox, so
    that `{{` in an article would be a program. In JSON it stands nowhere but inside a string.
    """
    return _TAG.sub(lambda found: f"\\u{ord(found[0]):04x}", json)
