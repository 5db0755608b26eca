"""The names of one document side by side, and what each candidate gains from the others.

Places of one text lie together: in the same country, near one another, one inside the other where
they are named in one breath (`Paris, Texas`). All candidates of all names are rows of one table, so
that a document costs a few matrix products.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from mapapp.places.chain import FloatArray
from mapapp.places.company import COMPANY, company
from mapapp.places.options import ADMIN1, COUNTRY, KINDS, STATIC, Options
from mapapp.places.sheet import BoolArray
from mapapp.places.wording import UNSAID, Wording
from mapapp.places.words import IntArray

_EARTH_KM = 6371.0
_LIKELY = 0.1  # candidates less likely than this lend no support to others
_NEAR_KM = (60.0, 400.0)  # a town's surroundings, a region
_GAP = STATIC.index("gap")
_LARGE = 4.7  # rank from which a place is known beyond its region
_REACH = 25.0  # words over which neighbouring names lean on each other
CONTEXT = (
    "country share", "country named", "admin share", "admin named", "near", "in region",
    "near nearby", "in region nearby", "country nearby", "inside next", "holds previous",
    "top country", "kind nearby", "dialect", "exact", "small talk", "large talk gap",
    "told", "dateline", *COMPANY,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a document.

    Attributes
    ----------
    at : tuple of int
        Words where it stands.
    weight : float
        How much it has to say: its mentions, each by the probability that it is one.
    exact : float
        Share of its mentions that are the name and not a longer one with it inside.
    """

    key: str
    options: Options
    at: tuple[int, ...]
    weight: float
    exact: float = 1.0
    wording: Wording = UNSAID


class Pair(NamedTuple):
    """Two names where the second follows the first as in `Paris, Texas`.

    Attributes
    ----------
    around : tuple of int
        The names right before and after the two where they stand in a row: of `Ohio, Oklahoma,
        Pennsylvania` the second does not lie in the third.
    """

    first: int
    second: int
    around: tuple[int, ...] = ()


