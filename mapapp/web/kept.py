"""Answers that are made of a story once, kept in gzip and sent often."""

import gzip
from collections.abc import Callable

from flask import Response, request

from mapapp.maps.edition import Edition
from mapapp.web.compression import compressed
from mapapp.web.language import marked
from mapapp.web.state import state

_YEAR = 31_536_000  # seconds


def kept(slug: str, name: str, make: Callable[[Edition], bytes]) -> Response:
    """What `make` makes of a story as JSON, under a name of its own."""
    body = state().editions.answer(slug, name, make)
    if request.accept_encodings.quality("gzip"):
        return sent(body, encoding="gzip")
    return sent(gzip.decompress(body))


def sent(body: bytes, *, encoding: str | None = None) -> Response:
    """JSON that a browser keeps for good where its address has a version, `v`."""
    response = Response(body, mimetype="application/json")
    if encoding:
        response.content_encoding = encoding
    response.access_control_allow_origin = "*"  # a sandboxed embed has no origin of its own
    response.cache_control.public = True
    if "v" in request.args:
        response.cache_control.max_age = _YEAR
        response.cache_control.immutable = True
    response.add_etag()
    response.make_conditional(request)
    return compressed(request, marked(response))
