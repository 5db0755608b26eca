"""OGC API - Features under `/ogc`: the pages of `mapapp.ogc` as answers to requests."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from flask import Blueprint, Response, request

from mapapp.errors import MapAppError, QueryError, StoreUnavailable
from mapapp.layers import LayerName
from mapapp.locale import DEFAULT, current
from mapapp.locale import gettext as _
from mapapp.maps.templating import rendered
from mapapp.ogc import documents, items
from mapapp.ogc.described import feature_schema
from mapapp.ogc.links import Addresses, layer_title
from mapapp.ogc.media import GEOJSON, HTML, JSON, OPENAPI, SCHEMA, Format
from mapapp.ogc.openapi import openapi
from mapapp.ogc.parameters import check_plain, parse_format, parse_items
from mapapp.web.compression import compressed
from mapapp.web.errors import NoSuchPage
from mapapp.web.language import speak
from mapapp.web.marks import is_kept, mark_of_now, marked_for_keeping
from mapapp.web.pages import links
from mapapp.web.state import state

blueprint = Blueprint("ogc", __name__, url_prefix="/ogc")

_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'self'"
Crumbs = Sequence[tuple[str, str]]


@blueprint.before_request
def begin() -> None:
    """Pages speak the reader's language; what programs get is English, whoever asks."""
    if _shown() is Format.JSON:
        speak(DEFAULT)


@blueprint.get("/")
def landing() -> Response:
    """The landing page."""
    shown = _plain()
    return _answer(lambda: documents.landing(_addresses(), shown), shown, "landing")


@blueprint.get("/conformance")
def conformance() -> Response:
    """The classes of standards that are kept."""
    return _answer(documents.conformance, _plain(), "conformance")


@blueprint.get("/api")
def api() -> Response:
    """The API document."""
    return _answer(lambda: openapi(_addresses()), _plain(), "api", media_type=OPENAPI)


@blueprint.get("/collections")
def collections() -> Response:
    """The list of collections."""
    shown = _plain()

    def found() -> documents.Collections:
        return documents.collections(_addresses(), shown, state().store.reach())

    return _answer(found, shown, "collections")


@blueprint.get("/collections/<name>")
def collection(name: str) -> Response:
    """A collection."""
    layer, shown = documents.collection_name(name), _plain()

    def found() -> documents.Collection:
        return documents.collection(layer, _addresses(), shown, state().store.reach())

    return _answer(found, shown, "collection")


@blueprint.get("/collections/<name>/schema")
def schema(name: str) -> Response:
    """The schema of a collection's features."""
    layer, shown = documents.collection_name(name), _plain()

    def found() -> dict[str, Any]:
        return feature_schema(layer, _addresses().schema(layer), state().store)

    return _answer(found, shown, "schema", layer, media_type=SCHEMA)


@blueprint.get("/collections/<name>/items")
def page(name: str) -> Response:
    """A page of features."""
    layer, arguments = documents.collection_name(name), _arguments()
    query, shown = parse_items(arguments, layer), _format(arguments)

    def found() -> items.FeatureCollection[Any]:
        addresses = _addresses()
        page = items.page(state().store, layer, query, addresses)
        return items.feature_collection(page, layer, query, addresses, shown)

    return _answer(found, shown, "items", layer, media_type=GEOJSON)


@blueprint.get("/collections/<name>/items/<key>")
def item(name: str, key: str) -> Response:
    """One feature."""
    layer, shown = documents.collection_name(name), _plain()

    def found() -> dict[str, Any]:
        addresses = _addresses()
        feature = items.item(state().store, layer, key, addresses)
        return items.item_document(feature, layer, addresses, shown)

    return _answer(found, shown, "item", layer, media_type=GEOJSON)


@blueprint.get("/<path:rest>")
def nothing(rest: str) -> Response:
    """Whatever else is asked for under this roof, so that it is refused in its own form."""
    raise NoSuchPage(_("Nothing is at {path}.", path=f"/ogc/{rest}"))


@blueprint.errorhandler(MapAppError)
def refuse(error: MapAppError) -> Response:
    """An exception as the standard wants it (OGC 17-069r4, 7.5.1)."""
    if isinstance(error, QueryError):
        return _problem(400, "InvalidParameterValue", error)
    if isinstance(error, StoreUnavailable):
        return _problem(503, "NoApplicableCode", error)
    if isinstance(error, LookupError):
        return _problem(404, "NotFound", error)
    raise error


@blueprint.after_request
def finish(response: Response) -> Response:
    """Let every site read the data, and send it small."""
    response.access_control_allow_origin = "*"
    response.vary.add("Accept")
    return compressed(request, response)


def _problem(status: int, code: str, error: MapAppError) -> Response:
    response = _rendered(documents.Problem(code, str(error)), _shown(), "problem")
    response.status_code = status
    response.cache_control.no_store = True
    return response


def _arguments() -> list[tuple[str, str]]:
    # Which words a page is written in is nothing that the API is asked.
    return [(name, value) for name, value in request.args.items(multi=True) if name != "lang"]


def _plain() -> Format:
    arguments = _arguments()
    check_plain(arguments)
    return _format(arguments)


def _shown() -> Format:
    """The format that is asked for, JSON where that cannot be told."""
    try:
        return _format(_arguments())
    except QueryError:
        return Format.JSON


def _format(arguments: list[tuple[str, str]]) -> Format:
    asked = parse_format(arguments)
    if asked is not None:
        return asked
    # JSON first, for programs that take anything.
    best = request.accept_mimetypes.best_match([JSON, GEOJSON, OPENAPI, SCHEMA, HTML], default=JSON)
    return Format.HTML if best == HTML else Format.JSON


def _addresses() -> Addresses:
    return Addresses(request.url_root.rstrip("/"))


def _answer(
    find: Callable[[], Any],  # what msgspec can encode
    shown: Format,
    template: str,
    layer: LayerName | None = None,
    *,
    media_type: str = JSON,
) -> Response:
    mark = mark_of_now(shown.value, current().tag if shown is Format.HTML else "")
    if is_kept(mark):
        response = Response(status=304)
    else:
        response = _rendered(find(), shown, template, layer, media_type=media_type)
    return marked_for_keeping(response, mark)


def _rendered(
    document: Any,  # noqa: ANN401
    shown: Format,
    template: str,
    layer: LayerName | None = None,
    *,
    media_type: str = JSON,
) -> Response:
    if shown is Format.JSON:
        response = Response(msgspec.json.encode(document), content_type=media_type)
    else:
        body = rendered(
            f"ogc/{template}.html",
            document=msgspec.json.decode(msgspec.json.encode(document)),
            name=layer,
            layer=layer_title(layer) if layer else "",
            addresses=_addresses(),
            crumbs=_crumbs(layer),
            links=links(),
        )
        response = Response(body, mimetype=HTML)
        response.headers["Content-Security-Policy"] = _POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _crumbs(layer: LayerName | None) -> Crumbs:
    addresses = _addresses()
    crumbs = [("API", addresses.root), (_("Collections"), addresses.collections)]
    if layer is not None:
        crumbs.append((layer_title(layer), addresses.collection(layer)))
        crumbs.append((_("Items"), addresses.items(layer)))
    return crumbs
