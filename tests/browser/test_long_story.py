"""A story whose list is too long to be laid out at once."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ready, scrolled_until


@pytest.fixture
def long(page: Page, site: str) -> Page:
    page.goto(f"{site}/stories/long")
    ready(page)
    return page


def test_rows_come_as_the_list_is_scrolled_and_the_count_is_whole(long: Page) -> None:
    expect(long.locator(".shown")).to_contain_text("700 events at 60 places")
    rows = long.get_by_role("table", name="Events").locator("tbody tr")
    assert rows.count() < 700
    scrolled_until(long, 700)
    expect(rows).to_have_count(700)
    ids = rows.evaluate_all("rows => rows.map(row => row.dataset.eventId)")
    assert len(set(ids)) == 700
    # A row that the browser made is built as those that the server sent.
    shape = "row => [...row.querySelectorAll('td, time, a, .category')].map(e => e.className)"
    assert rows.nth(650).evaluate(shape) == rows.nth(10).evaluate(shape)
    rows.nth(650).locator(".what a").first.click()
    expect(rows.nth(650)).to_contain_class("chosen")
    expect(rows).to_have_count(700)


def test_a_link_to_a_late_event_finds_its_row(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/long?event={648:x}")
    ready(page)
    expect(page.locator(f"tr[data-event-id='{648:x}']")).to_be_visible()
