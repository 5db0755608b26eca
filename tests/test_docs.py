"""The guides tell the truth: their examples run in their order and print what is shown."""

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

import mapapp
from tools import describe_formats

TOP = Path(__file__).parent.parent
GUIDE = (TOP / "docs" / "python.md").read_text("utf-8")
_EXAMPLE = re.compile(
    r"^```python\n(.+?)^```\n(?:\n```text\n(.+?)^```\n)?", re.DOTALL | re.MULTILINE
)


def test_every_example_prints_what_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.chdir(TOP)
    names: dict[str, object] = {"__name__": "__main__"}
    for code, shown in _EXAMPLE.findall(GUIDE):
        told = StringIO()
        with redirect_stdout(told):
            exec(compile(code, "docs/python.md", "exec"), names)
        assert told.getvalue() == shown, code


def test_the_formats_are_told_by_the_registry() -> None:
    assert describe_formats.table() in describe_formats.PAGE.read_text("utf-8")


def test_the_page_of_the_house_names_what_is_there() -> None:
    page = (TOP / "docs" / "architecture.md").read_text("utf-8")
    named = set(re.findall(r"`((?:mapapp|geodata|templates|tests|tools)/[\w./]*)`", page))
    assert len(named) > 40
    assert {path for path in named if not (TOP / path).exists()} == set()
    rooms = {each.parent.name for each in (TOP / "mapapp").glob("*/__init__.py")}
    assert {room for room in rooms if f"`mapapp/{room}/`" not in page} == set()


def test_every_verb_is_told_of() -> None:
    used = set(re.findall(r"mapapp\.(\w+)", GUIDE))
    assert set(mapapp.__all__) <= used