class Scene:
    """All candidates of all names of a document as rows.

    Parameters
    ----------
    names : list of Name
    beside : list of Pair
    dialect : mapping of int to float
        What the words of the text say for a country, see dialect.py.
    """

    def __init__(
        self,
        names: list[Name],
        beside: list[Pair],
        dialect: Mapping[int, float] = MappingProxyType({}),
    ) -> None:
        self.names = names
        self._beside = beside
        sizes = [len(name.options.places) for name in names]
        self.bounds = np.concatenate(([0], np.cumsum(sizes)))
        self.owner = np.repeat(np.arange(len(names)), sizes)
        self.static = np.concatenate([name.options.static for name in names])
        self._points = np.concatenate([name.options.points for name in names])
        self._kind = np.concatenate([name.options.kind for name in names])
        self._radius = np.concatenate([name.options.radius for name in names])
        countries = [name.options.country for name in names]
        self._dialect = np.array(
            [dialect.get(country, 0.0) for country in np.concatenate(countries).tolist()],
            np.float32,
        )
        self._country, self._countries = _numbered(countries)
        self._admin, self._admins = _numbered([name.options.admin for name in names])
        self._weight = np.array([name.weight for name in names], np.float32)
        self._exact = np.array([name.exact for name in names], np.float32)[self.owner]
        self._wording = np.concatenate([_worded(name) for name in names])
        self._small = _small_talk(names)
        self._closeness = _closeness([name.at for name in names])
        self._company = company(self._points, self._radius, self._admin, self.bounds, self._weight)
        self.alone = np.concatenate((self.static, self._company), axis=1)

    def context(self, odds: FloatArray) -> FloatArray:
        """Evidence from the other names, given how likely each candidate is.

        Parameters
        ----------
        odds : array of float, shape (candidates,)
            Adds up to one within a name.

        Returns
        -------
        array of float, shape (candidates, len(CONTEXT))
        """
        table = np.zeros((len(odds), len(CONTEXT)), np.float32)
        voice = odds * self._weight[self.owner]
        share, top = self._shares(self._country, self._countries, voice)
        table[:, 0], table[:, 11] = share, top
        table[:, 1] = self._named(self._country, self._countries, COUNTRY, odds)
        table[:, 2], _ = self._shares(self._admin, self._admins, voice)
        table[:, 3] = self._named(self._admin, self._admins, ADMIN1, odds)
        table[:, 4:9] = self._neighbours(odds)
        kinds = self._kinds(odds)
        table[:, 12] = self._alike(kinds)
        table[:, 13] = self._dialect
        table[:, 14] = self._exact
        table[:, 15] = self._small[self.owner]
        table[:, 16] = self.static[:, _GAP] * (1.0 - self._small[self.owner])
        table[:, 17:19] = self._wording
        table[:, 19:] = self._company
        self._breath(odds, kinds, table)
        return table

    def _shares(
        self, group: IntArray, groups: int, voice: FloatArray
    ) -> tuple[FloatArray, FloatArray]:
        """What share of the other names' voice speaks for each candidate's group; is it the top?"""
        cells = self.owner * groups + group
        own = np.bincount(cells, voice, len(self.names) * groups)
        total = np.bincount(group, voice, groups)
        total[0] = 0.0
        others = np.where(group > 0, total[group] - own[cells], 0.0)
        rest = total.sum() - np.bincount(self.owner, voice * (group > 0), len(self.names))
        share = others / (rest[self.owner] + 0.5)
        highest = np.zeros(len(self.names))
        np.maximum.at(highest, self.owner, others)
        top = (others >= highest[self.owner]) & (others > 0.3)
        return share.astype(np.float32), top.astype(np.float32)

    def _named(self, group: IntArray, groups: int, kind: int, odds: FloatArray) -> FloatArray:
        """How surely the document names the candidate's country (or division) as such."""
        named = np.zeros(groups, np.float32)
        rows = (self._kind == kind) & (group > 0)
        np.maximum.at(named, group[rows], odds[rows])
        return np.where(self._kind == kind, 0.0, named[group]).astype(np.float32)

    def _neighbours(self, odds: FloatArray) -> FloatArray:
        """Support by distance, from all names and from those close by in the text."""
        rows = np.flatnonzero((odds > _LIKELY) & (np.abs(self._points).sum(axis=1) > 0))
        found = np.zeros((len(odds), 5), np.float32)
        if not len(rows):
            return found
        chord = np.maximum(2.0 - 2.0 * (self._points @ self._points[rows].T), 0.0)
        source = self.owner[rows]
        other = (self.owner[:, None] != source[None, :]) * odds[rows]
        everywhere = other * np.minimum(self._weight[source], 2.0)
        nearby = other * self._closeness[self.owner][:, source]
        for column, reach in enumerate(_NEAR_KM):
            kernel = 1.0 / (1.0 + chord * np.float32((_EARTH_KM / reach) ** 2))
            found[:, column] = _bounded((everywhere * kernel).sum(axis=1))
            found[:, column + 2] = _bounded((nearby * kernel).sum(axis=1))
        same = self._country[:, None] == self._country[rows][None, :]
        found[:, 4] = _bounded((nearby * (same & (self._country[:, None] > 0))).sum(axis=1))
        return found

    def _kinds(self, odds: FloatArray) -> FloatArray:
        """How likely each name is of each kind, shape (names, kinds)."""
        kinds, names = len(KINDS), len(self.names)
        likely = np.bincount(self.owner * kinds + self._kind, odds, names * kinds)
        return likely.reshape(-1, kinds).astype(np.float32)

    def _alike(self, kinds: FloatArray) -> FloatArray:
        """What share of the names close by are of the candidate's kind: lists go by kind."""
        around = self._closeness @ kinds
        share = around / (around.sum(axis=1, keepdims=True) + 0.2)
        alike: FloatArray = share[self.owner, self._kind]
        return alike

    def _breath(self, odds: FloatArray, kinds: FloatArray, table: FloatArray) -> None:
        """Fill in what pairs such as `Paris, Texas` say.

        In a row of states or of countries none lies in the next.
        """
        for first, second, around in self._beside:
            inner = slice(self.bounds[first], self.bounds[first + 1])
            outer = slice(self.bounds[second], self.bounds[second + 1])
            row = kinds[first] * kinds[list(around)].max(axis=0, initial=0.0)
            held = self._contains(outer, inner) * (1.0 - row[self._kind[outer]])[:, None]
            for_inner = (held * odds[outer][:, None]).max(axis=0)
            for_outer = (held * odds[inner][None, :]).max(axis=1)
            table[inner, 9] = np.maximum(table[inner, 9], for_inner)
            table[outer, 10] = np.maximum(table[outer, 10], for_outer)

    def _contains(self, outer: slice, inner: slice) -> FloatArray:
        """Which rows of `outer` hold which rows of `inner`, shape (outer, inner)."""
        kinds, inner_kinds = self._kind[outer][:, None], self._kind[inner][None, :]
        country = self._country[outer][:, None] == self._country[inner][None, :]
        country &= self._country[outer][:, None] > 0
        admin = self._admin[outer][:, None] == self._admin[inner][None, :]
        admin &= self._admin[outer][:, None] > 0
        chord = np.maximum(2.0 - 2.0 * (self._points[outer] @ self._points[inner].T), 0.0)
        reach = (1.2 * self._radius[outer] / _EARTH_KM) ** 2
        held: BoolArray = (
            ((kinds == COUNTRY) & country & (inner_kinds != COUNTRY))
            | ((kinds == ADMIN1) & admin & (inner_kinds != ADMIN1) & (inner_kinds != COUNTRY))
            | ((kinds > ADMIN1) & (chord < reach[:, None]) & (inner_kinds != COUNTRY))
        )
        return held.astype(np.float32)


