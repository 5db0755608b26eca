"""Which words name a time: the scan of a text for everything that the rules know."""

from collections.abc import Iterator

from mapapp.text import blocks
from mapapp.times import calendar_rules, relative_rules, vague_rules
from mapapp.times.entries import Entries
from mapapp.times.found import Found
from mapapp.times.grammar import Grammar, Rule, Words
from mapapp.times.guards import in_name, names_no_time
from mapapp.times.meaning import Calendar
from mapapp.times.tokens import Tokens, tokenised

BARE_YEAR = "year_bare"
# Calendar rules come first: `the end of the year` before `the year`.
GRAMMAR = Grammar([*calendar_rules.RULES, *relative_rules.RULES, *vague_rules.RULES])


def find(text: str) -> Iterator[Found]:
    """All time expressions of a text in order, none overlapping another."""
    entries = Entries(text)
    ancient = False
    for block in blocks(text):
        tokens = tokenised(text, block)
        for found in entries.added(tokens, list(_within(tokens))):
            ancient = ancient or _is_bc(found)
            if ancient or found.rule != BARE_YEAR:
                yield found


def _is_bc(found: Found) -> bool:
    """Does it say `BC`, so that a bare `in 278` behind it is a year, too?"""
    if found.rule == BARE_YEAR or not isinstance(found.meaning, Calendar):
        return False
    return found.meaning.year is not None and found.meaning.year <= 0


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
    return Found(tokens, first, last, rule.name, meaning, named)
