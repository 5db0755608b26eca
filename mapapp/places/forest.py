"""A small forest of boosted trees as arrays, walked for all rows and trees at once."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mapapp.places.chain import FloatArray


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees that add up to the log-odds of a row being right.

    All nodes of all trees stand in one list; a leaf has itself as both children.

    Attributes
    ----------
    roots : array of int, shape (trees,)
    column, left, right : array of int, shape (nodes,)
    least : array of float, shape (nodes,)
        A row goes left when its value in `column` is no greater.
    value : array of float, shape (nodes,)
        What a leaf adds; 0 for the other nodes.
    depth : int
        Steps from a root to the farthest leaf.
    """

    roots: NDArray[np.int32]
    column: NDArray[np.int32]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    least: FloatArray
    value: FloatArray
    depth: int

    def log_odds(self, rows: FloatArray) -> FloatArray:
        """Sum of the trees for each row, shape (rows,)."""
        at = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        # One list of all values, and one of both children: a walk is mostly picking from lists.
        values = np.ascontiguousarray(rows).ravel()
        row = (np.arange(len(rows)) * rows.shape[1])[:, None]
        children = np.stack((self.left, self.right), axis=1).ravel()
        for _ in range(self.depth):
            further = values.take(row + self.column.take(at)) > self.least.take(at)
            at = children.take(2 * at + further)
        total: FloatArray = self.value.take(at).sum(axis=1)
        return total

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """The trees as arrays by name, for a file."""
        return {item.name: np.asarray(getattr(self, item.name)) for item in fields(self)}

    @classmethod
    def of(cls, stored: Mapping[str, NDArray[Any]]) -> "Forest":
        """What `arrays` gave."""
        parts: dict[str, Any] = {item.name: stored[item.name] for item in fields(cls)}
        return cls(**{**parts, "depth": int(parts["depth"])})
