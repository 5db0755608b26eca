"""The map page of a large story in Chromium, beside Folium's time plugins on the same events.

Prints one line a page: milliseconds from the request to the first marker, what the page's main
thread worked until it was ready, what it works at one step of the window, and what was sent. Time
on the processor and not on the clock, so that a busy machine does not count; the ratios of one run
count most. The plugins get round markers, which they draw fastest, and are given up after --limit
seconds.

    python -m tools.bench_page [--events N ...] [--places N] [--steps N]
"""

import argparse
import gzip
import shutil
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, CDPSession, Error, Page, Route, sync_playwright

from mapapp.model import Story, iso_date
from mapapp.stories import open_store
from tools import synthetic
from tools.serving import served

_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
_HERE = "http://127.0.0.1/"
_MARKER = ".pin, path.leaflet-interactive"  # ours, theirs
# What the links of Folium end in, the package that has it, and the file there.
_PACKAGES = {
    "/leaflet.js": ("leaflet@1.9.4", "leaflet/dist/leaflet.js"),
    "jquery.min.js": ("jquery@3.7.1", "jquery/dist/jquery.min.js"),
    "jquery-3.7.1.min.js": ("jquery@3.7.1", "jquery/dist/jquery.min.js"),
    "jquery-ui.min.js": ("jquery-ui@1.13.3", "jquery-ui/dist/jquery-ui.min.js"),
    "iso8601.min.js": ("iso8601-js-period@0.2.1", "iso8601-js-period/iso8601.js"),
    "leaflet.timedimension.min.js": (
        "leaflet-timedimension@1.1.1",
        "leaflet-timedimension/dist/leaflet.timedimension.min.js",
    ),
    "moment.min.js": ("moment@2.30.1", "moment/min/moment.min.js"),
    "leaflet.timeline.min.js": (
        "leaflet.timeline@1.6.0",
        "leaflet.timeline/dist/leaflet.timeline.js",
    ),
}
_SEEN = """(() => {
  const watch = new MutationObserver(() => {
    if (!document.querySelector("%s")) return;
    performance.mark("marker");
    watch.disconnect();
  });
  watch.observe(document, { childList: true, subtree: true });
})()"""
_TWO_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
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
    """What one page took; milliseconds, and bytes as sent in gzip. None where it was given up."""

    marker: float | None
    work: float | None
    steps: tuple[float, ...]
    sent: int


@dataclass(frozen=True, slots=True)
class Peer:
    """A page of Folium's, and the program that moves its time by one step."""

    html: str
    step: str


def timestamped(story: Story) -> Peer:
    """TimestampedGeoJson: a year at a time, each event shown for the year after it began."""
    import folium
    from folium.plugins import TimestampedGeoJson

    made = folium.Map(tiles=None, maxZoom=18)
    style = {"icon": "circle", "iconstyle": {"radius": 4}}
    collection = _collection(story, lambda first, last: {"times": [str(iso_date(first))], **style})
    TimestampedGeoJson(collection, period="P1Y", duration="P1Y", auto_play=False).add_to(made)
    step = f"() => {{ {made.get_name()}.timeDimension.nextTime(); return {_TWO_FRAMES}; }}"
    return Peer(made.get_root().render(), step)


def timeline(story: Story) -> Peer:
    """Timeline with its slider."""
    import folium
    from folium.plugins import Timeline, TimelineSlider
    from folium.utilities import JsCode

    made = folium.Map(tiles=None, maxZoom=18)
    day = 86_400_000
    layer = Timeline(
        _collection(story, lambda first, last: {"start": first * day, "end": (last + 1) * day}),
        point_to_layer=JsCode("(_, at) => L.circleMarker(at, { radius: 4, fill: true })"),
    ).add_to(made)
    TimelineSlider(auto_play=False, show_ticks=False).add_timelines(layer).add_to(made)
    name = layer.get_name()
    step = (
        f"(step) => {{ {name}.setTime({name}.start + step * {365 * day}); return {_TWO_FRAMES}; }}"
    )
    return Peer(made.get_root().render(), step)


def _collection(story: Story, when):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [event.place.lon, event.place.lat]},
            "properties": when(event.when.first, event.when.last) | {"popup": event.title},
        }
        for event in story.annotation.events
        if event.place and event.when
    ]
    return {"type": "FeatureCollection", "features": features}


