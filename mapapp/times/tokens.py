"""Words, numbers and marks of a text, each with its class."""

import re
from dataclasses import dataclass

from mapapp.model import Span
from mapapp.times.lexicon import CODES

# The commonest first, as each token tries them in this order. The gap before goes with the token,
# unless it is part of one: alone it would try them all in vain.
_TOKEN = re.compile(
    r"""(?>(?:\s(?![-–—_]))*)
    ( [A-Za-z]{2,}(?!\w)
    | \s(?:[-–—]+|_)\s                  # a dash that stands free
    | [,;]
    | (?=\d)(?:
        \d{4}(?: -\d\d?-\d\d?(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])
               | /\d\d?/\d\d?(?![\w/])|\.\d\d\.\d\d(?!\w|\.\d) )
      | \d{1,2}(?: (?:\.\d{1,2}\.|/\d{1,2}/)(?:\d{4}|\d\d)(?![\w/])|-\d{1,2}-\d{4}(?![\w-])
                 | [-./\s]\s?[IVX]{1,4}[-./\s]\s?\d{4}(?!\w)  # 8/VII/1998
                 | :\d\d(?::\d\d)?(?:am|pm|AM|PM)? )
      | \d{2,3}0['’]s(?!\w)|\d{1,3}(?:,\d{3})+(?!\d)|\d+\.\d+ )
    | [Oo]['’]clock(?!\w)
    | [ap]\.m\.?|[AP]\.M\.?|B\.C\.(?:E\.)?|A\.D\.?|C\.E\.|A\.H\.|S\.H\.|A\.U\.C\.
    | [^\W\d_]+(?!\w)|\w+
    | [^\w\s] )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A block of text in tokens.

    Attributes
    ----------
    texts : list of str
    codes : str
        The class letter of each.
    """

    texts: list[str]
    codes: str
    _text: str
    _ends: list[int]  # of the tokens asked for so far, after where the block starts

    def start(self, n: int) -> int:
        """Where the n-th token starts in the whole text."""
        return self.end(n) - len(self.texts[n])

    def end(self, n: int) -> int:
        """Where the n-th token ends in the whole text.

        Few are asked for, so each is sought when it is: nothing but white space stands between
        two. A match object for every token took half as long again as the whole cutting.
        """
        ends = self._ends
        known = len(ends) - 1
        if n >= known:
            end, index = ends[-1], self._text.index
            for token in self.texts[known : n + 1]:
                end = index(token, end) + len(token)
                ends.append(end)
        return ends[n + 1]


def tokenised(text: str, block: Span) -> Tokens:
    """The tokens of a block."""
    texts = _TOKEN.findall(text, block.start, block.end)
    return Tokens(texts, "".join([CODES[word] for word in texts]), text, [block.start])
