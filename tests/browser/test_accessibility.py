"""axe-core finds nothing on any page in any state (WCAG 2.2 A and AA, and its best practices)."""

import os

import pytest
from playwright.sync_api import Page

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


@pytest.mark.parametrize(
    "context_options",
    [
        # The page's own policy would keep axe out.
        {
            "viewport": {"width": width, "height": 900},
            "color_scheme": scheme,
            "bypass_csp": True,
        }
        for width, scheme in ((390, "dark"), (1280, "light"))
    ],
    ids=("narrow dark", "wide light"),
)
@pytest.mark.parametrize("path", _STATES.values(), ids=_STATES.keys())
def test_axe_finds_nothing(page: Page, site: str, axe: str, path: str) -> None:
    page.goto(f"{site}{path}")
    ready(page)
    page.evaluate(axe)
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", _RULES)
    told = [
        f"{violation['id']}: {node['html'][:160]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
    assert told == []
