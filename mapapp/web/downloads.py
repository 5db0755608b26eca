"""Stories as files: a layer, or all of it, in every format that mapapp writes."""

from flask import Blueprint, Response, request

from mapapp.errors import QueryError, UnknownFormat
from mapapp.formats import Content, Format, format_of, pieces
from mapapp.layers import LAYERS
from mapapp.locale import current
from mapapp.locale import gettext as _
from mapapp.web import picture
from mapapp.web.compression import compressed
from mapapp.web.errors import NoSuchPage
from mapapp.web.language import marked
from mapapp.web.marks import is_kept, mark_of_now, marked_for_keeping
from mapapp.web.pages import selected
from mapapp.web.state import state

blueprint = Blueprint("downloads", __name__)
_WHOLE = "story"  # what formats that take no single layer are asked for

# A page and a picture that hold all they need may show it and do nothing else: what is opened from
# such an address is made of an article, and no part of our site.
_POLICIES = {
    "text/html": (
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:;"
        " base-uri 'none'; form-action 'none'; frame-ancestors 'self';"
        " sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals"
    ),
    "image/svg+xml": picture.SVG_POLICY,
}


@blueprint.get("/stories/<slug>/<name>")
def download(slug: str, name: str) -> Response:
    """A file such as `events.geojson` or `story.gpkg`.

    Filtered by `from`, `to`, `bbox`, `category`, `place`; with or without the format's options,
    such as `bom=0`.
    """
    try:
        format_ = format_of(name)
    except UnknownFormat as error:
        raise NoSuchPage(str(error)) from None
    asked = name[: -len(format_.suffix)]
    layer = next((known for known in LAYERS if known == asked), None)
    if layer is None and (format_.layers or asked != _WHOLE):
        known = ", ".join(format_.layers or (*LAYERS, _WHOLE))
        raise NoSuchPage(
            _(
                "There is no “{asked}” as {format}; there are {known}.",
                asked=asked,
                format=format_.name,
                known=known,
            )
        )
    mark = mark_of_now(current().tag if format_.speaks else "")
    if is_kept(mark):
        return _kept(Response(status=304), format_, mark)
    content = Content(
        state().store.load(slug),
        layer=layer or "events",
        selection=selected(boxed=True),
        base_url=request.url_root.rstrip("/"),
        options={
            each.name: _is_on(each.name) for each in format_.options if each.name in request.args
        },
        language=current().tag,  # the file is made when the request is over
    )
    try:
        parts = pieces(content, format_)
    except (QueryError, UnknownFormat) as error:  # not that layer, or not on this machine
        raise NoSuchPage(str(error)) from None
    response = Response(parts, content_type=format_.media_type)
    response.headers["Content-Disposition"] = f'inline; filename="{slug}-{name}"'
    if response.mimetype in _POLICIES:
        response.headers["Content-Security-Policy"] = _POLICIES[response.mimetype]
    response.headers["X-Content-Type-Options"] = "nosniff"
    return _kept(response, format_, mark)


def _kept(response: Response, format_: Format, mark: str) -> Response:
    """The answer for every site to read, and for caches to keep."""
    response.access_control_allow_origin = "*"
    response = marked_for_keeping(response, mark)
    return compressed(request, marked(response) if format_.speaks else response)


def _is_on(name: str) -> bool:
    text = request.args[name]
    if text not in ("0", "1"):
        raise QueryError(_("{name}={text}: write 0 or 1", name=name, text=text), parameter=name)
    return text == "1"
