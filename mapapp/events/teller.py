"""Read a text sentence by sentence and tell its events."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from msgspec.structs import replace

from mapapp.events.antecedents import Antecedents
from mapapp.events.carry import Story, day_of_news, tells_by_days
from mapapp.events.categories import OTHER, Lexicon
from mapapp.events.chronicle import bare_dates, beside_names, headed, is_chronicle, is_published
from mapapp.events.datelines import beyond_dateline
from mapapp.events.dates import Dated, datable, inside, is_cited
from mapapp.events.drafting import draft
from mapapp.events.episode import WIDE, episode
from mapapp.events.furniture import furniture, is_byline, without_number
from mapapp.events.lives import lives
from mapapp.events.namesakes import without_namesakes
from mapapp.events.periods import Named, Period, Periods, lacks_year, with_years
from mapapp.events.roles import Mention
from mapapp.events.segments import Segment, clause_of
from mapapp.events.sentence import Sentence, read
from mapapp.events.tellings import (
    dated_once,
    going_on,
    is_behind,
    sharing,
    speaks,
    tells_in_present,
    told_apart,
)
from mapapp.events.verbs import is_past
from mapapp.events.words import PERFECT
from mapapp.model import Article, Event, Span, TimeExpression, Toponym, When
from mapapp.text import blocks, sentences


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


T = TypeVar("T", bound=_Spanned)

_UNDATED = 0.5
_STATIONED = frozenset("located stationed deployed installed quartered garrisoned".split())
_UNFIXED = ("PAST_REF", "XXXX-WXX")  # TIMEX3's values of `last week` and `Monday`, unfixed
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
        usable = [
            time for time in with_years(times, about) if datable(time) and not is_cited(text, time)
        ]
        paragraphs = blocks(text)
        toponyms = without_namesakes(text, toponyms)
        story = _story(self.article, toponyms, usable, about, paragraphs)
        names, dated = _Items(toponyms), _Items(usable)
        unknown = _Items([time for time in times if _is_unknown(time)])
        named = Named(text, self.periods.by_name(), about)
        under = headed(text, paragraphs, usable, toponyms)
        opens = frozenset(block.start for block in paragraphs)
        dead = sorted(
            {*furniture(text, paragraphs), *bare_dates(text, paragraphs, usable, toponyms)}
        )
        before = Antecedents(
            lambda at: read(text, at, names.within(at), dated.within(at), ()), text=text
        )
        story.named = before.named
        for whole in sentences(text, paragraphs):
            span = (
                without_number(text, whole, dated.within(whole)) if whole.start in opens else whole
            )
            if whole.start in opens:
                story.open_paragraph()
                before.open_paragraph()
                if whole.start in under:
                    story.stand_at(text, under[whole.start].place)
            before.spans.append(span)
            if before.first is None and text[span.end - 1] in ".!?":
                before.first = span
            here, now = names.within(span), dated.within(span)
            if whole.start in opens:
                here = beyond_dateline(text, span, here)
            now = named.dating(span, now)
            events, here, now = lives(text, span, here, now)
            yield from events
            if not (here or now) or _inside(dead, span):
                story.pass_by()
                continue
            beside = beside_names(text, span, [*now, *here] if now else [])
            if is_published(beside) or is_byline(span.of(text)):
                story.pass_by()
                continue
            if not beside:
                story.stand_under(now[0].when)
                story.stand_at(text, next(iter(here), None))
                story.under = True
                continue
            if not now and whole.start in under:
                sentence = read(text, span, here, [], ())
                event = self._draft(sentence, _first_told(sentence, under[whole.start].when), story)
                yield event
                story.hear(sentence, [event])
                story.stand_under(event.when)
                continue
            if not now and (unknown.within(span) or not story.goes_on(text, span)):
                yield from self._undated(span, here, story)
                story.overhear(text, span, here)
                continue
            sentence = before.known[span] = read(text, span, here, now, story.dates)
            told = [one for one in self._events(sentence, story) if not speaks(text, span, one)]
            yield from told
            story.hear(sentence, told)
            if sentence.dates:
                story.present = tells_in_present(sentence, before=story.present)

    def _events(self, sentence: Sentence, story: Story) -> Iterator[Event]:
        if sentence.dates:
            once = dated_once(sentence)
            drafts = [self._draft(sentence, dated, story) for dated in once]
            told = [
                event
                for n, event in enumerate(drafts)
                if not any(_frames(event, one) for one in drafts)
                and (told_apart(sentence, once[:n], once[n]) or not _is_twin(event, drafts[:n]))
            ]
            yield from told
            yield from self._shared(sentence, story, told)
        elif story.dates:
            present = story.present or story.entries
            for further in going_on(sentence, story.dates[-1], present=present):
                event = self._draft(sentence, further, story, date_carried=True)
                scene = story.entries or story.episode or not story.narrative
                if scene or event.category != OTHER:
                    yield event

    def _shared(self, sentence: Sentence, story: Story, told: list[Event]) -> Iterator[Event]:
        """What goes on at the time of something dated, where that adds a place or a kind."""
        tied = {tie.span for one in told for tie in one.ties}
        kinds = {one.category for one in told}
        titles = {one.title for one in told}
        for dated in sharing(sentence):
            event = self._draft(sentence, dated, story)
            wheres = [tie for tie in event.ties if tie.role != "party" and tie.span]
            new = any(tie.span not in tied for tie in wheres)
            if not wheres or dated.noun or is_behind(sentence, dated):
                new = event.category not in kinds
            if new and event.category != OTHER and event.title not in titles:
                titles.add(event.title)
                yield event

    def _undated(self, span: Span, here: list[Toponym], story: Story) -> Iterator[Event]:
        """What a sentence says was done at a place, without any date; only where it is plain.

        It is dated only by the time that a whole text is about, if there is one.

        It takes a place that the clause says something was done at, a verb in the past, and a
        category: a reader who filters by time finds such events in a list of their own, which must
        not drown what is dated.
        """
        text = self.article.text
        if not any(_is_spot(one) or text.endswith("in ", 0, one.span.start) for one in here):
            return
        sentence = read(text, span, here, [], ())
        for mention in sentence.mentions:
            told = Dated(_NEVER, mention.segment, ())
            clause = sentence.segments[clause_of(sentence.segments, told.segment)]
            if clause.kind != "clause" or not _is_where(mention, sentence, clause):
                continue
            event = self._draft(sentence, told, story)
            if event.category != OTHER and event.modality == "asserted":
                if speaks(text, span, event):
                    return
                score = round(_UNDATED * event.score, 3)
                yield replace(event, when=story.period, score=score)
                return

    def _draft(
        self, sentence: Sentence, dated: Dated, story: Story, *, date_carried: bool = False
    ) -> Event:
        text = self.article.text
        return draft(text, self.lexicon, sentence, dated, story, date_carried=date_carried)


class _Items(Generic[T]):
    """Toponyms or times in the order of the text."""

    def __init__(self, items: Sequence[T]) -> None:
        self._items = sorted(items, key=lambda item: item.span)
        self._starts = [item.span.start for item in self._items]

    def within(self, span: Span) -> list[T]:
        """Those that begin inside a span."""
        starts = self._starts
        first = bisect_left(starts, span.start)
        if first == len(starts) or starts[first] >= span.end:
            return []
        return self._items[first : bisect_left(starts, span.end, lo=first)]


def _is_unknown(time: TimeExpression) -> bool:
    """Does it name a day that nothing in the text fixes: `last week` in news without their date?"""
    return time.when is None and time.value.startswith(_UNFIXED)


def _needs_period(times: Sequence[TimeExpression]) -> bool:
    """Does a text leave its years to the reader's knowledge?"""
    return any(map(lacks_year, times)) or not any(map(datable, times))


