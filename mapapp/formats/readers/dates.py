"""The dates of files of other hands: plain, as EDTF, in words, or all in numbers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mapapp.errors import BadDate
from mapapp.model import Article, Interval, When
from mapapp.times import find_times
from mapapp.times.edtf import format_days, parse

_TIME = re.compile(r"(?<=\d)(?:T.*|\s+\d{1,2}:\d\d.*)$")
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")


@dataclass(frozen=True, slots=True)
class Dates:
    """How a file writes its dates.

    Attributes
    ----------
    month_first : bool or None
        `12/31/1999` is the last day of a year; None where the file leaves it open.
    """

    month_first: bool | None = None

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Dates":
        """Whether months or days come first is told by those that can be nothing else."""
        pairs = [_numbers(text) for text in texts]
        dates = [(int(found[1]), int(found[3])) for found in pairs if found and found[2] != "."]
        is_month_first = any(second > 12 for _, second in dates)
        is_day_first = any(first > 12 for first, _ in dates)
        return cls(None if is_month_first == is_day_first else is_month_first)

    def when(self, text: str) -> When:
        """The days of a date, without the time of day; raises BadDate.

        Its EDTF is empty where the days say it all.
        """
        date = self._in_order(_TIME.sub("", text))
        try:
            return _plain(Interval.parse(date))
        except BadDate:
            pass
        try:
            found = parse(text)
            return When(found.text, found.days.first, found.days.last)
        except BadDate:
            told = _in_words(text)
            if told is None:
                raise
            return told

    def _in_order(self, date: str) -> str:
        found = _numbers(date)
        if found is None:
            return date
        first, sign, second, year = found.groups()
        if sign != "." and self.month_first is None and first != second:
            raise BadDate(f"is {first} the day or the month? write year-month-day")
        day, month = (second, first) if sign != "." and self.month_first else (first, second)
        return f"{year}-{month:0>2}-{day:0>2}"


def _numbers(text: str) -> re.Match[str] | None:
    return _NUMBERS.fullmatch(_TIME.sub("", text))


def _plain(days: Interval) -> When:
    return When("", days.first, days.last)


def _in_words(text: str) -> When | None:
    """What words such as `c. 1850` mean; None where they name no date, or several."""
    found = [time for time in find_times(Article(text), mode="narrative") if time.when]
    # Else a month in a language that we do not read would be passed over, and its day with it.
    if any(_has_digit(text[: time.span.start] + text[time.span.end :]) for time in found):
        return None
    meant = {(each.when.edtf or format_days(each.when.days), each.when.days)
             for each in found if each.when}  # fmt: skip
    if len(meant) != 1:
        return None
    ((edtf, days),) = meant
    return When(edtf, days.first, days.last)


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in text)
