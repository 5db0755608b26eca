"""The front door: an article's time expressions, read in order."""

from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace

from mapapp.model import Article, TimeExpression, When
from mapapp.times.anchors import apposed, counted, counts_from, with_anchors
from mapapp.times.bounds import doubted
from mapapp.times.context import Context, Mode
from mapapp.times.cues import cue, is_end
from mapapp.times.deictic import counts_from_writing
from mapapp.times.diary import entry_heads, following, years_of_entries
from mapapp.times.digressions import digressions, first_year, last_year, latest_day, to_come
from mapapp.times.expressions import find
from mapapp.times.flashbacks import flashbacks
from mapapp.times.found import Found
from mapapp.times.lending import completed
from mapapp.times.logs import dated_log
from mapapp.times.meaning import Calendar, Length, Meaning, Relative
from mapapp.times.mode import likely_mode, written_on
from mapapp.times.news import as_in_news
from mapapp.times.normalise import Reading, resolve
from mapapp.times.numeric import in_house_order
from mapapp.times.ranges import directed, joint, listed, spanning
from mapapp.times.timex import calendar_value
from mapapp.times.when import in_doubt, when


def find_times(article: Article, mode: Mode | None = None) -> tuple[TimeExpression, ...]:
    """All time expressions of an article, in order.

    Parameters
    ----------
    mode : "news", "narrative" or None
        Whether dates count from the day of writing or from the last date told; None finds out.
        The day of writing is the article's, else the one that a line at its head names.

    Examples
    --------
    >>> text = "The war of 1918 ended in May; the following year they met."
    >>> [(time.span.of(text), time.value) for time in find_times(Article(text))]
    [('1918', '1918'), ('May', '1918-05'), ('the following year', '1919')]
    """
    found = completed(in_house_order(list(find(article.text))))
    published = article.published if article.published is not None else written_on(found)
    found = dated_log(found, published)
    mode = mode or likely_mode(published, found)
    if mode == "news":
        found = as_in_news(found)
    heads = entry_heads(found) if article.published is None else frozenset()
    context = Context(mode, published)
    aside = digressions(found)
    if mode == "narrative":
        aside |= flashbacks(found, aside)
    context.expected = first_year(found, aside)
    context.latest = latest_day(found)
    context.last_year = last_year(found, aside) if published is not None else None
    readings = _readings(found, context, aside, heads)
    spans = [one.span for one in found]
    whens = [
        _when(one, read, span.of(article.text))
        for one, read, span in zip(found, readings, spans, strict=True)
    ]
    times = [
        TimeExpression(span, read.type, read.value, stretch, one.in_name)
        for one, span, read, stretch in zip(
            found, spans, readings, directed(found, whens), strict=True
        )
    ]
    anchored = [n for n, read in enumerate(readings) if read.anchored]
    return tuple(with_anchors(times, anchored, article.text, whole=mode == "narrative"))


def _readings(
    found: list[Found], context: Context, aside: set[int], heads: frozenset[int]
) -> list[Reading]:
    """Each in the context of those before it; `aside` are those that others do not count from.

    What stands under one of the `heads` of a diary counts from its day, as news do.
    """
    readings: list[Reading] = []
    head: Calendar | None = None
    ahead = to_come(found, aside)
    entries = years_of_entries(found)
    for n, one in enumerate(found):
        context.ahead, context.entry = ahead[n], entries[n]
        if n and found[n - 1].tokens is not one.tokens:
            context.open_paragraph()
        ranged = n > 0 and _is_end(one.meaning) and joint(found[n - 1], one)
        context.begun = readings[-1].calendar if ranged else None
        meaning = following(head, one.meaning) if n in heads and head else one.meaning
        counted = context.as_news() if counts_from_writing(one, context) else context
        reading = resolve(meaning, counted, partial(cue, one))
        if n not in aside and reading.calendar is not None and not _looks_back(one.meaning):
            linked = n > 0 and (joint(found[n - 1], one) or listed(found[n - 1], one))
            start = readings[-1].calendar if linked else None
            near = context.near
            context.tell(reading.calendar, opening=one.opening, start=start)
            if is_end(one):
                context.near = near  # `no trains until Friday; drivers left at 5 a.m.`
        readings.append(reading)
        if n and reading.calendar is not None:
            _tie_to_date(found, readings, context)
        if n in heads and reading.calendar is not None:
            head = reading.calendar
            context.open_entry(head)
    return readings


def _is_end(meaning: Meaning) -> bool:
    """Does the end of a range count from where it begins: a weekday, `51` of `1850–51`?"""
    return isinstance(meaning, Calendar) and (meaning.weekday is not None or meaning.short > 0)


def _tie_to_date(found: Sequence[Found], readings: list[Reading], context: Context) -> None:
    """Let what stands before the last date follow it, where it is said by it.

    A length counts from it (`two days after 9 May`), and the story goes on from there.
    """
    n = len(readings) - 1
    before, date = found[n - 1].meaning, readings[n].calendar
    if isinstance(before, Relative):
        told = apposed(found[n - 1], found[n])
        if told is not None:
            readings[n - 1] = replace(readings[n - 1], value=calendar_value(told), calendar=told)
    if not isinstance(before, Length) or date is None:
        return
    sign = counts_from(found[n - 1], found[n])
    moved = counted(before, sign, date) if sign else None
    if moved is not None:
        read = replace(readings[n - 1], calendar=moved, inferred=True, anchored=True)
        if context.mode == "narrative":
            read = replace(read, type="DATE", value=calendar_value(moved))
        readings[n - 1] = read
        context.tell(moved, opening=False, start=None)


def _looks_back(meaning: Meaning) -> bool:
    """`the previous year` is not where the story goes on."""
    return isinstance(meaning, Relative) and meaning.base == "told" and (meaning.amount or 0) < 0


def _when(found: Found, reading: Reading, words: str) -> When | None:
    calendar = reading.calendar
    if calendar is None:
        return None
    if found.hedged and calendar.part is None:
        calendar = replace(calendar, part="APPROX")
    stretch = when(calendar, words, inferred=reading.inferred)
    if stretch is not None and doubted(found):
        stretch = in_doubt(stretch)
    if reading.start is None or stretch is None:
        return stretch
    start = when(reading.start, words, inferred=True)
    return stretch if start is None else spanning(start, stretch, words)
