"""Days of a list under the name of their month: `January`, and below it `13: The battle ends`."""

from collections.abc import Iterator, Sequence

from mapapp.times.found import Found
from mapapp.times.lexicon import LETTERS
from mapapp.times.meaning import Calendar
from mapapp.times.tokens import Tokens

_DAYS = LETTERS["DAY1"] + LETTERS["DAY"] + LETTERS["ZDAY"] + LETTERS["ORDDIG"]
_JOINS = LETTERS["HYPHEN"] + LETTERS["DASH"]
_CLOSING = _JOINS + LETTERS["STOP"] + LETTERS["MARK"] + LETTERS["CLOSE"]
_BULLETS = "•*·‣▪–—- \t"
_AROUND = frozenset(" \t.:,*_#–—-")  # what may stand beside a month that heads a list
_LAST_DAY = 31


class Entries:
    """Finds the days that open lines, as long as the name of a month heads them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._month: Calendar | None = None

    def added(self, tokens: Tokens, found: Sequence[Found]) -> Iterator[Found]:
        """The expressions of a block in order, with the days of such a list."""
        place = 0
        for one in found:
            yield from self._days(tokens, place, one.first)
            yield one
            place = one.last
            self._follow(one)
        yield from self._days(tokens, place, len(tokens.texts))

    def _follow(self, found: Found) -> None:
        """Take note of a month that heads a list, and of a date that ends one."""
        meaning = found.meaning
        if not isinstance(meaning, Calendar):
            return
        if self._month is None and (meaning.month is None or meaning.day is not None):
            return  # neither heads a list nor ends one
        span = found.span
        start, end = span.start, span.end
        if not self._opens_line(start):
            if meaning.year is not None and meaning.month is None and self._closes_line(end):
                self._month = None  # a heading of another kind: Sources, 1917
            return
        heads = meaning.month is not None and meaning.day is None and self._closes_line(end)
        self._month = Calendar(year=meaning.year, month=meaning.month) if heads else None

    def _days(self, tokens: Tokens, start: int, end: int) -> Iterator[Found]:
        if self._month is None:
            return
        n = start
        while n < end:
            if tokens.codes[n] in _DAYS and self._opens_line(tokens.start(n)):
                for day in _days_at(tokens, n):
                    month, year = self._month.month, self._month.year
                    n = day
                    number = int(tokens.texts[day].rstrip("sthndr"))
                    yield Found(
                        tokens, day, day + 1, "entry", Calendar(year=year, month=month, day=number)
                    )
            n += 1

    def _closes_line(self, end: int) -> bool:
        while self._text[end : end + 1] in _AROUND:
            end += 1
        return self._text[end : end + 1] in ("", "\n")

    def _opens_line(self, start: int) -> bool:
        while start and self._text[start - 1] in _BULLETS:
            start -= 1
        return not start or self._text[start - 1] == "\n"


def _days_at(tokens: Tokens, n: int) -> list[int]:
    """The tokens that are days: `13` of `13: ...`, both of `4-6. ...`; none of `13 battalions`."""
    codes = tokens.codes
    days = [n]
    if codes[n + 1 : n + 2] and codes[n + 1] in _JOINS and codes[n + 2 : n + 3] in set(_DAYS):
        days.append(n + 2)
    closed = codes[days[-1] + 1 : days[-1] + 2] in set(_CLOSING)
    within = all(1 <= int(tokens.texts[day].rstrip("sthndr")) <= _LAST_DAY for day in days)
    return days if closed and within else []
