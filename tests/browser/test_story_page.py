import json
import re
from urllib.request import urlopen

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import address, ready, still

BAKU = "gn:587084"


def said(page: Page) -> Locator:
    """The line that says what is shown."""
    return page.get_by_role("status")


def choose(page: Page, start: str, end: str) -> None:
    page.get_by_label("From", exact=True).fill(start)
    page.get_by_label("From", exact=True).press("Enter")
    page.get_by_label("To", exact=True).fill(end)
    page.get_by_label("To", exact=True).press("Enter")


def open_baku(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Baku: ")).click()
    expect(page.get_by_role("dialog", name="Baku")).to_be_visible()


def listed(page: Page) -> list[str]:
    items = page.get_by_role("dialog").get_by_role("listitem")
    ids: list[str] = items.evaluate_all("all => all.map(item => item.dataset.eventId)")
    return ids


def from_layer(site: str, query: str) -> list[str]:
    with urlopen(f"{site}/stories/caucasus/events.geojson?{query}") as answer:
        found = json.load(answer)
    return [feature["id"] for feature in found["features"]]


def test_opens_with_what_a_reader_needs(story: Page) -> None:
    expect(said(story)).to_have_text("15 events at 8 places, 1918 to 2023")
    expect(story.get_by_role("table", name="Events").locator("tbody tr")).to_have_count(15)
    expect(story.get_by_role("region", name="Article")).to_be_visible()
    expect(story.get_by_role("slider", name="Window start")).to_have_attribute(
        "aria-valuetext", "1918"
    )
    expect(story.get_by_role("slider", name="Window end")).to_have_attribute(
        "aria-valuetext", "2023"
    )


def test_popup_lists_exactly_the_events_of_the_window(story: Page, site: str) -> None:
    choose(story, "1990", "2001")
    open_baku(story)
    assert sorted(listed(story)) == sorted(from_layer(site, f"from=1990&to=2001&place={BAKU}"))
    expect(said(story)).to_have_text("7 events at 4 places, 1990 to 2001")
    expect(story.get_by_role("button", name="Baku: 3 events")).to_be_visible()


def test_popup_stays_open_and_follows_the_window(story: Page, site: str) -> None:
    open_baku(story)
    for start, end in (("1990", "2001"), ("1990", "1995"), ("1918", "2023"), ("2005", "2010")):
        choose(story, start, end)
        expected = from_layer(site, f"from={start}&to={end}&place={BAKU}")
        if (start, end) == ("1918", "2023"):  # all years: the undated show too
            expected = from_layer(site, f"place={BAKU}")
        expect(story.get_by_role("dialog", name="Baku")).to_be_visible()
        expect(story.get_by_role("dialog").get_by_role("listitem")).to_have_count(len(expected))
        assert sorted(listed(story)) == sorted(expected)
    story.get_by_role("button", name="Show all").click()
    expect(story.get_by_role("dialog").get_by_role("listitem")).to_have_count(6)


@pytest.mark.parametrize(("start", "end"), [("1990", "2001"), ("1996-06", "1996-06"), ("", "1992")])
def test_table_and_map_show_what_the_layer_holds(
    story: Page, site: str, start: str, end: str
) -> None:
    choose(story, start, end)
    rows = story.get_by_role("table", name="Events").locator("tbody tr")
    query = "&".join(f"{name}={value}" for name, value in (("from", start), ("to", end)) if value)
    expected = from_layer(site, query)
    expect(rows).to_have_count(len(expected))
    shown = rows.evaluate_all("rows => rows.map(row => row.dataset.eventId)")
    assert sorted(shown) == sorted(expected)
    labels = story.locator(".pin:not([hidden])").evaluate_all("all => all.map(p => p.ariaLabel)")
    counted = [int(label.split(": ")[1].split()[0]) for label in labels]
    unlocated = {"e14"} & set(shown)
    assert sum(counted) == len(shown) - len(unlocated)


def test_ranges_move_by_keyboard(story: Page) -> None:
    start = story.get_by_role("slider", name="Window start")
    start.focus()
    for _ in range(3):
        start.press("ArrowRight")
    expect(start).to_have_attribute("aria-valuetext", "1921")
    expect(said(story)).to_have_text(re.compile("1921 to 2023$"))
    start.press("End")
    expect(story.get_by_role("slider", name="Window end")).to_have_attribute(
        "aria-valuetext", "2023"
    )


def test_brush_is_dragged_at_an_end_and_in_the_middle(story: Page) -> None:
    choose(story, "1990", "2000")
    box = story.locator(".strip").bounding_box()
    assert box
    x_of = lambda year: box["x"] + (year - 1918) / 106 * box["width"]  # noqa: E731
    y = box["y"] + 30
    story.mouse.move(x_of(1990), y)
    story.mouse.down()
    story.mouse.move(x_of(1980.5), y, steps=4)
    story.mouse.up()
    expect(said(story)).to_have_text(re.compile("1980 to 2000$"))
    story.mouse.move(x_of(1990), y)
    story.mouse.down()
    story.mouse.move(x_of(2000), y, steps=4)
    story.mouse.up()
    expect(said(story)).to_have_text(re.compile("1990 to 2010$"))
    story.locator(".strip").dblclick(position={"x": 20, "y": 20})
    expect(said(story)).to_have_text(re.compile("1918 to 2023$"))


def test_a_wrong_date_is_refused_with_a_reason(story: Page) -> None:
    choose(story, "1990", "sometime")
    expect(story.get_by_role("alert")).to_contain_text("“sometime” is not a date")
    expect(said(story)).to_have_text(re.compile("1990 to 2023$"))
    choose(story, "44 BCE", "14 March 1992")
    expect(story.get_by_label("To", exact=True)).to_have_value("14 Mar 1992")
    expect(story.get_by_role("alert")).to_be_hidden()


def test_focus_goes_into_the_popup_and_comes_back(story: Page) -> None:
    pin = story.get_by_role("button", name=re.compile("^Ganja: "))
    pin.focus()
    story.keyboard.press("Enter")
    expect(story.get_by_role("dialog", name="Ganja")).to_be_focused()
    story.keyboard.press("Escape")
    expect(story.get_by_role("dialog")).to_have_count(0)
    expect(pin).to_be_focused()


def test_a_contested_place_bears_both_names(story: Page) -> None:
    expect(story.get_by_role("button", name="Shusha / Shushi: 1 event")).to_be_visible()


def test_the_address_follows_and_back_undoes(story: Page, site: str) -> None:
    choose(story, "1990", "2001")
    open_baku(story)
    expect(story).to_have_url(address(f"?from=1990&to=2001&place={BAKU}"))
    story.go_back()
    expect(story.get_by_role("dialog")).to_have_count(0)
    expect(said(story)).to_have_text(re.compile("1990 to 2001$"))
    story.goto(f"{site}/stories/caucasus?event=e5&lang=en")
    ready(story)
    chosen = story.get_by_role("dialog", name="Baku").locator("[aria-current]")
    expect(chosen).to_have_attribute("data-event-id", "e5")


def test_table_text_and_map_are_linked(story: Page) -> None:
    story.locator("tr[data-event-id=e11]").hover()
    sentence = story.locator("#article [data-event-id=e11]")
    expect(sentence).to_have_class(re.compile("lit"))
    expect(story.locator(".pin[data-place-id='gn:585226']")).to_have_class(re.compile("lit"))
    sentence.click()
    expect(story.get_by_role("dialog", name="Shusha / Shushi")).to_be_visible()
    expect(story.locator("tr[data-event-id=e11]")).to_have_class(re.compile("chosen"))
    story.locator("mark[data-place-id='gn:745044']").click()
    expect(story.get_by_role("dialog", name="Istanbul")).to_be_visible()


def test_a_sentence_outside_the_window_opens_it(story: Page) -> None:
    choose(story, "2010", "2023")
    story.locator("#article [data-event-id=e0]").click()
    expect(story.get_by_role("dialog", name="Ganja")).to_be_visible()
    expect(said(story)).to_have_text(re.compile("1918 to 2023$"))


def test_undated_events_have_a_list_while_a_window_is_set(story: Page) -> None:
    expect(story.get_by_text("1 event without a date")).to_be_hidden()
    choose(story, "1990", "2001")
    expect(story.get_by_text("1 event without a date")).to_be_visible()


def test_categories_narrow_what_shows(story: Page) -> None:
    story.get_by_role("button", name="Agreement 4").click()
    expect(said(story)).to_have_text("4 events at 4 places, 1918 to 2023")
    expect(story).to_have_url(address("category=agreement"))
    story.get_by_role("button", name="Clear all").click()
    expect(said(story)).to_have_text(re.compile("^15 events"))


def test_play_moves_only_when_asked_and_stops(story: Page) -> None:
    choose(story, "2019", "2019")
    story.get_by_role("button", name="Step forward").click()
    expect(said(story)).to_have_text(re.compile(", 2020$"))
    story.get_by_role("button", name="Step back").click()
    expect(said(story)).to_have_text(re.compile(", 2019$"))
    choose(story, "1950", "1950")  # far from the end, where it stops by itself
    story.get_by_role("button", name="Play", exact=True).click()
    expect(said(story)).not_to_have_text(re.compile(", 1950$"))
    story.get_by_role("button", name="Pause").click()
    expect(story.get_by_role("button", name="Play", exact=True)).to_be_visible()


@pytest.mark.parametrize("slug", ["antiquity", "empty"])
def test_stories_out_of_the_ordinary_open(page: Page, site: str, slug: str) -> None:
    page.goto(f"{site}/stories/{slug}")
    ready(page)
    expected = {
        "antiquity": "1 event at 1 place, 15 March 44 BCE",
        "empty": "0 events at 0 places",
    }
    expect(said(page)).to_have_text(expected[slug])


def test_search_narrows_and_says_so(story: Page) -> None:
    story.get_by_role("searchbox").fill("shusa")
    expect(story.get_by_role("status")).to_have_text("0 events at 0 places, 1918 to 2023")
    story.get_by_role("searchbox").fill("SUSA")
    expect(story.get_by_role("status")).to_have_text("1 event at 1 place, 1918 to 2023")
    expect(story.get_by_text("Only events with “SUSA”.")).to_be_visible()
    story.get_by_role("button", name="Clear all").click()
    expect(said(story)).to_have_text(re.compile("^15 events"))
    expect(story).not_to_have_url(address("q="))


def test_places_outside_the_view_are_counted_and_can_be_shown(story: Page) -> None:
    for _ in range(4):
        story.get_by_role("button", name="Zoom in").click()
        still(story)
    note = story.get_by_role("button", name=re.compile("outside this view"))
    expect(note).to_be_visible()
    note.click()
    expect(note).to_be_hidden()


def test_presets_set_the_width_of_the_window(story: Page) -> None:
    choose(story, "1993", "1993")
    story.get_by_role("group", name="Width of the window").get_by_text("Decade").click()
    expect(said(story)).to_have_text(re.compile("1990 to 1999$"))
    story.get_by_role("button", name="Step forward").click()
    expect(said(story)).to_have_text(re.compile("2000 to 2009$"))


def test_the_map_follows_the_text_while_it_is_asked_to(story: Page) -> None:
    follow = story.get_by_role("button", name="Follow the text")
    follow.click()
    story.locator("#article [data-event-id=e9]").evaluate(
        "part => scrollBy(0, part.getBoundingClientRect().top - innerHeight * 0.4 + 8)"
    )
    expect(story.get_by_role("status")).to_have_text("2 events at 2 places, 2019")
    follow.click()
    expect(story.get_by_role("status")).to_have_text("15 events at 8 places, 1918 to 2023")


def test_following_the_text_is_in_the_address_and_back_undoes_it(story: Page, site: str) -> None:
    follow = story.get_by_role("button", name="Follow the text")
    follow.click()
    expect(story).to_have_url(f"{site}/stories/caucasus?follow=text")
    expect(follow).to_have_attribute("aria-pressed", "true")
    story.locator("#article [data-event-id=e9]").evaluate(
        "part => scrollBy(0, part.getBoundingClientRect().top - innerHeight * 0.4 + 8)"
    )
    expect(story.get_by_role("status")).to_have_text("2 events at 2 places, 2019")
    story.go_back()
    expect(follow).to_have_attribute("aria-pressed", "false")
    expect(story.get_by_role("status")).to_have_text("15 events at 8 places, 1918 to 2023")
    story.evaluate("scrollBy(0, 40)")
    expect(story.get_by_role("status")).to_have_text("15 events at 8 places, 1918 to 2023")
    story.go_forward()
    expect(follow).to_have_attribute("aria-pressed", "true")
    expect(story.get_by_role("status")).not_to_contain_text("15 events")
    story.goto(f"{site}/stories/caucasus?from=1990&follow=text")
    ready(story)
    expect(follow).to_have_attribute("aria-pressed", "true")
    follow.click()
    expect(story).to_have_url(f"{site}/stories/caucasus?from=1990")


@pytest.mark.parametrize(
    "context_options", [{"viewport": {"width": 390, "height": 844}, "reduced_motion": "reduce"}]
)
def test_on_a_phone_the_popup_does_not_cover_its_marker(story: Page) -> None:
    open_baku(story)
    pin = story.locator(f".pin[data-place-id='{BAKU}']").bounding_box()
    popup = story.get_by_role("dialog").bounding_box()
    assert pin
    assert popup
    assert pin["y"] + pin["height"] <= popup["y"]


def test_more_filters_narrow_and_are_cleared(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/checked")
    ready(page)
    whole = said(page).inner_text()
    page.get_by_text("More filters").click()
    group = page.get_by_role("group", name="Checked by a person")
    group.get_by_role("button", name="Confirmed 5").click()
    expect(page.locator(".filters")).to_contain_text("Only events that are confirmed.")
    expect(page).to_have_url(address("status=confirmed"))
    expect(said(page)).to_have_text(re.compile("^5 events"))
    assert whole.startswith("15 events")
    rows = page.get_by_role("table", name="Events").locator("tbody tr")
    expect(rows).to_have_count(5)
    page.reload()
    ready(page)
    expect(group).to_be_visible()
    page.get_by_role("button", name="Clear all").click()
    expect(said(page)).to_have_text(whole)
    expect(page).not_to_have_url(address("status"))


def test_a_category_has_a_shape_in_list_chips_and_popup(story: Page) -> None:
    shape = "element => getComputedStyle(element, '::before').clipPath"
    row = story.locator("tbody tr .category").first
    name = row.inner_text()
    chip = story.get_by_role("group", name="Categories").locator(".category", has_text=name).first
    assert row.evaluate(shape) == chip.evaluate(shape) != "none"
    open_baku(story)
    assert story.get_by_role("dialog").locator(".category").first.evaluate(shape) != "none"
