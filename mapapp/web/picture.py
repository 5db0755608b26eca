"""A story's locator map as a picture, for previews, print and pages without JavaScript."""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from flask import Blueprint, Response, request

from mapapp import __version__
from mapapp.errors import QueryError
from mapapp.locale import current
from mapapp.locale import gettext as _
from mapapp.maps.picture import THEMES, Theme, draw, pdf, png, svg
from mapapp.model import Selection
from mapapp.text.numbers import whole_number
from mapapp.web.errors import NoSuchPage
from mapapp.web.language import marked
from mapapp.web.pages import selected
from mapapp.web.state import state

blueprint = Blueprint("picture", __name__)

WIDTH, HEIGHT = 1200, 630  # pixels, what Open Graph's readers expect
# Anyone may ask, and four times the pixels are four times the work.
_WIDEST, _DENSEST = 2400, 2
_TYPES = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
_KEPT = 64  # pictures, of 50 to 500 kB each: a page of stories in both themes, and more
_MINUTES = 5
# An SVG that is opened by itself is a document: it may show its typeface and do nothing. A PDF is
# left without a sandbox, in which a browser's viewer stays empty.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
SVG_POLICY = f"{_POLICY}; sandbox"


@blueprint.get("/stories/<slug>/picture.<suffix>")
def file(slug: str, suffix: str) -> Response:
    """The map as `.png`, `.svg` or `.pdf`: `width`, `height`, and the parameters of the page.

    Without a height it is as high as a preview of that width. `bare=1` leaves the map alone,
    `density=2` gives a PNG two pixels for each; `theme=dark` goes with a dark page.
    """
    if suffix not in _TYPES:
        raise NoSuchPage(
            _(
                "There is no picture.{suffix}; there are {known}.",
                suffix=suffix,
                known=", ".join(_TYPES),
            )
        )
    revision = state().store.revision(slug)
    told = "\n".join((__version__, revision, request.url, current().tag)).encode()
    etag = sha256(told).hexdigest()[:24]
    if request.if_none_match.contains_weak(etag):
        return _cacheable(Response(status=304), etag)
    width = _number("width", WIDTH, _WIDEST)
    asked = _Asked(
        slug,
        suffix,
        current().tag,
        width,
        _number("height", round(width * HEIGHT / WIDTH), _WIDEST),
        _number("density", 1, _DENSEST),
        request.args.get("bare") == "1",
        _theme(),
        selected(boxed=True),
    )
    return _cacheable(Response(_drawn(revision, asked), mimetype=_TYPES[suffix]), etag)


@dataclass(frozen=True, slots=True)
class _Asked:
    slug: str
    suffix: str
    language: str
    width: int
    height: int
    density: int
    bare: bool
    theme: Theme
    selection: Selection


@lru_cache(maxsize=_KEPT)
def _drawn(revision: str, asked: _Asked) -> bytes:
    """The picture; that of a former revision, which no other story has, is not found again."""
    drawing = draw(
        state().store.load(asked.slug),
        width=asked.width,
        height=asked.height,
        selection=asked.selection,
        bare=asked.bare,
        theme=asked.theme,
    )
    if asked.suffix == "svg":
        return svg(drawing).encode()
    if asked.suffix == "pdf":
        return pdf(drawing)
    return png(drawing, density=asked.density)


def _theme() -> Theme:
    asked = request.args.get("theme") or "light"
    for theme in THEMES:
        if asked == theme:
            return theme
    known = ", ".join(THEMES)
    told = _("{name}={text!r}: choose one of {known}", name="theme", text=asked, known=known)
    raise QueryError(told, parameter="theme")


def _number(name: str, default: int, most: int) -> int:
    text = request.args.get(name)
    if text is None:
        return default
    number = whole_number(text)
    if number is None or not 1 <= number <= most:
        told = _(
            "{name}={text!r}: write a number from 1 to {most}", name=name, text=text, most=str(most)
        )
        raise QueryError(told, parameter=name)
    return number


def _cacheable(response: Response, etag: str) -> Response:
    response.set_etag(etag)
    response.cache_control.public = True
    response.cache_control.max_age = _MINUTES * 60
    response.access_control_allow_origin = "*"
    response.headers["X-Content-Type-Options"] = "nosniff"
    policy = SVG_POLICY if response.mimetype == _TYPES["svg"] else _POLICY
    response.headers["Content-Security-Policy"] = policy
    return marked(response)
