"""The list of events, which is the map's equal for who does not see it."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import ready


def rows(page: Page) -> list[str | None]:
    found = page.get_by_role("table", name="Events").locator("tbody tr")
    return [row.get_attribute("data-event-id") for row in found.all()]


def test_a_link_to_what_nothing_passes_opens_on_an_empty_list(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/caucasus?category=agreement&q=oil")
    ready(page)
    expect(page.get_by_role("status")).to_have_text("0 events at 0 places, 1918 to 2023")
    assert rows(page) == []
    expect(page.get_by_text("No event shows.")).to_be_visible()


def test_on_paper_there_are_all_events_in_black_and_no_controls(page: Page, site: str) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"{site}/stories/checked")
    ready(page)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert len(rows(page)) == 15
    expect(page.get_by_role("button").and_(page.locator("main *:not(.pin)"))).to_have_count(0)
    expect(page.get_by_role("link", name="Correct")).to_have_count(0)
