"""Patterns over the classes of words, and rules made of them.

A pattern is written in names of classes (`MONTH`, `of`) and of other patterns (in braces, filled
in by Python), with the signs of regular expressions: `?`, `|`, parentheses, and
lookaround. Spaces mean nothing. `EARLY? MONTH (of? YEAR)?` is "early October 1941" and more.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from mapapp.times.lexicon import LETTERS, MEANINGS, NAMES, Payload
from mapapp.times.meaning import Meaning

_NAME = re.compile(r"[A-Za-z]\w*")


def compiled(pattern: str) -> str:
    """The regular expression over class letters that a pattern stands for.

    Raises
    ------
    KeyError
        For a name that is no class.
    """
    return _NAME.sub(lambda name: LETTERS[name[0]], pattern).replace(" ", "").replace("\n", "")


class Words:
    """The tokens that a rule matched.

    Attributes
    ----------
    texts : sequence of str
        The words as written.
    codes : str
        Their class letters.
    """

    __slots__ = ("codes", "texts")

    def __init__(self, texts: Sequence[str], codes: str) -> None:
        self.texts = texts
        self.codes = codes

    def name(self, n: int) -> str:
        """The class of the n-th token, empty after the end."""
        return NAMES.get(self.codes[n : n + 1], "")

    def without(self, start: int, end: int) -> "Words":
        """All tokens but those in `[start, end)`."""
        return Words(
            [*self.texts[:start], *self.texts[end:]], self.codes[:start] + self.codes[end:]
        )

    def has(self, *names: str) -> bool:
        """Is there a token of one of these classes?"""
        return any(LETTERS[name] in self.codes for name in names)

    def find(self, *names: str) -> str | None:
        """The first token of the first of these classes that is there."""
        for name in names:
            at = self.codes.find(LETTERS[name])
            if at >= 0:
                return self.texts[at]
        return None

    def meaning(self, *names: str) -> Payload | None:
        """What `find` means, None when there is none."""
        word = self.find(*names)
        return None if word is None else MEANINGS.get(word)

    def number(self, *names: str) -> int | None:
        """What `find` means, when that is a number."""
        found = self.meaning(*names)
        return found if isinstance(found, int) else None

    def code(self, *names: str) -> str | None:
        """What `find` means, when that is a code."""
        found = self.meaning(*names)
        return found if isinstance(found, str) else None


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to say a time.

    Attributes
    ----------
    name : str
        An identifier.
    pattern : str
        Over class names; see the head of the module.
    example : str
        Words that the whole pattern takes.
    read : callable
        What the words mean; None when they turn out to name no time.
    """

    name: str
    pattern: str
    example: str
    read: Callable[[Words], Meaning | None]


class Grammar:
    """Rules tried together, the first in the list first.

    For each pair of classes, the rules that can begin with it are gathered when the pair is first
    met: two or three are tried at a place, and none is compiled in vain. As one alternation they
    took five times as long to compile, since most rules begin with several pairs.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._beginnings = [(rule, prefixes(rule.pattern)) for rule in rules]
        first = {prefix[0] for _, beginnings in self._beginnings for prefix in beginnings}
        self._start = re.compile(f"[{''.join(first)}]")
        self._by_pair: dict[str, list[tuple[Rule, re.Pattern[str]]]] = {}

    def search(self, codes: str, position: int) -> tuple[Rule, int, int] | None:
        """The first match at or after `position`: the rule, and from which token to which."""
        for start in self._start.finditer(codes, position):
            at = start.start()
            pair = codes[at : at + 2]
            able = self._by_pair.get(pair)
            if able is None:
                able = self._by_pair[pair] = self._able(pair)
            for rule, pattern in able:
                found = pattern.match(codes, at)
                if found is not None:
                    return rule, at, found.end()
        return None

    def others(self, codes: str, at: int, refused: Rule) -> Iterator[tuple[Rule, int, int]]:
        """What the rules after `refused` match at the same place."""
        rules = [rule for rule, _ in self._beginnings]
        for rule in rules[rules.index(refused) + 1 :]:
            found = _made(rule.pattern).match(codes, at)
            if found is not None:
                yield rule, at, found.end()

    def _able(self, pair: str) -> list[tuple[Rule, re.Pattern[str]]]:
        """The rules that can begin with a pair of classes."""
        return [
            (rule, _made(rule.pattern))
            for rule, beginnings in self._beginnings
            if pair in beginnings or pair[0] in beginnings
        ]


@cache
def _made(pattern: str) -> re.Pattern[str]:
    return re.compile(compiled(pattern))


def prefixes(pattern: str) -> set[str]:
    """The letters of the first two classes of all that a pattern can match.

    A single letter is a match of one token. Lookaround counts for nothing.
    """
    return {prefix for prefix in _Prefixes(pattern).found if prefix}


_PIECE = re.compile(r"(?P<look>\(\?<?[=!])|(?P<name>[A-Za-z]\w*)|(?P<sign>[()|?])")


class _Prefixes:
    """A recursive descent over a pattern."""

    def __init__(self, pattern: str) -> None:
        self._pieces = [(m.lastgroup, m[0]) for m in _PIECE.finditer(pattern)]
        self._at = 0
        self.found = self._alternatives()

    def _alternatives(self) -> set[str]:
        found = self._sequence()
        while self._take("|"):
            found |= self._sequence()
        return found

    def _sequence(self) -> set[str]:
        found = {""}
        while self._at < len(self._pieces) and self._pieces[self._at][1] not in ("|", ")"):
            found = _joined(found, self._item())
        return found

    def _item(self) -> set[str]:
        kind, text = self._pieces[self._at]
        self._at += 1
        if kind == "name":
            found = {LETTERS[text]}
        else:
            found = self._alternatives()
            self._take(")")
            if kind == "look":
                found = {""}
        if self._take("?"):
            return found | {""}
        return found

    def _take(self, sign: str) -> bool:
        if self._at < len(self._pieces) and self._pieces[self._at][1] == sign:
            self._at += 1
            return True
        return False


def _joined(left: set[str], right: set[str]) -> set[str]:
    return {(one + other)[:2] for one in left for other in right}
