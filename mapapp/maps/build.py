"""A story as a Folium map."""

from typing import NamedTuple

from branca.element import Figure

from mapapp.maps.basemap import basemap
from mapapp.maps.elements import BaseMap, StoryData, StoryMap, TimeFilter
from mapapp.maps.focus import focus, home_places
from mapapp.maps.view import encode, story_view
from mapapp.model import Story
from mapapp.settings import Settings


class MapParts(NamedTuple):
    """What Folium rendered: markup for the body, and a classic script that makes the map."""

    html: str
    script: str


def story_map(
    story: Story,
    *,
    settings: Settings | None = None,
    address: str = "",
    basemap_address: str = "",
) -> StoryMap:
    """The map of a story, to which Folium's own layers can be added.

    Parameters
    ----------
    address : str
        Of the story's page, for links out of an embedded map.
    basemap_address : str
        Where the browser fetches the base map; empty puts it inside.
    """
    where = focus(story)
    folium_map = StoryMap(where, settings or Settings())
    StoryData(encode(story_view(story, where, address=address))).add_to(folium_map)
    text = "" if basemap_address else basemap(where, home_places(story))
    BaseMap(text=text, address=basemap_address).add_to(folium_map)
    TimeFilter().add_to(folium_map)
    return folium_map


def parts(folium_map: StoryMap) -> MapParts:
    """Render a map once, in the parts that a page puts where they belong."""
    figure = folium_map.get_root()
    assert isinstance(figure, Figure)
    figure.render()
    return MapParts(figure.html.render(), figure.script.render())
