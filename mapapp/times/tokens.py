"""Words, numbers and marks of a text, each with its class."""

import re
from dataclasses import dataclass

from mapapp.model import Span
from mapapp.times.lexicon import CODES

_TOKEN = re.compile(
    r"""
      (?:\s(?:[-–—]+|_)\s)              # a dash that stands free
    | \d{4}-\d\d-\d\d(?!\w)
    | \d{1,2}([./])\d{1,2}\1(?:\d{4}|\d\d)(?![\w/])
    | \d{1,2}:\d\d(?::\d\d)?(?:am|pm|AM|PM)?
    | \d{1,3}(?:,\d{3})+(?!\d)|\d+\.\d+
    | [ap]\.m\.?|[AP]\.M\.?|B\.C\.(?:E\.)?|A\.D\.?|C\.E\.
    | [^\W\d_]+(?!\w)|\w+
    | [^\w\s]
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A block of text in tokens.

    Attributes
    ----------
    spans : list of (int, int)
        Where each token stands in the whole text.
    texts : list of str
    codes : str
        The class letter of each.
    """

    spans: list[tuple[int, int]]
    texts: list[str]
    codes: str


def tokenised(text: str, block: Span) -> Tokens:
    """The tokens of a block."""
    spans, texts = [], []
    for found in _TOKEN.finditer(text, block.start, block.end):
        spans.append(found.span())
        texts.append(found[0])
    return Tokens(spans, texts, "".join([CODES[word] for word in texts]))
