"""Rivers and lakes out of Natural Earth at 1:50 million, a hint of them for maps of lands."""

import gzip
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from mapapp.maps.topology import Arc, absolute
from mapapp.resources import geodata

Kind = Literal["lakes", "rivers"]
Line = list[tuple[float, float]]  # degrees, longitude first


class Water(NamedTuple):
    """A river, or a ring of a lake: its shore or that of an island in it."""

    kind: Kind
    line: Line


class _File(msgspec.Struct):
    scale: tuple[float, float]
    translate: tuple[float, float]
    lakes: list[Arc]
    rivers: list[Arc]


@lru_cache(maxsize=1)
def waters() -> tuple[Water, ...]:
    """All of them, the lakes first."""
    packed = geodata("basemap", "waters.json.gz").read_bytes()
    file = msgspec.json.decode(gzip.decompress(packed), type=_File)
    lakes = [_water("lakes", arc, file) for arc in file.lakes]
    return (*lakes, *(_water("rivers", arc, file) for arc in file.rivers))


def _water(kind: Kind, arc: Arc, file: _File) -> Water:
    (across, up), (west, south) = file.scale, file.translate
    return Water(kind, [(x * across + west, y * up + south) for x, y in absolute(arc)])
