"""The API document: OpenAPI 3.0, complete, since clients read parameters and limits out of it."""

from typing import Any

from mapapp.layers import LAYERS, LayerName
from mapapp.locale import gettext as _
from mapapp.ogc.documents import Collection, Collections, Conformance, Landing, Problem
from mapapp.ogc.links import Addresses, layer_title
from mapapp.ogc.media import GEOJSON, HTML, JSON, OPENAPI, SCHEMA, Format
from mapapp.ogc.parameters import DEFAULT_LIMIT, KEPT, MAX_LIMIT
from mapapp.ogc.schemas import Schema, components, item_schema, page_schema, reference
from mapapp.ogc.times import DATETIME_PATTERN
from mapapp.ogc.tokens import TOKEN_PATTERNS

_VERSION = "1.0.0"  # of the API, not of the program


def openapi(addresses: Addresses) -> dict[str, Any]:
    """The document for one installation."""
    return {
        "openapi": "3.0.3",
        "info": {
            "title": _("mapapp: events of articles"),
            "version": _VERSION,
            "description": _(
                "OGC API - Features 1.0 over the events of all stories, each with the sentence"
                " that says so, and over their places."
            ),
            "license": {
                "name": _("Places: GeoNames, CC BY 4.0; outlines: Natural Earth, public domain"),
                "url": "https://creativecommons.org/licenses/by/4.0/",
            },
        },
        "servers": [{"url": addresses.root}],
        "tags": [
            {"name": "Capabilities", "description": "What there is"},
            {"name": "Data", "description": "Features"},
        ],
        "paths": {**_capabilities(), **_data()},
        "components": {
            "schemas": components(),
            "parameters": _parameters(),
            "responses": _responses(),
        },
    }


def _capabilities() -> dict[str, Any]:
    paths = {
        "/": ("getLandingPage", _("The landing page"), reference(Landing)),
        "/conformance": ("getConformance", _("Standards that are kept"), reference(Conformance)),
        "/collections": ("getCollections", _("Collections"), reference(Collections)),
    }
    for name in LAYERS:
        paths[f"/collections/{name}"] = (
            f"describe{name.title()}",
            _("{layer}: what the collection holds", layer=layer_title(name)),
            reference(Collection),
        )
    told = _("This document")
    document = _get("getApi", told, "Capabilities", ["f"], {"type": "object"}, OPENAPI)
    pages = {
        path: _get(key, summary, "Capabilities", ["f"], schema, JSON)
        for path, (key, summary, schema) in paths.items()
    }
    return {**pages, "/api": document}


def _data() -> dict[str, Any]:
    paths: dict[str, Any] = {}
    for name in LAYERS:
        paths[f"/collections/{name}/schema"] = _get(
            f"get{name.title()}Schema",
            _("{layer}: columns, as JSON Schema", layer=layer_title(name)),
            "Data",
            ["f"],
            {"type": "object"},
            SCHEMA,
        )
        paths[f"/collections/{name}/items"] = _get(
            f"get{name.title()}",
            _("{layer}: a page of them", layer=layer_title(name)),
            "Data",
            _items_parameters(name),
            page_schema(name),
            GEOJSON,
        )
        paths[f"/collections/{name}/items/{{featureId}}"] = _get(
            f"get{name.title()[:-1]}",
            _("{layer}: one of them", layer=layer_title(name)),
            "Data",
            ["featureId", "f"],
            item_schema(name),
            GEOJSON,
            missing=True,
        )
    return paths


def _items_parameters(name: LayerName) -> list[str]:
    own = ["limit", "bbox", "datetime", "story", "category", "place", "q", "undated", "unlocated"]
    return [*own, f"next-{name}", "f"]


def _get(
    key: str,
    summary: str,
    tag: str,
    parameters: list[str],
    schema: Schema,
    media_type: str,
    *,
    missing: bool = False,
) -> dict[str, Any]:
    found = {
        "description": summary,
        "content": {media_type: {"schema": schema}, HTML: {"schema": {"type": "string"}}},
    }
    refused = {"400": "InvalidParameter", "503": "Unavailable"}
    if missing:
        refused["404"] = "NotFound"
    return {
        "get": {
            "operationId": key,
            "summary": summary,
            "tags": [tag],
            "parameters": [{"$ref": f"#/components/parameters/{each}"} for each in parameters],
            "responses": {
                "200": found,
                **{
                    status: {"$ref": f"#/components/responses/{each}"}
                    for status, each in refused.items()
                },
            },
        }
    }


