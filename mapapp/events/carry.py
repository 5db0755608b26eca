"""What a sentence takes over from those before: places, dates, whom `both countries` means."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from mapapp.events.episode import WIDE, Episode
from mapapp.events.roles import Mention
from mapapp.events.segments import clause_of
from mapapp.events.sentence import Sentence
from mapapp.events.subjects import nobody
from mapapp.events.ties import tie
from mapapp.model import Event, Interval, Place, Role, Span, Tie, TimeExpression, Toponym, When

_BODIES = frozenset({"country", "territory", "historic_state"})
_THERE = re.compile(
    r"\b(?:here|there|(?:the|this|that) (?:city|town|village|fort|island|port|capital|region|area"
    r"|place|harbou?r|base|garrison|site|province|valley|position|river))\b",
    re.IGNORECASE,
)
# `They lived there`, and not `there was`; of a country or a province named last.
_BACK_THERE = re.compile(
    r"\bthere\b(?! (?:was|were|is|are|had|has|have|will|would|could|may|might|seemed|remained"
    r"|came|followed|existed))(?!['’]s)"
)
_BOTH = re.compile(
    r"\b(?:(?:the|these|both)(?: two)? (?:countries|states|nations|sides|parties|republics"
    r"|governments|peoples)|bilateral)\b",
    re.IGNORECASE,
)
_THIS = re.compile(r"(?:This|These|The (?:said|same)) (?!is|was|are|were|has|have|means|shows)\w+")
# Where a sentence with one of these plays, nothing has to have been.
_UNREAL = frozenset("if unless would".split())
_CARRIED = 0.6  # sureness of a place from the sentence before
_RECENT = 2  # sentences over which a place goes on
_LONG_AGO = 1000
_FAR = 0.4  # and of one from elsewhere in the text
_STAND_OUT = 0.6  # share of all mentions of states that two need to be a text's subject
_ALONE = 2  # times the second's mentions, from which a text is about the first alone
_OFTEN = 5  # mentions that each of them needs
_SURE = 0.6  # score of a tie to a place outside the episode's region that is believed
_YEAR = re.compile(r"\b\d{4}\b")
_OPENING = 8  # characters of a preposition before a date that opens a sentence
_MONTH = 31  # days
_TEN_DAYS = 10
_YEAR_ON = 366  # days that a telling may pass over and still be where it was
_EXACT = re.compile(r"[\dX]{4}-(?:\d\d|XX-\d\d)\b")


@dataclass(slots=True)
class Story:
    """What has been told so far.

    Attributes
    ----------
    entries : bool
        Most paragraphs open with their date, which holds to their end.
    narrative : bool
        The text tells day by day, so that places and dates carry on; a survey by years does not.
    day_of_news : int or None
        The day of writing of a text that tells of the days before it.
    period : When or None
        The time that a text without years is about.
    episode : Episode or None
        What a short text is about.
    dates : tuple of When
        The dates of the last dated sentence.
    under : bool
        The paragraph opens with a sentence that is nothing but a date: `A.D. 106.`
    undated : int
        Sentences since then, in the paragraph.
    present : bool
        The last dated sentence told in the present tense what was done.
    named : callable
        Tells whom a pronoun means by the sentences before; empty when that is not plain.
    """

    narrative: bool
    day_of_news: int | None = None
    entries: bool = False
    period: When | None = None
    episode: Episode | None = None
    dates: tuple[When, ...] = ()
    under: bool = False
    undated: int = 0
    present: bool = False
    named: Callable[[str], str] = field(default=nobody, repr=False)
    _here: tuple[Toponym, str] | None = None
    _here_on: tuple[When, ...] = ()
    _age: int = 0
    _wide: tuple[Toponym, str] | None = None
    _before: tuple[Tie, ...] = ()
    _bodies: Counter[str] = field(default_factory=Counter)
    _body_names: dict[str, tuple[Toponym, str]] = field(default_factory=dict)

    def open_paragraph(self) -> None:
        """Forget what does not reach over the end of a paragraph."""
        self._here = self._wide = None
        self._before = ()
        self.undated = _LONG_AGO
        self.under = False

    def stand_under(self, when: When | None) -> None:
        """Take the date of a heading, until a sentence is dated otherwise."""
        if when is not None:
            self.dates = (when,)
            self.undated = 0

    def stand_at(self, text: str, place: Toponym | None) -> None:
        """Take the place that a heading names, until another is named."""
        if place is not None:
            self._note(place, place.span.of(text), where=True)

    def hear(self, sentence: Sentence, told: Sequence[Event]) -> None:
        """Take in a sentence after its events were read."""
        real = any(event.modality == "asserted" for event in told) or not told
        real = real and _UNREAL.isdisjoint(sentence.lowered)
        for mention in sentence.mentions:
            where = mention.role != "party" and not mention.weak and real
            where = where and not _of_another_time(sentence, mention)
            self._note(mention.toponym, mention.name, where=where)
        self._before = tuple(one for event in told for one in event.ties) or self._before
        self.pass_by()
        begun = tuple(date.when for date in sentence.dates if date.when.first is not None)
        if begun:  # `until May` says of no day that it was told
            self.dates = begun
            self.undated = 0
        if self._age == 0:
            self._here_on = self.dates

    def pass_by(self) -> None:
        """Count a sentence in which nothing was told."""
        self._age += 1
        self.undated += 1

    def overhear(self, text: str, span: Span, toponyms: Sequence[Toponym]) -> None:
        """Take in the places of a sentence that tells no event."""
        real = _UNREAL.isdisjoint(span.of(text).lower().split())
        for toponym in toponyms:
            self._note(toponym, toponym.span.of(text), where=real and toponym.usage == "literal")
        self.pass_by()

    def _note(self, toponym: Toponym, name: str, *, where: bool) -> None:
        place = toponym.place
        if place is None or place.lon is None:
            return
        if place.kind in _BODIES:
            self._bodies[place.id] += 1
            self._body_names[place.id] = (toponym, name)
        elif where and place.kind not in WIDE and self.fits(place):
            self._here, self._age = (toponym, name), -1
            self._wide = None
        if where and place.kind in WIDE:
            self._wide = (toponym, name)

    def fits(self, place: Place) -> bool:
        """Can a place belong to the episode, if the text tells one?"""
        episode = self.episode
        return episode is None or not episode.region or place.id in episode.region

    def goes_on(self, text: str, sentence: Span) -> bool:
        """Does a sentence without a date go on with what the one before dated?

        In a text of one episode every sentence does, in a longer telling by days the very next
        one, elsewhere only one that says `This mission ...`.
        """
        if not self.dates or self._is_back():
            return False
        if (self.entries or self.under) and self.undated < _LONG_AGO:
            return True
        if self.narrative and (self.episode or self.undated == 0):
            return True
        if self.undated > 0:
            return False
        return _THIS.match(text, sentence.start, sentence.end) is not None

    def _is_back(self) -> bool:
        """Have news told of a day long gone? What they tell without a date is of now again."""
        day = self.day_of_news
        return day is not None and all(day - (when.last or day) > _TEN_DAYS for when in self.dates)

    def trusts(self, one: Tie) -> bool:
        """Is a place where the episode is, or so surely far off that it was meant?"""
        return self.fits(one.place) or one.score >= _SURE

    def where(self, words: str, when: When, *, tied: bool) -> list[Tie]:
        """Where the telling stands: the last place named, or the one most spoken of.

        What was long before or after the days of an episode was not there. Outside a text of one
        episode a place goes on only into the next sentences, and only for an event of a day or
        month that is `tied` to nothing else, unless the words say `there` or `the city`.
        """
        here = self.episode is None or self.episode.at(when)
        if self._wide and self.episode is None and _BACK_THERE.search(words):
            return [_carried(*self._wide, "location")]
        if self._here and here and self._goes_on_here(words, when, tied):
            return [_carried(*self._here, "location")]
        if self.episode and self.episode.plain and here:
            main = self.episode.main
            return [_carried(main, main.place.name if main.place else "", "location", _FAR)]
        return []

    def _goes_on_here(self, words: str, when: When, tied: bool) -> bool:
        if self.episode:
            return self._soon(when)
        if self._age <= _RECENT and _THERE.search(words):
            return True
        if not self.narrative or tied or self._age > _RECENT or self._begins_anew(words, when):
            return False
        return _is_short(when) and self._soon(when)

    def _soon(self, when: When) -> bool:
        """Is a date near those of the sentence that named the place?"""
        return not self._here_on or any(_apart(when, one) <= _YEAR_ON for one in self._here_on)

    def _begins_anew(self, words: str, when: When) -> bool:
        """Does a sentence open with a year that was named before: `On 14 April 1865 the king ...`?

        So does a telling that turns to another scene.
        """
        told = _YEAR.search(when.text)
        if told is None or words.find(when.text) not in range(_OPENING):
            return False
        return any(then.edtf.startswith(told[0]) for then in self.dates)

    def whose(self, words: str, when: When) -> list[Tie]:
        """For an event without any place: whose it is, by `both countries` or the event before.

        It was where that one was only if it was then, too.
        """
        if len(self._bodies) > 1 and _BOTH.search(words):
            return self._subject(share=0.0, often=1)
        if self._before:
            return [
                Tie(one.place, one.role, None, round(_CARRIED * one.score, 3))
                for one in self._before
                if one.role == "party" or self._then(when)
            ]
        return self._subject(share=_STAND_OUT, often=_OFTEN)

    def _then(self, when: When) -> bool:
        """Was it at the time of the dates before? An open beginning, `until 1931`, says nothing."""
        return when.first is not None and any(then.days.meets(when.days) for then in self.dates)

    def _subject(self, *, share: float, often: int) -> list[Tie]:
        """The two states that most of the text so far is about, if two stand out."""
        first = self._bodies.most_common(2)
        enough = sum(count for _, count in first) >= share * self._bodies.total()
        if len(first) < 2 or not enough or first[1][1] < often:
            return []
        if share and first[0][1] > _ALONE * first[1][1]:
            first = first[:1]
        return [_carried(*self._body_names[place], "party") for place, _ in first]


def _of_another_time(sentence: Sentence, mention: Mention) -> bool:
    """Is a place named in what another clause only says: `testified that he went to Lima in May`?

    Where that clause has a date of its own and another clause has one, too.
    """
    segments = sentence.segments
    clause = clause_of(segments, mention.segment)
    if segments[clause].kind not in ("relative", "subordinate"):
        return False
    dated = {clause_of(segments, one.segment) for one in sentence.dates}
    return clause in dated and len(dated) > 1


def _is_short(when: When) -> bool:
    """Is a date so fine that what it tells was likely where the telling stands?"""
    return None not in (when.first, when.last) and (when.last or 0) - (when.first or 0) < _MONTH


def _apart(one: When, other: When) -> int:
    """Days between two stretches; 0 where they meet or an end is open."""
    after = 0 if one.first is None or other.last is None else one.first - other.last
    before = 0 if one.last is None or other.first is None else other.first - one.last
    return max(after, before, 0)


def _carried(toponym: Toponym, name: str, role: Role, sure: float = _CARRIED) -> Tie:
    made = tie(toponym, name, role, sure)
    return Tie(made.place, made.role, None, made.score)


def day_of_news(published: int | None, times: Sequence[TimeExpression]) -> int | None:
    """The day of writing, where most dates of a text lie in the year about it."""
    if published is None:
        return None
    spans = [time.when.days for time in times if time.when]
    near = Interval(published - _YEAR_ON, published + _YEAR_ON)
    return published if 2 * sum(span.meets(near) for span in spans) > len(spans) else None


def tells_by_days(times: Sequence[TimeExpression]) -> bool:
    """Are most dates of a text days or months, with or without a year?"""
    dates = [time for time in times if time.when is not None]
    return 2 * sum(bool(_EXACT.match(time.value)) for time in dates) > len(dates)
