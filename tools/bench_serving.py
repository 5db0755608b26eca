"""Speed of the API over HTTP on loopback, one client: beside peers, and at a million events."""

import argparse
import http.client
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from itertools import chain, repeat
from json import loads
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

from mapapp.model import day_number, iso_date
from mapapp.stories import open_store
from mapapp.stories.schema import VERSION
from tools import postgis
from tools.figures import Figure, rate
from tools.peers import datasette, environment, pygeoapi
from tools.serving import running, served
from tools.synthetic import library

Days = tuple[int, int]
Box = tuple[float, float, float, float]
Ask = Callable[[Box | None, Days | None], str]
Server = tuple[str, Ask]
KINDS = {"first page": "", "bbox": "b", "datetime": "d", "bbox + datetime": "bd"}
_TURNS = 8


def figures(options: argparse.Namespace) -> Iterator[Figure]:
    """Requests a second of mapapp and of the peers that are installed; then at size."""
    with ExitStack() as asked:
        servers = _servers(options, asked)
        for name, kind in KINDS.items():
            requests = {who: _asked(server, kind) for who, server in servers.items()}
            yield from _in_turns(f"{name}, {options.events:,} events", requests, options.seconds)
        pages = {who: _walked(server) for who, server in servers.items()}
        yield from _in_turns(f"page after page, {options.events:,}", pages, options.seconds)
    with running(filled(options.folder, options.many)) as process:
        server = (f"{process.address}/ogc/collections/events/items", ogc)
        for name, kind in KINDS.items():
            took = _timed(_asked(server, kind), options.seconds)[1:]
            yield rate(f"{name}, {options.many:,} events", "mapapp", took, budget="95 %: 20 ms")
        yield Figure(
            f"server of {options.many:,} events", "mapapp", f"{process.peak():.0f} MB peak"
        )


def library_file(folder: Path, events: int) -> Path:
    """Where the library of so many events is kept."""
    return folder / f"mapapp-bench-{VERSION}-{events}.sqlite"


def filled(folder: Path, events: int) -> Path:
    """A library of so many events, made unless it is there."""
    path = library_file(folder, events)
    if path.exists():
        return path
    making = path.with_suffix(".part")  # one that was not finished is no library of so many
    making.unlink(missing_ok=True)
    store = open_store(making)
    for done, story in enumerate(library(events)):
        store.save(story)
        sys.stderr.write(f"\rfilling {path.name}: story {done + 1}")
    store.close()
    making.rename(path)
    sys.stderr.write("\n")
    return path


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


def _servers(options: argparse.Namespace, asked: ExitStack) -> dict[str, Server]:
    database = filled(options.folder, options.events)
    address = asked.enter_context(served(database))
    servers: dict[str, Server] = {"mapapp": (f"{address}/ogc/collections/events/items", ogc)}
    if find_spec("datasette"):
        address = asked.enter_context(datasette(options.folder, options.events))
        servers["Datasette, SQLite"] = (address, in_columns)
    else:
        sys.stderr.write("Datasette is left out: pip install 'mapapp[bench]'\n")
    if not postgis.is_there():
        sys.stderr.write(
            "pygeoapi is left out: it needs PostgreSQL with PostGIS (Debian: postgresql,"
            " postgresql-15-postgis-3 or the like)\n"
        )
    elif (python := environment(options.cache)) is None:
        sys.stderr.write("pygeoapi is left out: pip could not bring it\n")
    else:
        port = asked.enter_context(postgis.cluster())
        peer = pygeoapi(python, options.events, port=port)
        servers["pygeoapi, PostGIS"] = (asked.enter_context(peer), ogc)
    return servers


def _question(chance: Random, kind: str) -> tuple[Box | None, Days | None]:
    """Ten degrees by ten; two years."""
    west, south = chance.uniform(-170, 160), chance.uniform(-50, 55)
    first = chance.randint(day_number(1900), day_number(2018))
    box = (west, south, west + 10, south + 10) if "b" in kind else None
    return box, (first, first + 730) if "d" in kind else None


def _asked(server: Server, kind: str) -> Iterator[float]:
    """Seconds of one request after the other, the same questions to each server."""
    address, ask = server
    chance, get = Random(7), _getter(address)
    for _ in repeat(None):
        yield get(f"{urlsplit(address).path}?{ask(*_question(chance, kind))}")[0]


def _walked(server: Server) -> Iterator[float]:
    """Seconds of one page after the other, from the first on and again."""
    address, ask = server
    first, get = f"{urlsplit(address).path}?{ask(None, None)}", _getter(address)
    target = first
    for _ in repeat(None):
        took, body = get(target)
        yield took
        target = _next(loads(body)) or first


def _next(page: dict[str, object]) -> str | None:
    """Path and parameters of the page behind this one."""
    links = page.get("links", [])
    assert isinstance(links, list)
    hrefs = [link["href"] for link in links if link["rel"] == "next"] or [page.get("next_url")]
    if not hrefs[0]:
        return None
    parts = urlsplit(str(hrefs[0]))
    return f"{parts.path}?{parts.query}"


def _getter(address: str) -> Callable[[str], tuple[float, bytes]]:
    connection = http.client.HTTPConnection(urlsplit(address).netloc)

    def get(target: str) -> tuple[float, bytes]:
        began = time.perf_counter()
        connection.request("GET", target)
        answer = connection.getresponse()
        body = answer.read()
        took = time.perf_counter() - began
        if answer.status != 200:
            raise RuntimeError(f"{answer.status} at {target}")
        return took, body

    return get


def _in_turns(what: str, asked: dict[str, Iterator[float]], seconds: float) -> Iterator[Figure]:
    for each in asked.values():
        next(each)  # warms up what is lazy
    took: dict[str, list[float]] = {who: [] for who in asked}
    for who in chain.from_iterable(repeat(list(asked), _TURNS)):
        took[who] += _timed(asked[who], seconds / _TURNS)
    ours = took.pop("mapapp")
    yield rate(what, "mapapp", ours)
    for who, theirs in took.items():
        budget = "5 x" if who.startswith("pygeoapi") else ""
        yield rate(what, who, theirs, peer_of=ours, budget=budget)


def _timed(requests: Iterator[float], seconds: float) -> list[float]:
    until = time.perf_counter() + seconds
    took = [next(requests), next(requests), next(requests)]
    while time.perf_counter() < until:
        took.append(next(requests))
    return took
