"""Which words name a place: gazetteer, shape, neighbours and the rest of the document weighed.

The words are laid out (sheet), looked up (matches), turned into evidence (templates) and labelled
by a small trained chain (chain), at whose answers a forest looks again with the whole text in view
(second). The gazetteer alone decides nothing: `March` and `Same` are towns,
and streets that no gazetteer holds are places too.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Protocol

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from mapapp import resources
from mapapp.model import Span
from mapapp.places.chain import Chain, FloatArray
from mapapp.places.gazetteer import Gazetteer, fold_word
from mapapp.places.home import Homes
from mapapp.places.matches import Match, NameClasses, longest_matches, match_codes
from mapapp.places.mention import Mention, Reading
from mapapp.places.namesakes import put_right
from mapapp.places.patterns import Patterns
from mapapp.places.second import SecondLook, shipped_second
from mapapp.places.sheet import Sheet, has, sheet
from mapapp.places.templates import indices
from mapapp.places.usage import UsageModel, shipped_usage
from mapapp.places.words import FAMILY, GIVEN, IntArray, Mark, Vocabulary

# A word is taken as part of a place when the chance that it is none lies below this. Above one
# half, since the models are shyer than the measure (F1) wants them; chosen on held-out documents.
_OUTSIDE = 0.55


class Recogniser(Protocol):
    """Finds the words of a text that name places."""

    def find(self, text: str) -> Reading:
        """The mentions in the order of the text, none overlapping another."""


class ChainRecogniser:
    """The trained recogniser over a gazetteer (see the module)."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        chain: Chain | None = None,
        second: SecondLook | None = None,
        usage: UsageModel | None = None,
    ) -> None:
        self._gazetteer = gazetteer
        self._chain = shipped_chain() if chain is None else chain
        self._second = shipped_second() if second is None else second
        self._homes = Homes(gazetteer)
        self._usage = shipped_usage() if usage is None else usage
        self._classes = NameClasses(gazetteer)
        self._patterns = Patterns(gazetteer)
        self._vocabulary = Vocabulary(
            self._classes.of, fold_word, self._chain.usual.tolist(), persons()
        )

    def find(self, text: str) -> Reading:
        """See `Recogniser`."""
        page, codes, matches = self.layout(text)
        if not len(page.active):
            return Reading(page, tuple(matches), ())
        evidence = indices(page, codes)
        first = self._chain.probabilities(evidence, page.runs)
        odds = self._second.odds(page, matches, self._homes, first)
        named = _whole(page, matches, mentions_of(page, odds))
        mentions = put_right(page, self._with_usage(page, evidence, named))
        mentions += self._patterns.find(page, matches, mentions)
        mentions.sort(key=lambda mention: mention.first)
        return Reading(page, tuple(matches), tuple(mentions))

    def _with_usage(
        self, page: Sheet, evidence: NDArray[np.int32], mentions: list[Mention]
    ) -> list[Mention]:
        if not mentions:
            return []
        first, last = ends_of(page, mentions)
        usages = self._usage.usages(evidence[first], evidence[last])
        return [
            replace(mention, usage=usage) for mention, usage in zip(mentions, usages, strict=True)
        ]

    def layout(self, text: str) -> tuple[Sheet, IntArray, list[Match]]:
        """What the evidence is taken from: the sheet, match codes and matches of a text."""
        page = sheet(*self._vocabulary.read(text))
        matches = longest_matches(page, self._gazetteer)
        return page, match_codes(page, matches, self._classes), matches


def ends_of(page: Sheet, mentions: Sequence[Mention]) -> tuple[IntArray, IntArray]:
    """Where in `Sheet.active` the first and the last word of each mention stand."""
    first = np.array([mention.first for mention in mentions], np.int64)
    last = np.array([mention.last - 1 for mention in mentions], np.int64)
    return np.searchsorted(page.active, first), np.searchsorted(page.active, last)


@cache
def shipped_chain() -> Chain:
    """The chain that mapapp ships."""
    return Chain.load(resources.geodata("models", "places.npz"))


@cache
def persons() -> dict[str, int]:
    """Names of people, folded, with GIVEN and FAMILY as bits."""
    lines = resources.geodata("lexicon", "persons.csv").read_text(encoding="utf-8").splitlines()
    cells = (line.split(",") for line in lines[1:])
    return {
        name: GIVEN * (given == "1") + FAMILY * (family == "1") for name, given, family in cells
    }


def _whole(page: Sheet, matches: Sequence[Match], mentions: list[Mention]) -> list[Mention]:
    """The mentions with names such as Port of Spain and Dar es Salaam in one piece.

    The chain likes to cut at a small word, since mostly two names stand on its sides.
    """
    starts, ends = [one.first for one in mentions], [one.last for one in mentions]
    for match in reversed(matches):  # from the end, so that what lies before keeps its index
        words = range(match.first, match.last)
        if len(words) < 3 or all(map(page.is_capital, words)):
            continue
        first, last = bisect_left(starts, match.first), bisect_right(ends, match.last)
        inside = mentions[first:last]
        if inside:
            score = max(mention.score for mention in inside)
            span = Span(int(page.starts[match.first]), int(page.ends[match.last - 1]))
            whole = Mention(span, match.first, match.last, score)
            mentions[first:last] = [whole]
    return mentions


def mentions_of(page: Sheet, odds: FloatArray) -> list[Mention]:
    """Stretches of words that are likelier places than `_OUTSIDE` asks, cut where one begins."""
    outside = odds[:, 0]
    inside = np.flatnonzero(outside < _OUTSIDE)
    if not len(inside):
        return []
    opens = odds[inside, 1] >= odds[inside, 2]
    run_starts = np.zeros(len(outside), np.bool_)
    run_starts[page.runs[:, 0]] = True
    cuts = np.ones(len(inside), np.bool_)
    cuts[1:] = (inside[1:] != inside[:-1] + 1) | opens[1:] | run_starts[inside[1:]]
    heads = np.flatnonzero(cuts)
    tails = np.append(heads[1:], len(inside)) - 1
    first, last = page.active[inside[heads]], page.active[inside[tails]] + 1
    scores = 1.0 - np.minimum.reduceat(outside[inside], heads)
    # `&` and the link of Nahr-e-Shahi are no names by themselves.
    words = has(page.words.marks, Mark.CAPITAL | Mark.NUMBER)[page.active[inside]]
    named = np.logical_or.reduceat(words, heads)
    first, last, scores = first[named], last[named], scores[named]
    columns = (page.starts[first], page.ends[last - 1], first, last, scores)
    return [
        Mention(Span(start, end), left, right, score)
        for start, end, left, right, score in zip(
            *(column.tolist() for column in columns), strict=True
        )
    ]
