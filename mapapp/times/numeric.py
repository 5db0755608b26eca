"""Whether 3/12/92 is 3 December or 12 March: as the rest of the document writes dates."""

from collections.abc import Sequence

from msgspec.structs import replace

from mapapp.times.found import Found
from mapapp.times.lexicon import LETTERS, NAMES
from mapapp.times.meaning import Calendar

_MONTHS = LETTERS["MONTH"] + LETTERS["MAY"] + LETTERS["ABBR"]
_MONTHS_IN_YEAR = 12


def in_house_order(found: list[Found]) -> list[Found]:
    """The expressions with the day first in dates with strokes, if the document writes so.

    A date that can be read in one way only tells (27/9/2020), else what precedes in dates with
    the month in letters (`27 September`). Without either the month stands first, as in the US.
    What can be read in two ways is marked so.
    """
    strokes = [n for n, one in enumerate(found) if _stroked(one)]
    if not strokes:
        return found
    day_first = _day_first(found, strokes)
    result = list(found)
    for n in strokes:
        date = found[n].meaning
        assert isinstance(date, Calendar)
        assert date.day is not None
        if date.day > _MONTHS_IN_YEAR:
            continue
        if day_first:
            date = replace(date, month=date.day, day=date.month)
        result[n] = replace(found[n], meaning=replace(date, two_ways=day_first is None))
    return result


def _stroked(found: Found) -> bool:
    written = found.tokens.texts[found.first]
    return found.rule == "numeric" and written.replace("/", "", 2).isdecimal()


def _day_first(found: Sequence[Found], strokes: Sequence[int]) -> bool | None:
    """None when nothing in the document tells."""
    for n in strokes:
        first, second, _ = (int(part) for part in found[n].tokens.texts[found[n].first].split("/"))
        if first > _MONTHS_IN_YEAR or second > _MONTHS_IN_YEAR:
            return first > _MONTHS_IN_YEAR
    leads = [_leads_with_day(one) for one in found]
    days, months = leads.count(True), leads.count(False)
    return None if days == months else days > months


def _leads_with_day(found: Found) -> bool | None:
    """`27 September`: True, `September 27`: False; None for what is neither."""
    date = found.meaning
    if not isinstance(date, Calendar) or date.day is None or found.rule == "numeric":
        return None
    codes = found.tokens.codes[found.first : found.last]
    month = next((n for n, code in enumerate(codes) if code in _MONTHS), None)
    if month is None:
        return None
    return month > 0 and NAMES[codes[month - 1]] in ("DAY", "DAY1", "ORDDIG", "ZDAY", "of")
