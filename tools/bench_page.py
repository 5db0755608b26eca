"""The map page of a large story in Chromium, beside Folium's time plugins on the same events.

From the request to the first marker by the clock; what the page's main thread worked until it was
ready, and at one step of the window, by the processor, so that a busy machine does not count; and
what was sent. The plugins get round markers, which they draw fastest, and are given up after
--limit seconds. They show one year at a time and filter no window, so they have less to do.
"""

import argparse
import gzip
import shutil
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, CDPSession, Error, Page, Route, sync_playwright

from mapapp.model import Story
from mapapp.stories import open_store
from tools import synthetic
from tools.figures import Figure
from tools.page_peers import PACKAGES, TWO_FRAMES, Peer, packages, timeline, timestamped
from tools.serving import served

_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
_HERE = "http://127.0.0.1/"
_MARKER = ".pin, path.leaflet-interactive"  # ours, theirs
_SEEN = """(() => {
  const watch = new MutationObserver(() => {
    if (!document.querySelector("%s")) return;
    performance.mark("marker");
    watch.disconnect();
  });
  watch.observe(document, { childList: true, subtree: true });
})()"""
_FIRST_YEAR = """() => {
  for (const end of ["end", "start"]) {
    const range = document.querySelector(`.range-${end}`);
    range.value = range.min;
    range.dispatchEvent(new Event("change", { bubbles: true }));
  }
  return %s;
}"""
_OURS = "() => { document.querySelector('.step-on').click(); return %s; }"


@dataclass(frozen=True, slots=True)
class Figures:
    """What one page took; milliseconds, and bytes as sent in gzip. None where it was given up.

    A step counts twice: its script alone, and with the style and the layout that follow it.
    """

    marker: float | None
    work: float | None
    scripts: tuple[float, ...]
    steps: tuple[float, ...]
    sent: int


def measure_ours(browser: Browser, address: str, steps: int, limit: float) -> Figures:
    """The story's page as the server sends it, which has sent it once before."""
    with _open(browser, limit) as (page, cdp):
        sent: list[int] = []
        cdp.send("Network.enable")
        cdp.on("Network.loadingFinished", lambda done: sent.append(int(done["encodedDataLength"])))
        page.goto(address, wait_until="commit")
        page.wait_for_selector("html[data-ready=true]", state="attached")
        marker, work = _marker(page), sum(_worked(cdp))
        page.evaluate(_FIRST_YEAR % TWO_FRAMES)
        scripts, taken = _steps(page, cdp, _OURS % TWO_FRAMES, steps)
        return Figures(marker, work, scripts, taken, sum(sent))


def measure_peer(browser: Browser, peer: Peer, files: Path, steps: int, limit: float) -> Figures:
    """A page of Folium's, all that it links to answered from `files`."""
    bodies = {end: (files / file).read_bytes() for end, (_, file) in PACKAGES.items()}
    linked = [body for end, body in bodies.items() if end in peer.html]
    sent = sum(len(gzip.compress(body, 6)) for body in (peer.html.encode(), *linked))

    def answer(route: Route) -> None:
        url = route.request.url
        if url == _HERE:
            route.fulfill(body=peer.html, content_type="text/html")
        else:  # style sheets are left out: they make no marker
            found = (body for end, body in bodies.items() if url.endswith(end))
            route.fulfill(body=next(found, b""))

    with _open(browser, limit) as (page, cdp):
        page.route("**/*", answer)
        try:
            page.goto(_HERE, wait_until="load")
            page.wait_for_selector(_MARKER, state="attached")
            marker, work = _marker(page), sum(_worked(cdp))
            scripts, taken = _steps(page, cdp, peer.step, steps)
            return Figures(marker, work, scripts, taken, sent)
        except Error:
            return Figures(None, None, (), (), sent)


@contextmanager
def _open(browser: Browser, limit: float) -> Iterator[tuple[Page, CDPSession]]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(limit * 1000)
    context.add_init_script(_SEEN % _MARKER)
    page = context.new_page()
    cdp = context.new_cdp_session(page)
    cdp.send("Performance.enable", {"timeDomain": "threadTicks"})
    try:
        yield page, cdp
    finally:
        context.close()


