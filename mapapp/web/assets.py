"""Browser code and styles, under an address that changes with their content."""

from functools import cache
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

from flask import Blueprint, Response, abort, request
from werkzeug.security import safe_join

from mapapp.maps import bundle
from mapapp.resources import browser_package, static
from mapapp.web.compression import compressed

blueprint = Blueprint("assets", __name__)
_YEAR = 31_536_000  # seconds


@cache
def version() -> str:
    """A hash over all files: a browser may keep each as long as it likes."""
    digest = sha256()
    for path in sorted(path for root in (_leaflet(), static()) for path in root.rglob("*.*s")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def prefix() -> str:
    """Where the files are served."""
    return f"{request.script_root}/static/{version()}"


@blueprint.get("/static/<stamp>/program.mjs")
def program(stamp: str) -> Response:
    """The modules of the map page as one: a browser asked for fifty of them, one after another."""
    return _kept(Response(bundle.program(), mimetype="text/javascript"), stamp)


@blueprint.get("/static/<stamp>/leaflet/<path:name>")
def leaflet(stamp: str, name: str) -> Response:
    """Leaflet's files."""
    return _sent(_leaflet(), name, stamp)


@blueprint.get("/static/<stamp>/<path:name>")
def ours(stamp: str, name: str) -> Response:
    """Our files; modules find their neighbours by relative addresses under the same stamp."""
    return _sent(static(), name, stamp)


def _leaflet() -> Path:
    return browser_package("leaflet", "dist")


def _sent(folder: Path, name: str, stamp: str) -> Response:
    path = safe_join(str(folder), name)
    if path is None or not Path(path).is_file():
        abort(404)
    kind = guess_type(path)[0] or "application/octet-stream"
    return _kept(Response(Path(path).read_bytes(), mimetype=kind), stamp)


def _kept(response: Response, stamp: str) -> Response:
    # An old stamp still gets the file, for pages that were open before an update.
    response.cache_control.max_age = _YEAR if stamp == version() else 0
    response.cache_control.public = True
    response.cache_control.immutable = stamp == version()
    # A page in a sandboxed frame has no origin of its own, and modules are fetched with CORS.
    response.access_control_allow_origin = "*"
    response.add_etag()
    response.make_conditional(request)
    return compressed(request, response)
