"""A map by itself: as a page that stands alone, and as the frame that a notebook shows."""

from html import escape

from mapapp.locale import use
from mapapp.maps import bundle
from mapapp.maps.build import parts
from mapapp.maps.elements import StoryMap
from mapapp.maps.templating import rendered

_HEIGHT = 560  # pixels


def page(folium_map: StoryMap) -> str:
    """The map with its time control as one HTML page that needs no network."""
    with use(folium_map.language):
        return rendered(
            "pages/map.html",
            title=folium_map.title,
            map=parts(folium_map),
            links=None,
            bundle=bundle,
            tiles_credit=folium_map.credit,
        )


def frame(folium_map: StoryMap) -> str:
    """The page in a frame without rights: what an article says cannot reach the notebook."""
    return (
        f'<iframe sandbox="allow-scripts" title="{escape(folium_map.title)}"'
        f' style="width: 100%; height: {_HEIGHT}px; border: 0"'
        f' srcdoc="{escape(page(folium_map))}"></iframe>'
    )
