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
COMPANY = ("company", "company gap", "division company", "division company gap")


def company(
    points: FloatArray,
    radius: FloatArray,
    division: IntArray,
    bounds: IntArray,
    weight: FloatArray,
) -> FloatArray:
    """Evidence that needs no odds: how many other names could be close to each candidate.

    A name of many places is close to something anywhere and so says less.

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
    say = np.zeros(len(sizes), np.float32)
    say[asked] = np.minimum(weight[asked], 2.0) / np.sqrt(sizes[asked])
    near = _near(points, radius, owner, sizes, asked) @ say[asked]
    shared = _shared(division, owner, say)
    columns = (near, _gap(near, bounds, owner), shared, _gap(shared, bounds, owner))
    return np.stack(columns, axis=1).astype(np.float32)


def _near(
    points: FloatArray, radius: FloatArray, owner: IntArray, sizes: IntArray, asked: IntArray
) -> FloatArray:
    """How close each candidate is to the closest one of each name asked, its own aside."""
    rows = np.flatnonzero(np.isin(owner, asked))
    starts = np.concatenate(([0], np.cumsum(sizes[asked])[:-1]))
    chord = np.sqrt(np.maximum(2.0 - 2.0 * (points @ points[rows].T), 0.0))
    reach = np.maximum(radius[:, None], radius[rows][None, :]) * np.float32(_WITHIN)
    away = np.maximum(chord * np.float32(_EARTH_KM) - reach, 0.0) / np.float32(_NEAR_KM)
    close = 1.0 / (1.0 + away * away)
    known = np.abs(points).sum(axis=1) > 0
    close *= known[:, None] & known[rows][None, :]
    best: FloatArray = np.maximum.reduceat(close, starts, axis=1)
    best[owner[:, None] == asked[None, :]] = 0.0
    return best


def _shared(division: IntArray, owner: IntArray, say: FloatArray) -> FloatArray:
    """The say of the other names that have a candidate in the same division."""
    names, divisions = np.unique(np.stack((owner, division)), axis=1)
    total = np.bincount(divisions, say[names] * (divisions > 0))
    others: FloatArray = np.where(division > 0, total[division] - say[owner], 0.0)
    return others


def _gap(values: FloatArray, bounds: IntArray, owner: IntArray) -> FloatArray:
    """How far each candidate stays behind the best of its name."""
    gap: FloatArray = values - np.maximum.reduceat(values, bounds[:-1])[owner]
    return gap
