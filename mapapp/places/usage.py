"""How a name is used: for the place itself, for who acts there, or as a part of another name.

A small maximum-entropy model over the recogniser's evidence at the first and the last word of the
mention (Gritta et al. 2019 give the distinctions; GeoWebNews is what it was trained on).
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mapapp import resources
from mapapp.model import Usage
from mapapp.places.chain import FloatArray
from mapapp.places.templates import BITS

_COARSER = 2  # bits: few texts tell of usage, and a shorter table than the chain's holds it all
ROWS = 1 << (BITS - _COARSER)
USAGES: tuple[Usage, ...] = ("literal", "metonymic", "name_part")


@dataclass(frozen=True, slots=True)
class UsageModel:
    """Weights of the model.

    Attributes
    ----------
    first, last : array of float, shape (ROWS, len(USAGES))
        What each piece of evidence at the first and last word says for each usage.
    """

    first: FloatArray
    last: FloatArray

    def usages(self, first: NDArray[np.int32], last: NDArray[np.int32]) -> list[Usage]:
        """The usage of each mention.

        Parameters
        ----------
        first, last : array of int, shape (mentions, templates)
            Evidence of the first and last words, see `templates.indices`.
        """
        scores = self.first.take(usage_rows(first).T, axis=0).sum(axis=0)
        scores += self.last.take(usage_rows(last).T, axis=0).sum(axis=0)
        return [USAGES[at] for at in scores.argmax(axis=1).tolist()]

    def save(self, path: Path) -> None:
        """Write the rows that are not all zero, in half precision."""
        parts: dict[str, NDArray[np.generic]] = {"size": np.array(len(self.first))}
        for name, table in (("first", self.first), ("last", self.last)):
            used = np.flatnonzero(np.abs(table).max(axis=1) > 0)
            parts[f"{name}_rows"] = used.astype(np.uint32)
            parts[name] = table[used].astype(np.float16)
        with path.open("wb") as file:
            np.savez_compressed(file, allow_pickle=False, **parts)

    @classmethod
    def load(cls, path: Path) -> "UsageModel":
        """Read what `save` wrote."""
        tables = []
        with np.load(path) as stored:
            for name in ("first", "last"):
                table = np.zeros((int(stored["size"]), len(USAGES)), np.float32)
                table[stored[f"{name}_rows"]] = stored[name]
                tables.append(table)
        return cls(*tables)


def usage_rows(evidence: NDArray[np.int32]) -> NDArray[np.int32]:
    """Rows of the model's tables for evidence of `templates.indices`."""
    return evidence >> _COARSER


@cache
def shipped_usage() -> UsageModel:
    """The model that mapapp ships."""
    return UsageModel.load(resources.geodata("models", "usage.npz"))
