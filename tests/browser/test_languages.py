import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import address, ready


def test_the_switch_keeps_what_is_seen(story: Page) -> None:
    story.get_by_role("textbox", name="From").fill("1990")
    story.get_by_role("textbox", name="From").press("Enter")
    story.get_by_role("button", name=re.compile("^Baku:")).click()
    story.get_by_text("English", exact=True).first.click()
    story.get_by_role("link", name="Türkçe").click()
    expect(story.locator("html[lang=tr]")).to_be_attached()  # the page left was ready, too
    ready(story)
    expect(story).to_have_url(address("from=1990"))
    expect(story).to_have_url(address("place=gn:587084"))
    expect(story.get_by_role("dialog", name="Bakü")).to_contain_text("olayın")
    expect(story.get_by_role("status").first).to_contain_text("olay, 1990 – 2023")
    expect(story.get_by_role("textbox", name="Başlangıç")).to_have_value("1990")
    expect(story.get_by_role("table", name="Olaylar").locator("thead")).to_contain_text("Nerede")


@pytest.mark.parametrize(
    ("tag", "status", "start", "typed", "shown"),
    [
        ("az", "hadisə, 1992 – 2023", "Başlanğıc", "mart 1992", "mart 1992"),
        ("hy", "իրադարձություն", "Սկիզբ", "մարտ 1992", "1992 թ․ մարտ"),
        ("ru", "соб", "С", "Март 1992", "март 1992\u202fг."),
    ],
)
def test_dates_are_typed_and_read_in_the_language(
    page: Page, site: str, tag: str, status: str, start: str, typed: str, shown: str
) -> None:
    page.goto(f"{site}/stories/caucasus?lang={tag}")
    ready(page)
    field = page.get_by_role("textbox", name=start, exact=True)
    field.fill(typed)
    field.press("Enter")
    field.blur()
    expect(field).to_have_value(shown)
    expect(page).to_have_url(address("from=1992-03"))
    expect(page).to_have_url(address(f"lang={tag}"))
    expect(page.get_by_role("slider").first).to_have_attribute("aria-valuetext", shown)
    if tag != "az":
        expect(page.get_by_role("status").first).to_contain_text(status)
    expect(page.locator(".prose")).to_have_attribute("lang", "en")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("tag", ["tr", "az", "hy", "ru"])
def test_long_words_break_nothing(page: Page, site: str, tag: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for path in ("/stories/checked?place=gn:587084", "/?", "/new?", "/stories/caucasus/embedding?"):
        page.goto(f"{site}{path}&lang={tag}")
        ready(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
