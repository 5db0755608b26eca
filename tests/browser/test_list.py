"""The list of events, which is the map's equal for who does not see it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import address, ready


def rows(page: Page) -> list[str]:
    found = page.get_by_role("table", name="Events").locator("tbody tr")
    ids: list[str] = found.evaluate_all("rows => rows.map(row => row.dataset.eventId)")
    return ids


def test_a_link_to_what_nothing_passes_opens_on_an_empty_list(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/caucasus?category=agreement&q=oil")
    ready(page)
    expect(page.get_by_role("status")).to_have_text("0 events at 0 places, 1918 to 2023")
    assert rows(page) == []
    expect(page.get_by_text("No event shows.")).to_be_visible()


def test_on_paper_there_are_all_events_in_black_and_no_controls(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/checked")
    ready(page)
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
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
    expect(story).to_have_url(address("sort=-title"))
    story.reload()
    ready(story)
    assert story.locator("tbody .what a:not(.check)").all_inner_texts() == titles[::-1]
    story.get_by_role("columnheader", name="When").get_by_role("button").click()
    expect(story).not_to_have_url(address("sort"))
    assert rows(story)[0] == "e0"


def test_the_click_that_ends_typing_is_not_lost(story: Page) -> None:
    """A field is left as the pointer goes down: the list narrows before it comes up again."""
    story.get_by_label("To", exact=True).fill("1993")
    story.locator("tr[data-event-id=e3] .what a").first.click()
    expect(story).to_have_url(address("to=1993&place=ma:tr&event=e3"))
    expect(story.locator("#events tbody tr")).to_have_count(5)


@pytest.mark.parametrize("context_options", [{"viewport": {"width": 390, "height": 844}}])
def test_on_a_phone_the_list_is_sorted_too(story: Page) -> None:
    button = story.get_by_role("columnheader", name="Where").get_by_role("button")
    button.click()
    expect(story).to_have_url(address("sort=place"))
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
    expect(story).to_have_url(address("at=gn:587084"))
    story.get_by_role("button", name="Clear all").click()
    assert len(rows(story)) == 15
