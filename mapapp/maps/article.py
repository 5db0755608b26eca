"""The article's text with its places, dates and events marked."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from mapapp.layers import shown_events
from mapapp.model import Span, Story, TimeExpression, Toponym
from mapapp.text.segment import blocks

_PART = 30_000  # code points, some ten screens
_Marked = TypeVar("_Marked", Toponym, TimeExpression)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words under one marking.

    Attributes
    ----------
    place : str or None
        Id of the place that they name.
    unlocated : bool
        They name a place that is not known.
    time : str
        The date that they denote, EDTF; empty for none.
    """

    text: str
    place: str | None = None
    unlocated: bool = False
    time: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Pieces that tell of the same events; most of the time a sentence.

    Attributes
    ----------
    start : int
        Code points into the article.
    first_of : tuple of str
        Events that this passage is the first to tell of.
    """

    start: int
    events: tuple[str, ...]
    pieces: tuple[Piece, ...]
    first_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a heading where the article marks it as one."""

    heading: bool
    passages: tuple[Passage, ...]
    is_title: bool = False  # it repeats what stands above the page


class Prose:
    """An article's text with its marks, whole or in parts.

    Attributes
    ----------
    parts : tuple of Span
        Stretches of whole blocks; a short article is one.
    """

    def __init__(self, story: Story) -> None:
        self._article = story.annotation.article
        self._blocks = blocks(self._article.text)
        self._marking = _Marking.of(story)
        self._headings = set(self._article.headings)
        self.parts = tuple(_grouped(self._blocks))

    def blocks(self, within: Span | None = None) -> tuple[Block, ...]:
        """The blocks of a part, or all; joined, the pieces of a block are its text, unedited."""
        first = bisect_left(self._blocks, within.start, key=_begin) if within else 0
        after = bisect_left(self._blocks, within.end, key=_begin) if within else len(self._blocks)
        return tuple(map(self._marked, self._blocks[first:after]))

    def part_of(self, start: int) -> int:
        """The number of the part that holds a place in the text, in code points."""
        return max(0, bisect_right(self.parts, start, key=_begin) - 1)

    def _marked(self, block: Span) -> Block:
        text = self._article.text
        return Block(
            heading=any(block.overlaps(heading) for heading in self._headings),
            passages=tuple(_passages(text, block, self._marking)),
            is_title=block.of(text).strip("# \t") == self._article.title,
        )


def marked(story: Story) -> tuple[Block, ...]:
    """The whole text in blocks."""
    return Prose(story).blocks()


def _grouped(found: list[Span]) -> Iterator[Span]:
    """Blocks put together into parts."""
    start = 0
    for number, block in enumerate(found):
        is_last = number + 1 == len(found)
        if is_last or block.end - found[start].start >= _PART:
            yield Span(found[start].start, block.end)
            start = number + 1


def _begin(span: Span) -> int:
    return span.start


@dataclass(frozen=True, slots=True)
class _Marking:
    toponyms: list[Toponym]
    times: list[TimeExpression]
    evidence: list[tuple[Span, str]]
    first: dict[str, int]  # where an event is told of first
    cuts: list[int]
    longest: int  # code points of the longest piece of evidence

    @classmethod
    def of(cls, story: Story) -> "_Marking":
        notes = story.annotation
        toponyms = sorted(notes.toponyms, key=lambda each: each.span)
        times = sorted(
            (each for each in notes.times if each.when is not None), key=lambda each: each.span
        )
        evidence = sorted(
            (span, event.id) for event in shown_events(story) for span in event.evidence
        )
        spans = [
            *(each.span for each in toponyms),
            *(each.span for each in times),
            *(span for span, _ in evidence),
        ]
        cuts = sorted({edge for span in spans for edge in (span.start, span.end)})
        longest = max((span.end - span.start for span, _ in evidence), default=0)
        first = {id_: span.start for span, id_ in reversed(evidence)}
        return cls(toponyms, times, evidence, first, cuts, longest)


def _passages(text: str, block: Span, marking: _Marking) -> Iterator[Passage]:
    start = block.start
    events: tuple[str, ...] = ()
    pieces: list[Piece] = []
    for part in _parts(block, marking.cuts):
        telling = tuple(
            dict.fromkeys(id_ for span, id_ in _near(marking, part) if span.contains(part))
        )
        if telling != events and pieces:
            yield _passage(Span(start, part.start), events, pieces, marking)
            start, pieces = part.start, []
        events = telling
        pieces.append(_piece(text, part, marking))
    if pieces:
        yield _passage(Span(start, block.end), events, pieces, marking)


def _passage(
    span: Span, events: tuple[str, ...], pieces: list[Piece], marking: _Marking
) -> Passage:
    first = tuple(id_ for id_ in events if span.start <= marking.first[id_] < span.end)
    return Passage(span.start, events, tuple(pieces), first)


def _parts(block: Span, cuts: list[int]) -> Iterator[Span]:
    start = block.start
    # By numbers: a slice to the end would copy the rest of the article for each block.
    for at in range(bisect_right(cuts, start), bisect_left(cuts, block.end)):
        yield Span(start, cuts[at])
        start = cuts[at]
    yield Span(start, block.end)


def _near(marking: _Marking, part: Span) -> Iterator[tuple[Span, str]]:
    """Evidence that may hold the part: what begins no further before it than any is long."""
    start = bisect_left(marking.evidence, part.start - marking.longest, key=_start)
    end = bisect_right(marking.evidence, part.start, key=_start)
    yield from marking.evidence[start:end]


def _start(marked_: tuple[Span, str]) -> int:
    return marked_[0].start


def _piece(text: str, part: Span, marking: _Marking) -> Piece:
    toponym = _covering(marking.toponyms, part)
    time = _covering(marking.times, part)
    place = toponym.place if toponym else None
    return Piece(
        part.of(text),
        place=place.id if place else None,
        unlocated=toponym is not None and place is None,
        time=time.when.edtf if time and time.when else "",
    )


def _covering(marks: list[_Marked], part: Span) -> _Marked | None:
    at = bisect_right(marks, part.start, key=lambda each: each.span.start)
    for mark in reversed(marks[max(0, at - 3) : at]):  # marks may nest, seldom more than twice
        if mark.span.contains(part):
            return mark
    return None
