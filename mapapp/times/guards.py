"""Words and numbers that look like times and are none: Theresa May, 60 Minutes."""

from collections.abc import Callable, Mapping

from mapapp.times.match import Match
from mapapp.times.tokens import Tokens
from mapapp.times.year_guards import is_numbered, names_no_year

_SPEAKING = frozenset("said says told added warned replied".split())
_AFTER_DAYS = frozenset(
    "he she they it we his her their its was were is are had has who when while where with but"
    " after before as".split()
)
_BEFORE_VERBS = frozenset("to will would can could may might should must not n't t did".split())
_VERBS = frozenset("was is has had saw brought began ended marks marked will came".split())
_POSSESSIVES = frozenset("my your his her its our their".split())
_REACH = 7  # tokens from `the 9th` to the word that says of what
_OPENING = ("", ".", "!", "?", ":", "“", '"', "‘")
_STOPS = '.!?“"‘'


def _no_month(match: Match) -> bool:
    """May and March: the verbs, and Theresa May."""
    if not match.has(match.first, "MAY"):
        return False
    before, after = match.before, match.after
    if not before or before in _STOPS:
        told = after in _VERBS and match.word(match.first).lower() == "march"
        return after.islower() and not told  # May they live; March on!
    if after in ("of", "for", "on", "against") and before.lower() not in ("in", "since", "by"):
        return True  # the March on the capital
    if before.lower() == "the" and after == "to":
        return True
    if before in _SPEAKING or (before == "," and after in _SPEAKING):
        return True
    return _ends_name(match, match.first)


def _no_season(match: Match) -> bool:
    """`Winter Training`, `Silver Spring`."""
    season = match.last - 1
    if not match.word(season)[0].isupper():
        return False
    return _ends_name(match, season) or _heads_name(match, season)


def _ends_name(match: Match, n: int) -> bool:
    """Is the word before it a capitalised one of no class, as in Theresa May?"""
    before = match.word(n - 1)
    return match.has(n - 1, "OTHER") and before[0].isupper() and before.isalpha()


def _heads_name(match: Match, n: int) -> bool:
    """Does it head a name within a sentence: `the exercises Star, Winter Training and Phoenix`?"""
    before = match.word(n - 1)
    if before.endswith(("`", '"', "“")) and match.has(n + 1, "of"):
        return match.has(n + 2, "OTHER") and match.word(n + 2)[0].isupper()  # “Spring of Hope”
    if not before or before in _STOPS:
        return False
    return match.has(n + 1, "OTHER") and match.word(n + 1)[0].isupper()


def _no_day(match: Match) -> bool:
    """`the 5th Corps`, `on the 40th anniversary`."""
    return match.has(match.last, "OTHER") and match.after not in _AFTER_DAYS


def _no_second_day(match: Match) -> bool:
    return match.has(match.last, "OTHER") and match.after[0].isupper()


def _no_short_year(match: Match) -> bool:
    if match.has(match.last - 1, "DAY1"):  # 1861-5, and not 1861-1
        return int(match.word(match.last - 1)) <= int(match.word(match.first - 2)[-1])
    return match.before in ("'", "’", "‘") or match.after.lower() in ("minutes", "hours", "days")


_CENTURIES = ("century", "centuries")


def _no_century(match: Match) -> bool:
    """`the 9th and 10th divisions`."""
    return not any(match.word(n) in _CENTURIES for n in range(match.last, match.last + _REACH))


def _is_age(match: Match) -> bool:
    """A 6-year-old is no time, nor is a 6 year old."""
    if match.word(match.last - 1) != "old":
        return False
    return match.word(match.last - 2) == "-" or match.has(match.last - 2, "UNIT")


def _no_length(match: Match) -> bool:
    """Ages, and what is called `60 Minutes`."""
    named = match.word(match.first).isdigit() and _is_title(match)
    return named or _is_age(match)


def _is_title(match: Match) -> bool:
    """Does it end with a capitalised word within a sentence: `60 Minutes`?"""
    return match.word(match.last - 1).istitle() and match.before not in _OPENING


def _no_hour(match: Match) -> bool:
    """`High noon` is a figure of speech, `Ada Noon` a person."""
    return match.before.lower() == "high" or _is_surname(match)


def _no_step(match: Match) -> bool:
    """`expected to last six weeks`"""
    if match.has(match.first, "LAST") and match.before.lower() in _BEFORE_VERBS:
        return True
    return match.has(match.first - 1, "a", "EVERY")  # on a subsequent day


def _is_wish(match: Match) -> bool:
    """A better tomorrow."""
    return match.before in ("better", "brighter")


def _is_measure(match: Match) -> bool:
    """How far apart two things are: `only minutes apart`, `older by decades`, `a matter of days`"""
    before = match.word(match.first - 2), match.before
    by = match.before == "by" and match.after != "of"
    return by or match.after == "apart" or before == ("matter", "of") or _is_title(match)


def _no_month_in_digits(match: Match) -> bool:
    """`Law 11/2020`, `2020 - 11`"""
    touching = match.touches(match.first + 1) and match.touches(match.first + 2)
    return not touching or is_numbered(match)


def _is_paper(match: Match) -> bool:
    """The daily El Mundo, the Evening Daily: newspapers, and so is a surname before it."""
    if _is_surname(match) or (match.word(match.first).istitle() and match.before not in _OPENING):
        return True
    named = match.has(match.last, "OTHER") and match.after.istitle()
    return named and (match.word(match.first).istitle() or match.has(match.first - 1, "OTHER"))


def _is_surname(match: Match) -> bool:
    return match.word(match.first)[0].isupper() and _ends_name(match, match.first)


def _no_decade(match: Match) -> bool:
    """In his 20s; 1990's economy."""
    if match.before.lower() in _POSSESSIVES:
        return True
    owning = any(mark in match.word(match.last - 1) for mark in "'’")
    return owning and match.last - match.first == 1 and match.before.lower() != "the"


_GUARDS: Mapping[str, Callable[[Match], bool]] = {
    "year": names_no_year,
    "month": _no_month,
    "year_month": _no_month_in_digits,
    "step_month": _no_month,
    "season": _no_season,
    "any_season": _no_season,
    "ordinal_day": _no_day,
    "day_after": _no_second_day,
    "year_short": _no_short_year,
    "length": _no_length,
    "step": _no_step,
    "unit_long": _is_age,
    "today": _is_wish,
    "plural": _is_measure,
    "adverb": _is_paper,
    "clock": _no_hour,
    "decade": _no_decade,
    "century_before": _no_century,
}


def names_no_time(tokens: Tokens, first: int, last: int, rule: str) -> bool:
    """Is this match of a rule something else?"""
    guard = _GUARDS.get(rule)
    return guard is not None and guard(Match(tokens, first, last))
