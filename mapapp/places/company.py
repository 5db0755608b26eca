"""Which candidates the names of a document agree on, before any of them is chosen.

Richmond, Madison County and Irvine are each better known elsewhere, but only in Kentucky do all
three lie side by side. The odds of single names never find that: each waits for the others. So
every candidate is asked how many other names have some candidate close to it.
"""

import numpy as np

from mapapp.places.chain import FloatArray
from mapapp.places.words import IntArray

_EARTH_KM = 6371.0
_NEAR_KM = 60.0  # a town's surroundings
_WITHIN = 0.8  # share of an area's radius inside which a place counts as lying in it
_MOST = 64  # names that are asked, those said most; the work would grow with the square
# Below it nearness says no more: else Oxford and Cambridge are those of Maryland.
_CLOSEST_KM = 60.0
# Names that say nothing, added to the others: Naples and Venice alone do not prove Florida.
_SHRINK = 2.0
_TOGETHER = 0.05  # how often a name is there for what the text is about
_WORLD_KM = 3000.0  # of a circle that holds about all places, were all as dense as they are
COMPANY = (
    "company", "company gap", "coincidence", "coincidence gap",
    "division company", "division company gap",
)  # fmt: skip


def company(
    points: FloatArray,
    radius: FloatArray,
    division: IntArray,
    bounds: IntArray,
    weight: FloatArray,
) -> FloatArray:
    """Evidence that needs no odds: how far the other names could be close to each candidate.

    A name of many places is close to something anywhere and so says less: `company` divides by the
    root of their number, `coincidence` adds up how much likelier it is that one of so many lies as
    near when the text is about the surroundings than by chance, as logarithms. All are means over
    the other names: as sums they say more in a long text than in a short one, and nothing is learnt
    from them.

    Parameters
    ----------
    points : array of float, shape (candidates, 3)
        Unit vectors; zeros where a place has no point.
    radius : array of float, shape (candidates,)
        Kilometres, 0 for points.
    division : array of int, shape (candidates,)
        Small numbers, equal for places of one first-level division; 0 unknown.
    bounds : array of int, shape (names + 1,)
        Where the candidates of each name begin.
    weight : array of float, shape (names,)

    Returns
    -------
    array of float, shape (candidates, len(COMPANY))
    """
    sizes = np.diff(bounds)
    owner = np.repeat(np.arange(len(sizes)), sizes)
    asked = np.sort(np.argsort(-weight, kind="stable")[:_MOST])
    voice = np.zeros(len(sizes), np.float32)
    voice[asked] = np.minimum(weight[asked], 2.0)
    say: FloatArray = (voice / np.sqrt(sizes)).astype(np.float32)
    beyond, apart = _distances(points, radius, owner, sizes, asked)
    near = _heard(1.0 / (1.0 + np.square(beyond / np.float32(_NEAR_KM))), say[asked])
    expected = sizes[asked] * np.square(np.maximum(apart, _CLOSEST_KM) / np.float32(_WORLD_KM))
    by_chance = -np.expm1(-expected)
    surprise = _heard(np.log1p(_TOGETHER * (1.0 / by_chance - 1.0)), voice[asked])
    others = voice.sum() - voice[owner] + np.float32(_SHRINK)
    columns = [
        column
        for values in (near, surprise, _shared(division, owner, say))
        for column in (values / others, _gap(values / others, bounds, owner))
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def _heard(values: FloatArray, say: FloatArray) -> FloatArray:
    """What each name of a row says, by its say.

    Not `@`: where BLAS works on whole registers it now and then reports an invalid number in a lane
    beyond the row, though what it answers is right.
    """
    heard: FloatArray = np.einsum("ij,j->i", values, say)
    return heard


def _distances(
    points: FloatArray, radius: FloatArray, owner: IntArray, sizes: IntArray, asked: IntArray
) -> tuple[FloatArray, FloatArray]:
    """Kilometres from each candidate to the closest one of each name asked, its own aside.

    Counted from the edge of an area, and from its middle but not below its radius; infinite where
    a point is unknown.
    """
    rows = np.flatnonzero(np.isin(owner, asked))
    starts = np.concatenate(([0], np.cumsum(sizes[asked])[:-1]))
    apart = np.sqrt(np.maximum(2.0 - 2.0 * (points @ points[rows].T), 0.0))
    apart *= np.float32(_EARTH_KM)
    known = np.abs(points).sum(axis=1) > 0
    if not known.all():
        apart[~known] = np.inf
        apart[:, ~known[rows]] = np.inf
    reach = np.maximum(radius[:, None], radius[rows][None, :]) * np.float32(_WITHIN)
    apart -= reach
    np.maximum(apart, 0.0, out=apart)
    beyond: FloatArray = np.minimum.reduceat(apart, starts, axis=1)
    apart += reach
    least: FloatArray = np.minimum.reduceat(apart, starts, axis=1)
    own = owner[:, None] == asked[None, :]
    beyond[own] = least[own] = np.inf
    return beyond, least


def _shared(division: IntArray, owner: IntArray, say: FloatArray) -> FloatArray:
    """The say of the other names that have a candidate in the same division."""
    width = int(division.max(initial=0)) + 1
    names, divisions = np.divmod(np.unique(owner * width + division), width)
    total = np.bincount(divisions, say[names] * (divisions > 0))
    others: FloatArray = np.where(division > 0, total[division] - say[owner], 0.0)
    return others


def _gap(values: FloatArray, bounds: IntArray, owner: IntArray) -> FloatArray:
    """How far each candidate stays behind the best of its name."""
    gap: FloatArray = values - np.maximum.reduceat(values, bounds[:-1])[owner]
    return gap
