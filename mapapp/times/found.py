"""A time expression before its context is known."""

import msgspec

from mapapp.model import Span
from mapapp.times.lexicon import LETTERS
from mapapp.times.meaning import Meaning
from mapapp.times.tokens import Tokens

_LEAD = 2  # words before a date that opens a sentence
_HEADING = 12  # a block with fewer tokens and no stop is a heading
_HEDGES = (LETTERS["ALMOST"], LETTERS["AROUND"])
_BRACKET = 5  # words before a date in brackets
_STOPS = frozenset(".!?")


class Found(msgspec.Struct, frozen=True):
    """A time expression before its context is known: tokens `[first, last)` of `tokens`."""

    tokens: Tokens
    first: int
    last: int
    rule: str
    meaning: Meaning
    in_name: bool = False

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.tokens.start(self.first), self.tokens.end(self.last - 1))

    @property
    def aside(self) -> bool:
        """Does it stand in brackets, beside the course of the story?"""
        before = self.tokens.texts[max(0, self.first - _BRACKET) : self.first]
        return "(" in before and ")" not in before

    @property
    def hedged(self) -> bool:
        """Does `about` or `around` stand before it?"""
        return self.tokens.codes[self.first - 1 : self.first] in _HEDGES

    @property
    def opening(self) -> bool:
        """Does a sentence open with it, with a word or two before it (`By 1942`), or a heading?"""
        texts = self.tokens.texts
        if self.first <= _LEAD or (len(texts) < _HEADING and texts[-1] not in _STOPS):
            return True
        return any(texts[n] in _STOPS for n in range(self.first - _LEAD - 1, self.first))
