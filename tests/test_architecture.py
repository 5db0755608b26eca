"""Imports point only down the list of ranks, files stay small, programs stay in their language."""

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "mapapp"
RANKS = (
    "errors",
    "locale",
    "model text settings resources",
    "reading places times",
    "events",
    "pipeline",
    "layers",
    "stories",
    "formats ogc maps",
    "verbs web",
    "cli",
)
RANK = {room: rank for rank, rooms in enumerate(RANKS) for room in rooms.split()}
# Rooms of one rank that may know each other: the frame's small ones, and pages as a format.
NEIGHBOURS = {("text", "model"), ("settings", "model"), ("formats", "maps")}
ONLY_IN = {"flask": {"web"}, "click": {"cli"}, "folium": {"maps"}, "branca": {"maps"}}
HEAVY = {"folium", "branca", "geopandas", "pyogrio", "shapely", "flask", "trafilatura", "sklearn"}
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 300  # lines
JOINS_MODULES = "maps/bundle.py"  # has the few words of JavaScript that do so


def _id(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def _imports(tree: ast.AST) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_no_pattern_repeats_a_group_possessively(path: Path) -> None:
    """Python before 3.11.5 finds other things by them; `(?>(?:...)*)` says the same."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not re.search(r"(?<!\\)\)[*+?]\+", node.value)


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_imports_point_down(path: Path) -> None:
    room = _room(path)
    if room.startswith("__"):
        return  # the front door opens on every room
    for name in sorted(_imports(ast.parse(path.read_text("utf-8")))):
        top, _, rest = name.partition(".")
        target = rest.partition(".")[0]
        if top == "mapapp" and target != room and target in RANK:
            allowed = RANK[target] < RANK[room] or (room, target) in NEIGHBOURS
            assert allowed, f"{room} must not import {target}"
        assert room in ONLY_IN.get(top, {room}), f"{room} must not import {top}"


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_every_room_has_a_rank(path: Path) -> None:
    assert _room(path).startswith("__") or _room(path) in RANK


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_heavy_libraries_are_loaded_where_they_are_used(path: Path) -> None:
    if _room(path) in ("maps", "web"):
        return  # these rooms are entered by those who want folium and flask
    tree = ast.parse(path.read_text("utf-8"))
    at_import = {
        name.partition(".")[0]
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in _imports(node)
    }
    assert not at_import & HEAVY


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_file_has_one_subject_and_fits_into_a_head(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_no_browser_code_in_python_strings(path: Path) -> None:
    if _id(path) == JOINS_MODULES:
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found = re.search(r"<script\b|\bfunction\s*\(|=>\s*\{", node.value)
            assert found is None, f"line {node.lineno}: templates/ and static/ are for that"


def test_drawing_of_errors_matches_the_classes() -> None:
    from mapapp import errors

    drawn = [line.split()[0] for line in (errors.__doc__ or "").splitlines() if line[:4] == "    "]
    assert set(drawn) == {"MapAppError", *(cls.__name__ for cls in _below(errors.MapAppError))}


def _below(cls: type) -> set[type]:
    found = {sub for sub in cls.__subclasses__() if sub.__module__ == "mapapp.errors"}
    return found.union(*map(_below, found))
