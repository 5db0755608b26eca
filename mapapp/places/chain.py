"""A linear-chain conditional random field over the words of many short runs at once.

Training is tools/train_places.py's; here the weights are read and probabilities worked out, with
all runs of a text side by side in numpy: the loop is over the longest run and not over words.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mapapp.places.words import IntArray

FloatArray = NDArray[np.float32]
LABELS = ("O", "B", "I")  # outside, first word of a place, further word of a place


@dataclass(frozen=True, slots=True)
class Chain:
    """Weights of a chain.

    Attributes
    ----------
    table : array of float, shape (rows, labels)
        What each piece of evidence says for each label.
    moves : array of float, shape (labels, labels)
        What a label says for the next one.
    usual : array of int
        Hashes of words that the training texts write in lower case.
    """

    table: FloatArray
    moves: FloatArray
    usual: IntArray

    def probabilities(self, indices: NDArray[np.int32], runs: IntArray) -> FloatArray:
        """Probability of each label for each word, shape (words, labels).

        Parameters
        ----------
        indices : array of int, shape (words, templates)
            Rows of the table.
        runs : array of int, shape (runs, 2)
            Half-open ranges of words; together they cover all words.
        """
        # Templates first: sums over the first axis add whole rows, some nine times as fast.
        scores = self.table.take(indices.T, axis=0).sum(axis=0)
        # Longest runs first, so that at step t the runs still going are a prefix.
        length = runs[:, 1] - runs[:, 0]
        order = np.argsort(-length, kind="stable")
        first, length = runs[order, 0], length[order]
        going = [
            int(np.searchsorted(-length, -step)) for step in range(length[0] if len(runs) else 0)
        ]
        ahead, behind = np.zeros_like(scores), np.zeros_like(scores)
        for step, count in enumerate(going):
            at = first[:count] + step
            ahead[at] = scores[at]
            if step:
                ahead[at] += _log_sum(ahead[at - 1][:, :, None] + self.moves)
        for step in range(len(going) - 2, -1, -1):
            at = first[: going[step + 1]] + step
            behind[at] = _log_sum((behind[at + 1] + scores[at + 1])[:, :, None] + self.moves.T)
        joint = ahead + behind
        joint = np.exp(joint - joint.max(axis=1, keepdims=True))
        result: FloatArray = joint / joint.sum(axis=1, keepdims=True)
        return result

    def save(self, path: Path) -> None:
        """Write the rows that are not all zero, in half precision."""
        rows = np.flatnonzero(np.abs(self.table).max(axis=1) > 0)
        with path.open("wb") as file:
            np.savez_compressed(
                file,
                size=np.array(len(self.table)),
                rows=rows.astype(np.uint32),
                weights=self.table[rows].astype(np.float16),
                moves=self.moves,
                usual=self.usual.astype(np.uint32),
            )

    @classmethod
    def load(cls, path: Path) -> "Chain":
        """Read what `save` wrote."""
        with np.load(path) as stored:
            table = np.zeros((int(stored["size"]), len(LABELS)), np.float32)
            table[stored["rows"]] = stored["weights"]
            return cls(table, stored["moves"], stored["usual"].astype(np.int64))


def _log_sum(terms: FloatArray) -> FloatArray:
    """Logarithm of the sum of exponentials over axis 1 of (runs, from, to)."""
    top = terms.max(axis=1)
    result: FloatArray = top + np.log(np.exp(terms - top[:, None, :]).sum(axis=1))
    return result
