"""Linked Places files as rows of our tables: what World Historical Gazetteer and others share."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from mapapp.errors import GazetteerError
from mapapp.model import Kind
from mapapp.places.gazetteer.tables import Row

# Words of the place types, the first that fits; the vocabularies are open.
_KINDS: tuple[tuple[str, Kind], ...] = (
    ("settle", "settlement"), ("inhabited", "settlement"), ("city", "settlement"),
    ("town", "settlement"), ("village", "settlement"), ("empire", "historic_state"),
    ("kingdom", "historic_state"), ("state", "historic_state"), ("river", "river"),
    ("stream", "river"), ("lake", "lake"), ("sea", "sea"), ("gulf", "sea"),
    ("mountain", "mountain"), ("island", "island"), ("province", "region"), ("region", "region"),
)  # fmt: skip


class _Text(msgspec.Struct, frozen=True):
    label: str = ""
    source_label: str = msgspec.field(name="sourceLabel", default="")


class _Span(msgspec.Struct, frozen=True):
    start: dict[str, str | int] = {}
    end: dict[str, str | int] = {}


class _When(msgspec.Struct, frozen=True):
    timespans: tuple[_Span, ...] = ()


class _Name(msgspec.Struct, frozen=True):
    toponym: str
    lang: str = ""
    when: _When = _When()


class _Properties(msgspec.Struct, frozen=True):
    title: str = ""
    ccodes: tuple[str, ...] = ()


class _Feature(msgspec.Struct, frozen=True):
    properties: _Properties
    id: str = msgspec.field(name="@id", default="")
    names: tuple[_Name, ...] = ()
    types: tuple[_Text, ...] = ()
    geometry: dict[str, Any] | None = None
    when: _When = _When()


class _Collection(msgspec.Struct, frozen=True):
    features: tuple[msgspec.Raw, ...]


def linked_rows(path: Path, progress: Callable[[int], None]) -> Iterator[tuple[int, Row]]:
    """A row a feature, numbered from 1; raises GazetteerError when it is no such file."""
    try:
        features = msgspec.json.decode(path.read_bytes(), type=_Collection).features
    except OSError as error:
        raise GazetteerError(f"{path}: {error.strerror}") from error
    except msgspec.MsgspecError as error:
        raise GazetteerError(f"{path.name} is no Linked Places file: {error}") from error
    for number, raw in enumerate(features, start=1):
        progress(len(memoryview(raw)))
        try:
            yield number, _row(msgspec.json.decode(raw, type=_Feature))
        except msgspec.MsgspecError:
            yield number, {"name": None}


def _row(feature: _Feature) -> Row:
    points = list(_points(feature.geometry or {}))
    middle = [sum(axis) / len(points) for axis in zip(*points, strict=True)] if points else ["", ""]
    kinds = " ".join(f"{item.label} {item.source_label}" for item in feature.types).lower()
    first, last = _days(feature.when)
    return {
        "id": feature.id,
        "name": feature.properties.title or next((n.toponym for n in feature.names), ""),
        "kind": next((kind for word, kind in _KINDS if word in kinds), "site"),
        "lon": str(middle[0]),
        "lat": str(middle[1]),
        "country": feature.properties.ccodes[0] if len(feature.properties.ccodes) == 1 else "",
        "names": ";".join(map(_name, feature.names)),
        "first": first,
        "last": last,
    }


def _name(name: _Name) -> str:
    text = "".join(" " if mark in ";@[]" else mark for mark in name.toponym)
    first, last = _days(name.when)
    days = f"[{first}/{last}]" if first or last else ""
    return text + (f"@{name.lang}" if name.lang else "") + days


def _days(when: _When) -> tuple[str, str]:
    spans = when.timespans
    return (_date(spans[0].start), _date(spans[-1].end)) if spans else ("", "")


def _date(bound: dict[str, str | int]) -> str:
    return str(next((bound[key] for key in ("in", "earliest", "latest") if key in bound), ""))


def _points(geometry: dict[str, Any]) -> Iterator[tuple[float, float]]:
    """All positions of a geometry, whatever its type."""
    for part in geometry.get("geometries", ()):
        yield from _points(part)
    yield from _positions(geometry.get("coordinates", ()))


def _positions(coordinates: Any) -> Iterator[tuple[float, float]]:  # noqa: ANN401 - nests freely
    if coordinates and isinstance(coordinates[0], int | float):
        yield float(coordinates[0]), float(coordinates[1])
    else:
        for inner in coordinates:
            yield from _positions(inner)
