"""What it takes to keep events, and to take them all away again: seconds and memory."""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from mapapp.stories import open_store
from tools.bench_serving import filled
from tools.figures import Figure
from tools.synthetic import library

_EXPORTS = (".geojson", ".csv", ".gpkg", ".fgb")
_EXPORTING = """
import json, resource, sys, time
from mapapp.formats import whole_library, write
from mapapp.model import Selection
from mapapp.stories import open_store

began = time.perf_counter()
write(whole_library(open_store(sys.argv[1]), "events", Selection()), sys.argv[2])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
sys.stdout.write(json.dumps([time.perf_counter() - began, peak]))
"""


def figures(options: argparse.Namespace) -> Iterator[Figure]:
    """Storing, then exports of all events of the smaller and of the large library."""
    yield _storing(options.events)
    for events in (options.events, options.many):
        database = filled(options.folder, events)
        for suffix in _EXPORTS:
            seconds, peak = _exported(database, suffix)
            what = f"export {events:,} to {suffix}"
            yield Figure(what, "mapapp", f"{events / seconds:,.0f} /s", f"{peak:.0f} MB peak")


def _storing(events: int) -> Figure:
    took = 0.0
    with TemporaryDirectory() as folder:
        store = open_store(Path(folder, "stories.sqlite"))
        for story in library(events):
            began = time.perf_counter()
            store.save(story)
            took += time.perf_counter() - began
        store.close()
    return Figure(f"store {events:,} events", "mapapp", f"{events / took:,.0f} /s")


def _exported(database: Path, suffix: str) -> tuple[float, float]:
    """Seconds and megabytes, in a process of its own."""
    with TemporaryDirectory(dir=database.parent) as folder:
        out = Path(folder, f"out{suffix}")
        command = [sys.executable, "-c", _EXPORTING, str(database), str(out)]
        done = subprocess.run(command, capture_output=True, check=True, text=True)
    seconds, peak = json.loads(done.stdout)
    return seconds, peak
