import os
import subprocess
import sys
from pathlib import Path

import pytest

import mapapp

ROOT = Path(__file__).parents[1]


def test_front_door_lists_what_it_opens_in_order() -> None:
    assert list(mapapp.__all__) == sorted(mapapp.__all__)
    for name in mapapp.__all__:
        assert getattr(mapapp, name) is not None
    assert set(mapapp.__all__) <= set(dir(mapapp))


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'nonsense'"):
        _ = mapapp.nonsense  # type: ignore[attr-defined]


def test_import_loads_no_heavy_library() -> None:
    check = (
        "import mapapp, sys; print(*sorted({'folium', 'branca', 'geopandas', 'pandas', 'pyogrio',"
        " 'shapely', 'flask', 'numpy', 'trafilatura', 'sqlite3', 'msgspec'} & set(sys.modules)))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", check], cwd=ROOT, env=os.environ, capture_output=True, check=True
    )
    assert loaded.stdout.split() == []


def test_version_is_the_packages() -> None:
    assert f'version = "{mapapp.__version__}"' in (ROOT / "pyproject.toml").read_text("utf-8")
