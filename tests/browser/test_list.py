"""The list of events, which is the map's equal for who does not see it."""

import pytest
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
    for name in ("Play", "Copy link", "Next to check", "Zoom in", "Follow the text"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    expect(page.get_by_role("link", name="Correct")).to_have_count(0)


def test_the_list_is_sorted_by_its_heads_and_the_link_keeps_the_order(story: Page) -> None:
    head = story.get_by_role("columnheader", name="What")
    head.get_by_role("button").focus()
    story.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    titles = story.locator("tbody .what a:not(.check)").all_inner_texts()
    assert titles == sorted(titles, key=str.casefold)
    story.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert story.locator("tbody .what a:not(.check)").all_inner_texts() == titles[::-1]
    assert "sort=-title" in story.url
    story.reload()
    ready(story)
    assert story.locator("tbody .what a:not(.check)").all_inner_texts() == titles[::-1]
    story.get_by_role("columnheader", name="When").get_by_role("button").click()
    assert "sort" not in story.url
    assert rows(story)[0] == "e0"


@pytest.mark.parametrize("context_options", [{"viewport": {"width": 390, "height": 844}}])
def test_on_a_phone_the_list_is_sorted_too(story: Page) -> None:
    button = story.get_by_role("columnheader", name="Where").get_by_role("button")
    button.click()
    assert rows(story)[-1] == "e14"  # the one without a place
    box = button.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24


@pytest.mark.parametrize("context_options", [{"viewport": {"width": 390, "height": 844}}])
def test_on_a_phone_a_row_leads_to_the_map_and_one_without_a_place_to_the_text(
    story: Page,
) -> None:
    link = story.locator("tr[data-event-id=e9] .what a").first
    link.scroll_into_view_if_needed()
    link.click()
    popup = story.get_by_role("dialog")
    expect(popup).to_be_in_viewport()
    expect(popup.locator("[data-event-id=e9]")).to_be_in_viewport()
    story.locator("tr[data-event-id=e14] .what a").first.click()
    expect(story.locator("#article [data-event-id~=e14]").first).to_be_in_viewport()


def test_a_place_narrows_what_shows_and_the_sentence_says_so(story: Page) -> None:
    story.get_by_text("More filters").click()
    story.get_by_label("Only events at").select_option("Baku (6)")
    expect(story.get_by_role("status")).to_have_text("6 events at 1 place, 1918 to 2023")
    expect(story.locator(".filters")).to_contain_text("Only events at Baku.")
    assert len(rows(story)) == 6
    assert "at=gn:587084" in story.url
    story.get_by_role("button", name="Clear all").click()
    assert len(rows(story)) == 15
