"""What it takes to keep events, and to take them all away again: seconds and memory."""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.bench_serving import library_file
from tools.figures import Figure

_EXPORTS = (".geojson", ".csv", ".gpkg", ".fgb", ".parquet")
_EXPORTING = """
import json, sys, time
from pathlib import Path
from tempfile import TemporaryDirectory
from mapapp.formats import whole_library, write
from mapapp.model import Selection
from mapapp.stories import open_store
from tools.serving import peak_memory

began = time.perf_counter()
with TemporaryDirectory(dir=Path(sys.argv[1]).parent) as folder:
    everything = whole_library(open_store(sys.argv[1]), "events", Selection())
    write(everything, f"{folder}/out{sys.argv[2]}")
    took = time.perf_counter() - began
sys.stdout.write(json.dumps([took, peak_memory()]))
"""
# The stories are made up before each is stored, which is not counted.
_STORING = """
import json, sys, time
from mapapp.stories import open_store
from tools.serving import peak_memory
from tools.synthetic import library

store, took = open_store(sys.argv[1]), 0.0
for story in library(int(sys.argv[2])):
    began = time.perf_counter()
    store.save(story)
    took += time.perf_counter() - began
store.close()
sys.stdout.write(json.dumps([took, peak_memory()]))
"""


def figures(options: argparse.Namespace) -> Iterator[Figure]:
    """Storing, then exports of all events of the smaller and of the large library."""
    for events in (options.events, options.many):
        database = library_file(options.folder, events)
        if not database.exists():
            yield _storing(database, events)
        for suffix in _EXPORTS:
            seconds, peak = _in_own_process(_EXPORTING, database, suffix)
            what = f"export {events:,} to {suffix}"
            yield Figure(what, "mapapp", f"{events / seconds:,.0f} /s", f"{peak:.0f} MB peak")


def _storing(database: Path, events: int) -> Figure:
    making = database.with_suffix(".part")  # one that was not finished is no library of so many
    making.unlink(missing_ok=True)
    seconds, peak = _in_own_process(_STORING, making, str(events))
    making.rename(database)
    what = f"store {events:,} events"
    return Figure(what, "mapapp", f"{events / seconds:,.0f} /s", f"{peak:.0f} MB peak")


def _in_own_process(program: str, database: Path, argument: str) -> tuple[float, float]:
    """Seconds and megabytes."""
    command = [sys.executable, "-c", program, str(database), argument]
    root = Path(__file__).parents[1]
    done = subprocess.run(command, capture_output=True, check=True, text=True, cwd=root)
    seconds, peak = json.loads(done.stdout)
    return seconds, peak
