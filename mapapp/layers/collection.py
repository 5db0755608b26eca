"""A layer by its name, and as a FeatureCollection that streams."""

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from mapapp.layers.areas import areas
from mapapp.layers.events import EVERYTHING, events, places
from mapapp.layers.feature import Feature, encode
from mapapp.model import Selection, Story

LayerName = Literal["events", "places", "areas"]
LAYERS: tuple[LayerName, ...] = get_args(LayerName)

_JSON_FG = "http://www.opengis.net/spec/json-fg-1/1.0/conf/core"


def features(
    story: Story, layer: LayerName, selection: Selection = EVERYTHING, *, base_url: str = ""
) -> Iterator[Feature]:
    """The features of a layer, as far as the selection takes them."""
    if layer == "events":
        return events(story, selection, base_url=base_url)
    return places(story, selection) if layer == "places" else areas(story, selection)


def collection(found: Iterable[Feature]) -> Iterator[bytes]:
    r"""A FeatureCollection, piece by piece, one feature a line, UTF-8.

    Examples
    --------
    >>> b"".join(collection([])).decode().splitlines()[-2:]
    ['"features":[', ']}']
    """
    return joined(map(encode, found))


def joined(encoded: Iterable[bytes]) -> Iterator[bytes]:
    """The same of features that are JSON already, each piece one or several with commas between."""
    yield f'{{"type":"FeatureCollection",\n"conformsTo":["{_JSON_FG}"],\n"features":['.encode()
    before = b"\n"
    for piece in encoded:
        yield before + piece
        before = b",\n"
    yield b"\n]}\n"
