"""Dates and doubts in words, in the language that is spoken."""

from mapapp.layers.words import date_certainty, tie_certainty
from mapapp.locale import N_, ngettext
from mapapp.locale import gettext as _
from mapapp.locale.dates import day_in_words, month_in_words, year_in_words
from mapapp.locale.messages import capitalised
from mapapp.model import Certainty, Event, Status, When, civil
from mapapp.model.day import day_number, days_in_month

GRADES: tuple[Certainty, ...] = ("certain", "less-certain", "uncertain")
# What is not told makes nothing less certain.
_GRADE = {None: 0} | {grade: number for number, grade in enumerate(GRADES)}
_DATE: dict[Certainty, str] = {
    "less-certain": N_("date less certain"),
    "uncertain": N_("date uncertain"),
}
_PLACE: dict[Certainty, str] = {
    "less-certain": N_("place less certain"),
    "uncertain": N_("place uncertain"),
}
_CHECKED: dict[Status, str] = {
    "machine": N_("read by machine, not checked"),
    "confirmed": N_("confirmed by a person"),
    "edited": N_("edited by a person"),
}


def human_days(first: int, last: int, *, governed: bool = False) -> str:
    """The shortest exact words for a closed stretch of days; `governed` as after a preposition.

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
        return day_in_words(year, month, day)
    if (first, last) == (day_number(year), day_number(year, 12, 31)):
        return year_in_words(year)
    if (first, last) == (
        day_number(year, month),
        day_number(year, month, days_in_month(year, month)),
    ):
        return month_in_words(year, month, governed=governed)
    return _("{start} to {end}", start=_edge(first, is_start=True), end=_edge(last, is_start=False))


def _edge(number: int, *, is_start: bool, governed: bool = False) -> str:
    year, month, day = civil(number)
    if (month, day) == ((1, 1) if is_start else (12, 31)):
        return year_in_words(year)
    if day == (1 if is_start else days_in_month(year, month)):
        return month_in_words(year, month, governed=governed)
    return day_in_words(year, month, day)


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
        return _("no date")
    if when.first is None and when.last is None:
        return when.text or _("no date")
    if when.first is None:
        assert when.last is not None
        return _("until {date}", date=_edge(when.last, is_start=False, governed=True))
    if when.last is None:
        return _("since {date}", date=_edge(when.first, is_start=True, governed=True))
    if when.edtf.endswith(("~", "%")):
        return _("about {date}", date=human_days(when.first, when.last, governed=True))
    return human_days(when.first, when.last)


def span_in_words(first: int, last: int) -> str:
    """Years from the first to the last day: `1918 to 2024`, `1999`."""
    start, end = year_in_words(civil(first)[0]), year_in_words(civil(last)[0])
    return start if start == end else _("{start} to {end}", start=start, end=end)


def facts_in_words(events: int, places: int, days: str = "") -> str:
    """`23 events at 9 places, 1990 to 2001`."""
    told = _(
        "{events} {places}",
        events=ngettext("{count} event", "{count} events", events),
        places=ngettext("at {count} place", "at {count} places", places),
    )
    return f"{told}, {days}" if days else told


def certainty(event: Event) -> Certainty:
    """The lowest grade among the event's date and place, in the words of Linked Places Format."""
    date, place = date_certainty(event), tie_certainty(event.home)
    return GRADES[max(_GRADE[date], _GRADE[place])]


def certainty_in_words(event: Event) -> str:
    """What a reader should know of how sure the event is; never empty."""
    date, place = date_certainty(event), tie_certainty(event.home)
    said = [_(words[grade]) for words, grade in ((_DATE, date), (_PLACE, place)) if grade in words]
    if event.inferred:
        said.append(_("date or place carried over from another sentence"))
    return capitalised("; ".join([*said, _(_CHECKED[event.status])]))
