"""Which words name a time: the scan of a text for everything that the rules know."""

from collections.abc import Iterator
from dataclasses import dataclass

from mapapp.model import Span
from mapapp.text import blocks
from mapapp.times import calendar_rules, relative_rules
from mapapp.times.grammar import Grammar, Rule, Words
from mapapp.times.guards import in_name, names_no_time
from mapapp.times.lexicon import LETTERS
from mapapp.times.meaning import Meaning
from mapapp.times.tokens import Tokens, tokenised

# Calendar rules come first: `the end of the year` before `the year`.
_LEAD = 2  # words before a date that opens a sentence
_HEADING = 12  # a block with fewer tokens and no stop is a heading
_HEDGES = (LETTERS["ALMOST"], LETTERS["AROUND"])
_BRACKET = 5  # words before a date in brackets
_STOPS = frozenset(".!?")
GRAMMAR = Grammar([*calendar_rules.RULES, *relative_rules.RULES])


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression before its context is known: tokens `[first, last)` of `tokens`."""

    tokens: Tokens
    first: int
    last: int
    rule: str
    meaning: Meaning
    in_name: bool = False

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.tokens.start(self.first), self.tokens.end(self.last - 1))

    @property
    def aside(self) -> bool:
        """Does it stand in brackets, beside the course of the story?"""
        before = self.tokens.texts[max(0, self.first - _BRACKET) : self.first]
        return "(" in before and ")" not in before

    @property
    def hedged(self) -> bool:
        """Does `about` or `around` stand before it?"""
        return self.tokens.codes[self.first - 1 : self.first] in _HEDGES

    @property
    def opening(self) -> bool:
        """Does a sentence open with it, with a word or two before it (`By 1942`), or a heading?"""
        texts = self.tokens.texts
        if self.first <= _LEAD or (len(texts) < _HEADING and texts[-1] not in _STOPS):
            return True
        return any(texts[n] in _STOPS for n in range(self.first - _LEAD - 1, self.first))


def find(text: str) -> Iterator[Found]:
    """All time expressions of a text in order, none overlapping another."""
    for block in blocks(text):
        yield from _within(tokenised(text, block))


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
