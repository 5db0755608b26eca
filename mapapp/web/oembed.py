"""oEmbed 1.0: who has the address of a story asks here for the HTML that embeds its map.

No map is private here, so that 401 is never answered; 404 and 501 are as the standard has them.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit
from xml.etree import ElementTree

import msgspec
from flask import Blueprint, Response, request, url_for

from mapapp.errors import QueryError, UnknownStory
from mapapp.locale import gettext as _
from mapapp.maps.code import HEIGHT
from mapapp.maps.human import human_when
from mapapp.maps.templating import environment
from mapapp.model import Selection
from mapapp.stories import StorySummary
from mapapp.text.numbers import whole_number
from mapapp.text.xml import xml_text
from mapapp.web.compression import compressed
from mapapp.web.errors import NoSuchPage
from mapapp.web.state import state

blueprint = Blueprint("oembed", __name__)

_WIDTH, _HEIGHT = 720, HEIGHT  # pixels, where the asking page sets no limit
_TOLD = 3  # events in the quotation
_KEPT = 3600  # seconds that an answer may be kept
_WIDEST = (1200, 630)  # pixels, of the picture
_LEAST = 120  # pixels, under which a picture shows nothing
_STORY = re.compile(r"/stories/(?P<slug>[a-z0-9-]+)(?:/embed)?/?")


class Embed(msgspec.Struct, frozen=True, kw_only=True):
    """An answer; the members are spelled as in the standard."""

    type: str = "rich"
    version: str = "1.0"
    title: str
    author_name: str | msgspec.UnsetType = msgspec.UNSET
    provider_name: str = "mapapp"
    provider_url: str
    cache_age: int = _KEPT
    html: str
    width: int
    height: int
    thumbnail_url: str | msgspec.UnsetType
    thumbnail_width: int | msgspec.UnsetType
    thumbnail_height: int | msgspec.UnsetType


class _Picture(NamedTuple):
    url: str
    width: int
    height: int


@blueprint.get("/oembed")
def oembed() -> Response:
    """The embed of the page at `url`, no larger than `maxwidth` and `maxheight`."""
    shape = request.args.get("format", "json")
    if shape not in ("json", "xml"):
        return _finished(Response(f"format={shape!r}: choose json or xml\n", 501), "text/plain")
    address = request.args.get("url")
    if not address:
        raise QueryError(_("url is missing: the address of a story's page"), parameter="url")
    embed = _embed(_split(address), _most("maxwidth"), _most("maxheight"))
    if shape == "xml":
        return _finished(Response(_xml(msgspec.to_builtins(embed))), "text/xml")
    return _finished(Response(msgspec.json.encode(embed)), "application/json")


def _embed(page: SplitResult, most_wide: int | None, most_high: int | None) -> Embed:
    summary = _story(page)
    width, height = min(_WIDTH, most_wide or _WIDTH), min(_HEIGHT, most_high or _HEIGHT)
    view = dict(parse_qsl(page.query))
    slug, title = summary.slug, summary.title or summary.slug
    html = environment().get_template("oembed/embed.html")
    thumbnail = _thumbnail(slug, most_wide or _WIDEST[0], most_high or _WIDEST[1])
    return Embed(
        title=title,
        author_name=summary.source or msgspec.UNSET,
        provider_url=request.url_root,
        html=html.render(
            page=_with(url_for("pages.story", slug=slug, lang=None, _external=True), view),
            frame=_with(url_for("embed.frame", slug=slug, lang=None, _external=True), view),
            title=title,
            events=_told(slug, view),
            width=width,
            height=height,
        ).strip(),
        width=width,
        height=height,
        thumbnail_url=thumbnail.url if thumbnail else msgspec.UNSET,
        thumbnail_width=thumbnail.width if thumbnail else msgspec.UNSET,
        thumbnail_height=thumbnail.height if thumbnail else msgspec.UNSET,
    )


def _thumbnail(slug: str, most_wide: int, most_high: int) -> _Picture | None:
    """The story's picture within these bounds; None where too little would be left of it."""
    small = min(1.0, most_wide / _WIDEST[0], most_high / _WIDEST[1])
    width, height = int(_WIDEST[0] * small), int(_WIDEST[1] * small)
    if width < _LEAST:
        return None
    picture = url_for("picture.file", slug=slug, suffix="png", _external=True)
    return _Picture(f"{picture}?width={width}&height={height}", width, height)


def _split(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError:
        raise NoSuchPage(_("{address} is no address", address=address)) from None


def _story(page: SplitResult) -> StorySummary:
    ours = urlsplit(request.url_root)
    found = _STORY.fullmatch(page.path.removeprefix(ours.path.rstrip("/")))
    # Whether by http or https: a proxy before us may know better than we do.
    if page.scheme in ("http", "https") and _host(page) == _host(ours) and found:
        with suppress(UnknownStory):
            return state().store.summary(found["slug"])
    raise NoSuchPage(_("{address} is no story's page here", address=page.geturl()))


def _host(address: SplitResult) -> str:
    """The host in small letters, without the port that goes without saying."""
    usual = {"http": ":80", "https": ":443"}[address.scheme]
    return address.netloc.lower().removesuffix(usual)


def _told(slug: str, view: Mapping[str, str]) -> list[dict[str, str]]:
    """The first events that the page shows."""
    selection = Selection.parse(
        start=view.get("from"),
        end=view.get("to"),
        category=view.get("category"),
        place=view.get("place"),
    )
    found = state().store.query(selection, slug=slug, limit=_TOLD)
    return [
        {"when": human_when(each.event.when) if each.event.when else "", "title": each.event.title}
        for each in found
    ]


def _with(address: str, view: Mapping[str, str]) -> str:
    return f"{address}?{urlencode(view)}" if view else address


def _most(name: str) -> int | None:
    text = request.args.get(name)
    if text is None:
        return None
    number = whole_number(text)
    if not number:
        told = _("{name}={text!r}: write a whole number of pixels", name=name, text=text)
        raise QueryError(told, parameter=name)
    return number


def _xml(members: Mapping[str, str | int]) -> bytes:
    root = ElementTree.Element("oembed")
    for name, value in members.items():
        ElementTree.SubElement(root, name).text = xml_text(str(value))
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def _finished(response: Response, media_type: str) -> Response:
    response.mimetype = media_type
    response.access_control_allow_origin = "*"
    response.cache_control.public = True
    response.cache_control.max_age = _KEPT
    response.add_etag()
    response.make_conditional(request)
    return compressed(request, response)
