"""Text for XML 1.0, which has no way to write some characters, not even escaped."""

import re

# Section 2.2, Char, turned round.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    r"""The text with U+FFFD for each character that XML cannot hold; not yet escaped.

    >>> xml_text("bell\x07 & book")
    'bell\ufffd & book'
    """
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
