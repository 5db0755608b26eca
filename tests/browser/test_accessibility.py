"""What axe-core cannot see: keys, focus, zoom, spacing, motion, and what is said aloud."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import address, ready


@pytest.mark.parametrize(
    "context_options",
    [{"viewport": {"width": 1280, "height": 900}, "forced_colors": "active"}],
)
def test_what_is_pressed_shows_without_colours_of_ours(story: Page) -> None:
    chip = story.get_by_role("group", name="Categories").get_by_role("button").first
    outline = "element => getComputedStyle(element).outlineStyle"
    assert chip.evaluate(outline) == "none"
    chip.click()
    story.get_by_role("searchbox").focus()
    assert chip.evaluate(outline) == "solid"


@pytest.mark.parametrize("context_options", [{"viewport": {"width": 320, "height": 640}}])
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/new",
        "/nosuch",
        "/stories/caucasus?place=gn:587084",
        "/stories/ages",
        "/stories/checked/review",
        "/stories/caucasus/events/e0",
        "/stories/caucasus/embedding",
        "/stories/caucasus/embed?list=1",
        "/ogc/collections/events/items?f=html&limit=3",
    ],
)
def test_at_400_percent_nothing_is_wider_than_the_screen(page: Page, site: str, path: str) -> None:
    page.goto(f"{site}{path}")
    ready(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_colours_of_the_system_keep_signs_visible(page: Page, site: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{site}/stories/caucasus")
    ready(page)
    for sign in page.locator(".tool svg, .frame-bar svg").all():
        fill, ground = sign.evaluate(
            "e => [getComputedStyle(e).fill, getComputedStyle(e.parentElement).backgroundColor]"
        )
        assert fill != ground


# What has the focus: its name, whether a ring shows, and whether any of it can be seen.
_FOCUSED = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  if (focused.matches("iframe")) return { name: focused.title, ring: true, seen: true };
  const ring = (each) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
  };
  const strip = focused.closest(".strip");
  const held = [focused, ...(strip ? [strip] : []), ...focused.querySelectorAll("*")];
  const { left, top, width, height } = (strip ?? focused).getClientRects()[0];
  const spots = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]];
  const seen = spots.some(([x, y]) => {
    const there = document.elementFromPoint(left + x * width, top + y * height);
    return there && (held.includes(there) || strip?.contains(there) || there.contains(focused));
  });
  return {
    name: focused.ariaLabel ?? (focused.labels?.[0] ?? focused).textContent.trim() ?? "",
    ring: held.some(ring),
    seen,
  };
}"""


def walked(page: Page, key: str, most: int = 250) -> list[dict[str, Any]]:
    """What is met on the way through the page, until it leaves the page or stands still."""
    met: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press(key)
        found = page.evaluate(_FOCUSED)
        if found is None or (met and found == met[0] and len(met) > 1):
            return met
        met.append(found)
    pytest.fail(f"the way with {key} has no end: {met[-3:]}")


@pytest.mark.parametrize(
    "context_options",
    [{"viewport": {"width": width, "height": 800}} for width in (1280, 390)],
    ids=("wide", "narrow"),
)
@pytest.mark.parametrize(
    "path",
    ["/", "/new", "/stories/caucasus/embedding", "/stories/caucasus/events/e0",
     "/stories/checked/review", "/stories/caucasus/embed?list=1", "/stories/days"],
)  # fmt: skip
def test_every_stop_of_the_tab_key_is_named_seen_and_ringed(
    page: Page, site: str, path: str
) -> None:
    page.goto(f"{site}{path}")
    ready(page)
    met = walked(page, "Tab")
    assert len(met) > 3
    assert [each for each in met if not (each["name"] and each["ring"] and each["seen"])] == []


def test_the_way_through_a_story_goes_as_the_page_is_read(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/days")
    ready(page)
    on = [each["name"] for each in walked(page, "Tab")]
    stops = [
        "Skip the map", "English", "Baku: 1 event", "Zoom in", "Full screen", "Copy link",
        "Window start", "Window end", "Play", "From", "To", "Conflict", "Search events and places",
        "List of events", "Troops came", "Follow the text", "GeoNames",
    ]  # fmt: skip
    at = [next(n for n, name in enumerate(on) if name.startswith(stop)) for stop in stops]
    assert at == sorted(at)
    assert len([name for name in on if re.fullmatch(r"\w+: \d+ events?", name)]) == 3


def test_a_dialog_gives_the_focus_back(story: Page) -> None:
    pin = story.get_by_role("button", name=re.compile("^Baku:"))
    pin.focus()
    story.keyboard.press("Enter")
    expect(story.get_by_role("dialog", name="Baku")).to_be_focused()
    for _ in range(3):
        story.keyboard.press("Tab")
    assert story.evaluate("!!document.activeElement.closest('.popup')")
    story.keyboard.press("Escape")
    expect(story.get_by_role("dialog")).to_have_count(0)
    expect(pin).to_be_focused()


@pytest.mark.parametrize("context_options", [{"viewport": {"width": 390, "height": 800}}])
def test_escape_uncovers_what_has_the_focus(page: Page, site: str) -> None:
    """WCAG 2.4.11: what a reader opened may lie over the focus if it goes without moving that."""
    page.goto(f"{site}/stories/caucasus?place=gn:587084")
    ready(page)
    pin = page.get_by_role("button", name=re.compile("^Ankara:"))
    pin.focus()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(pin).to_be_focused()


@pytest.mark.parametrize("path", ["/new", "/stories/caucasus/embedding", "/stories/days"])
def test_escape_closes_the_menu_of_languages(page: Page, site: str, path: str) -> None:
    page.goto(f"{site}{path}")
    ready(page)
    menu = page.locator(".languages summary")
    menu.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="English")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="English")).to_be_hidden()
    expect(menu).to_be_focused()


