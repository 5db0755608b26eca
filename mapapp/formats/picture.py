"""Locator maps: PNG for previews, SVG and PDF for print."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from mapapp.formats.format import Content, Format

if TYPE_CHECKING:
    from mapapp.maps.picture import Drawing

_LOSSES = ("titles, dates and quotes of single events", "names for which the map has no room")


def _drawn(content: Content) -> "Drawing":
    from mapapp.maps.picture import draw

    return draw(content.story, selection=content.selection)


def _png(content: Content) -> Iterator[bytes]:
    from mapapp.maps.picture import png

    yield png(_drawn(content))


def _svg(content: Content) -> Iterator[bytes]:
    from mapapp.maps.picture import svg

    yield svg(_drawn(content)).encode()


def _pdf(content: Content) -> Iterator[bytes]:
    from mapapp.maps.picture import pdf

    yield pdf(_drawn(content))


def _format(name: str, media_type: str, pieces: Callable[[Content], Iterator[bytes]]) -> Format:
    return Format(f".{name.lower()}", name, media_type, (), _LOSSES, pieces, speaks=True)


PNG = _format("PNG", "image/png", _png)
SVG = _format("SVG", "image/svg+xml", _svg)
PDF = _format("PDF", "application/pdf", _pdf)
