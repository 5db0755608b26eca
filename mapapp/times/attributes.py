"""Times that are part of a name or only describe: ADEX-2018, a Christmas market."""

import re

from mapapp.times.match import Match
from mapapp.times.tokens import Tokens

_ARTICLES = frozenset("a an the The A An".split())
_FREE_DAYS = frozenset("holiday holidays season break period weekend and".split())
_CODE = re.compile(r"[A-Z][A-Za-z]*$")


def in_name(tokens: Tokens, first: int, rule: str) -> bool:
    """Is this the year of a name such as ADEX-2018 or TurAz Eagle – 2019?"""
    if rule != "year" or first < 2:
        return False
    match = Match(tokens, first, first + 1)
    if not match.has(first - 1, "HYPHEN", "DASH") or not match.has(first - 2, "OTHER"):
        return False
    if match.has(first - 1, "DASH") and first + 1 == len(tokens.texts):
        return False  # a heading: The Great War – 1915
    return _CODE.fullmatch(match.word(first - 2)) is not None


def is_attribute(tokens: Tokens, first: int, last: int) -> bool:
    """Does it stand as an adjective: `a Christmas market`? Then it says no day of the story."""
    match = Match(tokens, first, last)
    if match.before not in _ARTICLES and not match.has(first - 1, "OTHER"):
        return False
    follows = match.has(last, "OTHER") and match.after.islower() and last - first == 1
    return follows and match.after not in _FREE_DAYS and not match.after.endswith(("ed", "ing"))
