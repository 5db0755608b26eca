"""Stretches of an article's text."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """Half-open offsets `[start, end)` in Unicode code points into `Article.text`.

    Examples
    --------
    >>> text = "Shusha fell."
    >>> Span(0, 6).of(text)
    'Shusha'
    >>> Span(0, 6).overlaps(Span(6, 7))
    False
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """The quote: the words of `text` between the offsets."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Do the two share a character?"""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Does `other` lie wholly inside?"""
        return self.start <= other.start and other.end <= self.end
