"""Speed of the API over HTTP on loopback, single client: requests a second and 95th percentile."""

import argparse
import http.client
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from statistics import quantiles
from urllib.parse import urlsplit

from mapapp.model import day_number, iso_date
from mapapp.stories import open_store
from tools.synthetic import library

_SERVER = """
import sys
from waitress import create_server
from mapapp.settings import Settings
from mapapp.stories import open_store
from mapapp.web import create_app

app = create_app(Settings(database=sys.argv[1]), open_store(sys.argv[1]))
server = create_server(app, host="127.0.0.1", port=0)
sys.stdout.write(f"{server.effective_port}\\n")
sys.stdout.flush()
server.run()
"""
Query = Callable[[Random], str]


def box(chance: Random) -> str:
    """Ten degrees by ten."""
    west, south = chance.uniform(-170, 160), chance.uniform(-50, 55)
    return f"{west:.3f},{south:.3f},{west + 10:.3f},{south + 10:.3f}"


def window(chance: Random) -> str:
    """Two years."""
    first = chance.randint(day_number(1900), day_number(2018))
    return f"{iso_date(first)}T00:00:00Z/{iso_date(first + 730)}T00:00:00Z"


QUERIES: dict[str, Query] = {
    "items": lambda chance: "",
    "bbox": lambda chance: f"bbox={box(chance)}",
    "datetime": lambda chance: f"datetime={window(chance)}",
    "bbox + datetime": lambda chance: f"bbox={box(chance)}&datetime={window(chance)}",
}


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


@contextmanager
def served(database: Path) -> Iterator[str]:
    """The address of a server over a library."""
    command = [sys.executable, "-c", _SERVER, str(database)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.terminate()


def measure(address: str, query: Query, *, path: str, limit: int, seconds: float) -> list[float]:
    """Seconds that each request took."""
    chance = Random(7)
    connection = http.client.HTTPConnection(urlsplit(address).netloc)
    took = []
    until = time.perf_counter() + seconds
    while time.perf_counter() < until or len(took) < 20:
        target = f"{path}?limit={limit}&{query(chance)}".rstrip("&")
        began = time.perf_counter()
        connection.request("GET", target)
        answer = connection.getresponse()
        answer.read()
        took.append(time.perf_counter() - began)
        assert answer.status == 200, target
    connection.close()
    return took


def report(name: str, took: list[float]) -> None:
    """One line of the table."""
    cuts = quantiles(took, n=100)
    print(
        f"{name:18} {len(took) / sum(took):8.0f} /s   median {1000 * cuts[49]:7.1f} ms"
        f"   95 % {1000 * cuts[94]:7.1f} ms   worst {1000 * max(took):7.1f} ms"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--limit", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    given = parser.parse_args()
    database = given.folder / f"mapapp-bench-{given.events}.sqlite"
    fill(database, given.events)
    with served(database) as address:
        for name, query in QUERIES.items():
            took = measure(
                address,
                query,
                path="/ogc/collections/events/items",
                limit=given.limit,
                seconds=given.seconds,
            )
            report(name, took)


if __name__ == "__main__":
    main()
