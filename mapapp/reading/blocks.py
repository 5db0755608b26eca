"""A text put together from blocks, some of them headings."""

import re
from dataclasses import dataclass, field

from mapapp.model import Span


@dataclass(slots=True)
class Blocks:
    """Blocks that become one text, a blank line between them."""

    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    headings: list[Span] = field(default_factory=list)

    def add(self, words: str, *, heading: bool = False) -> None:
        """Put a block behind the others; runs of spaces in it become one, an empty one is none.

        Ends of lines and tabs, between the cells of a table, stay.
        """
        lines = (re.sub(r"[^\S\t]+", " ", line).strip() for line in words.split("\n"))
        block = "\n".join(filter(None, lines))
        if not re.search(r"\S", block):
            return
        start = self._length + 2 if self._parts else 0
        self._parts.append(block)
        self._length = start + len(block)
        if heading:
            self.headings.append(Span(start, self._length))

    @property
    def text(self) -> str:
        """The whole text."""
        return "\n\n".join(self._parts)
