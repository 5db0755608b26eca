"""The wheel: what it holds, and that it works where there is no checkout and no Node."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "geodata" / "stories" / "voyage-of-the-beagle.md"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like site-packages, with another package's `templates` beside ours."""
    built = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory"]
    subprocess.run([*build, str(built)], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = built.glob("mapapp-*.whl")
    folder = tmp_path_factory.mktemp("site-packages")
    zipfile.ZipFile(wheel).extractall(folder)
    (folder / "templates").mkdir()
    return folder


def run_from(folder: Path, cwd: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(folder), "PATH": "/nonexistent"}
    done = subprocess.run(
        [sys.executable, "-m", "mapapp", *arguments],
        cwd=cwd, env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout


def test_the_program_is_that_of_the_wheel(installed: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    where = subprocess.run(
        [sys.executable, "-c", "import mapapp; print(mapapp.__file__)"],
        cwd=tmp_path, env=environment, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    assert Path(where.strip()).is_relative_to(installed)


def test_its_map_is_the_same_to_the_byte(installed: Path, tmp_path: Path) -> None:
    run_from(installed, tmp_path, "map", str(ARTICLE), "-o", "wheel.html")
    run_from(ROOT, tmp_path, "map", str(ARTICLE), "-o", "checkout.html")
    assert (tmp_path / "wheel.html").read_bytes() == (tmp_path / "checkout.html").read_bytes()


def test_the_stories_that_ship_come_with_it(installed: Path, tmp_path: Path) -> None:
    database = str(tmp_path / "own.sqlite")
    told = run_from(installed, tmp_path, "stories", "--database", database)
    assert "voyage-of-the-beagle" in told


def test_its_pictures_have_letters(installed: Path, tmp_path: Path) -> None:
    run_from(installed, tmp_path, "map", str(ARTICLE), "-o", "beagle.png")
    assert (tmp_path / "beagle.png").read_bytes().startswith(b"\x89PNG")
