"""For which country a text is written: words that only the papers of some countries use.

A paper never says where its own town lies, but it writes of the sheriff, the gardai or the RCMP.
The words are in geodata/lexicon/dialects.csv, each with the countries that use it.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from mapapp import resources
from mapapp.places.words import word_hash


def dialect(words: Iterable[str]) -> dict[int, float]:
    """How strongly the words speak for each country, by the hash of its code; below 1.

    Parameters
    ----------
    words : iterable of str
        Folded words of a text; each counts once.
    """
    known = _dialects()
    heard = known.keys() & set(words)
    counts: dict[int, int] = {}
    for word in heard:
        for country in known[word]:
            counts[country] = counts.get(country, 0) + 1
    return {country: count / (len(heard) + 1) for country, count in counts.items()}


@cache
def _dialects() -> Mapping[str, tuple[int, ...]]:
    lines = resources.geodata("lexicon", "dialects.csv").read_text(encoding="utf-8").splitlines()
    cells = (line.split(",") for line in lines[1:])
    return {word: tuple(map(word_hash, countries.split())) for word, countries in cells}
