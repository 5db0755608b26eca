"""Births and deaths told behind a name: `Otto Weber (b. 3 May 1902, Danzig; d. 1968, Lima)`."""

import re
from collections.abc import Iterator, Sequence

from mapapp.events.ties import tie, unique
from mapapp.model import Event, Span, TimeExpression, Toponym, When
from mapapp.times.edtf import parse

_BRACKET = re.compile(r"\([^()]+\)")
_BORN = re.compile(r"\(\s*(?:[Bb]orn\b|b\.|\*)")
# At the head of the bracket or behind a mark: not `(whose brother died in May)`, `(with D. Hill)`.
_DIED = re.compile(r"[(;,–—-]\s*(?:and\s+)?(?:[Dd]ied\b|d\.|†)")
_BOTH = 2  # dates of a whole life
_YEARS = re.compile(r"\((?:c\.\s?)?(\d{3,4})\s?[–—-]\s?(?:c\.\s?)?(\d{3,4})\)")
_DASH = re.compile(r"[–—-]")
_MAIDEN = frozenset("née nee né born".split())
_PARTICLES = frozenset("of de du la le van von der den bin ibn al el i y".split())
_AGES = range(10, 111)  # years between two whole days that are somebody's birth and death
_YEAR = 365.2425  # days
_SURE = 0.9  # that a place in the bracket is where it was


def lives(
    text: str, sentence: Span, toponyms: Sequence[Toponym], times: Sequence[TimeExpression]
) -> tuple[list[Event], list[Toponym], list[TimeExpression]]:
    """The births and deaths told in brackets, and the places and dates outside these.

    Two bare years say how long somebody lived, and tell no event.
    """
    here, now = list(toponyms), list(times)
    found: list[Event] = []
    brackets = _BRACKET.finditer(text, sentence.start, sentence.end) if times else ()
    for bracket in brackets:
        inside = Span(*bracket.span())
        dates = [one for one in times if one.when and inside.contains(one.span)]
        name = _name_before(text[sentence.start : bracket.start()]) if dates else ""
        if name and _is_span_of_life(bracket[0]) and not _is_placed(text, bracket.start(), here):
            now = [one for one in now if not inside.contains(one.span)]
            continue
        cut = _cut(text, inside, dates) if name and len(dates) <= _BOTH else None
        if cut is None:
            continue
        for half, what in ((Span(inside.start, cut), "was born"), (Span(cut, inside.end), "died")):
            places = [one for one in here if half.contains(one.span)]
            for when in _whens(dates, half):
                found.append(_event(text, sentence, f"{name} {what}", when, places))
        here = [one for one in here if not inside.contains(one.span)]
        now = [one for one in now if not inside.contains(one.span)]
    return found, here, now


def _is_span_of_life(bracket: str) -> bool:
    """Is it two years as far apart as birth and death are?"""
    years = _YEARS.fullmatch(bracket)
    return years is not None and int(years[2]) - int(years[1]) in _AGES


def _is_placed(text: str, at: int, toponyms: Sequence[Toponym]) -> bool:
    """Does the name of a place, or what has an article like a war, end there?"""
    if any(one.span.end == len(text[:at].rstrip()) for one in toponyms):
        return True
    words = text[max(at - 60, 0) : at].split()
    while words and (words[-1][0].isupper() or words[-1] in _PARTICLES):
        words.pop()
    return bool(words) and words[-1].lower() == "the"


def _name_before(words: str) -> str:
    """The name at the end of some words; empty where they end with none."""
    name: list[str] = []
    parts = words.rstrip(" ,").split()
    for i in range(max(len(parts) - 4, 0), len(parts)):
        if parts[i].lower() in _MAIDEN:
            parts = parts[:i]
            break
    for word in reversed(parts):
        first = not name
        if not (word[0].isupper() or (name and word in _PARTICLES)):
            break
        if not first and word[-1] in ",;:":
            break
        name.append(word.rstrip(","))
    while name and name[-1] in _PARTICLES:
        name.pop()
    if not name or name[-1] in ("The", "In", "On", "At"):
        return ""
    return " ".join(reversed(name))


def _cut(text: str, inside: Span, dates: Sequence[TimeExpression]) -> int | None:
    """Where the birth ends and the death begins; None for a bracket that tells of neither."""
    died = _DIED.search(text, inside.start, inside.end)
    if died is not None:
        return max(died.start(), inside.start + 1)
    if _BORN.match(text, inside.start, inside.end):
        dash = _DASH.search(text, dates[0].span.end, inside.end) if len(dates) > 1 else None
        return dash.start() if dash else inside.end - 1
    if len(dates) > 1 and _is_lifetime(dates):
        dash = _DASH.search(text, dates[0].span.end, dates[1].span.start)
        return dash.start() if dash else None
    return None


def _is_lifetime(dates: Sequence[TimeExpression]) -> bool:
    """Are two whole days as far apart as birth and death are?"""
    first, last = (_own(date, n) for n, date in enumerate(dates))
    if first.first is None or last.first is None:
        return False
    whole = first.first == first.last and last.first == last.last
    return whole and int((last.first - first.first) / _YEAR) in _AGES


def _whens(dates: Sequence[TimeExpression], half: Span) -> Iterator[When]:
    for n, date in enumerate(dates):
        if half.contains(date.span):
            yield _own(date, n)


def _own(date: TimeExpression, n: int) -> When:
    """The day of a date by itself, where it was read as one end of a stretch."""
    assert date.when is not None
    ends = date.when.edtf.split("/")
    if len(ends) == 1 or ".." in ends:
        return date.when
    days = parse(ends[n]).days
    return When(ends[n], days.first, days.last, date.when.text, date.when.certainty)


def _event(text: str, sentence: Span, title: str, when: When, places: Sequence[Toponym]) -> Event:
    ties = unique(tie(one, one.span.of(text), "location", _SURE) for one in places)
    score = max((one.score for one in ties), default=_SURE / 2)
    return Event("", title, "life", when, tuple(ties), (sentence,), score)
