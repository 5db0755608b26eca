"""Map, list and text light one another; and all three go on paper."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import ready

SHUSHA, BAKU = "gn:585226", "gn:587084"
LIT = re.compile(r"\blit\b")


def pin(page: Page, place: str) -> Locator:
    return page.locator(f".pin[data-place-id='{place}']")


def test_a_marker_lights_what_happened_there_in_the_list_and_in_the_text(story: Page) -> None:
    pin(story, SHUSHA).hover()
    expect(story.locator("tr[data-event-id=e11]")).to_have_class(LIT)
    expect(story.locator("#article [data-event-id=e11]")).to_have_class(LIT)
    expect(story.locator(f"mark[data-place-id='{SHUSHA}']").first).to_have_class(LIT)
    expect(story.locator("tr.lit")).to_have_count(1)


def test_by_keyboard_too_and_only_what_shows(story: Page) -> None:
    story.get_by_label("From", exact=True).fill("2005")
    story.get_by_label("From", exact=True).press("Enter")
    pin(story, BAKU).focus()
    rows = story.get_by_role("table", name="Events").locator("tr.lit")
    label = str(pin(story, BAKU).get_attribute("aria-label"))
    expect(rows).to_have_count(int(label.split(": ")[1].split()[0]))


def test_a_name_in_the_text_lights_marker_and_list_but_no_other_sentence(story: Page) -> None:
    story.locator(f"#article mark[data-place-id='{BAKU}']").first.hover()
    expect(pin(story, BAKU)).to_have_class(LIT)
    expect(story.get_by_role("table", name="Events").locator("tr.lit")).to_have_count(6)
    expect(story.locator("#article .told.lit")).to_have_count(0)


@pytest.mark.parametrize(
    "context_options", [{"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"}]
)
def test_paper_has_the_whole_map_as_it_was_seen(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/caucasus")
    ready(page)
    before = page.evaluate("[map_story.getZoom(), map_story.getCenter()]")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    frame = page.locator(".folium-map").bounding_box()
    assert frame
    for each in page.locator(".pin").all():
        box = each.bounding_box()
        assert box
        assert frame["x"] <= box["x"] <= frame["x"] + frame["width"] - box["width"]
        assert frame["y"] <= box["y"] <= frame["y"] + frame["height"] - box["height"]
    names = page.locator(".name-place").all_text_contents()
    assert {"Istanbul", "Ankara", "Baku", "Nakhchivan"} <= set(names)
    expect(page.get_by_role("list", name="Key to the map")).to_be_visible()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("[map_story.getZoom(), map_story.getCenter()]") == before
