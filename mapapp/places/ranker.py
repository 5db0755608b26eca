"""The trained judge of candidates: a prior from the gazetteer, then the document's evidence.

Both steps are conditional logits: a candidate's chance is the exponential of a weighted sum, shared
out among the candidates of its name. The second step is taken again with the better odds.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mapapp.places.chain import FloatArray
from mapapp.places.options import STATIC
from mapapp.places.scene import CONTEXT, Scene

_ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Ranker:
    """Weights of the two steps.

    Attributes
    ----------
    prior : array of float, shape (len(STATIC),)
    full : array of float, shape (len(STATIC) + len(CONTEXT),)
    """

    prior: FloatArray
    full: FloatArray

    def odds(self, scene: Scene) -> tuple[FloatArray, FloatArray]:
        """The chance of each candidate among those of its name, and the evidence used."""
        odds = shared_out(scene, scene.static @ self.prior)
        evidence = scene.static
        for _ in range(_ROUNDS):
            evidence = np.concatenate((scene.static, scene.context(odds)), axis=1)
            odds = shared_out(scene, evidence @ self.full)
        return odds, evidence

    def save(self, path: Path) -> None:
        """Write the weights."""
        with path.open("wb") as file:
            np.savez(file, prior=self.prior, full=self.full)

    @classmethod
    def load(cls, path: Path) -> "Ranker":
        """Read what `save` wrote."""
        with np.load(path) as stored:
            return cls(stored["prior"], stored["full"])

    @classmethod
    def untrained(cls) -> "Ranker":
        """The best-known candidate, and no evidence: where training begins."""
        prior = np.zeros(len(STATIC), np.float32)
        prior[0] = 1.0
        return cls(prior, np.concatenate((prior, np.zeros(len(CONTEXT), np.float32))))


def shared_out(scene: Scene, scores: FloatArray) -> FloatArray:
    """Softmax of the scores within each name."""
    starts = scene.bounds[:-1]
    top = np.maximum.reduceat(scores, starts)
    raised = np.exp(scores - top[scene.owner])
    shared: FloatArray = (raised / np.add.reduceat(raised, starts)[scene.owner]).astype(np.float32)
    return shared
