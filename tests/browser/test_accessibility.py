"""axe-core finds nothing on any page in any state (WCAG 2.2 A and AA, and its best practices)."""

import os
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from mapapp.resources import browser_package

from tests.browser.conftest import ready

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_STATES = {
    "list of stories": "/",
    "story": "/stories/caucasus",
    "filtered, popup open": "/stories/caucasus?from=1990&to=2001&place=gn:587084"
    "&category=agreement,meeting,training&q=in",
    "filters open": "/stories/checked?status=confirmed",
    "embed": "/stories/caucasus/embed",
    "event chosen": "/stories/hostile?event=evil1",
    "nothing in it": "/stories/empty",
}


@pytest.fixture(scope="module")
def axe() -> str:
    path = browser_package("axe-core", "axe.min.js")
    if not path.exists():
        if os.environ.get("CI"):
            pytest.fail("axe-core is missing; npm ci brings it")
        pytest.skip("axe-core is not installed")
    return path.read_text("utf-8")


def settled(page: Page) -> None:
    """Wait until no marker moves any more: they are spread out after the map is drawn."""
    page.evaluate(
        """async () => {
          const where = () => JSON.stringify([...document.querySelectorAll(".pin")].map((pin) => {
            const { x, y } = pin.getBoundingClientRect();
            return [Math.round(x), Math.round(y)];
          }));
          let before = null;
          for (let round = 0; round < 20 && before !== where(); round += 1) {
            before = where();
            await new Promise((go) => setTimeout(go, 300));
          }
        }"""
    )


def complaints(page: Page, axe: str) -> list[str]:
    settled(page)
    page.evaluate(axe)
    # Where a marker stands is essential: WCAG 2.5.8 names pins on a map as its exception.
    found = page.evaluate(
        """async (tags) => {
          const off = { "target-size": { enabled: false } };
          const all = await axe.run(document, { runOnly: tags, rules: off });
          const sizes = await axe.run({ exclude: [".pin"] }, { runOnly: ["target-size"] });
          return [...all.violations, ...sizes.violations];
        }""",
        _RULES,
    )
    return [
        f"{violation['id']}: {node['html'][:160]}"
        for violation in found
        for node in violation["nodes"]
    ]


# The page's own policy would keep axe out.
looks = pytest.mark.parametrize(
    "context_options",
    [
        {"viewport": {"width": width, "height": 900}, "color_scheme": scheme, "bypass_csp": True}
        for width, scheme in ((390, "dark"), (1280, "light"))
    ],
    ids=("narrow dark", "wide light"),
)


@looks
@pytest.mark.parametrize("path", _STATES.values(), ids=_STATES.keys())
def test_axe_finds_nothing(page: Page, site: str, axe: str, path: str) -> None:
    page.goto(f"{site}{path}")
    ready(page)
    assert complaints(page, axe) == []


def _sort(page: Page) -> None:
    page.get_by_role("columnheader", name="Where").get_by_role("button").click()
    page.get_by_text("More filters").click()


def _mistype(page: Page) -> None:
    page.get_by_label("From", exact=True).fill("1990-13")
    page.get_by_label("From", exact=True).press("Enter")
    expect(page.get_by_text("There is no month 13.")).to_be_visible()


def _zoom(page: Page) -> None:
    page.get_by_role("button", name="Show less time, larger").click()
    page.get_by_role("button", name="Follow the text").click()


def _correct(page: Page) -> None:
    page.get_by_role("link", name="Correct").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


@looks
@pytest.mark.parametrize("act", [_sort, _mistype, _zoom, _correct])
def test_axe_finds_nothing_after(story: Page, axe: str, act: Callable[[Page], None]) -> None:
    act(story)
    assert complaints(story, axe) == []


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
@pytest.mark.parametrize("path", ["/", "/stories/caucasus?place=gn:587084", "/stories/ages"])
def test_at_400_percent_nothing_is_wider_than_the_screen(page: Page, site: str, path: str) -> None:
    page.goto(f"{site}{path}")
    ready(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


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
