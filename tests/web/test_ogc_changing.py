"""Paging through the API in one process while another adds, replaces and removes stories."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from mapapp.stories import open_store
from tools.serving import served
from tools.synthetic import places, story

ROOT = Path(__file__).parents[2]
_STEADY, _EVENTS = ("first", "middle", "last"), 60
_WRITER = """
import sys
from mapapp.stories import open_store
from tools.synthetic import places, story

store, towns, name = open_store(sys.argv[1]), places(30), sys.argv[2]
number = 0
while True:
    number += 1
    store.save(story(f"{name}-{number}", 25, towns))
    # Read anew, it is the same and keeps its keys.
    store.save(story("middle", 60, towns), replace=True)
    if number > 3:
        store.remove(f"{name}-{number - 3}")
    sys.stdout.write("changed\\n")
    sys.stdout.flush()
"""


@contextmanager
def _changing(database: Path, name: str) -> Iterator[None]:
    command = [sys.executable, "-c", _WRITER, str(database), name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        try:
            process.stdout.readline()
            yield
            assert process.poll() is None, "it changed things to the end"
        finally:
            process.kill()


def _walk(address: str) -> Iterator[str]:
    following: str | None = address
    while following:
        with urlopen(following) as answer:
            page = json.load(answer)
        yield from (feature["id"] for feature in page["features"])
        following = next((link["href"] for link in page["links"] if link["rel"] == "next"), None)


@pytest.mark.parametrize("limit", [7, 50])
def test_what_stays_is_found_once_whatever_else_changes(tmp_path: Path, limit: int) -> None:
    database, towns = tmp_path / "stories.sqlite", places(30)
    store = open_store(database)
    for slug in _STEADY:
        store.save(story(slug, _EVENTS, towns))
    steady = {f"{slug}:{number:x}" for slug in _STEADY for number in range(_EVENTS)}
    with served(database) as server, _changing(database, "passing"):
        for _ in range(3):
            seen = Counter(_walk(f"{server}/ogc/collections/events/items?limit={limit}"))
            assert set(seen) >= steady
            assert max(seen.values()) == 1


def test_gdal_reads_2500_events_once_while_two_write(tmp_path: Path) -> None:
    import pyogrio

    database, towns = tmp_path / "stories.sqlite", places(30)
    store = open_store(database)
    for number in range(5):
        store.save(story(f"steady-{number}", 500, towns))
    store.save(story("middle", _EVENTS, towns))
    steady = {f"steady-{number}:{event:x}" for number in range(5) for event in range(500)}
    with served(database) as server, _changing(database, "one"), _changing(database, "other"):
        found = pyogrio.raw.read(f"OAPIF:{server}/ogc", layer="events", columns=["url"])
        seen = Counter(
            f"{slug}:{event}"
            for slug, event in (
                url.rpartition("/")[2].split("?event=") for url in found[3][0].tolist()
            )
        )
    assert set(seen) >= steady
    assert max(seen.values()) == 1
