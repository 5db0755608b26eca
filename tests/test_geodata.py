"""Every file under geodata/ says where it comes from, and is the one that it says."""

import hashlib
import tomllib

import pytest

from mapapp import resources

SOURCES = tomllib.loads(resources.geodata("SOURCES.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SOURCES)
def test_a_source_is_told_in_full_and_its_file_unchanged(path: str) -> None:
    entry = SOURCES[path]
    assert set(entry) == {"title", "source", "licence", "retrieved", "recipe", "sha256"}
    assert all(entry.values())
    content = resources.geodata(*path.split("/")).read_bytes()
    assert hashlib.sha256(content).hexdigest() == entry["sha256"], "tools/checksums.py renews it"


def test_no_table_of_the_gazetteer_is_without_a_source() -> None:
    tables = {f"gazetteer/{path.name}" for path in resources.geodata("gazetteer").iterdir()}
    assert tables <= set(SOURCES)
