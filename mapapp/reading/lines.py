"""Lines of printed pages made paragraphs again."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

_EDGE = 2  # lines at the head and foot of a page where running heads stand
_OFTEN = 0.5  # share of the pages that a running head stands on
_PAGES = 3  # fewer show no repetition
_FULL = 0.75  # of the usual length: a shorter line may end a paragraph
_ENDS = (".", "!", "?", ":", "”", '"', "’", ")", "]", "…")
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.I)
_BROKEN = re.compile(r"(?<!\w)\w++-$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as printed; an empty one is a gap between paragraphs."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together."""

    text: str
    heading: bool = False


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without page numbers and the heads and feet that repeat."""
    repeated: Counter[str] = Counter()
    for page in pages:
        repeated.update({_NUMBER.sub("#", page[n].text) for n in _edges(page)})
    most = max(2, _OFTEN * len(pages)) if len(pages) >= _PAGES else len(pages) + 1
    running = {words for words, times in repeated.items() if words and times >= most}

    def is_furniture(words: str) -> bool:
        numbered = _PAGE_NUMBER.fullmatch(words) is not None
        return numbered or _NUMBER.sub("#", words) in running

    kept = []
    for page in pages:
        edges = set(_edges(page))
        kept.append(
            [line for n, line in enumerate(page) if n not in edges or not is_furniture(line.text)]
        )
    return kept


def _edges(page: Sequence[Line]) -> list[int]:
    """The numbers of the lines at the head and foot that hold words."""
    filled = [n for n, line in enumerate(page) if line.text]
    return [*filled[:_EDGE], *filled[_EDGE:][-_EDGE:]]


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[Paragraph]:
    """The paragraphs of pages of lines.

    A paragraph ends at a gap, before and after a heading, and at a line that ends a sentence well
    before the margin. It goes on over the end of a page when no sentence ends there. A word broken
    at the margin is put together again; its hyphen stays before a capital, and where the text
    writes the word so elsewhere.
    """
    lengths = [len(line.text) for page in pages for line in page if line.text]
    margin = _FULL * median(lengths) if lengths else 0.0
    whole = {word for page in pages for line in page for word in _hyphened(line.text)}
    parts: list[Line] = []
    for line in _with_ends_of_pages(pages):
        if parts and _ends(parts[-1], line, margin):
            yield _joined(parts, whole)
            parts.clear()
        if line is not None and line.text:
            parts.append(line)
    if parts:
        yield _joined(parts, whole)


def _hyphened(text: str) -> list[str]:
    return re.findall(r"\w+-\w+", text)


def _ends(last: Line, following: Line | None, margin: float) -> bool:
    """Does the paragraph end between these? None is the end of a page."""
    if following is None:
        return last.heading or last.text.endswith(_ENDS)
    if not following.text or last.heading != following.heading:
        return True
    return len(last.text) < margin and last.text.endswith(_ENDS)


def _with_ends_of_pages(pages: Iterable[Sequence[Line]]) -> Iterator[Line | None]:
    """All lines, None at each end of a page, where gaps say nothing."""
    for page in pages:
        filled = [n for n, line in enumerate(page) if line.text]
        if filled:
            yield from page[filled[0] : filled[-1] + 1]
            yield None


def _joined(parts: Sequence[Line], whole: set[str]) -> Paragraph:
    # Only the last piece may end in a broken word: who looks at all of the text for each of its
    # lines takes four times as long over twice as many.
    pieces = [parts[0].text]
    for line in parts[1:]:
        broken = _BROKEN.search(pieces[-1])
        following = re.match(r"\w+", line.text)
        if broken is None or following is None:
            pieces.append(line.text)
        elif following[0][0].islower() and f"{broken[0]}{following[0]}" not in whole:
            pieces[-1] = pieces[-1][:-1] + line.text
        else:
            pieces[-1] += line.text
    return Paragraph(" ".join(pieces), parts[0].heading)
