"""The article's text with its places, dates and events marked."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from mapapp.layers import shown_events
from mapapp.model import Span, Story, TimeExpression, Toponym
from mapapp.text.segment import blocks

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


def marked(story: Story) -> tuple[Block, ...]:
    """The whole text in blocks; joined, the pieces of a block are its text, unedited."""
    article = story.annotation.article
    marking = _Marking.of(story)
    headings = set(article.headings)
    told: set[str] = set()
    return tuple(
        Block(
            heading=any(block.overlaps(heading) for heading in headings),
            passages=tuple(_passages(article.text, block, marking, told)),
            is_title=block.of(article.text).strip("# \t") == article.title,
        )
        for block in blocks(article.text)
    )


@dataclass(frozen=True, slots=True)
class _Marking:
    toponyms: list[Toponym]
    times: list[TimeExpression]
    evidence: list[tuple[Span, str]]
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
        return cls(toponyms, times, evidence, cuts, longest)


def _passages(text: str, block: Span, marking: _Marking, told: set[str]) -> Iterator[Passage]:
    start = block.start
    events: tuple[str, ...] = ()
    pieces: list[Piece] = []
    for part in _parts(block, marking.cuts):
        telling = tuple(
            dict.fromkeys(id_ for span, id_ in _near(marking, part) if span.contains(part))
        )
        if telling != events and pieces:
            yield _passage(start, events, pieces, told)
            start, pieces = part.start, []
        events = telling
        pieces.append(_piece(text, part, marking))
    if pieces:
        yield _passage(start, events, pieces, told)


def _passage(start: int, events: tuple[str, ...], pieces: list[Piece], told: set[str]) -> Passage:
    first = tuple(id_ for id_ in events if id_ not in told)
    told.update(first)
    return Passage(start, events, tuple(pieces), first)


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
