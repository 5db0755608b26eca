"""Numbers and words that look like times and are none: T-72, 1918 people, Theresa May."""

import re

from mapapp.times.lexicon import LETTERS
from mapapp.times.tokens import Tokens

_NUMBERING = frozenset(
    "no nr article articles art section sections chapter page pages p pp vol volume room route"
    " highway flight paragraph line lines resolution law code zip box number numbers $ £ € # §"
    " figure table phone tel fax".split()
)
_COUNTED = frozenset(
    "people men women children soldiers troops dollars euros pounds percent per km miles metres"
    " meters feet tons tonnes acres hectares % ° kg m ft mm cm million billion square refugees"
    " prisoners casualties deaths dead wounded killed inhabitants houses homes students officers"
    " civilians volunteers members".split()
)
_SPEAKING = frozenset("said says told added warned replied".split())
_BEFORE_YEARS = frozenset("after before toward towards into circa".split())


def names_no_time(tokens: Tokens, first: int, last: int, rule: str) -> bool:
    """Is this match of a rule something else?"""
    before = tokens.texts[first - 1] if first else ""
    after = tokens.texts[last] if last < len(tokens.texts) else ""
    if rule == "year":
        return _no_year(tokens, first, last, before, after)
    if rule in ("month", "season", "any_season", "step_month"):
        return _no_month(tokens, first, before, after)
    if rule in ("ordinal_day", "day_after"):
        return after[:1].isupper() and tokens.codes[last] == LETTERS["OTHER"]
    if rule == "year_short" and tokens.codes[last - 1] == LETTERS["DAY1"]:
        return int(tokens.texts[last - 1]) <= int(tokens.texts[first - 2][-1])
    if rule == "year_short":
        return before in ("'", "’", "‘") or after.lower() in ("minutes", "hours", "days")
    if rule == "length" and tokens.texts[last - 1] == "old":
        return tokens.texts[last - 2] == "-"  # a 6-year-old is no time
    if rule == "decade":
        return before.lower() in ("his", "her", "their", "my", "your")
    return False


def _no_year(tokens: Tokens, first: int, last: int, before: str, after: str) -> bool:
    if before.lower() in _NUMBERING or after.lower() in _COUNTED:
        return True
    if last - first > 1:
        return False
    if after.islower() and after.endswith("s") and tokens.codes[last] == LETTERS["OTHER"]:
        if before and tokens.codes[first - 1] == LETTERS["OTHER"] and before not in _BEFORE_YEARS:
            return True  # they butchered 1400 victims
    if tight(tokens, first) and before in "-/+–:" and not _is_year(tokens, first - 2):
        return True  # 90089-0043, T-1972; names with years are told apart before
    if tight(tokens, last) and after and after in "-/+" and not _joins(tokens, last):
        return True
    return (
        before == "," and first >= 2 and tokens.texts[first - 2].isdigit() and tight(tokens, first)
    )


def _is_year(tokens: Tokens, n: int) -> bool:
    return n >= 0 and tokens.codes[n] in _DATED


_DATED = {LETTERS[name] for name in ("YEAR", "MONTH", "MAY", "SEASON", "DECADE", "EARLY")}


def _joins(tokens: Tokens, n: int) -> bool:
    """Does a year or a word follow the hyphen?"""
    following = tokens.texts[n + 1] if n + 1 < len(tokens.texts) else ""
    return not following.isdigit() or len(following) in (1, 2, 4)


def _no_month(tokens: Tokens, first: int, before: str, after: str) -> bool:
    word = tokens.texts[first]
    if tokens.codes[first] == LETTERS["SEASON"] and word[0].isupper():
        return _name(tokens, first) or _heads_name(tokens, first)
    if tokens.codes[first] != LETTERS["MAY"]:
        return False
    if not before or before in '.!?“"‘':
        return not after or after.islower()  # May they live; March on!
    if after in ("of", "for", "on", "against") and before.lower() not in ("in", "since", "by"):
        return True  # the March on the capital
    if before in _SPEAKING or (before == "," and after in _SPEAKING):
        return True
    return _name(tokens, first)


def _name(tokens: Tokens, first: int) -> bool:
    """Is the word before it a capitalised one of no class, as in Theresa May?"""
    if not first or tokens.codes[first - 1] != LETTERS["OTHER"]:
        return False
    return tokens.texts[first - 1][0].isupper() and tokens.texts[first - 1].isalpha()


def _heads_name(tokens: Tokens, first: int) -> bool:
    """Does it head a name within a sentence: `the exercises Star, Winter Training and Phoenix`?"""
    if not first or tokens.texts[first - 1] in ".!?" or first + 1 == len(tokens.texts):
        return False
    after = tokens.texts[first + 1]
    return after[0].isupper() and tokens.codes[first + 1] == LETTERS["OTHER"]


def tight(tokens: Tokens, n: int) -> bool:
    """Does the n-th token touch the one before it?"""
    return 0 < n < len(tokens.texts) and tokens.start(n) == tokens.end(n - 1)


_CODE = re.compile(r"[A-Z][A-Za-z]*$")


def in_name(tokens: Tokens, first: int, rule: str) -> bool:
    """Is this the year of a name such as ADEX-2018 or TurAz Eagle – 2019?"""
    if rule != "year" or first < 2:
        return False
    if tokens.codes[first - 1] not in (LETTERS["HYPHEN"], LETTERS["DASH"]):
        return False
    word = tokens.texts[first - 2]
    return tokens.codes[first - 2] == LETTERS["OTHER"] and bool(_CODE.fullmatch(word))
