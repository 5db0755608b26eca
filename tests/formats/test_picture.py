from pathlib import Path

import pytest

from mapapp.formats import Content, write
from mapapp.model import Selection

from tests.stories_zoo import caucasus


@pytest.mark.parametrize(
    ("suffix", "start"), [(".png", b"\x89PNG\r\n"), (".svg", b"<svg "), (".pdf", b"%PDF-1.")]
)
def test_a_story_becomes_a_picture(tmp_path: Path, suffix: str, start: bytes) -> None:
    out = tmp_path / f"map{suffix}"
    write(Content(caucasus()), out)
    assert out.read_bytes().startswith(start)


def test_the_picture_shows_the_selection(tmp_path: Path) -> None:
    out = tmp_path / "map.svg"
    write(Content(caucasus(), selection=Selection.parse(start="1990", end="2001")), out)
    assert "7 events at 4 places, 1990 to 2001" in out.read_text("utf-8")


def test_the_picture_speaks_the_language(tmp_path: Path) -> None:
    out = tmp_path / "map.svg"
    write(Content(caucasus(), language="ru"), out)
    assert "событ" in out.read_text("utf-8")
