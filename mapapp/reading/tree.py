"""The blocks of text that an element tree shows, of HTML or of the TEI that trafilatura gives."""

import re
from typing import Any

from mapapp.reading.blocks import Blocks

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 head".split())
_BLOCKS = _HEADINGS | frozenset(
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure"
    " footer form header hr html li main nav ol p pre section summary table tbody tfoot thead tr"
    " ul item quote list row code ab fw".split()
)
_BREAKS = frozenset({"br", "lb"})
_CELLS = frozenset({"td", "th", "cell"})
_UNSEEN = frozenset(
    "script style noscript template title meta link svg iframe button select textarea".split()
)
_CELL_GAP = "\t"


def shown_blocks(root: Any) -> Blocks:  # noqa: ANN401 - lxml carries no types
    """The text below an element, block by block, headings marked."""
    walker = _Walker()
    walker.walk(root)
    walker.end_block()
    return walker.blocks


class _Walker:
    def __init__(self) -> None:
        self.blocks = Blocks()
        self._words: list[str] = []
        self._heading = False

    def walk(self, root: Any) -> None:  # noqa: ANN401
        # With a stack of its own: a page may nest deeper than Python's calls may.
        stack: list[tuple[Any, bool]] = [(root, False)]
        while stack:
            element, left = stack.pop()
            if left:
                self._leave(element)
                continue
            if isinstance(element.tag, str) and not self._is_unseen(element):
                self._enter(element)
                stack.append((element, True))
                stack.extend((child, False) for child in reversed(element))
            else:
                self._words.append(_flat(element.tail))

    def end_block(self) -> None:
        self.blocks.add("".join(self._words), heading=self._heading)
        self._words.clear()

    def _enter(self, element: Any) -> None:  # noqa: ANN401
        if element.tag in _BLOCKS:
            self.end_block()
            self._heading = element.tag in _HEADINGS
        elif element.tag in _BREAKS:
            self._words.append("\n")
        elif element.tag in _CELLS and self._words:
            self._words.append(_CELL_GAP)
        self._words.append(_flat(element.text))

    def _leave(self, element: Any) -> None:  # noqa: ANN401
        if element.tag in _BLOCKS:
            self.end_block()
            self._heading = False
        self._words.append(_flat(element.tail))

    @staticmethod
    def _is_unseen(element: Any) -> bool:  # noqa: ANN401
        # TEI's heading and HTML's head share a name; the latter stands under <html>.
        parent = element.getparent()
        html_head = element.tag == "head" and parent is not None and parent.tag == "html"
        return html_head or element.tag in _UNSEEN or "hidden" in element.attrib


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
