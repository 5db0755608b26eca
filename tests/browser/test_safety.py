import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from mapapp.maps import page_html

from tests import stories_zoo
from tests.browser.conftest import Watch, ready


def test_hostile_text_is_shown_as_text(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/hostile")
    ready(page)
    page.locator(".pin").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading").first).to_have_text(f"Evil {stories_zoo.HOSTILE}")
    expect(dialog).to_contain_text("<img src=x onerror=alert(3)>")
    assert stories_zoo.HOSTILE in page.get_by_role("region", name="Article").inner_text()
    assert page.locator("img[src=x]").count() == 0


def test_hostile_text_stays_text_in_the_single_file(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(page_html(stories_zoo.hostile()), encoding="utf-8")
    page.goto(path.as_uri())
    ready(page)
    page.locator(".pin").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert page.locator("img[src=x]").count() == 0


def test_single_file_opens_from_disk_without_network(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text(page_html(stories_zoo.caucasus()), encoding="utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    watch = Watch(path.as_uri())
    watch.follow(page)
    page.goto(path.as_uri())
    ready(page)
    page.get_by_label("From", exact=True).fill("1990")
    page.get_by_label("To", exact=True).fill("2001")
    page.get_by_label("To", exact=True).press("Enter")
    expect(page.get_by_role("status")).to_have_text("7 events at 4 places, 1990 to 2001")
    page.get_by_role("button", name="Baku: 3 events").click()
    expect(page.get_by_role("dialog", name="Baku").get_by_role("listitem")).to_have_count(3)
    page.reload()
    ready(page)
    expect(page.get_by_role("status")).to_have_text("7 events at 4 places, 1990 to 2001")
    assert watch.complaints == []
    context.close()


def test_a_notebook_shows_the_map_and_keeps_hostile_text_in_its_frame(
    page: Page, site: str
) -> None:
    import mapapp

    shown = mapapp.to_map(stories_zoo.hostile())._repr_html_()
    page.route(
        "**/notebook.html",
        lambda route: route.fulfill(body=f"<!doctype html>{shown}", content_type="text/html"),
    )
    page.goto(f"{site}/notebook.html")
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready=true]").wait_for(state="attached")
    frame.locator(".pin").click()
    expect(frame.get_by_role("dialog")).to_contain_text("<img src=x onerror=alert(3)>")
    frame.get_by_label("From", exact=True).fill("2001")
    frame.get_by_label("From", exact=True).press("Enter")
    expect(frame.get_by_role("status")).to_contain_text("0 events")
    assert page.locator("script").count() == 0


def test_a_saved_map_opens_without_network(browser: Browser, tmp_path: Path) -> None:
    import mapapp

    path = tmp_path / "map.html"
    mapapp.to_map(stories_zoo.caucasus()).save(path)
    context = browser.new_context(offline=True)
    page = context.new_page()
    watch = Watch(path.as_uri())
    watch.follow(page)
    page.goto(path.as_uri())
    ready(page)
    expect(page.get_by_role("status")).to_have_text("15 events at 8 places, 1918 to 2023")
    assert watch.complaints == []
    context.close()


@pytest.mark.parametrize(
    "context_options",
    [{"timezone_id": zone} for zone in ("America/New_York", "Pacific/Kiritimati")],
    ids=("west", "east"),
)
def test_a_day_is_the_same_day_in_every_time_zone(story: Page) -> None:
    for name in ("From", "To"):
        story.get_by_label(name, exact=True).fill("1992-03-14")
        story.get_by_label(name, exact=True).press("Enter")
    expect(story.get_by_role("status")).to_contain_text("14 March 1992")
    row = story.locator("tr[data-event-id=e3]")
    expect(row).to_contain_text("14 March 1992")
    story.locator(".pin[data-place-id='ma:tr']").click()
    expect(story.get_by_role("dialog", name="Turkey")).to_contain_text("14 March 1992")


@pytest.mark.parametrize("context_options", [{"java_script_enabled": False}])
def test_without_program_the_list_and_the_text_are_there(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/caucasus")
    expect(page.get_by_role("table", name="Events").locator("tbody tr")).to_have_count(15)
    expect(page.get_by_role("region", name="Article")).to_contain_text("Engineers opened a bridge")


@pytest.mark.parametrize(
    "context_options",
    [
        {"viewport": {"width": width, "height": 900}, "color_scheme": scheme, "has_touch": touch}
        for width, scheme, touch in (
            (390, "light", True),
            (768, "dark", True),
            (1280, "dark", False),
            (1920, "light", False),
        )
    ],
    ids=("390", "768", "1280", "1920"),
)
def test_nothing_is_wider_than_the_screen_and_targets_fit_fingers(story: Page) -> None:
    wide = story.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0
    for control in story.locator("button:visible, .pin:not([hidden]), input[type=text]").all():
        box = control.bounding_box()
        assert box is not None
        if "link" not in str(control.get_attribute("class")):
            assert min(box["width"], box["height"]) >= 24, control.get_attribute("aria-label")


def test_the_one_file_works_where_it_is_served_and_has_no_rights_there(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/stories/caucasus/story.html")
    ready(page)
    assert page.evaluate("window.origin") == "null", "no part of the site"
    page.get_by_label("From", exact=True).fill("1990")
    page.get_by_label("From", exact=True).press("Enter")
    page.get_by_role("button", name=re.compile("^Baku: ")).click()
    expect(page.get_by_role("dialog", name="Baku")).to_be_visible()
    expect(page).to_have_url(re.compile("from=1990"))
