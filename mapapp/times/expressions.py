"""Which words name a time: the scan of a text for everything that the rules know."""

from collections.abc import Iterator

from msgspec.structs import replace

from mapapp.text import blocks
from mapapp.times import calendar_rules, century_rules, reckoning_rules, relative_rules, vague_rules
from mapapp.times.ages import Lives
from mapapp.times.attributes import in_name, is_attribute
from mapapp.times.entries import Entries
from mapapp.times.found import Found
from mapapp.times.grammar import Grammar, Rule, Words
from mapapp.times.guards import names_no_time
from mapapp.times.logs import is_log, with_head
from mapapp.times.meaning import Calendar, Vague
from mapapp.times.tokens import Tokens, tokenised

_BARE = frozenset({"year_bare", "year_head"})
_FIRST_COMMON = 1000  # years from which a number is one by its length
# Calendar rules come first: `the end of the year` before `the year`.
GRAMMAR = Grammar(
    [
        *century_rules.RULES,
        *reckoning_rules.RULES,
        *calendar_rules.RULES,
        *relative_rules.RULES,
        *vague_rules.RULES,
    ]
)


def find(text: str) -> Iterator[Found]:
    """All time expressions of a text in order, none overlapping another."""
    entries, lives, log = Entries(text), Lives(), is_log(text)
    era = ""
    for block in blocks(text):
        tokens = tokenised(text, block)
        kept: list[Found] = []
        for found in entries.added(tokens, list(_within(tokens))):
            era = _era(found) or era
            if found.rule not in _BARE:
                kept.append(found)
            elif era and not (found.rule == "year_head" and found.first):
                kept.append(found if era == "BC" else _after_christ(found))
        if log:
            kept = list(with_head(tokens, kept))
        yield from lives.added(tokens, kept)


def _era(found: Found) -> str:
    """The era that a bare `in 278` behind it is of, too: of `280 BC`, of `AD 79`; mostly empty."""
    if found.rule in _BARE or not isinstance(found.meaning, Calendar):
        return ""
    year = found.meaning.year
    if year is None or found.meaning.short or year >= _FIRST_COMMON:
        return ""
    return "AD" if year > 0 else "BC"


def _after_christ(found: Found) -> Found:
    assert isinstance(found.meaning, Calendar)
    assert found.meaning.year is not None
    return replace(found, meaning=Calendar(year=1 - found.meaning.year))


def _within(tokens: Tokens) -> Iterator[Found]:
    position = 0
    while (match := GRAMMAR.search(tokens.codes, position)) is not None:
        rule, first, last = match
        found = _read(tokens, rule, first, last)
        if found is None:
            others = GRAMMAR.others(tokens.codes, first, rule)
            readings = (_read(tokens, *other) for other in others)
            found = next((reading for reading in readings if reading), None)
        if found is None:
            position = first + 1
        else:
            yield found
            position = found.last


def _read(tokens: Tokens, rule: Rule, first: int, last: int) -> Found | None:
    """The expression that a match of a rule is, None when it turns out to be none."""
    meaning = rule.read(Words(tokens.texts[first:last], tokens.codes[first:last]))
    if meaning is None:
        return None
    named = in_name(tokens, first, rule.name)
    if not named and names_no_time(tokens, first, last, rule.name):
        return None
    if rule.name == "feast" and is_attribute(tokens, first, last):
        meaning = Vague("XXXX-XX-XX")
    return Found(tokens, first, last, rule.name, meaning, named)
