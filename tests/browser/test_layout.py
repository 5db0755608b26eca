"""On every window the map is most of what is seen, and time is seen with it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import address, ready

_LEAST = 0.55  # of the window's height


@pytest.mark.parametrize("query", ["", "?lang=ru&from=1990&to=2001&category=agreement"])
@pytest.mark.parametrize(
    ("width", "height"),
    [(1920, 720), (1920, 1080), (1366, 768), (1280, 720), (1080, 640), (390, 844), (844, 390)],
)
def test_the_map_has_most_of_the_window_and_time_is_in_it(
    page: Page, site: str, width: int, height: int, query: str
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{site}/stories/caucasus{query}")
    ready(page)
    parts = {name: page.locator(name).bounding_box() for name in (".folium-map", ".strip")}
    for name, box in parts.items():
        assert box is not None
        assert box["y"] >= 0, name
        assert box["y"] + box["height"] <= height, name
    assert parts[".folium-map"]["height"] >= _LEAST * height  # type: ignore[index]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_does_not_fit_below_a_low_map_is_scrolled_to(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 1080, "height": 560})
    page.goto(f"{site}/stories/caucasus")
    ready(page)
    page.locator(".more-filters summary").click()
    page.get_by_label("Only events at").select_option(index=1)
    expect(page.locator(".filters")).to_contain_text("Only events at")
    expect(page).to_have_url(address("at="))
