"""What kind of text an input is, by its name and else by its first words."""

import re
from enum import Enum
from pathlib import PurePath

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)


class Shape(Enum):
    """How a text is marked up."""

    PLAIN = "plain text"
    MARKDOWN = "Markdown"
    HTML = "HTML"


_BY_SUFFIX = {
    ".htm": Shape.HTML,
    ".html": Shape.HTML,
    ".xhtml": Shape.HTML,
    ".md": Shape.MARKDOWN,
    ".markdown": Shape.MARKDOWN,
}


def shape_of(name: str, text: str) -> Shape:
    """The kind of a text.

    Markdown goes by its suffix alone: a plain text may well begin with a `#` or hold asterisks.
    """
    known = _BY_SUFFIX.get(PurePath(name).suffix.lower())
    if known is not None:
        return known
    return Shape.HTML if _HTML_START.match(text, 0, 2000) else Shape.PLAIN
