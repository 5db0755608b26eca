"""A story's folder on a web host of another kind, below a path, and the file opened from disk."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from mapapp.formats import Content, write
from mapapp.formats.site import write_site

from tests.browser.conftest import Watch, ready
from tests.stories_zoo import caucasus, hostile


class Quiet(SimpleHTTPRequestHandler):
    """Python's own file server, without its talk."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a story's folder, two folders down on a static web host."""
    root = tmp_path_factory.mktemp("host")
    write_site(Content(caucasus()), root / "papers" / "two neighbours")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=root))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/papers/two%20neighbours/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def page(context: BrowserContext, host: str) -> Iterator[Page]:
    """A page that may ask for what lies in the folder, all of which must be there."""
    made = context.new_page()
    watch = Watch(host)
    watch.follow(made)
    made.on(
        "response",
        lambda answer: (
            watch.complaints.append(f"{answer.status} {answer.url}")
            if answer.status != 200
            else None
        ),
    )
    yield made
    assert watch.complaints == []


def narrowed(page: Page) -> None:
    """Choose a window, and see that the popup of a place follows it while it is open."""
    page.get_by_role("button", name="Baku: 6 events").click()
    listed = page.get_by_role("dialog", name="Baku").get_by_role("listitem")
    expect(listed).to_have_count(6)
    page.get_by_label("From", exact=True).fill("1990")
    page.get_by_label("To", exact=True).fill("2001")
    page.get_by_label("To", exact=True).press("Enter")
    expect(page.get_by_role("status")).to_have_text("7 events at 4 places, 1990 to 2001")
    expect(listed).to_have_count(3)


def test_a_folder_works_below_a_path_of_any_web_host(page: Page, host: str) -> None:
    page.goto(host)
    ready(page)
    narrowed(page)
    page.reload()
    ready(page)
    expect(page.get_by_role("status")).to_have_text("7 events at 4 places, 1990 to 2001")


def test_every_link_into_the_folder_leads_to_a_file(page: Page, host: str) -> None:
    page.goto(host)
    inside = [
        link.evaluate("a => a.href")
        for link in page.locator("footer a").all()
        if "://" not in str(link.get_attribute("href"))
    ]
    assert len(inside) == 6
    for address in inside:
        assert address.startswith(host)
        with urlopen(address) as answer:
            assert answer.status == 200


@pytest.mark.parametrize("context_options", [{"java_script_enabled": False}])
def test_without_program_a_folder_tells_its_events(page: Page, host: str) -> None:
    page.goto(host)
    expect(page.get_by_role("table", name="Events").locator("tbody tr")).to_have_count(15)


@pytest.mark.parametrize("make", [caucasus, hostile])
def test_one_file_asks_for_nothing_at_all(browser: Browser, tmp_path: Path, make) -> None:  # noqa: ANN001
    path = tmp_path / "story.html"
    write(Content(make()), path)
    context = browser.new_context(offline=True)
    asked: list[str] = []
    page = context.new_page()
    page.route("**/*", lambda route: route.continue_() if route.request.url == path.as_uri()
               else (asked.append(route.request.url), route.abort()))  # fmt: skip
    watch = Watch(path.as_uri())
    watch.follow(page)
    page.goto(path.as_uri())
    ready(page)
    if make is caucasus:
        narrowed(page)
    assert [url for url in asked if not url.startswith(("data:", "blob:"))] == []
    assert watch.complaints == []
    context.close()
