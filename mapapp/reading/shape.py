"""What kind of document an input is, by its first bytes, its name and its first words."""

import re
from enum import Enum
from pathlib import PurePath

_HTML_START = re.compile(
    # A comment ends at its first end and at no other, else comments would be parted in all ways.
    r"\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--.*?-->)\s*)*<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)


class Shape(Enum):
    """What an article is written in."""

    PLAIN = "plain text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    PDF = "PDF"
    WORD = "Word"


_BY_SUFFIX = {
    ".htm": Shape.HTML,
    ".html": Shape.HTML,
    ".xhtml": Shape.HTML,
    ".md": Shape.MARKDOWN,
    ".markdown": Shape.MARKDOWN,
}


def packed_shape(data: bytes) -> Shape | None:
    """The kind of an input that is no text, by its first bytes; None for all else."""
    if data.startswith(b"%PDF-"):
        return Shape.PDF
    if data.startswith(b"PK\x03\x04"):
        from mapapp.reading.word import is_word

        return Shape.WORD if is_word(data) else None
    return None


def shape_of(name: str, text: str) -> Shape:
    """The kind of a text.

    Markdown goes by its suffix alone: a plain text may well begin with a `#` or hold asterisks.
    """
    known = _BY_SUFFIX.get(PurePath(name).suffix.lower())
    if known is not None:
        return known
    return Shape.HTML if _HTML_START.match(text, 0, 2000) else Shape.PLAIN
