"""The address keeps what the reader has moved the map to."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import address, ready, still

BAKU = "gn:587084"


def zoom(page: Page) -> float:
    return float(page.evaluate("map_story.getZoom()"))


def zoom_in(page: Page) -> float:
    page.get_by_role("button", name="Zoom in").click()
    expect(page).to_have_url(address("view="))
    still(page)
    return zoom(page)


def test_a_link_opens_on_the_map_as_it_was_moved_and_home_forgets_it(story: Page) -> None:
    near = zoom_in(story)
    story.reload()
    ready(story)
    assert zoom(story) == near
    story.get_by_role("button", name="Back to the story’s surroundings").click()
    expect(story).not_to_have_url(address("view="))


def test_opening_a_place_is_no_view_and_back_restores_one(story: Page) -> None:
    story.locator(f".pin[data-place-id='{BAKU}']").click()
    expect(story.get_by_role("dialog", name="Baku")).to_be_visible()
    still(story)
    expect(story).not_to_have_url(address("view="))
    story.keyboard.press("Escape")
    near = zoom_in(story)
    story.get_by_role("button", name="Agreement 4").click()
    story.get_by_role("button", name="Back to the story’s surroundings").click()
    expect(story).not_to_have_url(address("view="))
    story.go_back()  # while the map still moves
    expect(story).to_have_url(address("view="))
    story.wait_for_function("near => map_story.getZoom() === near", arg=near)
    still(story)
    assert zoom(story) == near


def test_a_marker_at_the_edge_stays_under_the_pointer_and_comes_in_for_the_keyboard(
    story: Page,
) -> None:
    pin = story.locator(f".pin[data-place-id='{BAKU}']")
    frame, box = story.locator(".folium-map").bounding_box(), pin.bounding_box()
    assert frame is not None
    assert box is not None
    beyond = frame["x"] - box["x"] - box["width"] / 2 - 2  # its middle just outside the map
    story.evaluate("by => map_story.panBy([-by, 0], { animate: false })", beyond)
    story.mouse.move(frame["x"] + 4, box["y"] + box["height"] / 2)
    at_edge = pin.bounding_box()
    story.mouse.down()
    story.wait_for_timeout(400)  # a slow hand, and the time that a pan takes
    assert pin.bounding_box() == at_edge
    story.mouse.up()
    expect(story.get_by_role("dialog", name="Baku")).to_be_visible()
    story.keyboard.press("Escape")

    story.evaluate("map_story.panBy([200, 0], { animate: false })")
    story.keyboard.press("Tab")
    pin.focus()
    story.wait_for_function("at => map_story.getBounds().contains(at)", arg=[40.37, 49.89])


@pytest.mark.parametrize("view", ["north", "95,0,4", "1,2"])
def test_a_view_that_is_none_opens_the_whole_story(page: Page, site: str, view: str) -> None:
    page.goto(f"{site}/stories/caucasus?view={view}")
    ready(page)
    expect(page.get_by_role("button", name=re.compile("outside this view"))).to_be_hidden()


def test_the_embed_takes_it_too(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/caucasus/embed?view=40.4,49.87,9")
    ready(page)
    assert zoom(page) == 9


def test_the_map_fills_the_screen_and_comes_back(story: Page) -> None:
    button = story.get_by_role("button", name="Full screen")
    button.click()
    story.wait_for_function("document.fullscreenElement !== null")
    expect(story.get_by_role("button", name=re.compile("^Baku:"))).to_be_visible()
    button.click()
    story.wait_for_function("document.fullscreenElement === null")
