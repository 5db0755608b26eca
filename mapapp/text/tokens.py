"""Words and marks of a text, with their offsets."""

import re

import msgspec

# A word keeps its inner hyphens and apostrophes (Turkish-Azerbaijani, d'Ivoire) but gives up a
# possessive, which is a token of its own; initials and acronyms keep their full stops (U.S., J.);
# numbers keep inner commas, points and ordinals. Plain words come first, as most are, and the gap
# is taken with the token before it: else each gap would try all of them in vain.
_TOKEN = re.compile(
    r"""(?:
      ([A-Za-z]{2,}(?![\w'’‐‑\u0300-\u036f-]))
    | ((?:[^\W\d_]\.){2,})
    | (['’]s\b|(?<=s)['’](?!\w))
    | (\d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?\b|\d+)
    | ([^\W\d_][\w\u0300-\u036f]*(?:(?:['’](?!s\b)|[-‐‑])\w+)*)
    | ([^\w\s]|_) )\s*
    """,
    re.VERBOSE,
)
_KINDS = ("word", "acronym", "possessive", "number", "word", "mark")  # of the groups above


class Token(msgspec.Struct, frozen=True):
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
    cut: list[Token] = []
    for found in _TOKEN.finditer(text, start, len(text) if end is None else end):
        group = found.lastindex or 0  # one of them matched
        first, last = found.span(group)
        cut.append(Token(first, last, found[group], _KINDS[group - 1]))
    return cut
