"""Years told by somebody's age, where the text has told the birth: `When she was twelve`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from mapapp.times.found import Found
from mapapp.times.lexicon import CLASSES, LETTERS, MEANINGS
from mapapp.times.meaning import Calendar
from mapapp.times.tokens import Tokens

_REACH = 8  # tokens between `born` and its year
_SPEAKER = "I"
_PERSONS = frozenset({"he", "she", _SPEAKER})
_WHEN = frozenset("When when While while".split())
_ENDS = frozenset(".!?;")
_YEARS = frozenset(LETTERS[name] for name in ("YEAR", "MONTH", "DAY", "DAY1"))
_AGES = range(3, 100)
# What may follow an age that is no number of something else.
_AFTER = frozenset(", . ; years year he she I we they his her my our their the a and".split())
_OLD = ["years", "old"]
_NUMBERS = CLASSES["NUM"].keys() | CLASSES["TENS"].keys()


@dataclass(slots=True)
class Lives:
    """The births that a text has told so far: of who tells it, and of who it tells of."""

    _births: dict[str, int] = field(default_factory=dict)

    def added(self, tokens: Tokens, found: Sequence[Found]) -> Sequence[Found]:
        """The expressions of a block in order, with the ages in it."""
        if "born" in tokens.texts:
            for one in found:
                self._note(one)
        ages = list(self._told(tokens))
        if not ages:
            return found
        others = (
            one
            for one in found
            if not any(age.first < one.last and one.first < age.last for age in ages)
        )
        return sorted([*others, *ages], key=attrgetter("first"))

    def _note(self, found: Found) -> None:
        """Take note of a year that is somebody's birth; of several persons' none counts."""
        meaning, texts = found.meaning, found.tokens.texts
        if not isinstance(meaning, Calendar) or meaning.year is None or meaning.short:
            return
        start = max(found.first - _REACH, 1)
        born = next((n for n in range(found.first - 1, start, -1) if texts[n] == "born"), 0)
        if not born or texts[born - 1] != "was" or not _ENDS.isdisjoint(texts[born : found.first]):
            return
        if not (texts[born - 2][0].isupper() or texts[born - 2] in _PERSONS):
            return  # `our son was born`
        told = _SPEAKER if texts[born - 2 : born - 1] == [_SPEAKER] else "person"
        self._births[told] = -1 if told in self._births else meaning.year

    def _told(self, tokens: Tokens) -> Iterator[Found]:
        """The ages in a block, as the years that they were; none where no birth is known."""
        if not self._births:
            return
        texts = tokens.texts
        for n, text in enumerate(texts):
            if text == "age" and n and texts[n - 1] in ("the", "at", "At"):
                yield from self._at_age(tokens, n)
            elif text == "was" and n > 1 and texts[n - 1] in _PERSONS and texts[n - 2] in _WHEN:
                end, age = _number(texts, n + 1)
                if texts[end : end + 2] == _OLD:
                    end += 2
                if texts[n - 3 : n - 2] == [","] and tokens.codes[n - 4 : n - 3] in _YEARS:
                    continue  # `in 1981, when she was sixty`
                plain = texts[end : end + 1] == [] or texts[end] in _AFTER
                if plain:
                    yield from self._aged(tokens, n - 2, end, age, texts[n - 1])

    def _at_age(self, tokens: Tokens, n: int) -> Iterator[Found]:
        """`the age of 18`"""
        texts = tokens.texts
        end, age = _number(texts, n + 1 + (texts[n + 1 : n + 2] == ["of"]))
        who = _SPEAKER if _SPEAKER in self._births else "person"
        yield from self._aged(tokens, n - (texts[n - 1] == "the"), end, age, who)

    def _aged(self, tokens: Tokens, first: int, last: int, age: int, who: str) -> Iterator[Found]:
        birth = self._births.get(who if who == _SPEAKER else "person", -1)
        if birth > 0 and age in _AGES:
            yield Found(tokens, first, last, "age", Calendar(year=birth + age, part="APPROX"))


def _number(texts: Sequence[str], n: int) -> tuple[int, int]:
    """Where a number of years ends, and which it is; 0 for none."""
    word = texts[n] if n < len(texts) else ""
    if word.isdecimal() and len(word) < 3:
        return n + 1, int(word)
    number = MEANINGS.get(word) if word in _NUMBERS else None
    if not isinstance(number, int):
        return n, 0
    more = (
        MEANINGS.get(texts[n + 2]) if texts[n + 1 : n + 2] == ["-"] and n + 2 < len(texts) else None
    )
    if isinstance(more, int) and texts[n + 2] in _NUMBERS:
        return n + 3, number + more
    return n + 1, number
