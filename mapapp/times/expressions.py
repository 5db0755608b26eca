"""Which words name a time: the scan of a text for everything that the rules know."""

from collections.abc import Iterator
from dataclasses import dataclass

from mapapp.model import Span
from mapapp.text import blocks
from mapapp.times import calendar_rules, relative_rules
from mapapp.times.grammar import Grammar, Words
from mapapp.times.guards import in_name, names_no_time
from mapapp.times.meaning import Meaning
from mapapp.times.tokens import Tokens, tokenised

# Calendar rules come first: `the end of the year` before `the year`.
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
        return Span(self.tokens.spans[self.first][0], self.tokens.spans[self.last - 1][1])

    @property
    def aside(self) -> bool:
        """Does it stand in brackets, beside the course of the story?"""
        return self.first > 0 and self.tokens.texts[self.first - 1] == "("


def find(text: str) -> Iterator[Found]:
    """All time expressions of a text in order, none overlapping another."""
    for block in blocks(text):
        yield from _within(tokenised(text, block))


def _within(tokens: Tokens) -> Iterator[Found]:
    position = 0
    while (match := GRAMMAR.search(tokens.codes, position)) is not None:
        rule, first, last = match
        words = Words(tokens.texts[first:last], tokens.codes[first:last])
        meaning = rule.read(words)
        named = in_name(tokens, first, rule.name)
        if meaning is None or (not named and names_no_time(tokens, first, last, rule.name)):
            position = first + 1
            continue
        yield Found(tokens, first, last, rule.name, meaning, named)
        position = last
