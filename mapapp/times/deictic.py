"""Dates of a narrative that count from the day of writing all the same: `last month`."""

from mapapp.model import civil
from mapapp.times.context import Context
from mapapp.times.found import Found
from mapapp.times.meaning import Calendar, Relative

_ENDS = frozenset(".!?;")
_LATELY = 2  # years
_REACH = 16  # tokens before the expression, within its sentence
# What had not come yet on the day of writing; `would` looks ahead in the past.
_AHEAD = frozenset("will shall ll wo".split())
_INTENDS = frozenset("plans expects intends hopes aims".split())
_TO_BE_DONE = frozenset("scheduled due expected planned set going to".split())
_POINTING = frozenset("this next last".split())
_ON_DAYS = frozenset("on by since until last".split())
_QUOTES = frozenset(["“", "”", '"', "``", "''"])


def counts_from_writing(found: Found, context: Context) -> bool:
    """Does a date of a narrative count from the day of writing, where that is known?

    `Last month` and `next summer` do, and a month of what will be; `on Monday` where no day was
    told that it can follow. What somebody is quoted with counts from when he said it, and `today`
    is as vague as `now`.
    """
    if context.mode == "news" or context.published is None:
        return False
    match found.meaning:
        case Relative(base="said", amount=amount):
            return bool(amount) and _comes_up_to_now(context) and not _is_quoted(found)
        case Relative(unit="D"):
            return False  # `from this day on`
        case Relative(base="either") | Calendar(within=Relative(base="either")):
            return _points(found) and not _is_quoted(found)
        case Calendar(within=None, weekday=int(), day=None, nth=None):
            followed = context.told is not None and context.told.day is not None
            return not followed and _word(found, -1) in _ON_DAYS and not _is_quoted(found)
        case Calendar(year=None, month=int()):
            return _looks_ahead(found) and not _is_quoted(found)
    return False


def _comes_up_to_now(context: Context) -> bool:
    """Does the text tell something of the years in which it was written?"""
    if context.last_year is None or context.published is None:
        return False
    return context.last_year >= civil(context.published)[0] - _LATELY


def _points(found: Found) -> bool:
    """Is it `this year`, and not `the end of the year` or `another event of this year`?"""
    pointing = found.tokens.texts[found.first].lower()
    return pointing in _POINTING and (pointing != "this" or _word(found, -1) != "of")


def _word(found: Found, away: int) -> str:
    n = found.first + away
    return found.tokens.texts[n].lower() if n >= 0 else ""


def _is_quoted(found: Found) -> bool:
    """Does a quotation that its paragraph opened go on to it?"""
    return sum(text in _QUOTES for text in found.tokens.texts[: found.first]) % 2 == 1


def _looks_ahead(found: Found) -> bool:
    """Does its sentence tell in the present what is to come: `will end`, `is due in May`?"""
    texts, first = found.tokens.texts, found.first
    for n in range(first - 1, max(-1, first - _REACH), -1):
        if texts[n] in _ENDS:
            return False
        following = texts[n + 1]
        if texts[n] in _AHEAD or (texts[n] in _INTENDS and following == "to"):
            return True
        if texts[n] in ("is", "are") and following in _TO_BE_DONE:
            return True
    return False
