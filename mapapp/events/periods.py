"""Times called by a name: `the Second Karabakh War`, or the war that a text is plainly about."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path

from msgspec.structs import replace

from mapapp.errors import BadDate
from mapapp.events.words import DETERMINERS
from mapapp.model import Certainty, Interval, Span, TimeExpression, When, civil, iso_date
from mapapp.resources import geodata

_WORD = 20  # characters of a word before a sign
_ENOUGH = 2  # different cues that show what a text without years is about
_CUE = re.compile(r"\b[A-Z][\w-]+")
_DAY = re.compile(r"XXXX-(\d\d|XX)(?:-(\d\d))?(?:T.*)?")
_NAME = (
    r"(?P<name>(?:[A-Z0-9][\w'’-]*\s+|first\s+|second\s+|of\s+)*(?:[Ww]ars?\b(?:\s+(?:I{1,2}|One|Two"
    r"|of\s+[\w-]+))?|Crisis|Revolution|Conflict|Campaign|Offensive|Uprising|Rebellion))"
)
# Without one of these in a sentence the patterns below need not be tried.
_HINTS = (
    "war", "War", "Crisis", "Revolution", "Conflict", "Campaign", "Offensive", "Uprising",
    "Rebellion",
)  # fmt: skip
_MENTION = re.compile(r"\b[Tt]he\s+" + _NAME)
_TOOK_PLACE = re.compile(
    r"\b[Tt]he\s+"
    + _NAME
    + r"\s+(?:(?:is|was)\s+(?:still\s+)?(?:ongoing|fought|raging|under\s+way)"
    r"|broke\s+out|began|started|erupted|raged|lasted|ended)\b"
)
_WHILE = re.compile(
    r"\b(?:[Dd]uring|[Tt]hroughout|[Aa]mid|[Ii]n(?: the course of)?|[Ss]ince|[Uu]ntil)\s+"
    r"(?:the|this|that)\s+" + _NAME
)
_DATED_NAME = re.compile(
    r"\b(?P<name>(?:[A-Z][\w'’-]*\s+)+(?:[Ww]ar|Crisis|Revolution|Conflict|Campaign|Offensive"
    r"|Uprising|Rebellion))\s*(?:of|in|\()\s*(?:the\s+)?$"
)
_ORDINALS = ("first ", "second ", "third ")


@dataclass(frozen=True, slots=True)
class Period:
    """A named stretch of days.

    Attributes
    ----------
    names : tuple of str
        As texts call it, without the article, in lower case.
    cues : frozenset of str
        Words two of which show that a text is about it.
    signs : frozenset of str
        Words, or phrases of several, of which one is enough.
    """

    names: tuple[str, ...]
    days: Interval
    cues: frozenset[str] = frozenset()
    signs: frozenset[str] = frozenset()

    def when(self, text: str) -> When:
        """The whole period as the When of some words."""
        return When(_edtf(self.days), self.days.first, self.days.last, text, "less-certain")


@dataclass(frozen=True, slots=True)
class Periods:
    """Periods by their names."""

    known: tuple[Period, ...]

    @classmethod
    def read(cls, path: Path | None = None) -> "Periods":
        """The periods in a TOML file; those that ship when None."""
        source = path or geodata("lexicon", "periods.toml")
        tables = tomllib.loads(source.read_text("utf-8"))
        return cls(tuple(_period(source, name, table) for name, table in tables.items()))

    def by_name(self) -> dict[str, Period]:
        """Every name in lower case, with its period."""
        return {name: period for period in self.known for name in period.names}

    def about(self, text: str) -> Period | None:
        """The period that a text shows most signs of; None for too few, or when two periods tie."""
        words = set(_CUE.findall(text))
        words.update(sign for period in self.known for sign in period.signs if _stands(sign, text))
        shown = [
            _ENOUGH * len(period.signs & words) + len(period.cues & words) for period in self.known
        ]
        most = max(shown, default=0)
        if most < _ENOUGH or shown.count(most) > 1:
            return None
        return self.known[shown.index(most)]


@cache
def shipped() -> Periods:
    """The periods that ship, read once."""
    return Periods.read()


def _period(source: Path, name: str, table: Mapping[str, object]) -> Period:
    names, cues, signs = (_words(source, name, table, key) for key in ("names", "cues", "signs"))
    try:
        days = Interval(
            Interval.parse(str(table.get("first"))).first,
            Interval.parse(str(table.get("last"))).last,
        )
    except BadDate as error:
        raise ValueError(f"{source}: period {name!r}: {error}") from None
    return Period(tuple(map(_key, names)), days, frozenset(cues), frozenset(signs))


def _words(source: Path, name: str, table: Mapping[str, object], key: str) -> list[str]:
    words = table.get(key, [])
    if not isinstance(words, list):
        raise ValueError(f"{source}: period {name!r}: {key} needs to be a list of words")
    return [str(word) for word in words]


def _stands(sign: str, text: str) -> bool:
    """Does a sign of several words stand in a text by itself, not as in `African Union troops`?"""
    if " " not in sign:
        return False
    found = text.find(sign)
    while found >= 0:
        before = text[max(found - _WORD, 0) : found].split()[-1:]
        if not before or before[0].islower() or before[0].lower() in DETERMINERS:
            return True
        found = text.find(sign, found + 1)
    return False


def _key(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").split()).removeprefix("the ")


def _edtf(days: Interval) -> str:
    first, last = iso_date(days.first), iso_date(days.last)
    return first or "" if first == last else f"{first or '..'}/{last or '..'}"


def with_years(times: Iterable[TimeExpression], period: Period | None) -> Iterator[TimeExpression]:
    """Days and months that lack a year, dated within the period that the text is about.

    `July 7` in a text on a war of 1861 to 1865 is some 7 July from 1861 to 1864: earliest and
    latest day say so, and the certainty is `uncertain` unless only one year fits.
    """
    for time in times:
        if time.when is None and period is not None:
            days = _days_within(time.value, period.days)
            if days is not None:
                sure: Certainty = "less-certain" if days.first == days.last else "uncertain"
                when = When(_edtf(days), days.first, days.last, "", sure)
                yield replace(time, when=when)
                continue
        yield time


def lacks_year(time: TimeExpression) -> bool:
    """Is it a day or month of a year that the text does not give?"""
    return time.when is None and _DAY.fullmatch(time.value) is not None


def _days_within(value: str, period: Interval) -> Interval | None:
    """The first and last day in a period that a TIMEX3 value without a year can mean."""
    found = _DAY.fullmatch(value)
    if found is None or period.first is None or period.last is None:
        return None
    if found[1] == "XX":
        return period if found[2] else None
    meant: list[Interval] = []
    for year in range(civil(period.first)[0], civil(period.last)[0] + 1):
        try:
            one = Interval.parse(f"{year:04d}-{found[1]}" + (f"-{found[2]}" if found[2] else ""))
        except BadDate:
            continue  # 29 February
        if one.meets(period):
            meant.append(one)
    return Interval(meant[0].first, meant[-1].last) if meant else None


@dataclass(slots=True)
class Named:
    """The dated names of a text: the shipped ones and those that the text itself dates.

    `the Karabakh War in 2020` dates every later `during the (Second) Karabakh War`, and
    `throughout the war` means the war named last.
    """

    text: str
    names: dict[str, Period]
    last: Period | None = None
    _hints: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self._hints = [hint for hint in _HINTS if hint in self.text]

    def dating(self, sentence: Span, times: list[TimeExpression]) -> list[TimeExpression]:
        """The times that date a sentence: its own, or else those of the names in it."""
        words = sentence.of(self.text)
        if not any(hint in words for hint in self._hints):
            return times
        for time in times:
            self._learn(time)
        found = [] if times else self._times(sentence)
        for mention in _MENTION.finditer(self.text, sentence.start, sentence.end):
            self.last = self.names.get(_key(mention["name"]), self.last)
        return times or found

    def _learn(self, time: TimeExpression) -> None:
        found = _DATED_NAME.search(self.text, max(0, time.span.start - 60), time.span.start)
        if found and time.when and time.when.first is not None and time.when.last is not None:
            name = _key(found["name"])
            self.names.setdefault(name, Period((name,), time.when.days))

    def _times(self, sentence: Span) -> list[TimeExpression]:
        found: list[TimeExpression] = []
        for match in chain(
            _WHILE.finditer(self.text, sentence.start, sentence.end),
            _TOOK_PLACE.finditer(self.text, sentence.start, sentence.end),
        ):
            period = self._period(_key(match["name"]))
            if period is None:
                continue
            self.last = period
            when = _side(match[0].lower(), period.when(match["name"]))
            span = Span(match.start("name"), match.end("name"))
            found.append(TimeExpression(span, "DATE", when.edtf, when, in_name=True))
        return found

    def _period(self, name: str) -> Period | None:
        if name in ("war", "conflict", "crisis"):
            return self.last
        if self.last and any(known.endswith(f" {name}") for known in self.last.names):
            return self.last
        if name in self.names:
            return self.names[name]
        for ordinal in _ORDINALS[1:]:
            if name.startswith(ordinal):
                return self.names.get(name.removeprefix(ordinal))
        return None


def _side(words: str, when: When) -> When:
    """`Since` and `until` a period are open on one side."""
    if words.startswith("since") and when.first is not None:
        return replace(when, edtf=f"{iso_date(when.first)}/..", last=None)
    if words.startswith("until") and when.first is not None:
        return replace(when, edtf=f"../{iso_date(when.first)}", first=None, last=when.first)
    return when
