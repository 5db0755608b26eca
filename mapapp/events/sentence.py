"""A sentence with all that the later steps ask of it: tokens, segments, places, dates."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from mapapp.events.clauses import cut, told_verbs
from mapapp.events.dates import Dated, dates, joined, segment_at, unframed
from mapapp.events.roles import Mention, container_commas, mentions
from mapapp.events.segments import Segment, clause_of, clause_verbs
from mapapp.events.words import ACT_ON_PLACE, DESTINATION, LOCATION, ORIGIN, SAYING, stem_of
from mapapp.model import Span, TimeExpression, Toponym, When
from mapapp.text import Token, tokens
from mapapp.times.edtf import parse
from mapapp.times.lexicon import CLASSES

_MEASURED = 7  # words before `since` in which a superlative can stand
_LIKENED = 9  # words from a comma to the date of what something is likened to
_SUPERLATIVES = frozenset("worst best most first".split())
_ACRONYMS = frozenset({"WHO", "US", "IT"})
_DATELINE = 12  # words of places and a date before the dash
_NUMBERS = CLASSES["NUM"].keys() | CLASSES["TENS"].keys()
_COUNTED = frozenset("later earlier after before".split())
_WHERE = LOCATION | DESTINATION | ORIGIN
_DATE_LINKS = frozenset(
    {"and", ", and", "to", "until", "till", "through", "-", "–", "—", "or", "and the", "to the"}
)


class Sentence(msgspec.Struct, frozen=True, eq=False):
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
    verbs : frozenset of int
        Indexes of the finite verbs of clauses.
    maybe_verbs : frozenset of int
        Those and the finite verbs of what counts as a phrase, some of which are participles.
    inner_commas : frozenset of int
        Indexes of the commas that divide nothing: `Rome, Georgia,`.
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
    verbs: frozenset[int]
    maybe_verbs: frozenset[int]
    inner_commas: frozenset[int]

    def lists_names(self, date: Dated) -> bool:
        """Is a date part of a name in a list without any verb: `the fairs Lima-2018 and Quito`?"""
        if not self.named_dates or any(one.verb is not None for one in self.segments):
            return False
        start = date.spans[0].start if date.spans else -1
        return any(self.words[i].start <= start < self.words[i].end for i in self.named_dates)

    def names_unknown(self, segment: Segment) -> bool:
        """Does a clause lead up to a name that no toponym covers: `reached Xanadu`, `at Xanadu`?"""
        known = self.place_words
        for i in range(segment.first, segment.last - 1):
            word = self.lowered[i]
            far = word == "as" and self.lowered[i - 1] == "far"
            if far or word in _WHERE or stem_of(word) in ACT_ON_PLACE:
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
    if text.find("-", span.start, span.end) >= 0:
        words = _with_dashes(words)
    # In lower case, but for acronyms that would be other words: the WHO declared, he told US.
    lowered = [word.text if word.text in _ACRONYMS else word.text.lower() for word in words]
    starts = [word.start for word in words]
    placed = [(name, *_range(starts, name.span)) for name in toponyms]
    timed = [(time, *_range(starts, time.span)) for time in times]
    dated_words = frozenset(i for _, first, last in timed for i in range(first, last))
    named_dates = frozenset(
        i for time, first, last in timed if time.in_name for i in range(first, last)
    )
    glued = dated_words | {i for _, first, last in placed for i in range(first, last)}
    inner = container_commas(lowered, placed)
    glued |= inner | _between_dates(lowered, timed)
    glued |= {i - 1 for i in named_dates if lowered[i - 1 : i] in (["–"], ["—"])}  # `Eagle – 2019`
    verbs = told_verbs(words, lowered, dated_words)
    finite = [i for i, verb in enumerate(verbs) if verb]
    segments = cut(words, lowered, verbs, glued, dated_words)
    placed_dates = [
        (_at_once(time), segment_at(segments, last + 1))
        if _told_after(lowered, last)
        else (time, segment_at(segments, first))
        for time, first, last in timed
        if _told_after(lowered, last) or not _only_compared(lowered, first)
    ]
    found = joined(text, lowered, dates(text, placed_dates, before))
    named = mentions(text, words, lowered, segments, placed, dated_words)
    found = unframed(found, segments, {one.segment for one in named})
    _rehost(segments, found)
    for date in list(found):
        entry = entry_of(words, segments, dated_words, date)
        if (
            entry
            and lowered[segments[date.segment].last] != ":"
            and _dated(segments, found, date, entry)
        ):
            found.remove(date)  # the dateline of what happened another day
        elif _only_said(segments, lowered, found, date):
            found.remove(date)
        elif entry:
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
        frozenset(clause_verbs(segments, finite)),
        frozenset(finite),
        inner,
    )


def _told_after(lowered: Sequence[str], last: int) -> bool:
    """Does it say what happened at the date right behind it: `in April 2015, when a wall fell`?"""
    told = list(lowered[last : last + 2]) == [",", "when"]
    state = lowered[last + 3 : last + 4] in (["was"], ["were"]) and _is_age(lowered[last + 4 :])
    return told and not state


def _is_age(words: Sequence[str]) -> bool:
    """Do words say how old somebody is: `eighteen,`, `12 years old`?"""
    return bool(words) and (words[0].isdigit() or words[0] in _NUMBERS)


def _at_once(time: TimeExpression) -> TimeExpression:
    """The day itself of `since April 2015, when a wall fell`, and of `until then, when`."""
    when = time.when
    if when is None or ".." not in (when.edtf[-2:], when.edtf[:2]):
        return time
    edtf = when.edtf.removesuffix("/..").removeprefix("../")
    days = parse(edtf).days
    return replace(time, when=replace(when, edtf=edtf, first=days.first, last=days.last))


def _only_compared(lowered: Sequence[str], first: int) -> bool:
    """Is a date only what something is measured by: `as in 1614`, `the largest since 1813`?"""
    if first > 1 and lowered[first - 1] == "in" and lowered[first - 2] in ("as", "than", "like"):
        return True
    commas = (i for i in range(first - 1, max(first - _LIKENED, 0), -1) if lowered[i] == ",")
    if lowered[next(commas, first) + 1 : first][:1] in (["up"], ["down"], ["compared"]):
        return True  # `fell to ten, down from twelve in 1990`
    near = lowered[max(first - _MEASURED, 0) : max(first - 1, 0)]
    return lowered[max(first - 1, 0)] == "since" and any(
        (word.endswith("est") and len(word) > len("west")) or word in _SUPERLATIVES for word in near
    )


def _with_dashes(words: list[Token]) -> list[Token]:
    """Hyphens that stand alone (` - `, ` -- `) as the dashes that they are meant for."""
    if not any(word.text == "-" for word in words):
        return words
    found: list[Token] = []
    for word in words:
        if word.text == "-" and found and found[-1].text == "-" and found[-1].end == word.start:
            found[-1] = Token(found[-1].start, word.end, word.text, word.kind)
        else:
            found.append(word)
    for i in range(1, len(found) - 1):
        before, word, after = found[i - 1 : i + 2]
        if word.text == "-" and before.end < word.start and word.end < after.start:
            found[i] = Token(word.start, word.end, "–", word.kind)
    return found


def entry_of(
    words: Sequence[Token], segments: Sequence[Segment], dated: Collection[int], date: Dated
) -> int:
    """Index of what a date in front tells: `1138: the wall fell`, `LIMA, 3 May 1930 — A ship ...`.

    0 where the date is not all that stands between the beginning, or names, and such a mark.
    """
    last = segments[date.segment].last
    following = date.segment + 1
    if last < len(words) and words[last].text == "(" and following < len(segments):
        last = segments[following].last + 1  # `LIMA, 3 May (Agency) — A ship ...`
        following += 1
    if last >= len(words) or words[last].text not in (":", "–", "—"):
        return 0
    named = all(
        i in dated or words[i].text[0].isupper() or words[i].text in ",()" for i in range(last)
    )
    return following if named and last <= _DATELINE and following < len(segments) else 0


def _dated(
    segments: Sequence[Segment], found: Sequence[Dated], dateline: Dated, entry: int
) -> bool:
    """Has what follows a dateline a date of its own?"""
    told = clause_of(segments, entry)
    return any(one is not dateline and clause_of(segments, one.segment) == told for one in found)


def _only_said(
    segments: Sequence[Segment], lowered: Sequence[str], found: Sequence[Dated], date: Dated
) -> bool:
    """Is it the day on which somebody told what has its day: `fell on Sunday, he said Monday`?"""
    said = clause_of(segments, date.segment)
    verb = segments[said].verb
    if not said or verb is None or lowered[verb] not in SAYING:
        return False
    told = [clause_of(segments, one.segment) for one in found if one is not date]
    return any(one < said and segments[one].kind == "clause" for one in told)


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
    for (_, _, end), (_, start, after) in pairwise(timed):
        between = lowered[end:start]
        steps = not _COUNTED.isdisjoint(lowered[start:after])
        if " ".join(between) in _DATE_LINKS and not steps:
            found.update(range(end, start))
    return frozenset(found)
