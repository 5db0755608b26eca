"""Layers of a story as files."""

from flask import Blueprint, Response, request

from mapapp.layers import LAYERS, collection, features
from mapapp.model import Selection
from mapapp.web.errors import NoSuchPage
from mapapp.web.state import state

blueprint = Blueprint("downloads", __name__)


@blueprint.get("/stories/<slug>/<layer>.geojson")
def geojson(slug: str, layer: str) -> Response:
    """A layer as GeoJSON, filtered by `from`, `to`, `bbox`, `category`, `place`."""
    chosen = next((known for known in LAYERS if known == layer), None)
    if chosen is None:
        raise NoSuchPage(f"There is no layer {layer!r}; there are {', '.join(LAYERS)}.")
    query = request.args
    selection = Selection.parse(
        start=query.get("from"),
        end=query.get("to"),
        bbox=query.get("bbox"),
        category=query.get("category"),
        place=query.get("place"),
    )
    story = state().store.load(slug)
    base_url = request.url_root.rstrip("/")
    found = features(story, chosen, selection, base_url=base_url)
    response = Response(collection(found), mimetype="application/geo+json")
    response.access_control_allow_origin = "*"
    response.headers["Content-Disposition"] = f'inline; filename="{slug}-{layer}.geojson"'
    return response
