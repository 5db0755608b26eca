"""The schema of a collection's features as JSON Schema, for programs that want fixed columns.

GDAL's OAPIF driver makes columns of text, numbers and dates by it, and by the first page what the
schema leaves open. It knows neither a choice of types nor patterns of names, and takes every date
that it sees for one, also those before the year 1, which Python's date has no room for. So dates
and numbers that may be null stand under patterns, where it passes them over, and days that RFC 3339
cannot write are told to be text, where it heeds it.
"""

from typing import Any

import msgspec

from mapapp.layers import LayerName
from mapapp.layers.table import PROPERTIES
from mapapp.model import Interval, Selection, day_number
from mapapp.stories import Store

Schema = dict[str, Any]
_DATES = ("start_date", "end_date")
_FIRST, _LAST = day_number(1), day_number(9999, 12, 31)  # days that RFC 3339 and Python can write
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def feature_schema(name: LayerName, address: str, store: Store) -> Schema:
    """The schema of one feature of a library; `address` is where the schema is found."""
    is_writable = not _has_far_days(store)
    plain: Schema = {}
    open_: Schema = {}
    for field in msgspec.structs.fields(PROPERTIES[name]):
        shape = msgspec.json.schema(field.type)
        if field.name in _DATES and is_writable:
            dated = {"type": "string", "format": "date"}
            open_[f"^{field.name}$"] = {"anyOf": [dated, {"type": "null"}]}
        elif "anyOf" in shape and {"type": "number"} in shape["anyOf"]:
            open_[f"^{field.name}$"] = shape
        else:
            plain[field.name] = shape
    return {
        "$schema": _DIALECT,
        "$id": address,
        "title": f"One of the {name}",
        "type": "object",
        "required": ["type", "id", "geometry", "properties"],
        "properties": {
            "type": {"const": "Feature"},
            "id": {"type": "string"},
            "geometry": {"description": "RFC 7946"},
            "properties": {
                "type": "object",
                "required": [*plain],
                "properties": plain,
                "patternProperties": open_,
            },
        },
    }


def _has_far_days(store: Store) -> bool:
    """Is a day of an event before the year 1 or after 9999?

    Asked of the few events that reach there, since most of these are open on that side.
    """
    reaching = (
        *store.query(Selection(Interval(None, _FIRST - 1))),
        *store.query(Selection(Interval(_LAST + 1, None))),
    )
    whens = [each.event.when for each in reaching if each.event.when]
    days = (day for when in whens for day in (when.first, when.last) if day is not None)
    return any(not _FIRST <= day <= _LAST for day in days)
