"""Features as typed columns, for programs that work on tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from mapapp.layers.collection import LayerName
from mapapp.layers.feature import AreaProperties, EventProperties, Feature, PlaceProperties

PROPERTIES: dict[LayerName, type[msgspec.Struct]] = {
    "events": EventProperties,
    "places": PlaceProperties,
    "areas": AreaProperties,
}


@dataclass(frozen=True, slots=True)
class Column:
    """A property of all features of a layer.

    Attributes
    ----------
    values : list
        str, int, float, bool or None; dates as `YYYY-MM-DD`.
    kind : type
        What the values are; `Date` for dates.
    """

    name: str
    kind: type
    values: list[Any]


class Date:
    """Kind of a column of dates."""


def columns(layer: LayerName, features: Iterable[Feature]) -> list[Column]:
    """The columns of a layer, `id` first.

    Dates that lie outside the years 1 to 9999 are None here, and stand in `edtf` alone.
    """
    found = list(features)
    table = [Column("id", str, [feature.id for feature in found])]
    for field in msgspec.structs.fields(PROPERTIES[layer]):
        values = [getattr(feature.properties, field.name) for feature in found]
        if field.name in ("start_date", "end_date"):
            table.append(Column(field.name, Date, [_date(value) for value in values]))
        else:
            table.append(Column(field.name, _kind(field.type), values))
    return table


def _kind(annotation: object) -> type:
    for kind in (bool, int, float):
        if annotation in (kind, kind | None):
            return kind
    return str


def _date(value: str | None) -> str | None:
    if value is None or len(value) != len("2024-05-06") or value.startswith(("-", "0000")):
        return None
    return value
