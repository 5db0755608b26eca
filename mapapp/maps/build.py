"""A story as a Folium map."""

from typing import NamedTuple

from branca.element import Figure

from mapapp.maps.basemap import basemap
from mapapp.maps.edition import Edition
from mapapp.maps.elements import BaseMap, StoryData, StoryMap, TimeFilter
from mapapp.maps.view import encode, story_view
from mapapp.model import Story
from mapapp.settings import Settings


class MapParts(NamedTuple):
    """What Folium rendered: markup for the body, and a classic script that makes the map."""

    html: str
    script: str


def story_map(story: Story, *, settings: Settings | None = None) -> StoryMap:
    """The map of a story, to which Folium's own layers can be added."""
    edition = Edition(story)
    ground = basemap(edition.focus, edition.home_places)
    data = StoryData(encode(story_view(edition)))
    return assembled(edition, data, BaseMap(text=ground), settings or Settings())


def assembled(edition: Edition, data: StoryData, ground: BaseMap, settings: Settings) -> StoryMap:
    """The map of a story: Folium's own part, then data, base map and time control."""
    folium_map = StoryMap(edition.focus, settings, edition.story.title)
    for part in (data, ground, TimeFilter()):
        part.add_to(folium_map)
    return folium_map


def parts(folium_map: StoryMap) -> MapParts:
    """Render a map once, in the parts that a page puts where they belong."""
    figure = folium_map.get_root()
    assert isinstance(figure, Figure)
    figure.render()
    return MapParts(figure.html.render(), figure.script.render())
