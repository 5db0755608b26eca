"""Words and marks of a text, with their offsets."""

import re
from typing import NamedTuple

# A word keeps its inner hyphens and apostrophes (Turkish-Azerbaijani, d'Ivoire) but gives up a
# possessive, which is a token of its own; initials and acronyms keep their full stops (U.S., J.);
# numbers keep inner commas, points and ordinals.
_TOKEN = re.compile(
    r"""
      (?P<acronym>(?:[^\W\d_]\.){2,})
    | (?P<possessive>['’]s\b|(?<=s)['’](?!\w))
    | (?P<number>\d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?\b|\d+)
    | (?P<word>[^\W\d_][\w\u0300-\u036f]*(?:(?:['’](?!s\b)|[-‐‑])\w+)*)
    | (?P<mark>[^\w\s]|_)
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A word, number or mark: `text` stands at `[start, end)`."""

    start: int
    end: int
    text: str
    kind: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, offsets into the whole text.

    Examples
    --------
    >>> [token.text for token in tokens("Turkey's U.S. envoy left Côte d'Ivoire.")]
    ['Turkey', "'s", 'U.S.', 'envoy', 'left', 'Côte', "d'Ivoire", '.']
    """
    stop = len(text) if end is None else end
    return [
        Token(*found.span(), found[0], found.lastgroup or "mark")
        for found in _TOKEN.finditer(text, start, stop)
    ]
