"""Every page in a language that runs from right to left and whose words are longer."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser import axe, pseudo
from tests.browser.conftest import ready

_PAGES = [
    "/", "/new", "/nosuch", "/stories/caucasus/embedding?from=x", "/stories/caucasus/review",
    "/stories/caucasus/remove", "/stories/caucasus/events/e0?q=Ganja",
    "/stories/caucasus/events/new?words=nosuch", "/ogc/?f=html", "/ogc/api?f=html",
    "/ogc/collections?f=html", "/ogc/collections/events/items?f=html&limit=3",
    "/stories/caucasus?place=gn:587084", "/stories/checked?status=confirmed", "/stories/empty",
    "/stories/ages?from=1800&to=1801", "/stories/caucasus/embed?list=1",
]  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def language() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        pseudo.spoken(patch)
        yield


@pytest.fixture
def context_options() -> dict[str, object]:
    # The page's own policy would keep axe out.
    return {"viewport": {"width": 390, "height": 900}, "bypass_csp": True}


def opened(page: Page, site: str, path: str) -> None:
    joint = "&" if "?" in path else "?"
    page.goto(f"{site}{path}{joint}lang={pseudo.TAG}")
    ready(page)


# What lies outside the screen and is not scrolled, cut off or hidden on purpose.
_WIDER = """() => [...document.querySelectorAll("body *")].filter((each) => {
  const { left, right, width, height } = each.getBoundingClientRect();
  if (width < 2 || height < 2 || (left >= -1 && right <= innerWidth + 1)) return false;
  for (let box = each.parentElement; box && box !== document.body; box = box.parentElement)
    if (getComputedStyle(box).overflowX !== "visible") return false;
  const { position } = getComputedStyle(each);
  return position !== "absolute" && !each.closest(".skip, svg, .leaflet-pane");
}).map((each) => each.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("path", _PAGES)
def test_nothing_leaves_a_narrow_screen_and_axe_finds_nothing(
    page: Page, site: str, path: str
) -> None:
    opened(page, site, path)
    assert page.evaluate("document.dir") == "rtl"
    assert page.evaluate(_WIDER) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert axe.complaints(page) == []
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.mark.parametrize("context_options", [{"viewport": {"width": 1280, "height": 900}}])
def test_the_list_stands_at_the_left_and_time_goes_on_to_the_right(page: Page, site: str) -> None:
    opened(page, site, "/stories/caucasus?place=gn:587084")
    events = page.locator(".events").bounding_box()
    stage = page.locator(".stage").bounding_box()
    popup = page.get_by_role("dialog").bounding_box()
    assert events is not None
    assert stage is not None
    assert popup is not None
    assert events["x"] < stage["x"]
    assert stage["x"] <= popup["x"]
    assert popup["x"] + popup["width"] <= stage["x"] + stage["width"]
    # Time goes on to the right, as the axis of a chart does.
    first, second = (page.locator(".ticks text").nth(n).bounding_box() for n in (0, 1))
    assert first is not None
    assert second is not None
    assert first["x"] < second["x"]
    expect(page.get_by_role("dialog")).to_have_css("direction", "rtl")


def test_what_the_program_says_is_translated(page: Page, site: str) -> None:
    opened(page, site, "/stories/caucasus?from=1990&to=2001")
    expect(page.get_by_role("status").first).to_contain_text("א")
    for name in ("Window start", "Window end", "Play"):
        assert page.get_by_label(pseudo.longer(name), exact=True).count() == 1