def _story(
    article: Article,
    toponyms: Sequence[Toponym],
    times: Sequence[TimeExpression],
    about: Period | None,
    paragraphs: Sequence[Span],
) -> Story:
    text = article.text
    story = Story(
        narrative=tells_by_days(times) if times else about is not None,
        day_of_news=day_of_news(article.published, times),
    )
    story.entries = is_chronicle(text, paragraphs, times)
    if story.narrative and not story.entries:
        story.episode = episode(text, toponyms, times)
    if about is not None:
        story.period = replace(about.when(""), certainty="uncertain")
        story.dates = (story.period,)
    return story


def _first_told(sentence: Sentence, when: When) -> Dated:
    """What a sentence tells first, at the date that it stands under."""
    verbs = (n for n, segment in enumerate(sentence.segments) if segment.verb is not None)
    return Dated(when, next(verbs, 0), ())


def _is_spot(toponym: Toponym) -> bool:
    """Does it name, as a place, one that is drawn as a point?"""
    place = toponym.place
    if place is None or place.lon is None or toponym.usage != "literal":
        return False
    return place.kind not in WIDE and not place.is_area


def _is_where(mention: Mention, sentence: Sentence, clause: Segment) -> bool:
    """Does a clause tell what was done at a place: at a town, or within a country?

    Of a country it takes `in`, since much is said to and of countries that is no event, and a
    perfect counts too: `officers have studied in Peru`; so does `guns are deployed in Peru`.
    """
    place, verb = mention.toponym.place, clause.verb
    if mention.weak or place is None or place.lon is None or verb is None:
        return False
    past = is_past(sentence.lowered, verb)
    if _is_spot(mention.toponym):
        return past and mention.role in ("location", "destination")
    stands = not _STATIONED.isdisjoint(sentence.lowered[verb + 1 : verb + 3])
    done = past or stands or sentence.lowered[verb] in PERFECT
    inside = clause.first <= mention.first < clause.last
    return done and inside and sentence.lowered[mention.first - 1 : mention.first] == ["in"]


def _is_twin(event: Event, before: Sequence[Event]) -> bool:
    return any(event.title == one.title and event.place in (one.place, None) for one in before)


def _inside(dead: Sequence[Span], span: Span) -> bool:
    at = bisect_right(dead, span.start, key=lambda block: block.start) - 1
    return at >= 0 and dead[at].overlaps(span)


def _frames(event: Event, other: Event) -> bool:
    """Is it told by the same words as another with a finer date: `in the 1862 campaign, in May`?"""
    if event.title != other.title or event.when is None or other.when is None:
        return False
    return inside(other.when, event.when)
