"""How the rules read times of day."""

import re

from mapapp.times.grammar import Words
from mapapp.times.lexicon import LETTERS, MEANINGS
from mapapp.times.meaning import Calendar

_CLOCKS = frozenset(
    LETTERS[name] for name in ("AM", "PM", "CLOCKAM", "CLOCK", "NOON", "DAYPART", "OCLOCK")
)
_DIGITS = ("CLOCK", "DECIMAL", "DAY1", "DAY")


def take_clock(words: Words) -> tuple[str | None, Words]:
    """The time of day, and the words without it."""
    if _CLOCKS.isdisjoint(words.codes):
        return None, words
    for n, text in enumerate(words.texts):
        kind = words.name(n)
        if kind in ("AM", "PM") and n:
            hour = clock_time(words.texts[n - 1], kind)
            return hour, words.without(n - 1, n + 1)
        if kind == "OCLOCK" and n:
            half = _half_of_day(words)
            return _spoken(words.texts[n - 1], half), words.without(n - 1, n + 1 + 3 * bool(half))
        if kind == "in" and n and words.name(n + 2) == "DAYPART" and words.name(n - 1) in _DIGITS:
            hour = _spoken(words.texts[n - 1], _half_of_day(words))
            return hour, words.without(n - 1, n + 3)
        if kind == "CLOCKAM":
            return clock_time(text[:-2], text[-2:].upper()), words.without(n, n + 1)
        if kind == "CLOCK" and words.name(n + 1) not in ("AM", "PM"):
            return clock_time(text, ""), words.without(n, n + 1)
        if kind in ("NOON", "DAYPART"):
            return str(MEANINGS[text]), words.without(n, n + 1)
    return None, words


def _half_of_day(words: Words) -> str:
    part = words.code("DAYPART")
    return "" if part is None else "AM" if part == "MO" else "PM"


def _spoken(hour: str, half: str) -> str | None:
    """`five` or `5.30`, in the half of the day if known; `10` in the morning stays as it is."""
    number = MEANINGS.get(hour, hour)
    return clock_time(str(number), half)


def clock_time(text: str, half: str) -> str | None:
    """`hh:mm` of a written time; `half` is AM, PM or empty. None when there is no such time.

    Examples
    --------
    >>> clock_time("9.30", "PM"), clock_time("12", "AM"), clock_time("25:00", "")
    ('21:30', '00:00', None)
    """
    parts = [int(part) for part in re.split("[:.]", text)]
    hour, minute = parts[0], parts[1] if len(parts) > 1 else 0
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "PM" else 0)
    return f"{hour:02d}:{minute:02d}"


def military(words: Words) -> Calendar | None:
    """`0300 hours`, `1830 GMT`; None for what is no time of day."""
    text = words.texts[0]
    hours = words.code("UNITS") in (None, "TH")
    told = clock_time(f"{text[:2]}:{text[2:]}", "") if len(text) == 4 and hours else None
    return Calendar(clock=told) if told else None


def clock(words: Words) -> Calendar | None:
    """`11:30 a.m.`, `noon`."""
    clock, _ = take_clock(words)
    return Calendar(clock=clock) if clock else None
