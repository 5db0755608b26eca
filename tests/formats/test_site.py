import json
from pathlib import Path

import pytest

from mapapp.errors import QueryError
from mapapp.formats import Content
from mapapp.formats.site import write_site
from mapapp.model import Selection

from tests.zoo import STORY

FILES = [
    "areas.geojson",
    "events.csv",
    "events.geojson",
    "index.html",
    "picture.png",
    "places.csv",
    "places.geojson",
    "story.gpkg",
]


def test_folder_holds_page_data_and_picture(tmp_path: Path) -> None:
    folder = tmp_path / "made" / "site"
    write_site(Content(STORY, selection=Selection.parse(start="1990", end="1995")), folder)
    assert sorted(path.name for path in folder.iterdir()) == FILES
    assert [path.name for path in folder.parent.iterdir()] == ["site"], "nothing is left beside"
    found = json.loads((folder / "events.geojson").read_bytes())["features"]
    assert [feature["id"] for feature in found] == ["e1", "e2"]
    assert (folder / "picture.png").read_bytes().startswith(b"\x89PNG")
    assert "e1" in (folder / "index.html").read_text("utf-8")


def test_page_and_picture_speak_and_data_do_not(tmp_path: Path) -> None:
    for tag in ("en", "hy"):
        write_site(Content(STORY, language=tag), tmp_path / tag)
    page = (tmp_path / "hy" / "index.html").read_text("utf-8")
    assert '<html lang="hy"' in page
    assert "Իրադարձություններ" in page
    same = [name for name in FILES if not name.endswith((".html", ".png"))]
    for name in FILES:
        written = [(tmp_path / tag / name).read_bytes() for tag in ("en", "hy")]
        assert (written[0] == written[1]) is (name in same), name


def test_empty_folder_is_taken_and_a_full_one_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    write_site(Content(STORY), folder)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(QueryError, match="site is not empty"):
        write_site(Content(STORY), folder)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_failure_leaves_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("mapapp.maps.picture.draw", fail)
    with pytest.raises(OSError, match="No space"):
        write_site(Content(STORY), tmp_path / "site")
    assert list(tmp_path.iterdir()) == []
