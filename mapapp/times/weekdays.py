"""Which day a weekday means: the one before or after the day that it is counted from."""

from collections.abc import Callable

from msgspec.structs import replace

from mapapp.model import civil, day_number
from mapapp.times.context import Context, exists
from mapapp.times.meaning import Calendar
from mapapp.times.years import Cue

_WEEK = 7


def weekday(meaning: Calendar, context: Context, cue: Callable[[], Cue | None]) -> Calendar:
    """The day that a weekday without a date means; without its year when nothing tells.

    Parameters
    ----------
    meaning : Calendar
        With its weekday; `within` is a step of days (`last Friday`, 0 for `this`) or of
        weeks (`Tuesday of next week`).
    cue : callable
        The direction of time in the sentence, asked when the news leave it open.
    """
    assert meaning.weekday is not None
    bare = replace(meaning, within=None)
    begun = context.begun
    if begun is not None and (start := _number(begun)) is not None:
        return _dated(bare, start + (meaning.weekday - 1 - (start + 3)) % _WEEK)
    today = _counted_from(meaning, context)
    if today is None:
        return bare
    step = meaning.within
    of_week = meaning.weekday - 1
    ahead = (of_week - (today + 3)) % _WEEK  # day 0 was a Thursday
    if step is not None and step.unit == "W":
        day = today - (today + 3) % _WEEK + of_week + _WEEK * (step.amount or 0)
    elif step is not None and step.amount:
        day = today + (ahead or _WEEK) if step.amount > 0 else today + ahead - _WEEK
    elif context.mode == "narrative" or _to_come(cue(), this=step is not None):
        day = today + ahead
    else:
        day = today + ahead - (_WEEK if ahead else 0)
    return _dated(bare, day)


def _dated(meaning: Calendar, day: int) -> Calendar:
    year, month, of_month = civil(day)
    return replace(meaning, year=year, month=month, day=of_month, weekday=None)


def _to_come(way: Cue | None, *, this: bool) -> bool:
    """Whether it is to come: `this Sunday` is unless the verb says otherwise, `Sunday` is not."""
    return way == "future" or (this and way is None)


def _counted_from(meaning: Calendar, context: Context) -> int | None:
    told = meaning.within is not None and meaning.within.base == "told"
    for base in (context.told if told else None, context.reference):
        day = _number(base) if base else None
        if day is not None:
            return day
    return None


def _number(calendar: Calendar) -> int | None:
    """Its day number, None when it is no day."""
    if calendar.year is None or calendar.month is None or calendar.day is None:
        return None
    return day_number(calendar.year, calendar.month, calendar.day) if exists(calendar) else None
