"""What axe-core says of a page (WCAG 2.2 A and AA, and its best practices)."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from mapapp.resources import browser_package

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def program() -> str:
    """axe-core itself; skips the test where it is missing, which it may not be in CI."""
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
            await new Promise((go) => setTimeout(go, 200));
          }
        }"""
    )


def complaints(page: Page) -> list[str]:
    """Everything that breaks a rule, as the page looks now."""
    settled(page)
    # Where a marker stands is essential: WCAG 2.5.8 names pins on a map as its exception.
    return _told(
        page,
        """async (tags) => {
          const off = { "target-size": { enabled: false } };
          const all = await axe.run(document, { runOnly: tags, rules: off });
          const sizes = await axe.run({ exclude: [".pin"] }, { runOnly: ["target-size"] });
          return [...all.violations, ...sizes.violations];
        }""",
    )


def contrast(page: Page) -> list[str]:
    """What cannot be told from its ground: all that a change of colours may break."""
    settled(page)
    return _told(page, "async () => (await axe.run({ runOnly: ['color-contrast'] })).violations")


def in_all_looks(page: Page) -> Iterator[tuple[str, list[str]]]:
    """The complaints in light and dark, wide and narrow, each rule where looks may differ."""
    for width, scheme, look in (
        (1280, "light", complaints),
        (1280, "dark", contrast),
        (390, "light", contrast),
        (390, "dark", complaints),
    ):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        yield f"{width} {scheme}", look(page)


def _told(page: Page, script: str) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(program())
    return [
        f"{violation['id']}: {node['html'][:160]}"
        for violation in page.evaluate(script, _RULES)
        for node in violation["nodes"]
    ]
