"""What the text has told so far: the dates that others count from."""

from dataclasses import dataclass, replace
from typing import Literal

from mapapp.model import civil, day_number
from mapapp.model.day import days_in_month
from mapapp.times.meaning import Calendar
from mapapp.times.years import Cue, month_of, narrative_year, news_year

Mode = Literal["news", "narrative"]
_LATELY = 7  # days from the day of writing


@dataclass(slots=True)
class Context:
    """Where the reader stands.

    Attributes
    ----------
    mode : Mode
        News counts from the day of writing, a narrative from the last date told.
    published : int or None
        Day number of the day of writing.
    told : Calendar or None
        The last date told, with its year.
    expected : int or None
        The first year of the text, for dates that stand before it.
    era : Calendar or None
        The decade or century last told, until a year is told.
    start : Calendar or None
        Where the range begins that ends with `told`.
    dated : Calendar or None
        The last one told with a month, unless a year that opens a sentence came after it.
    begun : Calendar or None
        Where the range begins whose end is read: `Monday` of `from Monday to Wednesday`.
    ahead : Calendar or None
        The next one with a year that the story will tell.
    near : Calendar or None
        The last day told in the same paragraph, or before it in the days about the day of writing.
    latest : int or None
        Day number of the latest day that the text tells with its year.
    last_year : int or None
        The latest year that it names.
    entry : int or None
        The year that heads the entry of an annal.
    """

    mode: Mode
    published: int | None = None
    told: Calendar | None = None
    dated: Calendar | None = None
    start: Calendar | None = None
    expected: int | None = None
    era: Calendar | None = None
    ahead: Calendar | None = None
    near: Calendar | None = None
    begun: Calendar | None = None
    latest: int | None = None
    last_year: int | None = None
    entry: int | None = None

    @property
    def said(self) -> Calendar | None:
        """The day of writing."""
        if self.published is None:
            return None
        year, month, day = civil(self.published)
        return Calendar(year=year, month=month, day=day)

    @property
    def reference(self) -> Calendar | None:
        """What bare months and the like count from."""
        if self.mode == "news":
            return self.said
        return self.told

    def as_news(self) -> "Context":
        """The same for what counts from the day of writing in a narrative, too: `last month`."""
        return replace(self, mode="news")

    def tell(self, calendar: Calendar, *, opening: bool, start: Calendar | None) -> None:
        """Take note of a date that the text told.

        Parameters
        ----------
        opening : bool
            A sentence opens with it.
        start : Calendar or None
            Where the range or list begins that it ends.
        """
        if calendar.decade is not None or calendar.century is not None:
            self.era = calendar
        if calendar.year is None or not exists(calendar):
            return
        self.era = None
        again = self.told is not None and self.told.year == calendar.year
        going_on = self.dated is not None and self.dated.year == calendar.year
        self.start = start
        self.told = calendar
        self.near = calendar if calendar.day is not None else None
        if month_of(calendar) is not None:
            self.dated = calendar
        elif opening or (again and not going_on):  # said twice, it is not said in passing
            self.dated = None

    def open_paragraph(self) -> None:
        """A paragraph of news is a sentence: `On Monday it rained. [...] At 9 a.m. it stopped`."""
        near = self.near
        if near is None or self.published is None:
            self.near = None
            return
        assert near.year is not None
        assert near.month is not None
        assert near.day is not None
        if abs(day_number(near.year, near.month, near.day) - self.published) > _LATELY:
            self.near = None

    def open_entry(self, head: Calendar) -> None:
        """Count from the day that heads an entry of a diary, as news count from theirs."""
        if head.year is None or head.month is None or head.day is None or not exists(head):
            return
        self.mode = "news"
        self.published = day_number(head.year, head.month, head.day)

    def year_of(self, calendar: Calendar, cue: Cue | None) -> int | None:
        """The year that is meant by a date without one; None when nothing tells."""
        if self.mode == "news":
            # News whose day nobody knows are at least no older than what they tell.
            day = self.latest if self.published is None else self.published
            return news_year(calendar, day, cue)
        if self.entry is not None:
            return self.entry
        if self.told is None:
            return self.expected
        return narrative_year(calendar, self.told, self.dated, self.ahead)


def exists(calendar: Calendar) -> bool:
    """Is there such a day? Also true of what names none."""
    if calendar.month is None or calendar.day is None:
        return True
    year = 4 if calendar.year is None else calendar.year  # a leap year, for 29 February
    return 1 <= calendar.month <= 12 and 1 <= calendar.day <= days_in_month(year, calendar.month)


def add(calendar: Calendar, unit: str, amount: int) -> Calendar | None:
    """The calendar time so many units on, as exact as the unit; None when it cannot be told.

    Examples
    --------
    >>> add(Calendar(year=1940, month=6, day=10), "D", 12)
    ... # doctest: +ELLIPSIS
    Calendar(year=1940, month=6, day=22, ...
    """
    if calendar.decade is not None and unit == "DE":
        return Calendar(decade=calendar.decade + 10 * amount)
    if calendar.century is not None and unit == "CE":
        return _century(calendar.century, amount)
    year = calendar.decade if calendar.year is None else calendar.year
    if year is None:
        return None
    match unit:
        case "Y":
            return Calendar(year=year + amount)
        case "DE":
            return Calendar(decade=(year // 10 + amount) * 10)
        case "CE":
            return _century(year // 100 + 1 if year > 0 else (year - 1) // 100, amount)
        case "Q" if month_of(calendar) is not None:
            years, quarter = divmod(((month_of(calendar) or 1) - 1) // 3 + amount, 4)
            return Calendar(year=year + years, division=f"Q{quarter + 1}")
        case "M" if calendar.month is not None:
            years, month = divmod(calendar.month - 1 + amount, 12)
            return Calendar(year=year + years, month=month + 1)
        case "D" | "W" | "FN" | "WE" if calendar.month is not None and calendar.day is not None:
            day = day_number(year, calendar.month, calendar.day)
            days = {"D": 1, "W": 7, "FN": 14, "WE": 7}[unit] * amount
            year, month, of_month = civil(day + days)
            return Calendar(year=year, month=month, day=of_month)
    return None


def _century(ordinal: int, amount: int) -> Calendar:
    """So many centuries on; there is none between the first BC (-1) and the first AD (1)."""
    there = ordinal + amount
    return Calendar(century=there + (there >= 0 > ordinal) - (there <= 0 < ordinal))