def _worded(name: Name) -> FloatArray:
    """What the words around a name say for each candidate's kind, shape (candidates, 2)."""
    said = [
        (name.wording.speaks_for(kind), name.wording.datelines(kind)) for kind in range(len(KINDS))
    ]
    table: FloatArray = np.array(said, np.float32)[name.options.kind]
    return table


def _small_talk(names: list[Name]) -> FloatArray:
    """What share of the other names no large place goes by: local news, where fame counts less.

    The column "large talk gap" is the candidate's gap to the best-known namesake where they do.
    """
    weight = np.array([name.weight for name in names], np.float32)
    small = weight * [float(name.options.static[:, 0].max() < _LARGE) for name in names]
    shares: FloatArray = (small.sum() - small) / (weight.sum() - weight + 0.5)
    return shares


def _numbered(columns: list[IntArray]) -> tuple[IntArray, int]:
    """Small numbers for the values, 0 staying 0; and how many there are."""
    values = np.concatenate(columns)
    distinct, numbers = np.unique(np.append(values, 0), return_inverse=True)
    zero = int(np.searchsorted(distinct, 0))
    assert zero == 0  # hashes are positive
    return numbers[:-1], len(distinct)


def _closeness(places: list[tuple[int, ...]]) -> FloatArray:
    """How close two names come in the text, shape (names, names): 1 side by side, 0 far away."""
    at = np.concatenate([np.array(positions) for positions in places])
    owner = np.repeat(np.arange(len(places)), [len(positions) for positions in places])
    order = np.argsort(at, kind="stable")
    at, owner = at[order], owner[order]
    closeness = np.zeros((len(places), len(places)), np.float32)
    for step in range(1, min(7, len(at))):
        gap = (at[step:] - at[:-step]) / _REACH
        near = np.exp(-gap).astype(np.float32)
        np.maximum.at(closeness, (owner[step:], owner[:-step]), near)
        np.maximum.at(closeness, (owner[:-step], owner[step:]), near)
    np.fill_diagonal(closeness, 0.0)
    return closeness


def _bounded(support: FloatArray) -> FloatArray:
    """Support that grows no further than 1.

    Unbounded, the many names of a long history outweigh what any single name is known for, and
    Jamaica becomes a part of New York; the texts to learn from are short news.
    """
    bounded: FloatArray = support / (1 + support)
    return bounded
