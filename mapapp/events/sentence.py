"""A sentence with all that the later steps ask of it: tokens, segments, places, dates."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mapapp.events.clauses import cut
from mapapp.events.dates import Dated, dates, joined, segment_at, unframed
from mapapp.events.roles import Mention, lies_in, mentions
from mapapp.events.segments import Segment
from mapapp.events.words import ACT_ON_PLACE, DESTINATION, LOCATION, ORIGIN, stem_of
from mapapp.model import Span, TimeExpression, Toponym, When
from mapapp.text import Token, tokens

_MEASURED = 7  # words before `since` in which a superlative can stand
_SUPERLATIVES = frozenset("worst best most first".split())
_DATELINE = 12  # words of places and a date before the dash
_WHERE = LOCATION | DESTINATION | ORIGIN
_DATE_LINKS = frozenset(
    {"and", ", and", "to", "until", "till", "through", "-", "–", "—", "or", "and the", "to the"}
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence read for events.

    Attributes
    ----------
    words, lowered : list of Token, list of str
        Its tokens, and their words in lower case.
    segments : list of Segment
        Its clauses and phrases, in order.
    mentions : list of Mention
        Its places with their roles, in order.
    dates : list of Dated
        Its different dates, in order.
    dated_words : frozenset of int
        Indexes of the tokens inside time expressions.
    named_dates : frozenset of int
        Those of them that are part of a name: `IDEF-2019`, `the Winter War`.
    place_words : frozenset of int
        Indexes of the tokens that name places.
    """

    span: Span
    words: list[Token]
    lowered: list[str]
    segments: list[Segment]
    mentions: list[Mention]
    dates: list[Dated]
    dated_words: frozenset[int]
    named_dates: frozenset[int]
    place_words: frozenset[int]

    def lists_names(self, date: Dated) -> bool:
        """Is a date part of a name in a list without any verb: `the fairs Lima-2018 and Quito`?"""
        if not self.named_dates or any(one.verb is not None for one in self.segments):
            return False
        start = date.spans[0].start if date.spans else -1
        return any(self.words[i].start <= start < self.words[i].end for i in self.named_dates)

    def segment_of(self, mention: Mention) -> int:
        """Index of the segment in which a place is named."""
        return segment_at(self.segments, mention.first)

    def names_unknown(self, segment: Segment) -> bool:
        """Does a clause lead up to a name that no toponym covers: `reached Xanadu`, `at Xanadu`?"""
        known = self.place_words
        for i in range(segment.first, segment.last - 1):
            word = self.lowered[i]
            if word in _WHERE or stem_of(word) in ACT_ON_PLACE:
                at = i + 1 + (self.lowered[i + 1] == "the")
                if at < segment.last and self.words[at].text[0].isupper():
                    return at not in known and at not in self.dated_words
        return False


def read(
    text: str,
    span: Span,
    toponyms: Sequence[Toponym],
    times: Sequence[TimeExpression],
    before: Sequence[When],
) -> Sentence:
    """Cut one sentence and settle its places and dates.

    Parameters
    ----------
    text : str
        The article's.
    toponyms, times : sequence of Toponym, sequence of TimeExpression
        Those inside the sentence, in order; times only such as `datable` accepts.
    before : sequence of When
        The dates of the sentence before.
    """
    words = tokens(text, span.start, span.end)
    lowered = [token.text.lower() for token in words]
    starts = [word.start for word in words]
    placed = [(name, *_range(starts, name.span)) for name in toponyms]
    timed = [(time, *_range(starts, time.span)) for time in times]
    dated_words = frozenset(i for _, first, last in timed for i in range(first, last))
    named_dates = frozenset(
        i for time, first, last in timed if time.in_name for i in range(first, last)
    )
    glued = dated_words | {i for _, first, last in placed for i in range(first, last)}
    glued |= _container_commas(lowered, placed) | _between_dates(lowered, timed)
    glued |= {i - 1 for i in named_dates if lowered[i - 1 : i] in (["–"], ["—"])}  # `Eagle – 2019`
    segments = cut(words, lowered, glued, dated_words)
    placed_dates = [
        (time, segment_at(segments, first))
        for time, first, _ in timed
        if not _only_compared(lowered, first)
    ]
    found = joined(text, lowered, dates(text, placed_dates, before))
    named = mentions(text, words, lowered, placed, dated_words)
    found = unframed(found, segments, {segment_at(segments, one.first) for one in named})
    _rehost(segments, found)
    for date in found:
        entry = entry_of(words, segments, dated_words, date)
        if entry:
            segments[date.segment].host = entry
    return Sentence(
        span,
        words,
        lowered,
        segments,
        named,
        found,
        dated_words,
        named_dates,
        frozenset(i for mention in named for i in range(mention.first, mention.last)),
    )


