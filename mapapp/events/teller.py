"""Read a text sentence by sentence and tell its events."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from mapapp.events.antecedents import Antecedents
from mapapp.events.carry import Story, tells_by_days
from mapapp.events.categories import OTHER, Lexicon
from mapapp.events.dates import Dated, datable, inside
from mapapp.events.episode import WIDE, episode
from mapapp.events.furniture import furniture
from mapapp.events.modality import modality
from mapapp.events.periods import Named, Period, Periods, lacks_year, with_years
from mapapp.events.segments import Segment, clause_of
from mapapp.events.sentence import Sentence, read
from mapapp.events.tellings import dated_once, gerund, going_on, onward, sharing, speaks
from mapapp.events.ties import located, ties, unique
from mapapp.events.titles import title
from mapapp.events.words import PRESENT
from mapapp.model import (
    Article,
    Certainty,
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
_LESS: dict[Certainty, Certainty] = {
    "certain": "less-certain",
    "less-certain": "uncertain",
    "uncertain": "uncertain",
}
_INFERRED = 0.75
_PLACELESS = 0.5
_UNDATED = 0.5
_NEVER = When("", None, None)  # stands for the date that an undated event has not


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells the events of an article.

    Attributes
    ----------
    lexicon : Lexicon
        Categories and their words.
    periods : Periods
        Wars and other times that have a name.
    """

    article: Article
    lexicon: Lexicon
    periods: Periods

    def tell(self, toponyms: Sequence[Toponym], times: Sequence[TimeExpression]) -> Iterator[Event]:
        """The events in the order of the text, not merged and without ids."""
        text = self.article.text
        about = self.periods.about(text) if _needs_period(times) else None
        usable = [time for time in with_years(times, about) if datable(time)]
        story = _story(text, toponyms, usable, about)
        names, dated = _Items(toponyms), _Items(usable)
        named = Named(self.periods.by_name(), about)
        paragraphs = blocks(text)
        opens = frozenset(block.start for block in paragraphs)
        dead = furniture(text, paragraphs)
        before = Antecedents(lambda at: read(text, at, names.within(at), dated.within(at), ()))
        story.named = before.named
        for span in sentences(text, paragraphs):
            if span.start in opens:
                story.open_paragraph()
                before.spans.clear()
            before.spans.append(span)
            here, now = names.within(span), dated.within(span)
            now = named.dating(text, span, now)
            if not (here or now) or _inside(dead, span):
                story.pass_by()
                continue
            if not now and not story.goes_on(text, span):
                yield from self._undated(span, here, story)
                story.overhear(text, here)
                continue
            sentence = read(text, span, here, now, story.dates)
            told = [one for one in self._events(sentence, story) if not speaks(text, span, one)]
            yield from told
            story.hear(sentence, [one for event in told for one in event.ties])

    def _events(self, sentence: Sentence, story: Story) -> Iterator[Event]:
        if sentence.dates:
            told = [
                self._event(sentence, dated, story, date_carried=False)
                for dated in dated_once(sentence)
            ]
            yield from (event for event in told if not any(_frames(event, one) for one in told))
            yield from self._shared(sentence, story, told)
        else:
            for further in going_on(sentence, story.dates[-1]):
                event = self._event(sentence, further, story, date_carried=True)
                if story.episode or not story.narrative or event.category != OTHER:
                    yield event

    def _shared(self, sentence: Sentence, story: Story, told: list[Event]) -> Iterator[Event]:
        """What goes on at the time of something dated, where that adds a place or a kind."""
        tied = {tie.span for one in told for tie in one.ties}
        kinds = {one.category for one in told}
        titles = {one.title for one in told}
        for dated in sharing(sentence):
            event = self._event(sentence, dated, story, date_carried=False)
            wheres = [tie for tie in event.ties if tie.role != "party" and tie.span]
            new = any(tie.span not in tied for tie in wheres)
            if not wheres or dated.noun:
                new = event.category not in kinds
            if new and event.category != OTHER and event.title not in titles:
                titles.add(event.title)
                yield event

    def _undated(self, span: Span, here: list[Toponym], story: Story) -> Iterator[Event]:
        """What a sentence says was done at a place, without any date; only where it is plain.

        It takes a town or the like, a verb in the past and a category: a reader who filters by
        time finds such events in a list of their own, which must not drown what is dated.
        """
        if not any(_is_spot(toponym) for toponym in here):
            return
        sentence = read(self.article.text, span, here, [], ())
        for mention in sentence.mentions:
            if mention.role not in ("location", "destination") or not _is_spot(mention.toponym):
                continue
            told = Dated(_NEVER, sentence.segment_of(mention), ())
            clause = sentence.segments[clause_of(sentence.segments, told.segment)]
            verb = clause.verb
            if clause.kind != "clause" or verb is None or sentence.lowered[verb] in PRESENT:
                continue
            event = self._event(sentence, told, story, date_carried=False)
            if event.category != OTHER and event.modality == "asserted":
                yield replace(event, when=None, score=round(_UNDATED * event.score, 3))
                return

    def _event(
        self, sentence: Sentence, dated: Dated, story: Story, *, date_carried: bool
    ) -> Event:
        text = self.article.text
        words = sentence.span.of(text)
        clause = sentence.segments[clause_of(sentence.segments, dated.segment)]
        found = ties(sentence, dated)
        mode = _modality(sentence, dated, clause)
        if mode == "negated":
            found = _own(sentence, dated, clause, found)
        tied = any(one.place.lon is not None for one in found)
        here = [one for one in found if one.place.kind in WIDE or story.fits(one.place)]
        carried: list[Tie] = []
        elsewhere = not story.episode and _says_where(sentence, clause, found)
        if not located(here) and not elsewhere:
            carried = story.where(words, tied=tied)
        if not found and not carried:
            carried = [one for one in story.whose(words) if one.role == "party" or not elsewhere]
        together = tuple(unique([*found, *carried]))
        inferred = bool(carried) or date_carried or dated.shared
        when = dated.when
        if date_carried:
            when = replace(onward(sentence, when), text="", certainty="uncertain")
        elif dated.shared and not dated.noun:
            when = replace(when, certainty=_LESS[when.certainty])
        elif not when.text and dated.spans:
            when = replace(when, text=dated.spans[0].of(text))
        headline = title(text, sentence, dated, story.named)
        telling = _words(sentence, dated, clause) + headline.lower().split()
        around = [] if dated.noun else sentence.lowered
        if sentence.lists_names(dated):
            telling = sentence.lowered
        return Event(
            id="",
            title=headline,
            category=self.lexicon.category(telling, around),
            when=when,
            ties=together,
            evidence=(sentence.span,),
            score=_score(when, together, inferred=inferred),
            modality=mode,
            inferred=inferred,
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


def _needs_period(times: Sequence[TimeExpression]) -> bool:
    """Does a text leave its years to the reader's knowledge?"""
    return any(map(lacks_year, times)) or not any(map(datable, times))


def _story(
    text: str,
    toponyms: Sequence[Toponym],
    times: Sequence[TimeExpression],
    about: Period | None,
) -> Story:
    story = Story(narrative=tells_by_days(times) if times else about is not None)
    if story.narrative:
        story.episode = episode(text, toponyms)
    if about is not None:
        story.dates = (about.when(""),)
    return story


def _is_spot(toponym: Toponym) -> bool:
    """Does it name, as a place, one that is drawn as a point?"""
    place = toponym.place
    return (
        toponym.usage == "literal"
        and place is not None
        and place.lon is not None
        and place.kind not in WIDE
        and not place.is_area
    )


def _inside(dead: Sequence[Span], span: Span) -> bool:
    at = bisect_right(dead, span.start, key=lambda block: block.start) - 1
    return at >= 0 and dead[at].overlaps(span)


def _says_where(sentence: Sentence, clause: Segment, found: Sequence[Tie]) -> bool:
    """Does an event say by itself where it was, be it at a place that nobody can locate?"""
    return any(one.role != "party" for one in found) or sentence.names_unknown(clause)


def _frames(event: Event, other: Event) -> bool:
    """Is it told by the same words as another with a finer date: `in the 1862 campaign, in May`?"""
    if event.title != other.title or event.when is None or other.when is None:
        return False
    return inside(other.when, event.when)


def _words(sentence: Sentence, dated: Dated, clause: Segment) -> list[str]:
    """The words of the date's clause and phrase, in lower case, without the dates."""
    near = sentence.segments[dated.segment]
    parts = (near,) if near is clause or dated.noun else (clause, near)
    return [
        sentence.lowered[i]
        for part in parts
        for i in range(part.first, part.last)
        if i not in sentence.dated_words or i in sentence.named_dates
    ]


def _modality(sentence: Sentence, dated: Dated, clause: Segment) -> Modality:
    segments = sentence.segments
    if dated.noun or gerund(sentence, dated):
        return "asserted"
    host = segments[clause.host]
    reporting = [host] if clause.opener == "that" and host is not clause else []
    return modality(sentence.lowered, sentence.dated_words, clause, reporting)


def _own(sentence: Sentence, dated: Dated, clause: Segment, found: Sequence[Tie]) -> list[Tie]:
    """The ties whose words stand in the clause itself: what did not happen spreads no further."""
    parts = (clause, sentence.segments[dated.segment])
    stretches = [
        Span(sentence.words[part.first].start, sentence.words[part.last - 1].end) for part in parts
    ]
    return [one for one in found if one.span and any(s.contains(one.span) for s in stretches)]


def _score(when: When, found: Sequence[Tie], *, inferred: bool) -> float:
    place = max((tie.score for tie in found if tie.place.lon is not None), default=_PLACELESS)
    return round(_CERTAINTY[when.certainty] * place * (_INFERRED if inferred else 1.0), 3)
