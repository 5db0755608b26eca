"""A story as a Folium map."""

from typing import NamedTuple

from branca.element import Figure

from mapapp.maps.basemap import basemap
from mapapp.maps.edition import Edition
from mapapp.maps.elements import BaseMap, StoryData, StoryMap, TimeFilter
from mapapp.maps.view import StoryView, encode, story_view
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
    return assembled(story_view(edition), edition, BaseMap(text=ground), settings or Settings())


def assembled(view: StoryView, edition: Edition, ground: BaseMap, settings: Settings) -> StoryMap:
    """The map of a view: Folium's own part, then data, base map and time control."""
    folium_map = StoryMap(edition.focus, settings, edition.story.title)
    for part in (StoryData(encode(view)), ground, TimeFilter()):
        part.add_to(folium_map)
    return folium_map


def parts(folium_map: StoryMap) -> MapParts:
    """Render a map once, in the parts that a page puts where they belong."""
    figure = folium_map.get_root()
    assert isinstance(figure, Figure)
    figure.render()
    return MapParts(figure.html.render(), figure.script.render())
