"""What dates lend each other: the month of `4 and 5 May`, the year of `1683, July`, a day."""

from msgspec.structs import replace

from mapapp.times.found import Found
from mapapp.times.lexicon import LETTERS
from mapapp.times.meaning import Calendar, Relative
from mapapp.times.ranges import joint, listed

_CLOCK_REACH = 5  # tokens between a time of day and its date
_SEASON_REACH = 3  # and between a season and its year
_BRACKET_REACH = 6  # tokens between a date and the year after a bracket
_BRACKETS = LETTERS["OPEN"] + LETTERS["CLOSE"]
_ZONE = LETTERS["OTHER"] + LETTERS["TIME"]  # `local time`


def completed(found: list[Found]) -> list[Found]:
    """Lend the parts of a date to the ones beside it that lack them."""
    found = _with_years_pointed_at(found)
    for n in range(1, len(found)):
        found[n] = _with_year_before(found[n - 1], found[n])
        _lend_over_bracket(found, n)
    return _lent_back(found)


def _with_year_before(left: Found, right: Found) -> Found:
    """`1683, July`, `1571 Oct 7`: the year stands first; `the 1850s and '60s`."""
    if not _beside(left, right, {"", LETTERS["COMMA"], LETTERS["and"], LETTERS["HYPHEN"]}):
        return right
    year, date = left.meaning, right.meaning
    assert isinstance(year, Calendar)
    assert isinstance(date, Calendar)
    if year.decade is not None and date.decade is not None and _cut_decade(right):
        return replace(
            right, meaning=replace(date, decade=year.decade // 100 * 100 + date.decade % 100)
        )
    touching = right.first - left.last == 0 or right.tokens.codes[left.last] == LETTERS["COMMA"]
    if touching and _only_year(year) and date.year is None and (date.month or date.season):
        return replace(right, meaning=replace(date, year=year.year))
    return right


def _with_years_pointed_at(found: list[Found]) -> list[Found]:
    """`17 March last year` is one date."""
    kept: list[Found] = []
    for one in found:
        left = kept[-1] if kept else None
        date = left.meaning if left else None
        pointing = isinstance(one.meaning, Relative) and one.meaning.base == "either"
        if left and pointing and isinstance(date, Calendar) and _lacks_year(date):
            assert isinstance(one.meaning, Relative)
            beside = left.tokens is one.tokens and left.last == one.first
            if one.meaning.unit == "Y" and beside:
                within = replace(date, within=one.meaning)
                kept[-1] = replace(left, last=one.last, meaning=within)
                continue
        kept.append(one)
    return kept


def _lacks_year(date: Calendar) -> bool:
    return date.year is None and date.month is not None and date.day is not None


def _cut_decade(found: Found) -> bool:
    """`'60s`"""
    return len(found.tokens.texts[found.last - 1]) == len("60s")


def _lend_over_bracket(found: list[Found], n: int) -> None:
    """`7 November (25 October) 1917`: the year goes to both."""
    year = found[n].meaning
    before = found[n].tokens.texts[found[n].first - 1 : found[n].first]
    if not isinstance(year, Calendar) or not _only_year(year) or before not in ([")"], ["]"]):
        return
    for m in (n - 1, n - 2):
        if m >= 0 and found[m].tokens is found[n].tokens:
            date = found[m].meaning
            near = found[n].first - found[m].last <= (n - m) * _BRACKET_REACH
            if near and isinstance(date, Calendar) and date.month and date.year is None:
                found[m] = replace(found[m], meaning=replace(date, year=year.year))


def _only_year(calendar: Calendar) -> bool:
    return calendar == Calendar(year=calendar.year) and calendar.year is not None


def _beside(left: Found, right: Found, between: set[str]) -> bool:
    """Are both on the calendar, with nothing else between them than one of these?"""
    return (
        left.tokens is right.tokens
        and left.tokens.codes[left.last : right.first] in between
        and isinstance(left.meaning, Calendar)
        and isinstance(right.meaning, Calendar)
    )


def _lent_back(found: list[Found]) -> list[Found]:
    """The month or year of a date for the ones joined to it, mostly on the left."""
    for n in range(len(found) - 2, -1, -1):
        left, right = found[n], found[n + 1]
        outside = n + 2 == len(found) or found[n + 2].first != right.last
        if outside and _clock_on(left, right):  # not `6 am (2200 GMT Friday)`
            assert isinstance(left.meaning, Calendar)
            assert isinstance(right.meaning, Calendar)
            found[n] = replace(left, meaning=replace(right.meaning, clock=left.meaning.clock))
            continue
        if _clock_after(left, right):
            assert isinstance(left.meaning, Calendar)
            assert isinstance(right.meaning, Calendar)
            found[n + 1] = replace(right, meaning=replace(left.meaning, clock=right.meaning.clock))
            continue
        if _season_of(left, right):
            assert isinstance(left.meaning, Calendar)
            assert isinstance(right.meaning, Calendar)
            found[n] = replace(left, meaning=replace(left.meaning, year=right.meaning.year))
            continue
        if joint(left, right) is None and not listed(left, right):
            continue
        if _only_clock(left) and isinstance(right.meaning, Calendar) and right.meaning.clock:
            found[n] = _from_clock(left, right)
            continue
        if isinstance(left.meaning, Calendar) and isinstance(right.meaning, Calendar):
            found[n] = replace(left, meaning=_lent(left.meaning, right.meaning))
            if right.meaning.day is not None and right.meaning.month is None:
                # `May 4 and 5, 1865`
                month = replace(right.meaning, month=left.meaning.month)
                found[n + 1] = replace(right, meaning=month)
    return found


def _from_clock(left: Found, right: Found) -> Found:
    """`6:30-11:30 p.m. April 24`, `from 2 to 4 p.m.`: the half of the day, and the day."""
    start, end = left.meaning, right.meaning
    assert isinstance(start, Calendar)
    assert isinstance(end, Calendar)
    clock, until = start.clock or "", end.clock or ""
    halves = LETTERS["AM"] + LETTERS["PM"]
    told = any(code in halves for code in left.tokens.codes[left.first : left.last])
    later = f"{int(clock[:2]) + 12:02d}{clock[2:]}" if ":" in clock and clock < "12" else clock
    if not told and clock < later < until:
        clock = later
    return replace(left, meaning=replace(end, clock=clock))


def _season_of(left: Found, right: Found) -> bool:
    """`the spring offensive of 1918`, `the winter campaign in 1914`"""
    if left.tokens is not right.tokens or not 1 < right.first - left.last <= _SEASON_REACH:
        return False
    season, year = left.meaning, right.meaning
    between = left.tokens.codes[left.last : right.first]
    return (
        isinstance(season, Calendar)
        and season.season is not None
        and season.year is None
        and isinstance(year, Calendar)
        and _only_year(year)
        and between[-1] in LETTERS["of"] + LETTERS["in"]
        and set(between[:-1]) == {LETTERS["OTHER"]}
    )


def _clock_on(left: Found, right: Found) -> bool:
    """`at 5:34 a.m. Baghdad time on March 20`, `10:35 a.m. (0735 GMT) Friday`."""
    if left.tokens is not right.tokens or right.first - left.last > _CLOCK_REACH:
        return False
    between = left.tokens.codes[left.last : right.first]
    beside = not between and left.rule == "military"  # 2200 GMT Friday
    return (
        (beside or _leads_to_date(between))
        and _only_clock(left)
        and isinstance(right.meaning, Calendar)
    )


def _leads_to_date(between: str) -> bool:
    """`on`, `local time on`, or the brackets around another time of day."""
    rest = between.removesuffix(LETTERS["on"])
    known = all(code in _BRACKETS + _ZONE for code in rest)
    if rest == between:  # no `on`: a bracket must do
        return known and any(code in _BRACKETS for code in between)
    return known or len(between) <= 3


def _clock_after(left: Found, right: Found) -> bool:
    """`on Friday at about 10 p.m.`"""
    between = left.tokens.codes[left.last : right.first]
    return (
        left.tokens is right.tokens
        and 0 < right.first - left.last <= _CLOCK_REACH
        and LETTERS["at"] in between
        and LETTERS["STOP"] not in between
        and isinstance(left.meaning, Calendar)
        and (left.meaning.day is not None or left.meaning.weekday is not None)
        and _only_clock(right)
    )


def _only_clock(found: Found) -> bool:
    return (
        isinstance(found.meaning, Calendar)
        and found.meaning.clock is not None
        and found.meaning.day is None
        and found.meaning.weekday is None
    )


def _lent(left: Calendar, right: Calendar) -> Calendar:
    if (left.century or 0) > 0 and (right.century or 0) < 0:
        assert left.century is not None
        left = replace(left, century=-left.century)
    if left.day is not None and left.month is None and right.day is not None:
        left = replace(left, month=right.month)
    if left.year is None and left.month is not None and right.year is not None and not right.short:
        turned = right.month is not None and left.month > right.month
        left = replace(left, year=right.year - turned)
    elif left.year is None and left.season is not None and right.season is not None:
        left = replace(left, year=right.year)
    return left
