"""Patterns over the classes of words, and rules made of them.

A pattern is written in names of classes (`MONTH`, `of`) and of other patterns (in braces, filled
in by Python), with the signs of regular expressions: `?`, `*`, `+`, `|`, parentheses, and
lookaround. Spaces mean nothing. `EARLY? MONTH (of? YEAR)?` is "early October 1941" and more.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

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

    For each class of word, the rules that can begin with it are one alternation, so that a text is
    run through once and few rules are tried at a place; one alternation of all rules took twenty
    times as long.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = {rule.name: rule for rule in rules}
        beginnings: dict[str, list[Rule]] = {}
        for rule in rules:
            for letter in _First(rule.pattern).letters:
                beginnings.setdefault(letter, []).append(rule)
        self._beginning = {
            letter: re.compile(
                "|".join(f"(?P<{rule.name}>{compiled(rule.pattern)})" for rule in able)
            )
            for letter, able in beginnings.items()
        }
        articles, other = LETTERS["the"] + LETTERS["a"], LETTERS["OTHER"]
        alone = "".join(letter for letter in beginnings if letter not in articles)
        # An article before a word of no class begins nothing; that is most articles.
        self._start = re.compile(f"[{alone}]|[{articles}](?!{other})")

    def search(self, codes: str, position: int) -> tuple[Rule, int, int] | None:
        """The first match at or after `position`: the rule, and from which token to which."""
        for start in self._start.finditer(codes, position):
            found = self._beginning[start[0]].match(codes, start.start())
            if found is not None:
                assert found.lastgroup is not None
                return self._rules[found.lastgroup], found.start(), found.end()
        return None


_PIECE = re.compile(r"(?P<look>\(\?<?[=!])|(?P<name>[A-Za-z]\w*)|(?P<sign>[()|?*+])")


class _First:
    """The classes with which a pattern can begin, by recursive descent over the pattern."""

    def __init__(self, pattern: str) -> None:
        self._pieces = [(m.lastgroup, m[0]) for m in _PIECE.finditer(pattern)]
        self._at = 0
        self.letters, _ = self._alternatives()

    def _alternatives(self) -> tuple[set[str], bool]:
        letters, empty = self._sequence()
        while self._take("|"):
            more, also = self._sequence()
            letters, empty = letters | more, empty or also
        return letters, empty

    def _sequence(self) -> tuple[set[str], bool]:
        letters: set[str] = set()
        open_ = True  # everything so far can be left out
        while self._at < len(self._pieces) and self._pieces[self._at][1] not in ("|", ")"):
            more, empty = self._item()
            if open_:
                letters |= more
            open_ = open_ and empty
        return letters, open_

    def _item(self) -> tuple[set[str], bool]:
        kind, text = self._pieces[self._at]
        self._at += 1
        if kind == "name":
            letters, empty = {LETTERS[text]}, False
        else:
            letters, empty = self._alternatives()
            self._take(")")
            if kind == "look":
                letters, empty = set(), True
        if self._take("?") or self._take("*"):
            empty = True
        return letters, empty

    def _take(self, sign: str) -> bool:
        if self._at < len(self._pieces) and self._pieces[self._at][1] == sign:
            self._at += 1
            return True
        return False
