"""What a sentence takes over from those before: places, dates, whom `both countries` means."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from mapapp.events.roles import Mention
from mapapp.events.sentence import Sentence
from mapapp.events.ties import tie
from mapapp.model import Place, Tie, When

_BODIES = frozenset({"country", "territory", "historic_state"})
_THERE = re.compile(
    r"\b(?:there|(?:the|this|that) (?:city|town|village|fort|island|port|capital|region|area"
    r"|place|harbou?r|base|garrison|site|province|valley|position|river))\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:(?:the|these|both)(?: two)? (?:countries|states|nations|sides|parties|republics"
    r"|governments|peoples)|bilateral)\b",
    re.IGNORECASE,
)
_CARRIED = 0.6  # sureness of a place from the sentence before
_FAR = 0.4  # and of one from further up
_EXACT_DAYS = 62  # a date no wider than this is told of day by day


@dataclass(slots=True)
class Story:
    """What has been told so far.

    Attributes
    ----------
    narrative : bool
        The text tells day by day, so that places and dates carry on; a survey by years does not.
    """

    narrative: bool
    here: list[Mention] = field(default_factory=list)
    paragraph: list[Mention] = field(default_factory=list)
    bodies: Counter[str] = field(default_factory=Counter)
    body_mentions: dict[str, Mention] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)
    seen_mentions: dict[str, Mention] = field(default_factory=dict)
    whens: list[When] = field(default_factory=list)

    def open_paragraph(self) -> None:
        """Forget what does not reach over the end of a paragraph."""
        self.paragraph = []
        self.here = []

    def hear(self, sentence: Sentence) -> None:
        """Take in a sentence after its events were read."""
        wheres = [mention for mention in sentence.mentions if _is_where(mention)]
        if wheres:
            self.here = wheres
            self.paragraph = wheres
        for mention in sentence.mentions:
            place = mention.toponym.place
            if place is None:
                continue
            if place.kind in _BODIES:
                self.bodies[place.id] += 1
                self.body_mentions[place.id] = mention
            elif _is_where(mention):
                self.seen[place.id] += 1
                self.seen_mentions.setdefault(place.id, mention)
        if sentence.dates:
            self.whens = [date.when for date in sentence.dates]

    def both(self, words: str) -> list[Tie]:
        """The two states that the text is about, where the words say `the two countries`."""
        if not _BOTH.search(words) or len(self.bodies) < 2:
            return []
        ids = [place for place, _ in self.bodies.most_common(2)]
        return [tie(self.body_mentions[place], "party", _CARRIED, carried=True) for place in ids]

    def where(self, words: str) -> list[Tie]:
        """Where the telling stands: the last place named, or the one most spoken of."""
        if _THERE.search(words) and self.paragraph:
            return [tie(self.paragraph[-1], "location", _CARRIED, carried=True)]
        if not self.narrative:
            return []
        if self.paragraph:
            return [tie(self.paragraph[-1], "location", _CARRIED, carried=True)]
        main = self.main()
        return [tie(main, "location", _FAR, carried=True)] if main else []

    def main(self) -> Mention | None:
        """The located place most often named as a where so far."""
        if not self.seen:
            return None
        return self.seen_mentions[self.seen.most_common(1)[0][0]]


def _is_where(mention: Mention) -> bool:
    place = mention.toponym.place
    return (
        not mention.weak
        and mention.role != "party"
        and place is not None
        and place.lon is not None
        and place.kind not in ("country", "continent")
    )


def is_exact(when: When) -> bool:
    """Is it a date of a day-by-day telling?"""
    if when.first is None or when.last is None:
        return False
    return when.last - when.first <= _EXACT_DAYS


def tells_by_days(whens: Sequence[When]) -> bool:
    """Are most dates of a text exact?"""
    return 2 * sum(map(is_exact, whens)) > len(whens)


def main_place(found: Sequence[Place]) -> Place | None:
    """The most frequent of some places, the first among equals."""
    counts = Counter(place.id for place in found)
    return next((place for place in found if counts[place.id] == max(counts.values())), None)