def _parameters() -> dict[str, Any]:
    tokens = {
        f"next-{name}": _query(
            "next",
            _("Where the page begins: to be taken from the link `next` of the page before."),
            {"type": "string", "pattern": TOKEN_PATTERNS[name]},
        )
        for name in LAYERS
    }
    return {
        "featureId": {
            "name": "featureId",
            "in": "path",
            "required": True,
            "description": _("Id of a feature; an event's is its story's slug, a colon, its own."),
            "schema": {"type": "string"},
        },
        **_standard_parameters(),
        **_own_parameters(),
        **tokens,
    }


def _standard_parameters() -> dict[str, Any]:
    return {
        "f": _query("f", _("Format; without it, the header Accept chooses."), _enum(Format)),
        "limit": _query(
            "limit",
            _("Features on a page; what is above {most} is taken for {most}.", most=MAX_LIMIT),
            {"type": "integer", "minimum": 1, "default": DEFAULT_LIMIT},
        ),
        "bbox": {
            **_query(
                "bbox",
                _(
                    "Only features in this box: west, south, east, north, in degrees of CRS84, or"
                    " the same with heights, which are passed over: west, south, low, east, north,"
                    " high. West may lie east of east: the box then spans the antimeridian. South"
                    " may not lie north of north. Features without geometry match too; see"
                    " `unlocated`."
                ),
                _bbox_schema(),
            ),
            "style": "form",
            "explode": False,
        },
        "datetime": _query(
            "datetime",
            _(
                "Only features that share a day with this: an RFC 3339 date-time, a day, a month,"
                " a year, or two of these with a slash between, the earlier first; `..` or nothing"
                " is an open end. A feature dated 1992 meets every day of 1992. Of a date-time the"
                " day counts that is written. Features without a date match too; see `undated`."
            ),
            {"type": "string", "pattern": DATETIME_PATTERN},
        ),
    }


def _bbox_schema() -> Schema:
    degrees = {"type": "number", "minimum": -180, "maximum": 180}
    flat = {"minItems": 4, "maxItems": 4, "items": degrees}
    high = {"minItems": 6, "maxItems": 6}
    return {"type": "array", "items": {"type": "number"}, "oneOf": [flat, high]}


def _own_parameters() -> dict[str, Any]:
    text = {"type": "string", "minLength": 1}
    kept = {"type": "string", "enum": list(KEPT), "default": KEPT[0]}
    return {
        "story": _query("story", _("Only features of the story under this slug."), text),
        "category": {
            **_query(
                "category",
                _("Only events of one of these categories, and places of such events."),
                {"type": "array", "items": text, "minItems": 1},
            ),
            "style": "form",
            "explode": False,
        },
        "place": _query("place", _("Only events shown under the place of this id."), text),
        "q": _query(
            "q",
            _(
                "Only events in whose title, sentence or names of places each of these words begins"
                " a word, in any case and with any accents; and places of such events."
            ),
            text,
        ),
        "undated": _query(
            "undated", _("Features without a date, where `datetime` is given."), kept
        ),
        "unlocated": _query(
            "unlocated", _("Features without geometry, where `bbox` is given."), kept
        ),
    }


def _query(name: str, description: str, schema: Schema) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": description,
        "schema": schema,
    }


def _enum(kind: type[Format]) -> Schema:
    return {"type": "string", "enum": [each.value for each in kind]}


def _responses() -> dict[str, Any]:
    meanings = {
        "InvalidParameter": "A parameter is unknown, given twice, or cannot be understood.",
        "NotFound": "Nothing has that id.",
        "Unavailable": "The library does not answer.",
    }
    content = {JSON: {"schema": reference(Problem)}, HTML: {"schema": {"type": "string"}}}
    return {
        name: {"description": meaning, "content": content} for name, meaning in meanings.items()
    }
