"""Tie dates and places of a text into events, clause by clause."""

import hashlib
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Generic, Protocol, TypeVar

from mapapp.events import carry
from mapapp.events.categories import Lexicon, shipped
from mapapp.events.clauses import Segment, clause_of
from mapapp.events.dates import Dated, datable
from mapapp.events.furniture import furniture
from mapapp.events.merge import merged
from mapapp.events.modality import modality
from mapapp.events.sentence import Sentence, read
from mapapp.events.ties import located, ties, unique
from mapapp.events.titles import title
from mapapp.model import (
    Article,
    Event,
    Modality,
    Span,
    Tie,
    TimeExpression,
    Toponym,
    When,
)
from mapapp.text import blocks, sentences


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


T = TypeVar("T", bound=_Spanned)

_CERTAINTY = {"certain": 1.0, "less-certain": 0.8, "uncertain": 0.6}
_INFERRED = 0.75
_PLACELESS = 0.5


def relate(
    article: Article,
    toponyms: Sequence[Toponym],
    times: Sequence[TimeExpression],
    lexicon: Lexicon | None = None,
) -> tuple[Event, ...]:
    """The events that a text tells, in the order in which it tells them.

    Parameters
    ----------
    toponyms, times : sequence of Toponym, sequence of TimeExpression
        What was found in the article's text; times inside names included.
    lexicon : Lexicon or None
        Categories and their words; the lexicon that ships when None.

    Returns
    -------
    tuple of Event
        Each with at least one evidence sentence. An event whose place the text does not give has
        no ties; planned, supposed and denied ones carry their modality.
    """
    teller = _Teller(article, lexicon or shipped())
    events = merged(list(teller.tell(toponyms, times)))
    return tuple(_identified(article.text, events))


class _Teller:
    """Reads the sentences in order and remembers what carries on."""

    def __init__(self, article: Article, lexicon: Lexicon) -> None:
        self.text = article.text
        self.lexicon = lexicon
        paragraphs = blocks(article.text)
        self.opens = frozenset(block.start for block in paragraphs)
        self.dead = furniture(article.text, paragraphs)

    def tell(self, toponyms: Sequence[Toponym], times: Sequence[TimeExpression]) -> Iterator[Event]:
        """The events sentence by sentence, not merged and without ids."""
        usable = [time for time in times if datable(time)]
        whens = [time.when for time in usable if time.when]
        story = carry.Story(narrative=carry.tells_by_days(whens))
        names, dated = _Items(toponyms), _Items(usable)
        for span in sentences(self.text):
            if span.start in self.opens:
                story.open_paragraph()
            here, now = names.within(span), dated.within(span)
            if not (here or now) or self._is_dead(span):
                continue
            sentence = read(self.text, span, here, now, story.whens)
            yield from self._events(sentence, story)
            story.hear(sentence)

    def _is_dead(self, span: Span) -> bool:
        at = bisect_right(self.dead, span.start, key=lambda block: block.start) - 1
        return at >= 0 and self.dead[at].overlaps(span)

    def _events(self, sentence: Sentence, story: carry.Story) -> Iterator[Event]:
        for dated in _told_once(sentence):
            yield self._event(sentence, dated, story)

    def _event(self, sentence: Sentence, dated: Dated, story: carry.Story) -> Event:
        words = sentence.span.of(self.text)
        found = ties(sentence, dated)
        carried: list[Tie] = []
        if not located(found):
            carried = story.where(words)
        if not found and not carried:
            carried = story.both(words)
        together = tuple(unique([*found, *carried]))
        clause = sentence.segments[clause_of(sentence.segments, dated.segment)]
        inside = sentence.lowered[clause.first : clause.last]
        near = sentence.segments[dated.segment]
        if near is not clause:
            inside = inside + sentence.lowered[near.first : near.last]
        return Event(
            id="",
            title=title(self.text, sentence, dated),
            category=self.lexicon.category(inside, sentence.lowered),
            when=replace(dated.when, text=dated.when.text or dated.spans[0].of(self.text)),
            ties=together,
            evidence=(sentence.span,),
            score=_score(dated.when, together, inferred=bool(carried)),
            modality=_modality(sentence, clause),
            inferred=bool(carried),
        )


class _Items(Generic[T]):
    """Toponyms or times in the order of the text."""

    def __init__(self, items: Sequence[T]) -> None:
        self._items = sorted(items, key=lambda item: item.span)
        self._starts = [item.span.start for item in self._items]

    def within(self, span: Span) -> list[T]:
        """Those that begin inside a span."""
        first = bisect_left(self._starts, span.start)
        return self._items[first : bisect_left(self._starts, span.end, lo=first)]


def _told_once(sentence: Sentence) -> list[Dated]:
    """The dates of a sentence, those of one clause and equal days only once."""
    seen: set[tuple[int, int | None, int | None]] = set()
    kept: list[Dated] = []
    for dated in sentence.dates:
        clause = clause_of(sentence.segments, dated.segment)
        key = (clause, dated.when.first, dated.when.last)
        if key not in seen:
            seen.add(key)
            kept.append(dated)
    return kept


def _modality(sentence: Sentence, clause: Segment) -> Modality:
    segments = sentence.segments
    host = segments[clause.host]
    reporting = [host] if clause.opener == "that" and host is not clause else []
    return modality(sentence.lowered, clause, reporting)


def _score(when: When, found: Sequence[Tie], *, inferred: bool) -> float:
    place = max((tie.score for tie in found if tie.place.lon is not None), default=_PLACELESS)
    return round(_CERTAINTY[when.certainty] * place * (_INFERRED if inferred else 1.0), 3)


def _identified(text: str, events: Sequence[Event]) -> Iterator[Event]:
    """Give ids that stay as long as sentence, date and place stay."""
    equals: Counter[str] = Counter()
    for event in events:
        place = event.place
        when = event.when.text if event.when else ""
        key = "\x1f".join((event.evidence[0].of(text), when, place.id if place else ""))
        equals[key] += 1
        made = hashlib.sha256(f"{key}\x1f{equals[key]}".encode()).hexdigest()
        yield replace(event, id=made[:12])
