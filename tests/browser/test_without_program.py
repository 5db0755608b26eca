"""A story and the library without JavaScript."""

import pytest
from playwright.sync_api import Page, expect


@pytest.fixture
def context_options() -> dict[str, object]:
    return {"viewport": {"width": 390, "height": 844}, "java_script_enabled": False}


@pytest.fixture
def long(page: Page, site: str) -> Page:
    page.goto(f"{site}/stories/long")
    return page


def test_the_picture_stands_for_the_map(long: Page) -> None:
    picture = long.get_by_role("img", name="700 events")
    expect(picture).to_be_visible()
    expect(long.locator(".folium-map")).to_be_hidden()
    assert picture.evaluate("(image) => image.complete && image.naturalWidth") == 1200


def test_the_table_is_paged_searched_and_sorted(long: Page) -> None:
    rows = long.get_by_role("table").locator("tbody tr")
    expect(rows).to_have_count(100)
    first = rows.first.inner_text()
    long.get_by_role("link", name="Next page").click()
    expect(long.locator(".pager")).to_contain_text("Page 2 of 7")
    assert rows.first.inner_text() != first
    long.get_by_role("searchbox").fill("delegation 123")
    long.get_by_role("textbox", name="From").fill("1900")
    long.get_by_role("button", name="Show").click()
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Delegation 123 ")
    long.get_by_role("link", name="Show all").click()
    expect(rows).to_have_count(100)
