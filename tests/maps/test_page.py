import json
import re
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

import folium

from mapapp.maps import bundle, page_html, story_map
from mapapp.model import Annotation, Story

from tests import stories_zoo


class Tags(HTMLParser):
    """What a browser would load or run, and the JSON in the page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.scripts: dict[str, str] = {}
        self.kinds: list[str] = []
        self._script: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.kinds.append(tag)
        if tag in ("script", "img", "iframe", "link") and (found.get("src") or found.get("href")):
            self.addresses.append(str(found.get("src") or found.get("href")))
        if tag == "script":
            self._script = found.get("id") or f"script-{len(self.scripts)}"
            self.scripts[self._script] = ""

    def handle_data(self, data: str) -> None:
        if self._script:
            self.scripts[self._script] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._script = None


@pytest.mark.parametrize(
    "story", [stories_zoo.caucasus(), stories_zoo.hostile(), stories_zoo.empty()]
)
def test_the_single_file_needs_nothing_else(story: Story) -> None:
    html = page_html(story)
    tags = Tags(html)
    assert tags.addresses == ["data:,"]
    assert "url(images" not in html
    assert len(html) < 1_500_000


def test_hostile_text_adds_no_tag_and_no_program() -> None:
    hostile, plain = Tags(page_html(stories_zoo.hostile())), Tags(page_html(stories_zoo.empty()))
    assert hostile.kinds.count("script") == plain.kinds.count("script")
    assert "img" not in hostile.kinds
    data = json.loads(hostile.scripts["story-data"])
    assert data["places"][0]["name"] == f"Evil {stories_zoo.HOSTILE}"


@pytest.mark.parametrize(
    ("language", "dated", "warned"),
    [("fr", False, True), ("en-GB", False, False), ("", False, False), ("fr", True, False)],
)
def test_a_reader_is_told_that_the_language_is_not_read(
    language: str, dated: bool, warned: bool
) -> None:
    """But not of a table in French: nothing was read there."""
    story = stories_zoo.caucasus()
    article = replace(story.annotation.article, language=language)
    events = story.annotation.events if dated else ()
    other = Story("other", Annotation(article, events=events))
    assert ("does not seem to be in English" in page_html(other)) is warned


def test_same_story_same_bytes() -> None:
    assert page_html(stories_zoo.caucasus()) == page_html(stories_zoo.caucasus())


def test_folium_maps_of_others_are_left_alone() -> None:
    before = (list(folium.Map.default_js), list(folium.Map.default_css))
    story_map(stories_zoo.caucasus()).get_root().render()
    assert (folium.Map.default_js, folium.Map.default_css) == before


def test_the_map_takes_layers_of_folium() -> None:
    made = story_map(stories_zoo.caucasus())
    folium.CircleMarker([40, 45], radius=3, fill=True).add_to(made)
    assert "L.circleMarker" in made.get_root().render()


def test_the_bundle_holds_every_module_once() -> None:
    text = bundle.program()
    assert not re.search(r"^(import|export) ", text, re.MULTILINE)
    for module in ("days", "counts", "popup", "timeline"):
        assert text.count(f"const m_{module} = ") == 1
