import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from mapapp.stories import open_store
from tools import synthetic

from tests import stories_zoo
from tests.browser.serving import serving

_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            # A browser on a machine busy with other tests can be late once; twice is a fault.
            item.add_marker(
                pytest.mark.flaky(
                    reruns=1, only_rerun=["TimeoutError", "AssertionError: (Locator|Page)"]
                )
            )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing, and CI promises one")
        pytest.skip("Chromium is missing")
    expect.set_options(timeout=30_000)  # a busy machine is no failure
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with the stories of the zoo."""
    path = tmp_path_factory.mktemp("library") / "stories.sqlite"
    store = open_store(path)
    for make in (
        stories_zoo.caucasus,
        stories_zoo.antiquity,
        stories_zoo.pacific,
        stories_zoo.ages,
        stories_zoo.days,
        stories_zoo.hostile,
        stories_zoo.empty,
        stories_zoo.checked,
        lambda: synthetic.story("long", 700, synthetic.places(60)),
    ):
        store.save(make())
    with serving(store) as address:
        yield address


class Watch:
    """What a page did that no page may: errors, console complaints, requests to others."""

    def __init__(self, *allowed: str) -> None:
        self.allowed = allowed
        self.complaints: list[str] = []

    def follow(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on(
            "console",
            lambda message: (
                self.complaints.append(f"console: {message.text}")
                # That the page itself answers with an error is what some tests ask for.
                if message.type in ("error", "warning") and message.location["url"] != page.url
                else None
            ),
        )
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: self._request(request.url))

    def _request(self, url: str) -> None:
        if not url.startswith((*self.allowed, "data:", "blob:", "file:")):
            self.complaints.append(f"request to {url}")


@pytest.fixture
def context_options() -> dict[str, object]:
    """Tests override it: time zone, size, touch."""
    return {"viewport": {"width": 1280, "height": 900}}


@pytest.fixture
def context(browser: Browser, context_options: dict[str, object]) -> Iterator[BrowserContext]:
    made = browser.new_context(**context_options)
    made.set_default_timeout(60_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, site: str) -> Iterator[Page]:
    """A page that must stay without complaint."""
    made = context.new_page()
    watch = Watch(site)
    watch.follow(made)
    yield made
    assert watch.complaints == []


@pytest.fixture
def story(page: Page, site: str) -> Page:
    """The story of the zoo, open and ready."""
    page.goto(f"{site}/stories/caucasus")
    ready(page)
    return page


def ready(page: Page) -> None:
    page.wait_for_selector("html[data-ready=true]", state="attached")


def still(page: Page) -> None:
    """Wait until the map neither moves nor is about to: Leaflet begins with the next frame."""
    page.evaluate(
        """async () => {
          const frame = () => new Promise((done) => { requestAnimationFrame(done); });
          const moves = () => map_story._animatingZoom || map_story._panAnim?._inProgress;
          for (let calm = 0; calm < 3; calm += 1) {
            await frame();
            if (moves()) calm = -1;
          }
        }"""
    )


def scrolled_until(page: Page, rows: int) -> None:
    """Scroll the list to its end again and again, as readers do, until it has so many rows."""
    page.wait_for_function(
        """(rows) => {
          const box = document.querySelector(".table-scroll");
          box.scrollTop = 0;
          box.scrollTop = box.scrollHeight;
          return box.querySelectorAll("tbody tr").length >= rows;
        }""",
        arg=rows,
    )


def address(query: str) -> re.Pattern[str]:
    """An address with that part of a query in it, to be waited for.

    What Playwright knows of the address comes after the click that changed it has returned.
    """
    return re.compile(re.escape(query))
