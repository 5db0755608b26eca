"""The trained judge of candidates: a prior from the gazetteer, then the document's evidence.

First come two conditional logits: a candidate's chance is the exponential of a weighted sum, shared
out among the candidates of its name. The first sees the gazetteer alone, the second also the other
names of the document, and is taken again with the better odds. What remains likely goes before a
small forest, which sees how the pieces of evidence act together and says how sure it is.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mapapp.places.chain import FloatArray
from mapapp.places.company import COMPANY
from mapapp.places.forest import Forest
from mapapp.places.options import STATIC
from mapapp.places.scene import CONTEXT, Scene

_ROUNDS = 2
_WORTH = 0.003  # least chance with which a candidate goes before the forest


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the ranker says of the candidates of a scene.

    Attributes
    ----------
    chance : array of float, shape (candidates,)
        That the candidate is the place meant; the candidates of a name need not add up to one,
        since the place may be missing from the gazetteer.
    evidence : array of float, shape (candidates, columns)
        STATIC, then CONTEXT, then the logits' log-odds.
    """

    chance: FloatArray
    evidence: FloatArray


@dataclass(frozen=True, slots=True)
class Ranker:
    """Weights of the steps.

    Attributes
    ----------
    prior : array of float, shape (len(STATIC) + len(COMPANY),)
    full : array of float, shape (len(STATIC) + len(CONTEXT),)
    forest : Forest or None
        None leaves it at the logits.
    """

    prior: FloatArray
    full: FloatArray
    forest: Forest | None = None

    def judge(self, scene: Scene) -> Judgement:
        """Weigh all candidates of a document."""
        odds, evidence = self.logits(scene)
        chance = odds
        if self.forest is not None:
            worth = np.flatnonzero(odds > _WORTH)
            chance = odds * np.float32(0.01)
            chance[worth] = 1.0 / (1.0 + np.exp(-self.forest.log_odds(evidence[worth])))
        return Judgement(chance, evidence)

    def logits(self, scene: Scene) -> tuple[FloatArray, FloatArray]:
        """The chance of each candidate among those of its name, and the evidence used."""
        odds = shared_out(scene, scene.alone @ self.prior)
        evidence = scene.static
        for _ in range(_ROUNDS):
            evidence = np.concatenate((scene.static, scene.context(odds)), axis=1)
            odds = shared_out(scene, evidence @ self.full)
        return odds, np.concatenate((evidence, np.log(odds + 1e-4)[:, None]), axis=1)

    def save(self, path: Path) -> None:
        """Write the weights."""
        arrays: dict[str, NDArray[np.generic]] = {"prior": self.prior, "full": self.full}
        if self.forest is not None:
            arrays |= {f"forest_{name}": part for name, part in self.forest.arrays().items()}
        with path.open("wb") as file:
            np.savez_compressed(file, allow_pickle=False, **arrays)

    @classmethod
    def load(cls, path: Path) -> "Ranker":
        """Read what `save` wrote."""
        with np.load(path) as stored:
            forest = None
            if "forest_roots" in stored:
                named = ((name.partition("forest_")[2], stored[name]) for name in stored)
                forest = Forest.of({name: part for name, part in named if name})
            return cls(stored["prior"], stored["full"], forest)

    @classmethod
    def untrained(cls) -> "Ranker":
        """The best-known candidate, and no evidence: where training begins."""
        prior = np.zeros(len(STATIC) + len(COMPANY), np.float32)
        full = np.zeros(len(STATIC) + len(CONTEXT), np.float32)
        prior[0] = full[0] = 1.0
        return cls(prior, full)


def shared_out(scene: Scene, scores: FloatArray) -> FloatArray:
    """Softmax of the scores within each name."""
    starts = scene.bounds[:-1]
    top = np.maximum.reduceat(scores, starts)
    raised = np.exp(scores - top[scene.owner])
    shared: FloatArray = (raised / np.add.reduceat(raised, starts)[scene.owner]).astype(np.float32)
    return shared