def _marker(page: Page) -> float:
    found: float = page.evaluate("performance.getEntriesByName('marker')[0].startTime")
    return found


def _worked(cdp: CDPSession) -> tuple[float, float]:
    """Milliseconds of the main thread so far: of script, and of style and layout."""
    found = {each["name"]: each["value"] for each in cdp.send("Performance.getMetrics")["metrics"]}
    script, *rest = ("ScriptDuration", "LayoutDuration", "RecalcStyleDuration")
    return 1000 * float(found[script]), 1000 * sum(float(found[part]) for part in rest)


def _steps(
    page: Page, cdp: CDPSession, program: str, count: int
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Of each step its script, and all of its work."""
    scripts, taken = [], []
    for step in range(count):
        before = _worked(cdp)
        page.evaluate(program, step)
        after = _worked(cdp)
        scripts.append(after[0] - before[0])
        taken.append(sum(after) - sum(before))
    return tuple(scripts), tuple(taken)


@contextmanager
def _library(story: Story) -> Iterator[str]:
    """The address of the story, served."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "stories.sqlite"
        store = open_store(database)
        store.save(story)
        store.close()
        with served(database) as address:
            yield f"{address}/stories/{story.slug}"


def _timed(address: str) -> float:
    began = time.perf_counter()
    with urllib.request.urlopen(address) as answer:
        answer.read()
    return time.perf_counter() - began


def _compared(
    browser: Browser, events: int, files: Path, options: argparse.Namespace
) -> Iterator[Figure]:
    """The lines of one number of events."""
    story = synthetic.story("bench", events, synthetic.places(options.places))
    with _library(story) as address:
        cold = _timed(address)
        _timed(f"{address}/basemap.json")
        measure_ours(browser, address, 2, options.limit)
        ours = measure_ours(browser, address, options.steps, options.limit)
    what = f"page, {events:,}"
    yield Figure(f"{what}: first answer, cold", "mapapp", f"{cold:.2f} s", budget="1 s")
    pages = {"mapapp": ours}
    for name, make in (("TimestampedGeoJson", timestamped), ("Timeline", timeline)):
        pages[name] = measure_peer(browser, make(story), files, options.steps, options.limit)
    for name, budget, part in _PARTS:
        for who, page in pages.items():
            yield _told(f"{what}: {name}", who, part(page), part(ours), budget)


def _told(
    what: str, who: str, taken: tuple[float, ...], ours: tuple[float, ...], budget: str
) -> Figure:
    if not taken:
        return Figure(what, who, "given up")
    value = f"{median(taken):.1f}" if median(taken) < 100 else f"{median(taken):.0f}"
    tail = f"{quantiles(taken, n=20)[-1]:.1f} ms" if len(taken) > 1 else ""
    if who == "mapapp":
        return Figure(what, who, f"{value} {_unit(what)}", tail, budget=budget)
    return Figure(what, who, f"{value} {_unit(what)}", tail, median(taken) / (median(ours) or 1))


def _unit(what: str) -> str:
    return "kB" if what.endswith("sent") else "ms"


# What is told of a page, the budget at 100,000 events, and where it stands; none if given up.
_PARTS: tuple[tuple[str, str, Callable[[Figures], tuple[float, ...]]], ...] = (
    ("first marker", "1000 ms", lambda page: () if page.marker is None else (page.marker,)),
    ("work till ready", "", lambda page: () if page.work is None else (page.work,)),
    ("a step, script", "95 %: 16 ms", lambda page: page.scripts),
    ("a step, all work", "", lambda page: page.steps),
    ("sent", "3000 kB", lambda page: (page.sent / 1000,)),
)


def figures(options: argparse.Namespace) -> Iterator[Figure]:
    """The pages of stories of several sizes, as far as Chromium is there."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None or shutil.which("npm") is None:
        sys.stderr.write("The pages are left out: they need Chromium and npm\n")
        return
    files = packages(options.cache)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        for events in options.pages:
            yield from _compared(browser, events, files, options)
        browser.close()