def measure_ours(browser: Browser, address: str, steps: int, limit: float) -> Figures:
    """The story's page as the server sends it, which has sent it once before."""
    with _open(browser, limit) as (page, cdp):
        sent: list[int] = []
        cdp.send("Network.enable")
        cdp.on("Network.loadingFinished", lambda done: sent.append(int(done["encodedDataLength"])))
        page.goto(address, wait_until="commit")
        page.wait_for_selector("html[data-ready=true]", state="attached")
        marker, work = _marker(page), _worked(cdp)
        page.evaluate(_FIRST_YEAR % _TWO_FRAMES)
        taken = _steps(page, cdp, _OURS % _TWO_FRAMES, steps)
        return Figures(marker, work, taken, sum(sent))


def measure_peer(browser: Browser, peer: Peer, packages: Path, steps: int, limit: float) -> Figures:
    """A page of Folium's, all that it links to answered from `packages`."""
    bodies = {end: (packages / file).read_bytes() for end, (_, file) in _PACKAGES.items()}
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
            marker, work = _marker(page), _worked(cdp)
            return Figures(marker, work, _steps(page, cdp, peer.step, steps), sent)
        except Error:
            return Figures(None, None, (), sent)


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


def _worked(cdp: CDPSession) -> float:
    """Milliseconds of script, style and layout of the main thread so far."""
    found = {each["name"]: each["value"] for each in cdp.send("Performance.getMetrics")["metrics"]}
    parts = ("ScriptDuration", "LayoutDuration", "RecalcStyleDuration")
    return 1000 * sum(float(found[part]) for part in parts)


def _steps(page: Page, cdp: CDPSession, program: str, count: int) -> tuple[float, ...]:
    taken = []
    for step in range(count):
        before = _worked(cdp)
        page.evaluate(program, step)
        taken.append(_worked(cdp) - before)
    return tuple(taken)


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


def _packages() -> Path:
    """The folder of the peers' packages, brought by npm when they are not there."""
    folder = Path(tempfile.gettempdir()) / "mapapp-bench-page"
    if not all((folder / "node_modules" / name).exists() for _, name in _PACKAGES.values()):
        folder.mkdir(exist_ok=True)
        command = ["npm", "install", "--silent", "--no-save", "--prefix", str(folder)]
        command += sorted({package for package, _ in _PACKAGES.values()})
        subprocess.run(command, check=True)
    return folder / "node_modules"


def _timed(address: str) -> float:
    began = time.perf_counter()
    with urllib.request.urlopen(address) as answer:
        answer.read()
    return time.perf_counter() - began


def _line(name: str, events: int, found: Figures, ours: Figures) -> str:
    told = f"{name:22} {events:8,} {found.sent / 1e6:8.2f}"
    if found.marker is None or found.work is None:
        return f"{told}   given up"
    step, most = median(found.steps), quantiles(found.steps, n=20)[-1]
    told += f" {found.marker:9.0f} {found.work:9.0f} {step:9.1f} {most:9.1f}"
    return f"{told}   x{found.work / (ours.work or 1):.1f} x{step / median(ours.steps):.1f}"


def compare(browser: Browser, events: int, packages: Path, given: argparse.Namespace) -> None:
    """The lines of one number of events."""
    story = synthetic.story("bench", events, synthetic.places(given.places))
    with _library(story) as address:
        cold = _timed(address)
        _timed(f"{address}/basemap.json")
        measure_ours(browser, address, 2, given.limit)
        ours = measure_ours(browser, address, given.steps, given.limit)
    print(f"{_line('mapapp', events, ours, ours)}   first answer {cold:.1f} s", flush=True)
    for name, make in (("TimestampedGeoJson", timestamped), ("Timeline", timeline)):
        found = measure_peer(browser, make(story), packages, given.steps, given.limit)
        print(_line(name, events, found, ours), flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, nargs="*", default=[5000, 100_000])
    parser.add_argument("--places", type=int, default=5000)
    parser.add_argument("--steps", type=int, default=30)
    parser.add_argument("--limit", type=float, default=60.0, help="seconds that a page may take")
    given = parser.parse_args()
    packages = _packages()
    heads = ("MB sent", "marker", "ready", "step", "95 %")
    print(f"{'page':22} {'events':>8} {heads[0]:>8}", *(f"{head:>9}" for head in heads[1:]))
    with sync_playwright() as playwright:
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        for events in given.events:
            compare(browser, events, packages, given)
        browser.close()


if __name__ == "__main__":
    main()
