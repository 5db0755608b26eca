"""The shapes of the answers as OpenAPI 3.0 schemas, made from the structs that are sent.

msgspec writes JSON Schema 2020-12; OpenAPI 3.0 has an older dialect of its own, with `nullable`
and without tuples. A table written by hand would drift from what is sent.
"""

from typing import Any

import msgspec

from mapapp.layers import AreaFeature, EventFeature, LayerName, PlaceFeature
from mapapp.ogc.documents import Collection, Collections, Conformance, Landing, Problem
from mapapp.ogc.items import FeatureCollection

Schema = dict[str, Any]

_FEATURES: dict[LayerName, type[msgspec.Struct]] = {
    "events": EventFeature,
    "places": PlaceFeature,
    "areas": AreaFeature,
}


def reference(shape: type) -> Schema:
    """A pointer to the schema of a struct."""
    return {"$ref": f"#/components/schemas/{shape.__name__}"}


def page_schema(name: LayerName) -> Schema:
    """A pointer to the schema of a page of items."""
    return {"$ref": f"#/components/schemas/FeatureCollection_{_FEATURES[name].__name__}_"}


def item_schema(name: LayerName) -> Schema:
    """The schema of a single item."""
    own = {
        "type": "object",
        "required": ["conformsTo", "links"],
        "properties": {
            "conformsTo": {"type": "array", "items": {"type": "string"}},
            "links": {"type": "array", "items": {"$ref": "#/components/schemas/Link"}},
        },
    }
    return {"allOf": [reference(_FEATURES[name]), own]}


def components() -> Schema:
    """All schemas by name."""
    shapes: list[Any] = [Landing, Conformance, Collections, Collection, Problem]
    pages: list[Any] = [
        FeatureCollection[EventFeature],
        FeatureCollection[PlaceFeature],
        FeatureCollection[AreaFeature],
    ]
    _, found = msgspec.json.schema_components(
        [*shapes, *pages], ref_template="#/components/schemas/{name}"
    )
    return {name: _older(schema) for name, schema in found.items()}


def _older(schema: Schema) -> Schema:
    """The schema in the dialect of OpenAPI 3.0."""
    choices = schema.get("anyOf", [])
    if {"type": "null"} in choices:
        return _nullable([_older(each) for each in choices if each != {"type": "null"}])
    older: Schema = {
        key: value
        for key, value in schema.items()
        if key not in ("prefixItems", "items", "title", "default")
    }
    if "prefixItems" in schema:  # tuples here hold one kind of value; their length is checked
        older["items"] = _older(schema["prefixItems"][0])
    elif "items" in schema:
        older["items"] = _older(schema["items"])
    if "enum" in schema:
        older["type"] = "string"
    if choices:
        older["anyOf"] = [_older(each) for each in choices]
    if "properties" in schema:
        older["properties"] = {name: _older(each) for name, each in schema["properties"].items()}
    if not older.get("required", True):
        del older["required"]  # it may not be empty there
    return older


def _nullable(choices: list[Schema]) -> Schema:
    if len(choices) > 1:
        return {"anyOf": choices, "nullable": True}
    (only,) = choices
    if "$ref" in only:
        return {"allOf": [only], "nullable": True}
    if "enum" in only:
        only = {**only, "enum": [*only["enum"], None]}
    return {**only, "nullable": True}
