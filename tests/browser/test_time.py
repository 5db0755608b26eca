"""The strip of time: its zoom, and stories from three days to three thousand years."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import ready


@pytest.fixture
def ages(page: Page, site: str) -> Page:
    page.goto(f"{site}/stories/ages")
    ready(page)
    return page


def ticks(page: Page) -> Locator:
    return page.locator(".ticks text")


def said(page: Page) -> Locator:
    """The line that says what is shown."""
    return page.get_by_role("status")


def test_three_thousand_years_have_round_dates_and_no_year_nought(ages: Page) -> None:
    expect(said(ages)).to_have_text("6 events at 3 places, 753 BCE to 1993")
    assert ticks(ages).all_text_contents()[:3] == ["500 BCE", "1", "500"]
    presets = ages.get_by_role("group", name="Width of the window")
    presets.get_by_text("Century").click()
    expect(said(ages)).to_have_text(re.compile("753 BCE to 654 BCE$"))


def test_the_wheel_comes_nearer_and_the_window_stays(ages: Page) -> None:
    box = ages.locator(".strip").bounding_box()
    assert box
    ages.mouse.move(box["x"] + box["width"] - 20, box["y"] + 30)
    ages.mouse.wheel(0, -2400)
    expect(ages.locator(".lens")).to_be_visible()
    expect(ticks(ages).get_by_text("1900", exact=True)).to_be_attached()
    expect(said(ages)).to_have_text(re.compile("753 BCE to 1993$"))
    ages.mouse.dblclick(box["x"] + 50, box["y"] + 30)
    expect(ages.locator(".lens")).to_have_count(0)


def test_without_a_wheel_the_buttons_do_the_same(ages: Page) -> None:
    ages.get_by_label("From", exact=True).fill("1900")
    ages.get_by_label("From", exact=True).press("Enter")
    nearer = ages.get_by_role("button", name="Show less time, larger")
    wider = ages.get_by_role("button", name="Show more time")
    expect(wider).to_be_disabled()
    nearer.focus()
    ages.keyboard.press("Enter")
    expect(ticks(ages).get_by_text("1940", exact=True)).to_be_attached()
    expect(wider).to_be_enabled()
    # A drag now moves by smaller steps, and a slider that leaves the view takes it along.
    start = ages.get_by_role("slider", name="Window start")
    start.focus()
    start.press("Home")
    expect(start).to_have_attribute("aria-valuetext", "753 BCE")
    expect(ticks(ages).first).to_have_text(re.compile("BCE$"))
    ages.get_by_role("button", name="All", exact=True).click()
    expect(ages.locator(".lens")).to_have_count(0)


@pytest.mark.parametrize(
    "context_options", [{"viewport": {"width": 390, "height": 844}, "has_touch": True}]
)
def test_two_fingers_zoom_the_strip(ages: Page) -> None:
    ages.locator(".strip").scroll_into_view_if_needed()
    box = ages.locator(".strip").bounding_box()
    assert box
    client = ages.context.new_cdp_session(ages)
    y = box["y"] + 30

    def touch(kind: str, *lefts: float) -> None:
        points = [{"x": box["x"] + left, "y": y, "id": number} for number, left in enumerate(lefts)]
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 300)
    touch("touchStart", 300, 330)
    for step in range(1, 6):
        touch("touchMove", 300 - 40 * step, 330)
    touch("touchEnd")
    expect(ages.locator(".lens")).to_be_visible()
    expect(said(ages)).to_have_text(re.compile("753 BCE to 1993$"))


def test_three_days_tell_their_year(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/days")
    ready(page)
    expect(said(page)).to_have_text("3 events at 3 places, 18 August 1991 to 20 August 1991")
    expect(ticks(page)).to_have_text(["18 Aug 1991", "19 Aug", "20 Aug"])
    start = page.get_by_role("slider", name="Window start")
    start.focus()
    start.press("ArrowRight")
    expect(said(page)).to_have_text(re.compile("^2 events at 2 places"))
    field = page.get_by_label("From", exact=True)
    assert field.evaluate("field => field.scrollWidth <= field.clientWidth")


def test_a_click_on_a_bar_chooses_its_days(ages: Page) -> None:
    bar = ages.locator(".bar").first.bounding_box()
    strip = ages.locator(".strip").bounding_box()
    assert bar
    assert strip
    ages.mouse.click(bar["x"] + bar["width"] / 2 + 20, strip["y"] + 50)
    expect(ages.get_by_role("button", name="All", exact=True)).to_have_attribute(
        "aria-pressed", "false"
    )
    ages.locator(".strip").dblclick(position={"x": 300, "y": 20})
    expect(said(ages)).to_have_text(re.compile("753 BCE to 1993$"))


def test_playing_pauses_when_the_tab_is_hidden(ages: Page) -> None:
    expect(ages.get_by_role("button", name="Play", exact=True)).to_be_visible()  # not by itself
    ages.get_by_role("button", name="Play", exact=True).click()
    expect(ages.get_by_role("button", name="Pause")).to_be_visible()
    ages.evaluate(
        "() => { Object.defineProperty(document, 'hidden', { value: true });"
        " document.dispatchEvent(new Event('visibilitychange')); }"
    )
    expect(ages.get_by_role("button", name="Play", exact=True)).to_be_visible()


@pytest.mark.parametrize(
    "context_options", [{"viewport": {"width": 390, "height": 844}, "has_touch": True}]
)
def test_a_finger_opens_a_place_and_moves_an_end(ages: Page) -> None:
    ages.locator(".pin").first.tap()
    expect(ages.get_by_role("dialog")).to_be_visible()
    ages.locator(".strip").scroll_into_view_if_needed()
    box = ages.locator(".strip").bounding_box()
    assert box
    client = ages.context.new_cdp_session(ages)
    y = box["y"] + 30
    for kind, left in (("touchStart", 4), ("touchMove", 60), ("touchMove", 120)):
        points = [{"x": box["x"] + left, "y": y, "id": 0}]
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(ages.get_by_role("status")).not_to_contain_text("753 BCE")
    expect(ages.get_by_role("dialog")).to_be_visible()  # follows the window
