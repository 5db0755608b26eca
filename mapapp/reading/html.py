"""The article within a web page, without menus, notices and comments."""

import logging
from typing import Any

from mapapp.errors import BadDate, EmptyInput
from mapapp.locale import gettext as _
from mapapp.model import Article, Interval
from mapapp.reading.tree import shown_blocks

# Without a handler of its own its notes would be printed between ours.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def parse_html(text: str, name: str) -> Article:
    """The article of a page; all its shown text where no article can be told from the rest.

    Title, author and site, and date come from the page's own metadata.

    Raises
    ------
    EmptyInput
        When the page shows no word, naming the input `name`.
    """
    from trafilatura import bare_extraction

    found: Any = bare_extraction(_page(text, name), with_metadata=True, include_comments=False)
    page = _page(text, name)  # anew: the extraction takes its tree apart
    blocks = shown_blocks(found.body) if found is not None and found.body is not None else None
    if blocks is None or not blocks.text:
        blocks = shown_blocks(page)
    if not blocks.text:
        raise _empty(name)
    return Article(
        blocks.text,
        title=(found and found.title) or _words(page, "string(//title)"),
        source=", ".join(filter(None, (found.author, found.sitename))) if found else "",
        published=_day(found.date) if found else None,
        language=_words(page, "string(/html/@lang)"),
        headings=tuple(blocks.headings),
    )


def _page(text: str, name: str) -> Any:  # noqa: ANN401 - lxml carries no types
    from lxml import etree, html

    # Bytes, since lxml refuses a text that still declares an encoding of its own.
    # And deep trees, which careless editors write, are no attack on a file that was chosen.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return html.document_fromstring(text.encode(), parser=parser)
    except etree.ParserError:  # a comment, and no element
        raise _empty(name) from None


def _empty(name: str) -> EmptyInput:
    return EmptyInput(_("{name} shows no word to read; give an article", name=name))


def _words(page: Any, path: str) -> str:  # noqa: ANN401
    return " ".join(str(page.xpath(path)).split())


def _day(date: str | None) -> int | None:
    """Day number of the page's date; None where it has none that exists."""
    try:
        return Interval.parse(date or "").first
    except BadDate:
        return None
