"""The strip of time under the map: a histogram of the events, with the window marked.

A vague date weighs as much as an exact one, spread over all its days, and so looks as vague as
it is.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from mapapp.locale.dates import short_date, short_month, year_in_words
from mapapp.maps.picture import style
from mapapp.maps.picture.fonts import text_width
from mapapp.maps.picture.frame import Room
from mapapp.maps.picture.shapes import Ink, Outline, Panel, Shape, Text
from mapapp.model import Interval, When, civil, day_number

_YEAR = 12  # months
_YEARS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000)
_BAR = 9.0  # pixels at a unit of one, the least width of a bar
_TICK = 110.0  # the least room for a date under the axis
_LEAST_DAYS = 14
_VAGUE = 0.4  # opacity of what is spread over longer than a bar
_SLIGHT = 0.01  # pixels, lost in rounding


@dataclass(frozen=True, slots=True)
class Step:
    """A step along the axis: so many days, or so many months where `days` is 0."""

    days: int = 0
    months: int = 0

    @property
    def length(self) -> float:
        """About how many days it takes."""
        return self.days or self.months * 30.44


_STEPS = (
    Step(days=1),
    Step(days=7),
    Step(months=1),
    Step(months=3),
    Step(months=6),
    *(Step(months=years * 12) for years in _YEARS),
)


def domain(whens: Sequence[When]) -> Interval | None:
    """From the first to the last day that is known of some dates; None when none is."""
    days = [day for when in whens for day in (when.first, when.last) if day is not None]
    if not days:
        return None
    lacking = max(_LEAST_DAYS - (max(days) - min(days)), 0) // 2
    return Interval(min(days) - lacking, max(days) + lacking)


def edges(first: int, last: int, most: float) -> tuple[list[int], Step]:
    """First days of at most so many equal parts of a stretch, the day after it, and the step."""
    span = last - first + 1
    step = next((step for step in _STEPS if span / step.length <= most), _STEPS[-1])
    found = [_floor(first, step)]
    while found[-1] <= last:
        found.append(_next(found[-1], step))
    return found, step


def weights(whens: Sequence[When], bounds: Sequence[int]) -> list[float]:
    """How many events fall into each part: a date is spread evenly over its days."""
    found = [0.0] * (len(bounds) - 1)
    rises = [0.0] * len(bounds)  # change, from one part to the next, of the weight of a whole day
    for when in whens:
        first = bounds[0] if when.first is None else max(when.first, bounds[0])
        last = bounds[-1] - 1 if when.last is None else min(when.last, bounds[-1] - 1)
        if first > last:
            continue
        daily = 1 / (last - first + 1)
        start, end = bisect(bounds, first) - 1, bisect(bounds, last) - 1
        found[start] += daily * (min(last + 1, bounds[start + 1]) - first)
        if start < end:
            found[end] += daily * (last + 1 - bounds[end])
            rises[start + 1] += daily
            rises[end] -= daily
    for index, (daily, days) in enumerate(zip(accumulate(rises), _lengths(bounds), strict=False)):
        found[index] += daily * days
    return found


def _lengths(bounds: Sequence[int]) -> list[int]:
    return [after - start for start, after in pairwise(bounds)]


@dataclass(frozen=True, slots=True)
class Axis:
    """Days laid out from left to right in a room of the sheet."""

    first: int
    after: int
    room: Room

    def x(self, day: int) -> float:
        """Where a day begins."""
        share = (day - self.first) / (self.after - self.first)
        return self.room.x + min(max(share, 0.0), 1.0) * self.room.width


def time_strip(
    whens: Sequence[When], window: Interval, room: Room, measures: style.Measures
) -> Iterator[Shape]:
    """The histogram in its room, the axis below; nothing without a date."""
    days = domain(whens)
    if days is None or days.first is None or days.last is None:
        return
    bounds, _ = edges(days.first, days.last, room.width / (_BAR * measures.unit))
    text = measures.small
    bars = Room(room.x, room.y, room.width, room.height - text * 1.5)
    axis = Axis(bounds[0], bounds[-1], bars)
    if window != Interval(None, None):
        left = bars.x if window.first is None else axis.x(window.first)
        right = bars.right if window.last is None else axis.x(window.last + 1)
        yield Panel(left, bars.y, max(right - left, 1.0), bars.height, Ink(fill=style.WINDOW))
    yield from _bars(whens, bounds, window, axis)
    floor = Ink(stroke=style.MUTED, stroke_width=measures.line)
    yield Outline((((bars.x, bars.bottom), (bars.right, bars.bottom)),), floor)
    yield from _ticks(axis, days, measures)


def _bars(
    whens: Sequence[When], bounds: list[int], window: Interval, axis: Axis
) -> Iterator[Shape]:
    firm = weights([when for when in whens if _is_within_one(when, bounds)], bounds)
    counts = weights(whens, bounds)
    most = max(counts) or 1.0
    for (start, end), sure, count in zip(pairwise(bounds), firm, counts, strict=True):
        if count == 0:
            continue
        is_shown = window.meets(Interval(start, end - 1))
        left, right = axis.x(start), axis.x(end)
        gap = min((right - left) * 0.15, 2.0)
        colour = style.ACCENT if is_shown else style.PALE
        ceiling = axis.room.bottom - max(count / most * axis.room.height, 1.0)
        top = axis.room.bottom - sure / most * axis.room.height
        width = right - left - gap
        if top - ceiling > _SLIGHT:
            pale = Ink(fill=colour, fill_opacity=_VAGUE)
            yield Panel(left, ceiling, width, top - ceiling, pale)
        if sure:
            yield Panel(left, top, width, axis.room.bottom - top, Ink(fill=colour))


def _is_within_one(when: When, bounds: Sequence[int]) -> bool:
    """Do the days of a date lie within one part?"""
    if when.first is None or when.last is None:
        return False
    return bisect(bounds, when.first) == bisect(bounds, when.last)


def _ticks(axis: Axis, days: Interval, measures: style.Measures) -> Iterator[Shape]:
    assert days.first is not None
    assert days.last is not None
    starts, step = edges(days.first, days.last, axis.room.width / (_TICK * measures.unit))
    baseline = axis.room.bottom + measures.small * 1.2
    tick = Ink(stroke=style.MUTED, stroke_width=measures.line)
    for day in starts:
        if not axis.first <= day < axis.after:
            continue
        x = axis.x(day)
        words = _date(day, step)
        yield Outline((((x, axis.room.bottom), (x, axis.room.bottom + measures.unit * 4)),), tick)
        half = text_width(words, measures.small) / 2
        middle = min(max(x, axis.room.x + half), axis.room.right - half)
        yield Text(
            x=middle,
            y=baseline,
            text=words,
            size=measures.small,
            fill=style.MUTED,
            anchor="middle",
        )


def _date(day: int, step: Step) -> str:
    year, month, day_of_month = civil(day)
    if step.days:
        return short_date(year, month, day_of_month)
    if step.months < _YEAR:
        return short_month(year, month)
    return year_in_words(year)


def _floor(day: int, step: Step) -> int:
    if step.days:
        return day - (day + 3) % step.days  # weeks begin on Monday; 1970-01-01 was a Thursday
    year, month, _ = civil(day)
    if step.months >= _YEAR:
        return day_number(_round(year, step.months // _YEAR))
    return _first_of((year * 12 + month - 1) // step.months * step.months)


def _next(day: int, step: Step) -> int:
    if step.days:
        return day + step.days
    year, month, _ = civil(day)
    years = step.months // _YEAR
    if years > 1 and year == 1:
        return day_number(years)
    return _first_of(year * 12 + month - 1 + step.months)


def _round(year: int, years: int) -> int:
    """The first year of the decade or century, as people count them: there is no year nought.

    Examples
    --------
    >>> [_round(year, 100) for year in (1993, 50, 0, -43, -100)]
    [1900, 1, -99, -99, -199]
    """
    if year < 1:
        return 1 - -((year - 1) // years) * years
    return max(1, year // years * years)


def _first_of(months: int) -> int:
    return day_number(months // 12, months % 12 + 1)
