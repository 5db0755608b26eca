"""Take the README's pictures again: the shipped chronology at four widths, light and dark.

    python tools/screenshots.py [FOLDER]

Needs Chromium and the `test` extras; writes PNG files into docs/ unless told otherwise.
"""

import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from mapapp.settings import Settings
from mapapp.stories import open_store
from mapapp.stories.shipped import ensure_shipped
from mapapp.web import create_app

STORY = "/stories/turkish-azerbaijani-military-cooperation"
BAKU = "gn:587084"
# name, path, width, height, scheme
PICTURES = (
    ("story-390", f"{STORY}?from=1990&to=2001", 390, 844, "light"),
    ("story-768", STORY, 768, 1024, "dark"),
    ("story-1280", f"{STORY}?from=1990&to=2001&place={BAKU}", 1280, 800, "light"),
    ("story-1920", f"{STORY}?from=2010", 1920, 720, "light"),
    ("voyage-1280", "/stories/voyage-of-the-beagle", 1280, 720, "dark"),
)
LARGEST = 250_000  # bytes; a README is read on a train


class Quiet(WSGIRequestHandler):
    """Answers without a line for each request."""

    def log(self, type: str, message: str, *args: object) -> None:
        pass


@contextmanager
def site() -> Iterator[str]:
    """A server with the stories that ship, in a library of its own."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "stories.sqlite")
        ensure_shipped(store)
        app = create_app(Settings(), store)
        server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def main(folder: Path) -> int:
    """Write the pictures; the number of those that came out too large."""
    folder.mkdir(exist_ok=True)
    with site() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        too_large = sum(take(browser, address, folder, picture) for picture in PICTURES)
        browser.close()
    return too_large


def take(
    browser: Browser, address: str, folder: Path, picture: tuple[str, str, int, int, str]
) -> bool:
    """One picture; is it too large?"""
    name, path, width, height, scheme = picture
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    page.goto(address + path)
    page.wait_for_selector("html[data-ready=true]", state="attached")
    page.wait_for_timeout(500)
    target = folder / f"{name}.png"
    page.screenshot(path=target)
    page.close()
    paletted(target)
    size = target.stat().st_size
    print(f"{target}: {size:,} bytes{' - TOO LARGE' if size > LARGEST else ''}")
    return size > LARGEST


def paletted(target: Path) -> None:
    """Write a picture anew with 256 colours: a map of flat tints needs no more, and is a third."""
    with Image.open(target) as picture:
        picture.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE).save(target, optimize=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs")))
