"""Stories as maps: Folium builds them, our own elements do the rest."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapapp.maps.elements import StoryMap
    from mapapp.model import Story
    from mapapp.settings import Settings

__all__ = ["page_html", "story_map"]


def page_html(
    story: "Story",
    *,
    settings: "Settings | None" = None,
    in_folder: bool = False,
    site: str = "",
) -> str:
    """The story's page as one self-contained HTML file; the same bytes for the same story."""
    from mapapp.maps import page  # Folium takes half a second

    return page.page_html(story, settings=settings, in_folder=in_folder, site=site)


def story_map(story: "Story", *, settings: "Settings | None" = None) -> "StoryMap":
    """The story's map as a `folium.Map`, to which Folium's own layers can be added."""
    from mapapp.maps import build

    return build.story_map(story, settings=settings)
