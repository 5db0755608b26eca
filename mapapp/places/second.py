"""A second look at the words that may be places, with what the first found in the whole text.

The chain sees a word, its neighbours and how the word is written elsewhere. It does not see what
it itself thinks of the other occurrences, nor that the names around lie in Ohio. A small forest of
boosted trees does (stacked generalisation, Wolpert 1992), and says anew how likely each word is.
It learned from what chains said of texts that they had not been trained on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from mapapp import resources
from mapapp.places.chain import FloatArray
from mapapp.places.forest import Forest
from mapapp.places.home import HOME, Homes
from mapapp.places.matches import Match
from mapapp.places.sheet import BoolArray, Sheet
from mapapp.places.words import IntArray, word_hash

LEAST = 0.02  # chance below which the first look stands
_PRONOUNS = np.array(
    [word_hash(word) for word in "he she his her him himself hers herself".split()]
)
_SOON = 8  # words after a name in which a pronoun may mean it
_SURE = 1e-5  # chances are kept this far from 0 and 1
_NONE = -20.0  # where there is nothing to tell; below all log-odds
COLUMNS = (
    "log-odds", "begins",  # of the word being in a place, and of being its first
    "run best", "run worst",  # log-odds in its run of capitals
    "elsewhere mean", "elsewhere best", "elsewhere worst",  # of the word's other occurrences
    *HOME,  # of the longest name that the gazetteer matched
    "pronouns", "pronouns after",  # share in the text, number soon after the run
    "places",  # mean chance of all words that may belong to names
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SecondLook:
    """The trees that look again."""

    forest: Forest

    def odds(
        self, page: Sheet, matches: Sequence[Match], homes: Homes, first: FloatArray
    ) -> FloatArray:
        """Probability of each label for each active word.

        Parameters
        ----------
        first : array of float, shape (active words, labels)
            What the chain said, LABELS in order.
        """
        worth = worth_a_look(first)
        if not len(worth):
            return first
        rows = evidence(page, matches, homes, first)[worth]
        chance = 1.0 / (1.0 + np.exp(-self.forest.log_odds(rows)))
        again = first.copy()
        again[worth, 1:] *= (chance / first[worth, 1:].sum(axis=1))[:, None]
        again[worth, 0] = 1.0 - chance
        return again

    def save(self, path: Path) -> None:
        """Write the trees."""
        with path.open("wb") as file:
            np.savez_compressed(file, allow_pickle=False, **self.forest.arrays())

    @classmethod
    def load(cls, path: Path) -> "SecondLook":
        """Read what `save` wrote."""
        with np.load(path) as stored:
            return cls(Forest.of(stored))


@cache
def shipped_second() -> SecondLook:
    """The trees that mapapp ships."""
    return SecondLook.load(resources.geodata("models", "second.npz"))


def worth_a_look(first: FloatArray) -> IntArray:
    """The active words that are likely enough to be looked at again."""
    return np.flatnonzero(first[:, 1:].sum(axis=1) > LEAST)


def evidence(page: Sheet, matches: Sequence[Match], homes: Homes, first: FloatArray) -> FloatArray:
    """What is known of every active word, shape (active words, len(COLUMNS))."""
    chance = np.clip(1.0 - first[:, 0], _SURE, 1.0 - _SURE)
    logit = np.log(chance / (1.0 - chance))
    begin, end = page.runs.T
    run = np.repeat(np.arange(len(begin)), end - begin)
    told = np.isin(page.words.word, _PRONOUNS)
    columns = (
        logit,
        first[:, 1],
        np.maximum.reduceat(logit, begin)[run],
        np.minimum.reduceat(logit, begin)[run],
        *_elsewhere(page.words.word[page.active], logit),
        *_home(page, matches, homes, chance).T,
        np.full(len(logit), told.mean()),
        _soon_after(told, page.active[end - 1])[run],
        np.full(len(logit), chance.mean()),
    )
    return np.stack(columns, axis=1).astype(np.float32)


def _elsewhere(word: IntArray, value: FloatArray) -> FloatArray:
    """Mean, greatest and least value at the other occurrences of each word, shape (3, words)."""
    _, group, times = np.unique(word, return_inverse=True, return_counts=True)
    order = np.lexsort((value, group))
    last = np.cumsum(times) - 1
    first = last - times + 1
    # Of the one that is greatest itself the next greatest is asked, and so for the least.
    best, second = value[order[last]], value[order[np.maximum(last - 1, first)]]
    worst, but_one = value[order[first]], value[order[np.minimum(first + 1, last)]]
    others = times[group] - 1
    columns = (
        (np.bincount(group, value)[group] - value) / np.maximum(others, 1),
        np.where(value >= best[group], second[group], best[group]),
        np.where(value <= worst[group], but_one[group], worst[group]),
    )
    found: FloatArray = np.where(others == 0, np.float32(_NONE), np.stack(columns))
    return found


def _home(page: Sheet, matches: Sequence[Match], homes: Homes, chance: FloatArray) -> FloatArray:
    """The columns of HOME for each active word; _NONE outside the names of the gazetteer."""
    at = np.searchsorted(page.active, [match.first for match in matches]).tolist()
    spans = [
        (match.name, first, first + match.last - match.first)
        for match, first in zip(matches, at, strict=True)
    ]
    chances: dict[str, float] = {}
    each = chance.tolist()
    for name, first, last in spans:
        chances[name] = max(chances.get(name, 0.0), *each[first:last])
    weighed = homes.weigh(chances)
    columns = np.full((len(chance), len(HOME)), _NONE, np.float32)
    for name, first, last in spans:
        if name in weighed:
            columns[first:last] = weighed[name]
    return columns


def _soon_after(mask: BoolArray, last: IntArray) -> IntArray:
    """How many of the words soon after each of the given ones are in the mask."""
    sums = np.append(0, np.cumsum(mask))
    top = len(mask)
    counts: IntArray = sums[np.minimum(last + 1 + _SOON, top)] - sums[np.minimum(last + 1, top)]
    return counts
