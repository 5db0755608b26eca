"""The README tells the truth: its commands run, its settings exist, its links lead somewhere."""

import json
import os
import re
import shlex
import shutil
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner

from mapapp.cli import main
from mapapp.settings import Settings

TOP = Path(__file__).parent.parent
README = (TOP / "README.md").read_text("utf-8")
COMMANDS = re.findall(r"^ {4}\$ mapapp (.+)$", README, re.MULTILINE)
SERVES = "serve "  # never returns; the browser tests run it


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder in which the tour's files exist."""
    shutil.copytree(TOP / "geodata" / "stories", tmp_path / "geodata" / "stories")
    document = {"id": "1", "text": "She left Falmouth on 2 October 1836.", "dct": "1836-10-03"}
    (tmp_path / "documents.jsonl").write_text(json.dumps(document) + "\n", "utf-8")
    (tmp_path / "my-places.csv").write_text("name,lon,lat,kind\nLower Fold,10.5,47.5,settlement\n")
    # The tour adds places: to an index of its own, so that nobody's is built anew.
    index = Settings.from_env(os.environ).cache_dir
    if index.is_dir():
        shutil.copytree(index, tmp_path / "cache")
    monkeypatch.setenv("MAPAPP_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MAPAPP_DATABASE", str(tmp_path / "stories.sqlite"))
    return tmp_path


def test_every_command_of_the_tour_runs_in_its_order(folder: Path) -> None:
    for line in COMMANDS:
        if line.startswith(SERVES):
            continue
        result = CliRunner().invoke(main, shlex.split(line))
        assert result.exit_code == 0, f"mapapp {line}\n{result.output}"
    features = json.loads((folder / "events.geojson").read_text("utf-8"))["features"]
    assert features
    assert all(feature["properties"]["start_date"][:4] <= "1834" for feature in features)


def test_the_tour_shows_every_command() -> None:
    shown = {line.split()[0] for line in COMMANDS}
    assert shown == set(main.list_commands(None))  # type: ignore[arg-type]


def test_the_python_example_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(TOP)
    [example] = re.findall(r"```python\n(.+?)```", README, re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_the_settings_table_is_the_settings() -> None:
    rows = dict(re.findall(r"^\| `(MAPAPP_\w+)` \| (.+) \|$", README, re.MULTILINE))
    told = {f"MAPAPP_{item.name.upper()}": item.metadata["help"] for item in fields(Settings)}
    assert rows == told


def test_the_make_targets_that_the_readme_names_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (TOP / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`?make ([a-z-]+)", README)) <= targets


def test_the_version_heads_the_changelog_and_is_what_the_program_says() -> None:
    version = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    heads = re.findall(r"^## \[(.+?)\]", (TOP / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert heads[0] == version
    assert CliRunner().invoke(main, ["--version"]).output.split()[-1] == version


def test_every_file_that_the_readme_links_exists() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert [link for link in links if not (TOP / link).exists()] == []
