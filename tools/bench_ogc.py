"""Speed of the API over HTTP on loopback, single client: requests a second and 95th percentile."""

import argparse
import http.client
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from random import Random
from statistics import quantiles
from urllib.parse import urlsplit

from mapapp.model import day_number, iso_date
from mapapp.stories import open_store
from mapapp.stories.schema import VERSION
from tools.peers import datasette, pygeoapi
from tools.serving import served
from tools.synthetic import library

Days = tuple[int, int]
Box = tuple[float, float, float, float]
Ask = Callable[[Box | None, Days | None], str]
KINDS = {"items": "", "bbox": "b", "datetime": "d", "bbox + datetime": "bd"}


def ogc(box: Box | None, days: Days | None) -> str:
    """The question in the words of OGC API - Features."""
    asked = ["limit=100"]
    if box:
        asked.append("bbox=" + ",".join(f"{value:.3f}" for value in box))
    if days:
        asked.append("datetime=" + "/".join(f"{iso_date(day)}T00:00:00Z" for day in days))
    return "&".join(asked)


def in_columns(box: Box | None, days: Days | None) -> str:
    """The question in the words of Datasette."""
    asked = ["_size=100&_nosuggest=1&_nofacet=1"]  # else it looks for facets each time
    if box:
        west, south, east, north = box
        asked.append(f"lon__gte={west:.3f}&lon__lte={east:.3f}")
        asked.append(f"lat__gte={south:.3f}&lat__lte={north:.3f}")
    if days:
        asked.append(f"end_date__gte={iso_date(days[0])}&start_date__lte={iso_date(days[1])}")
    return "&".join(asked)


def question(chance: Random, kind: str) -> tuple[Box | None, Days | None]:
    """Ten degrees by ten; two years."""
    west, south = chance.uniform(-170, 160), chance.uniform(-50, 55)
    first = chance.randint(day_number(1900), day_number(2018))
    box = (west, south, west + 10, south + 10) if "b" in kind else None
    return box, (first, first + 730) if "d" in kind else None


def fill(path: Path, events: int) -> None:
    """A library of so many events, unless it is there."""
    if path.exists():
        return
    began = time.perf_counter()
    store = open_store(path)
    for story in library(events):
        store.save(story)
    store.close()
    took = time.perf_counter() - began
    print(f"filled {path.name} in {took:.0f} s, {path.stat().st_size / 1e6:.0f} MB")


def measure(address: str, ask: Ask, kind: str, *, seconds: float) -> list[float]:
    """Seconds that each request took."""
    chance = Random(7)
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc)
    took: list[float] = []
    until = time.perf_counter() + seconds
    while time.perf_counter() < until or len(took) < 20:
        target = f"{parts.path}?{ask(*question(chance, kind))}"
        began = time.perf_counter()
        connection.request("GET", target)
        answer = connection.getresponse()
        answer.read()
        took.append(time.perf_counter() - began)
        if answer.status != 200:
            raise RuntimeError(f"{answer.status} at {target}")
    connection.close()
    return took[1:]  # the first warmed up what is lazy


def report(name: str, took: list[float]) -> None:
    """One line of the table."""
    cuts = quantiles(took, n=100)
    print(
        f"{name} {len(took) / sum(took):8.0f} /s   median {1000 * cuts[49]:7.1f} ms"
        f"   95 % {1000 * cuts[94]:7.1f} ms   worst {1000 * max(took):7.1f} ms"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--datasette", action="store_true", help="measure Datasette beside it")
    parser.add_argument("--pygeoapi", type=Path, help="Python of an environment with pygeoapi")
    parser.add_argument("--postgis", type=int, default=5432, help="port of a PostGIS, for pygeoapi")
    given = parser.parse_args()
    database = given.folder / f"mapapp-bench-{VERSION}-{given.events}.sqlite"
    fill(database, given.events)
    with ExitStack() as running:
        servers: dict[str, tuple[str, Ask]] = {}
        address = running.enter_context(served(database))
        servers["mapapp"] = (f"{address}/ogc/collections/events/items", ogc)
        if given.datasette:
            address = running.enter_context(datasette(given.folder, given.events))
            servers["Datasette"] = (address, in_columns)
        if given.pygeoapi:
            peer = pygeoapi(given.pygeoapi, given.events, port=given.postgis)
            servers["pygeoapi, PostGIS"] = (running.enter_context(peer), ogc)
        for name, kind in KINDS.items():
            for server, (address, ask) in servers.items():
                took = measure(address, ask, kind, seconds=given.seconds)
                report(f"{name:16} {server:18}", took)


if __name__ == "__main__":
    main()
