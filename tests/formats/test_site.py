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


def test_a_site_with_an_address_tells_how_others_show_it(tmp_path: Path) -> None:
    write_site(Content(STORY, language="ru", site="https://maps.example/zoo"), tmp_path / "site")
    code = (tmp_path / "site" / "embed-code.txt").read_text("utf-8")
    assert '<iframe src="https://maps.example/zoo/"' in code
    assert '<img src="https://maps.example/zoo/picture.png" alt="Карта: ' in code
    assert '<a href="https://maps.example/zoo/">A story of everything</a>' in code


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


def _previewed(page: str) -> dict[str, str | None]:
    """What a reader of Open Graph that we did not write finds."""
    from trafilatura import extract_metadata

    found = extract_metadata(page)
    return {name: getattr(found, name) for name in ("title", "url", "image")}


@pytest.mark.parametrize("site", ["https://example.org/maps/zoo", "https://example.org/maps/zoo/"])
def test_links_to_a_site_have_a_preview_and_its_events_lead_to_it(
    tmp_path: Path, site: str
) -> None:
    folder = tmp_path / "site"
    write_site(Content(STORY, site=site), folder)
    address = "https://example.org/maps/zoo/"
    page = (folder / "index.html").read_text("utf-8")
    assert _previewed(page) == {
        "title": STORY.title,
        "url": address,
        "image": f"{address}picture.png",
    }
    assert '<meta name="twitter:card" content="summary_large_image">' in page
    width, height = (int.from_bytes((folder / "picture.png").read_bytes()[at : at + 4])
                     for at in (16, 20))  # fmt: skip
    assert f'<meta property="og:image:width" content="{width}">' in page
    assert f'<meta property="og:image:height" content="{height}">' in page
    found = json.loads((folder / "events.geojson").read_bytes())["features"]
    assert found[0]["properties"]["url"] == f"{address}?event={found[0]['id']}"


def test_a_site_that_knows_no_address_promises_no_picture(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write_site(Content(STORY), folder)
    found = _previewed((folder / "index.html").read_text("utf-8"))
    assert (found["url"], found["image"]) == (None, None)
