"""Stretches of a sentence between two cuts, and which leans on which."""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from mapapp.events.words import COORDINATORS

SegmentKind = Literal["clause", "relative", "subordinate", "phrase", "aside"]


class Segment(msgspec.Struct):
    """A stretch of a sentence without a cut inside.

    Attributes
    ----------
    first, last : int
        Indexes of its tokens, `[first, last)`.
    opener : str
        The conjunction or relative word that opens it, lower case, or `(`; empty otherwise.
    verb : int or None
        Index of the token that is its finite verb.
    host : int
        Index of the segment it leans on; its own for a main clause.
    """

    first: int
    last: int
    kind: SegmentKind
    opener: str = ""
    verb: int | None = None
    host: int = -1


def lean(lowered: Sequence[str], segments: list[Segment]) -> None:
    """Give each segment the one it leans on."""
    for i, segment in enumerate(segments):
        if segment.kind == "clause":
            segment.host = i
        elif _frames_next(lowered, segments, i):
            segment.host = i + 1
        elif segment.kind in ("relative", "aside"):
            segment.host = max(i - 1, 0)
        else:
            segment.host = _clause_near(segments, i)


def _frames_next(lowered: Sequence[str], segments: Sequence[Segment], i: int) -> bool:
    """Is it the `and during the war` before a clause of its own?"""
    first = segments[i].first
    linked = lowered[first] in COORDINATORS or (
        lowered[first - 1 : first] == [","] and lowered[max(first - 2, 0)] in COORDINATORS
    )
    if segments[i].kind != "phrase" or not linked:
        return False
    following = segments[i + 1] if i + 1 < len(segments) else None
    return (
        following is not None
        and following.kind == "clause"
        and following.verb != following.first
        and following.first == segments[i].last + 1
        and lowered[segments[i].last] == ","
    )


def _clause_near(segments: Sequence[Segment], i: int) -> int:
    before = [k for k in range(i) if segments[k].verb is not None]
    if before and segments[i].kind == "phrase":
        return before[-1]
    mains = [k for k in before if segments[k].kind == "clause"]
    if mains:
        return mains[-1]
    after = (k for k in range(i + 1, len(segments)) if segments[k].kind == "clause")
    return next(after, before[-1] if before else max(i - 1, 0))


def clause_of(segments: Sequence[Segment], i: int) -> int:
    """The segment with the verb that segment `i` belongs to; itself if it has one."""
    if segments[i].verb is not None:
        return i
    seen = {i}
    while segments[i].verb is None and segments[i].host not in seen:
        i = segments[i].host
        seen.add(i)
    return i


def clause_verbs(segments: Sequence[Segment], finite: Sequence[int]) -> Iterator[int]:
    """The finite verbs of all clauses, and not those of phrases: `the summit held in May`."""
    for one in segments:
        if one.verb is not None:
            yield one.verb
            for i in finite:
                if one.verb < i < one.last:
                    yield i
