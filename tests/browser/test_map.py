"""The map itself: what is in sight, and how it is moved."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conftest import ready, still


@pytest.mark.parametrize(
    "context_options",
    [{"viewport": {"width": width, "height": 800}} for width in (390, 1280)],
    ids=("narrow", "wide"),
)
def test_a_story_across_the_antimeridian_is_in_sight_as_a_whole(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/pacific")
    ready(page)
    expect(page.get_by_role("button", name=re.compile("outside this view"))).to_be_hidden()
    spots = [pin.bounding_box() for pin in page.locator(".pin").all()]
    frame = page.locator(".folium-map").bounding_box()
    assert frame
    lefts = [box["x"] - frame["x"] for box in spots if box]
    assert len(lefts) == 3
    assert max(lefts) - min(lefts) > frame["width"] / 4
    page.locator(".pin[data-place-id='x:apia']").press("Enter")
    expect(page.get_by_role("dialog", name="Apia")).to_be_visible()


def test_who_pans_around_the_world_finds_the_places_again(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/pacific")
    ready(page)
    page.evaluate("map_story.setView([-17, 184 - 360], 6, {animate: false})")
    expect(page.locator(".pin[data-place-id='x:suva']")).to_be_in_viewport()


def test_towns_are_named_by_the_scale_and_none_over_another(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/caucasus")
    ready(page)
    expect(page.locator(".name-town").first).to_be_attached()
    assert page.locator(".name-town", has_text="Sumgayit").count() == 0
    page.evaluate("map_story.setView([40.5, 49.4], 9.5, {animate: false})")
    expect(page.locator(".name-town", has_text="Sumgayit")).to_be_attached()
    # All at once: names are put anew whenever the map has moved.
    found = page.locator(".name").evaluate_all(
        "names => names.map(name => name.getBoundingClientRect().toJSON())"
    )
    for index, one in enumerate(found):
        for other in found[:index]:
            apart = (
                one["right"] <= other["left"] + 1
                or other["right"] <= one["left"] + 1
                or one["bottom"] <= other["top"] + 1
                or other["bottom"] <= one["top"] + 1
            )
            assert apart


def test_the_map_says_that_it_is_being_drawn(page: Page, site: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/basemap.json*", hold)
    with page.expect_request("**/basemap.json*"):
        page.goto(f"{site}/stories/caucasus")
    note = page.get_by_text("The map is being drawn")
    expect(note).to_be_visible()
    page.get_by_role("button", name=re.compile("^Baku: ")).click()  # nobody waits for it
    expect(page.get_by_role("dialog", name="Baku")).to_be_visible()
    held[0].continue_()
    ready(page)
    expect(note).to_be_hidden()


def test_a_story_without_places_says_so(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/empty")
    ready(page)
    expect(page.get_by_text("No event of this story has a place on the map.")).to_be_visible()


def test_without_a_base_map_the_page_still_works(context: BrowserContext, site: str) -> None:
    page = context.new_page()  # which may complain of what it does not get
    page.route("**/basemap.json*", lambda route: route.fulfill(status=503))
    page.goto(f"{site}/stories/caucasus")
    ready(page)
    expect(page.get_by_text("Land and borders could not be loaded.")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("15 events at 8 places, 1918 to 2023")


def test_a_marker_has_the_look_of_what_happened_there_alone(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/caucasus")
    ready(page)
    shape = "element => getComputedStyle(element).getPropertyValue('--shape')"
    istanbul = page.locator(".pin[data-place-id='gn:745044']")  # one fair
    chip = page.get_by_role("group", name="Categories").locator(".category", has_text="Exhibition")
    assert istanbul.evaluate(shape) == chip.evaluate(shape) != ""
    baku = page.locator(".pin[data-place-id='gn:587084']")  # six events of several categories
    assert baku.evaluate(shape) == ""
    chip.click()
    expect(baku).to_have_attribute("aria-label", "Baku: 1 event")
    assert baku.evaluate(shape) == chip.evaluate(shape)


def test_the_popup_has_a_link_of_its_own(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/caucasus?from=1990&event=e5")
    ready(page)
    link = page.get_by_role("dialog", name="Baku").get_by_role("link", name="Copy link")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    # For two seconds only: the word is heard as it comes.
    said = link.evaluate(
        """link => new Promise((done) => {
          new MutationObserver(() => done(link.textContent)).observe(link, { childList: true });
          link.click();
        })"""
    )
    assert said == "Copied"
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{site}/stories/caucasus?from=1990&place=gn:587084"


def fitted(page: Page) -> None:
    """Wait until the map knows its new size, and has done what it does about it."""
    page.wait_for_function(
        """() => {
          const { clientWidth, clientHeight } = map_story.getContainer();
          const { x, y } = map_story.getSize();
          return x === clientWidth && y === clientHeight;
        }"""
    )
    still(page)


def test_the_story_stays_in_view_when_the_window_changes_until_the_reader_moves(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/stories/caucasus")
    ready(page)
    outside = page.get_by_role("button", name=re.compile("outside this view"))
    for width, height in ((390, 844), (1600, 500), (768, 1024)):
        page.set_viewport_size({"width": width, "height": height})
        fitted(page)
        expect(outside).to_be_hidden()
    page.evaluate("map_story.setView([40.4, 49.8], 7, {animate: false})")
    page.set_viewport_size({"width": 1280, "height": 900})
    fitted(page)
    assert page.evaluate("map_story.getZoom()") == 7


def test_lakes_and_rivers_give_way_where_they_are_not_known_well_enough(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/stories/caucasus")
    ready(page)
    lakes = page.locator("path.lakes")
    expect(lakes).to_be_visible()
    page.evaluate("map_story.setView([40.3, 45.3], 9, {animate: false})")
    expect(lakes).to_be_hidden()
