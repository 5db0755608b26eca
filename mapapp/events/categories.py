"""The kind of an event, told by a weighted lexicon that a user can replace."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from mapapp.events.stems import past_forms, present_forms
from mapapp.resources import geodata

OTHER = "other"
_REMEMBERED = 50_000  # words whose weights are kept
_AROUND = 0.2  # weight of the sentence's words, which count where the clause's say nothing

_Weights = tuple[tuple[int, float], ...]


class _Met(dict[str, _Weights]):
    """What a word in lower case speaks for: most words of a text come again."""

    def __init__(self, exact: Mapping[str, _Weights], prefixes: Mapping[str, _Weights]) -> None:
        self._exact, self._prefixes = exact, prefixes

    def __missing__(self, word: str) -> _Weights:
        if len(self) > _REMEMBERED:
            self.clear()
        found = self[word] = self._weights(word)
        return found

    def _weights(self, word: str) -> _Weights:
        """The exact entry's weights, else the longest prefix's, else those of a verb's past.

        Only of a third person, `sinks`: the other form is mostly an infinitive.
        """
        found = self._entry(word)
        form = None if found else present_forms().get(word)
        if form is None or form.noun == 2 or not form.third:
            return found
        return next(filter(None, map(self._entry, past_forms(word))), ())

    def _entry(self, word: str) -> _Weights:
        if word in self._exact:
            return self._exact[word]
        for end in range(len(word), 2, -1):
            found = self._prefixes.get(word[:end])
            if found:
                return found
        return ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words that speak for categories.

    Attributes
    ----------
    names : tuple of str
        The categories in order of precedence; `other` is not among them.
    exact, prefixes : mapping of str to tuple of (int, float)
        For a word, or the beginning of words, the categories (indexes into names) and weights.
    """

    names: tuple[str, ...]
    exact: Mapping[str, _Weights]
    prefixes: Mapping[str, _Weights]
    _met: _Met = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_met", _Met(self.exact, self.prefixes))

    @classmethod
    def read(cls, path: Path | None = None) -> "Lexicon":
        """The lexicon in a TOML file; the one that ships when None.

        Raises
        ------
        ValueError
            Naming the file and the table, when a table has no `words` with numbers.
        """
        source = path or geodata("lexicon", "categories.toml")
        tables = tomllib.loads(source.read_text("utf-8"))
        exact: dict[str, _Weights] = {}
        prefixes: dict[str, _Weights] = {}
        for number, (name, table) in enumerate(tables.items()):
            words = table.get("words") if isinstance(table, dict) else None
            if not isinstance(words, dict):
                raise ValueError(f"{source}: category {name!r} needs a table `words`")
            for word, weight in words.items():
                if not isinstance(weight, int | float):
                    raise ValueError(f"{source}: {name}.words.{word} needs a number as its weight")
                into, key = (prefixes, word[:-1]) if word.endswith("*") else (exact, word)
                into[key] = (*into.get(key, ()), (number, float(weight)))
        return cls(tuple(tables), exact, prefixes)

    def category(self, clause: Iterable[str], sentence: Iterable[str] = ()) -> str:
        """The category of a clause (words in lower case) within its sentence.

        Examples
        --------
        >>> shipped().category("a protocol was signed in the capital".split())
        'agreement'
        >>> shipped().category("it rained".split())
        'other'
        """
        totals = [0.0] * len(self.names)
        best = self._weigh(totals, clause, 1.0)
        if best < 1:
            best = self._weigh(totals, sentence, _AROUND)
        return self.names[totals.index(best)] if best >= 1 else OTHER

    def _weigh(self, totals: list[float], words: Iterable[str], share: float) -> float:
        """Add the weights of some words to the totals; the highest total then."""
        for weights in filter(None, map(self._met.__getitem__, words)):
            for number, weight in weights:
                totals[number] += share * weight
        return max(totals, default=0.0)


@cache
def shipped() -> Lexicon:
    """The lexicon that ships, read once."""
    return Lexicon.read()
