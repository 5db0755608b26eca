"""The kind of an event, told by a weighted lexicon that a user can replace."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from mapapp.resources import geodata

OTHER = "other"
_REMEMBERED = 50_000  # words whose weights are kept
_AROUND = 0.2  # weight of the sentence's words, which count where the clause's say nothing


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
    exact: Mapping[str, tuple[tuple[int, float], ...]]
    prefixes: Mapping[str, tuple[tuple[int, float], ...]]
    _met: dict[str, tuple[tuple[int, float], ...]] = field(
        default_factory=dict, compare=False, repr=False
    )

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
        exact: dict[str, tuple[tuple[int, float], ...]] = {}
        prefixes: dict[str, tuple[tuple[int, float], ...]] = {}
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

    def _weights(self, word: str) -> tuple[tuple[int, float], ...]:
        """What a word in lower case speaks for: the exact entry, else the longest prefix's."""
        if word in self.exact:
            return self.exact[word]
        for end in range(len(word), 2, -1):
            found = self.prefixes.get(word[:end])
            if found:
                return found
        return ()

    def _meet(self, word: str) -> tuple[tuple[int, float], ...]:
        """Weights of a word, remembered: most words of a text come again."""
        if len(self._met) > _REMEMBERED:
            self._met.clear()
        found = self._met[word] = self._weights(word)
        return found

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
        met = self._met
        for word in words:
            weights = met.get(word)
            if weights is None:
                weights = self._meet(word)
            for number, weight in weights:
                totals[number] += share * weight
        return max(totals, default=0.0)


@cache
def shipped() -> Lexicon:
    """The lexicon that ships, read once."""
    return Lexicon.read()
