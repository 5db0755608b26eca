"""Marked-up sentences as the input of `relate`: `{Baku}` a place, `[2018]` a date."""

import re

from mapapp.events import relate
from mapapp.model import (
    Article,
    Event,
    Interval,
    Kind,
    Place,
    Resolution,
    Span,
    TimeExpression,
    Toponym,
    Usage,
    When,
)

_MARKED = re.compile(r"\{(?P<place>[^}]+)\}|\[(?P<time>[^\]|]+)(?:\|(?P<value>[^\]]+))?\]")
COUNTRIES = {
    "Turkey": "TR",
    "Azerbaijan": "AZ",
    "Armenia": "AM",
    "Kenya": "KE",
    "Uganda": "UG",
    "Peru": "PE",
    "France": "FR",
}
DEMONYMS = {"Turkish": "Turkey", "Azerbaijani": "Azerbaijan", "Kenyan": "Kenya"}
STATES = {"Alabama", "Mississippi", "Georgia"}


def read(marked: str, **about: str) -> tuple[Article, list[Toponym], list[TimeExpression]]:
    """An article and what was found in it; `[the summer|1863-06/1863-08]` says what is meant.

    `[2018|2018!]` is a date inside a name.
    """
    text, toponyms, times, last = "", [], [], 0
    for found in _MARKED.finditer(marked):
        text += marked[last : found.start()]
        words = found["place"] or found["time"]
        span = Span(len(text), len(text) + len(words))
        if found["place"]:
            toponyms.append(toponym(words, span))
        else:
            times.append(time(words, found["value"] or words, span))
        text += words
        last = found.end()
    return Article(text + marked[last:], **about), toponyms, times


def toponym(name: str, span: Span) -> Toponym:
    """A toponym; a name with `?` before it in the gazetteer of nobody."""
    usage: Usage = "demonym" if name in DEMONYMS else "literal"
    if name.startswith("Nowhere"):
        return Toponym(span, usage)
    return Toponym(span, usage, Resolution(place(DEMONYMS.get(name, name)), 0.9))


def place(name: str) -> Place:
    kind: Kind = "country" if name in COUNTRIES else "admin1" if name in STATES else "settlement"
    country = COUNTRIES.get(name, "US" if name in STATES | {"Tuscumbia", "Rome"} else "XX")
    return Place(f"t:{name}", name, kind, lon=float(len(name)), lat=1.0, country=country)


def time(words: str, value: str, span: Span) -> TimeExpression:
    first, _, last = value.removesuffix("!").partition("/")
    days = Interval(
        None if first == ".." else Interval.parse(first).first,
        None if last == ".." else Interval.parse(last or first).last,
    )
    when = When(value.removesuffix("!"), days.first, days.last, words)
    return TimeExpression(span, "DATE", first, when, in_name=value.endswith("!"))


def told(marked: str, **about: str) -> tuple[Event, ...]:
    """The events of a marked-up text."""
    return relate(*read(marked, **about))


def gist(event: Event) -> tuple[str, str]:
    """Date as EDTF, and the name of the place where it is drawn (empty for none)."""
    return (event.when.edtf if event.when else "", event.place.name if event.place else "")


def gists(marked: str) -> list[tuple[str, str]]:
    return [gist(event) for event in told(marked)]
