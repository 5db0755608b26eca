"""Text in HTML as plain text, as descriptions in maps and timelines have it."""

import re
from html import unescape

# What is not closed reaches to the end, as in a browser: to look for its end in vain again and
# again would take hours over a page of opening tags.
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/tr|/h\d|/blockquote)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<(?:!--.*?(?:-->|\Z)|[a-zA-Z/!][^<>]*>)", re.DOTALL)
_HIDDEN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_BLANKS = re.compile(r"(?<![ \t\r\f\v])[ \t\r\f\v]*+\n\s*")


def plain(html: str) -> str:
    r"""The words of a piece of HTML, its blocks on lines of their own.

    >>> plain("<p>Fish &amp; chips<br>at <b>noon</b></p>")
    'Fish & chips\nat noon'
    """
    text = _TAG.sub("", _BREAK.sub("\n", _HIDDEN.sub("", html)))
    return _BLANKS.sub("\n", unescape(text)).strip()
