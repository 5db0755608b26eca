"""Words, numbers and marks of a text, each with its class."""

import re
from dataclasses import dataclass

from mapapp.model import Span
from mapapp.times.lexicon import CODES

# The commonest first, as each token tries them in this order.
_TOKEN = re.compile(
    r"""
      [A-Za-z]{2,}(?!\w)
    | \s(?:[-–—]+|_)\s                  # a dash that stands free
    | [,;]
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
    found : list of re.Match
        The tokens in the whole text; their offsets are asked for a few only.
    texts : list of str
    codes : str
        The class letter of each.
    """

    found: list[re.Match[str]]
    texts: list[str]
    codes: str

    def start(self, n: int) -> int:
        """Where the n-th token starts in the whole text."""
        return self.found[n].start()

    def end(self, n: int) -> int:
        """Where the n-th token ends in the whole text."""
        return self.found[n].end()


def tokenised(text: str, block: Span) -> Tokens:
    """The tokens of a block."""
    found = list(_TOKEN.finditer(text, block.start, block.end))
    texts = [token[0] for token in found]
    return Tokens(found, texts, "".join([CODES[word] for word in texts]))
