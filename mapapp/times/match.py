"""Where a rule of the grammar matched, and what stands around it."""

import msgspec

from mapapp.times.lexicon import LETTERS
from mapapp.times.tokens import Tokens


class Match(msgspec.Struct, frozen=True):
    """Tokens `[first, last)` that a rule matched, and what stands around them."""

    tokens: Tokens
    first: int
    last: int

    def word(self, n: int) -> str:
        """The n-th token of the text, empty outside."""
        return self.tokens.texts[n] if 0 <= n < len(self.tokens.texts) else ""

    def has(self, n: int, *names: str) -> bool:
        """Is the n-th token of one of these classes?"""
        code = self.tokens.codes[n : n + 1] if n >= 0 else ""
        return any(code == LETTERS[name] for name in names)

    def touches(self, n: int) -> bool:
        """Does the n-th token touch the one before it?"""
        if not 0 < n < len(self.tokens.texts):
            return False
        return self.tokens.start(n) == self.tokens.end(n - 1)

    @property
    def before(self) -> str:
        """The word before."""
        return self.word(self.first - 1)

    @property
    def after(self) -> str:
        """The word after."""
        return self.word(self.last)
