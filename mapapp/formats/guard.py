"""Cells that a spreadsheet would calculate, made text, and made what they were.

Text that begins as a formula does is one to Excel, LibreOffice and Google Sheets, and an article
may be hostile; an apostrophe before it makes it text (OWASP, "CSV Injection").
"""

import re

# Full-width signs count as signs to Excel in East Asian languages. Blanks before a sign are passed
# over here, since some programs cut them; a tab or the end of a line first is a danger by itself.
_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")


def guarded(text: str) -> str:
    """The text for a cell: with an apostrophe before it where it might be calculated.

    One is put before apostrophes too that a formula follows, so that none is lost on the way back.
    """
    # Most text begins with a letter or a figure, as no formula does; that is sooner seen.
    return f"'{text}" if not text[:1].isalnum() and _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given.

    >>> [unguarded(guarded(text)) for text in ("=1+1", "'=1+1", "'90s")]
    ['=1+1', "'=1+1", "'90s"]
    """
    return text[1:] if text[:1] == "'" and _FORMULA.match(text) else text