def _only_compared(lowered: Sequence[str], first: int) -> bool:
    """Is a date only what something is measured by: `as in 1614`, `the largest since 1813`?"""
    if first > 1 and lowered[first - 1] == "in" and lowered[first - 2] in ("as", "than", "like"):
        return True
    near = lowered[max(first - _MEASURED, 0) : max(first - 1, 0)]
    return lowered[max(first - 1, 0)] == "since" and any(
        (word.endswith("est") and len(word) > len("west")) or word in _SUPERLATIVES for word in near
    )


def entry_of(
    words: Sequence[Token], segments: Sequence[Segment], dated: Collection[int], date: Dated
) -> int:
    """Index of what a date in front tells: `1138: the wall fell`, `LIMA, 3 May 1930 — A ship ...`.

    0 where the date is not all that stands between the beginning, or names, and such a mark.
    """
    last = segments[date.segment].last
    if last >= len(words) or words[last].text not in (":", "–", "—"):
        return 0
    named = all(
        i in dated or words[i].text[0].isupper() or words[i].text == "," for i in range(last)
    )
    following = date.segment + 1
    return following if named and last <= _DATELINE and following < len(segments) else 0


def _rehost(segments: Sequence[Segment], found: Sequence[Dated]) -> None:
    """A dated phrase after a clause that has its date goes with the main clause.

    `The threshold, which A passed in 2007, was not reached, until 2022, by B`.
    """
    dated = {date.segment for date in found}
    for i in sorted(dated):
        segment = segments[i]
        host = segments[segment.host]
        if segment.kind != "phrase" or segment.host not in dated or host.kind == "clause":
            continue
        mains = [k for k in range(i) if segments[k].kind == "clause"]
        if mains:
            segment.host = mains[-1]


def _range(starts: Sequence[int], span: Span) -> tuple[int, int]:
    """The tokens `[first, last)` that a span touches, by the offsets where tokens start."""
    first = max(bisect_right(starts, span.start) - 1, 0)
    return first, max(bisect_left(starts, span.end), first + 1)


def _between_dates(
    lowered: Sequence[str], timed: Sequence[tuple[TimeExpression, int, int]]
) -> frozenset[int]:
    """The marks and words inside `between 11 December 1862, and 1 January 1863`."""
    found: set[int] = set()
    for (_, _, end), (_, start, _) in pairwise(timed):
        between = lowered[end:start]
        if " ".join(between) in _DATE_LINKS:
            found.update(range(end, start))
    return frozenset(found)


def _container_commas(
    lowered: Sequence[str], placed: Sequence[tuple[Toponym, int, int]]
) -> frozenset[int]:
    """The commas of `Tuscumbia, Alabama,`, which divide nothing."""
    found: set[int] = set()
    for (inner, _, end), (outer, start, after) in pairwise(placed):
        named = outer.usage != "demonym" and lies_in(inner, outer)
        if start == end + 1 and lowered[end] == "," and named:
            found.add(end)
            if after < len(lowered) and lowered[after] == ",":
                found.add(after)
    return frozenset(found)
