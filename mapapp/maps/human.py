"""Dates and doubts in words, English interface."""

from mapapp.layers import home_tie
from mapapp.layers.words import date_certainty, tie_certainty
from mapapp.model import Event, When, civil
from mapapp.model.day import day_number, days_in_month

MONTHS = (
    "January February March April May June July August September October November December"
).split()

_GRADES = ("certain", "less-certain", "uncertain")


def human_year(year: int) -> str:
    """`1990`; `44 BCE` for the astronomical year -43."""
    return f"{1 - year} BCE" if year < 1 else str(year)


def human_days(first: int, last: int) -> str:
    """The shortest exact words for a closed stretch of days.

    Examples
    --------
    >>> human_days(day_number(1990), day_number(2001, 12, 31))
    '1990 to 2001'
    >>> human_days(day_number(1992, 3, 14), day_number(1992, 3, 14))
    '14 March 1992'
    >>> human_days(day_number(-43, 3), day_number(-43, 3, 31))
    'March 44 BCE'
    """
    year, month, day = civil(first)
    if first == last:
        return f"{day} {MONTHS[month - 1]} {human_year(year)}"
    if (first, last) == (day_number(year), day_number(year, 12, 31)):
        return human_year(year)
    if (first, last) == (
        day_number(year, month),
        day_number(year, month, days_in_month(year, month)),
    ):
        return f"{MONTHS[month - 1]} {human_year(year)}"
    start, end = _edge(first, is_start=True), _edge(last, is_start=False)
    return f"{start} to {end}"


def _edge(number: int, *, is_start: bool) -> str:
    year, month, day = civil(number)
    if (month, day) == ((1, 1) if is_start else (12, 31)):
        return human_year(year)
    if day == (1 if is_start else days_in_month(year, month)):
        return f"{MONTHS[month - 1]} {human_year(year)}"
    return f"{day} {MONTHS[month - 1]} {human_year(year)}"


def human_when(when: When | None) -> str:
    """The days that a date denotes, in words; `no date` for None.

    Examples
    --------
    >>> human_when(When("1996/..", day_number(1996), None))
    'since 1996'
    >>> human_when(When("1920~", day_number(1920), day_number(1920, 12, 31)))
    'about 1920'
    """
    if when is None:
        return "no date"
    if when.first is None and when.last is None:
        return when.text or "no date"
    if when.first is None:
        assert when.last is not None
        return f"until {_edge(when.last, is_start=False)}"
    if when.last is None:
        return f"since {_edge(when.first, is_start=True)}"
    words = human_days(when.first, when.last)
    return f"about {words}" if when.edtf.endswith(("~", "%")) else words


def span_in_words(first: int, last: int) -> str:
    """Years from the first to the last day: `1918 to 2024`, `1999`."""
    start, end = human_year(civil(first)[0]), human_year(civil(last)[0])
    return start if start == end else f"{start} to {end}"


def certainty(event: Event) -> str:
    """The lowest grade among the event's date and place, in the words of Linked Places Format."""
    grades = [date_certainty(event), tie_certainty(home_tie(event))]
    return max((grade for grade in grades if grade), key=_GRADES.index, default="certain")


def certainty_in_words(event: Event) -> str:
    """What a reader should know of how sure the event is; never empty."""
    said = []
    date, place = date_certainty(event), tie_certainty(home_tie(event))
    if date not in (None, "certain"):
        said.append(f"date {str(date).replace('-', ' ')}")
    if place not in (None, "certain"):
        said.append(f"place {str(place).replace('-', ' ')}")
    if event.inferred:
        said.append("date or place carried over from another sentence")
    checked = {
        "machine": "read by machine, not checked",
        "confirmed": "confirmed by a person",
        "edited": "edited by a person",
    }[event.status]
    return "; ".join([*said, checked]).capitalize()


def category_label(key: str) -> str:
    """A category as it is written on the page: `military-operation` is `Military operation`."""
    return key.replace("-", " ").replace("_", " ").capitalize()