def test_the_window_is_moved_without_dragging(story: Page) -> None:
    """WCAG 2.5.7: by keys, by a field, and by a click."""
    start = story.get_by_role("slider", name="Window start")
    before = start.input_value()
    start.focus()
    story.keyboard.press("ArrowRight")
    expect(start).not_to_have_value(before)
    field = story.get_by_role("textbox", name="From")
    field.fill("1990")
    field.press("Enter")
    expect(story.get_by_role("status").first).to_contain_text("1990")
    story.get_by_role("button", name="Decade", exact=True).click()
    expect(story).to_have_url(address("from="))


def test_the_window_is_said_aloud_as_it_moves(story: Page) -> None:
    said = story.get_by_role("status").first
    whole = said.inner_text()
    field = story.get_by_role("textbox", name="From")
    field.fill("1995")
    field.press("Enter")
    expect(said).not_to_have_text(whole)
    start = story.get_by_role("slider", name="Window start")
    expect(start).to_have_attribute("aria-valuetext", "1995")
    story.get_by_role("searchbox").fill("nosuchword")
    expect(said).to_contain_text("0 events")


_SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
# Text that its own box cuts off; names on the map are placed by its program.
_CUT = """() => [...document.querySelectorAll(
  "button, summary, label, th, td, h1, h2, h3, p, a, dt, dd, .chip")].filter((each) => {
  const { overflowX, overflowY } = getComputedStyle(each);
  if (!each.checkVisibility() || each.closest(".skip, caption, .is-title")) return false;
  const wide = overflowX !== "visible" && each.scrollWidth > each.clientWidth + 1;
  const high = overflowY !== "visible" && each.scrollHeight > each.clientHeight + 1;
  const over = each.matches("button") && each.scrollHeight > each.offsetHeight + 1;
  return wide || high || over;
}).map((each) => each.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize(
    "context_options", [{"viewport": {"width": 390, "height": 900}, "bypass_csp": True}]
)
@pytest.mark.parametrize(
    "path", ["/", "/new", "/stories/caucasus?place=gn:587084", "/stories/checked/review"]
)
def test_wider_spacing_of_text_cuts_nothing_off(page: Page, site: str, path: str) -> None:
    """WCAG 1.4.12."""
    page.goto(f"{site}{path}")
    ready(page)
    page.add_style_tag(content=_SPACING)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate(_CUT) == []


@pytest.mark.parametrize(
    "context_options",
    [{"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}],
)
def test_nothing_moves_for_those_who_asked_for_calm(story: Page) -> None:
    moving = """document.getAnimations().filter((each) => each.playState === "running")
      .map((each) => [each.effect.target.className, each.transitionProperty, each.animationName,
        each.effect.getTiming().duration, each.effect.getTiming().delay])
      .filter(([,,, duration]) => duration > 1)"""
    story.get_by_role("button", name=re.compile("^Istanbul:")).click()
    assert story.evaluate(moving) == []
    story.get_by_role("button", name="Zoom to all places").click()
    story.get_by_role("button", name="Decade", exact=True).click()
    assert story.evaluate(moving) == []
    assert not story.evaluate("!!document.querySelector('.leaflet-zoom-anim .leaflet-map-pane')")


def test_the_map_is_worked_by_keyboard_alone(story: Page) -> None:
    story.get_by_role("link", name="Skip the map").focus()
    reached = set()
    for _ in range(60):
        story.keyboard.press("Tab")
        name = "element => element.getAttribute('aria-label') || element.textContent.trim()"
        focused = story.locator(":focus")
        if focused.count() == 0:
            break
        assert focused.evaluate("e => getComputedStyle(e).visibility") == "visible"
        reached.add(focused.evaluate(name))
    assert {
        "Zoom in", "Back to the story’s surroundings", "Zoom to all places", "Full screen",
        "Baku: 6 events", "Turkey: 1 event", "Play", "Show less time, larger", "Window start",
        "Window end", "Copy link", "More filters", "Agreement 4",
    } <= reached  # fmt: skip


def test_dots_of_one_sentence_are_apart_enough_for_fingers(story: Page) -> None:
    lefts = story.locator(".to-map").first.evaluate(
        """dot => {
          dot.after(dot.cloneNode(true), dot.cloneNode(true));
          const dots = [dot, dot.nextSibling, dot.nextSibling.nextSibling];
          return dots.map((each) => each.getBoundingClientRect().left);
        }"""
    )
    assert lefts[1] - lefts[0] >= 24
    assert lefts[2] - lefts[1] >= 24
