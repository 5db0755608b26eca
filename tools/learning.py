"""Fitting a linear chain: AdaGrad on small batches, with evidence left out at random.

Each time a text is looked at, some of its evidence is hidden (dropout, Wager et al. 2013), so that
no single word or flag is relied upon; it is worth most on texts of a kind that was not trained on.
The weights are averaged over the second half of the passes. Deterministic.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse

PASSES, BATCH = 30, 16
STEP, PENALTY, HIDDEN = 0.15, 1.0, 0.3
Sample = tuple[np.ndarray, np.ndarray, np.ndarray]  # evidence, labels, runs of one text


@dataclass(frozen=True)
class Weights:
    """What was learned: `table[i]` belongs to the evidence `kept[i]`."""

    kept: np.ndarray
    table: np.ndarray
    moves: np.ndarray


def fit(samples: Sequence[Sample], labels: int, seed: int = 1, least: int = 1) -> Weights:
    """Fit a chain.

    Parameters
    ----------
    samples : sequence of (evidence, labels, runs)
        Evidence of shape (words, templates), as any integers; labels of shape (words,), from 0;
        runs of shape (runs, 2), half-open ranges of words that cover all of them in order.
    seed : int
        Of the order of the texts and of what is hidden.
    least : int
        Samples that must show a piece of evidence before it gets a weight.
    """
    kept, known = _numbered([evidence for evidence, _, _ in samples], least)
    texts = [
        (rows, gold, runs)
        for rows, (_, gold, runs) in zip(known, samples, strict=True)
        if len(runs)
    ]
    size = len(kept) + 1  # the last row is what rare evidence weighs: nothing
    chance = np.random.default_rng(seed)
    table, moves = np.zeros((size, labels), np.float32), np.zeros((labels, labels), np.float32)
    table_sum, moves_sum = np.zeros_like(table), np.zeros_like(moves)
    table_past, moves_past = np.full_like(table, 1e-8), np.full_like(moves, 1e-8)
    for turn in range(PASSES):
        batches = list(_batches(texts, chance))
        for rows, gold, runs in batches:
            shown = _shown(rows, size, chance)
            pull, moves_pull = gradient(shown @ table, moves, gold, runs)
            table_pull = shown.T @ pull
            table_pull += PENALTY / len(batches) * table
            table_pull[-1] = 0
            table_past += table_pull**2
            moves_past += moves_pull**2
            table -= STEP * table_pull / np.sqrt(table_past)
            moves -= STEP * moves_pull / np.sqrt(moves_past)
        if turn >= PASSES // 2:
            table_sum, moves_sum = table_sum + table, moves_sum + moves
    turns = PASSES - PASSES // 2
    return Weights(kept, table_sum[:-1] / turns, moves_sum / turns)


def _shown(rows: np.ndarray, size: int, chance: np.random.Generator) -> scipy.sparse.csr_matrix:
    """The evidence of some words, shape (words, size), without what is hidden this time.

    What is left counts for more, so that the sums stay the same on average.
    """
    shares = (chance.random(rows.size, np.float32) >= HIDDEN) / np.float32(1 - HIDDEN)
    bounds = np.arange(0, rows.size + 1, rows.shape[1], dtype=np.int32)
    return scipy.sparse.csr_matrix((shares, rows.ravel(), bounds), (len(rows), size))


def _numbered(tables: Sequence[np.ndarray], least: int) -> tuple[np.ndarray, list[np.ndarray]]:
    """The evidence that is not too rare, and all of it by its number there; rare: one beyond."""
    texts = np.zeros(1 + max(int(table.max(initial=0)) for table in tables), np.int32)
    for table in tables:
        texts[np.unique(table)] += 1
    kept = np.flatnonzero(texts >= least)
    number = np.full(len(texts), len(kept), np.int32)
    number[kept] = np.arange(len(kept))
    return kept, [number[table] for table in tables]


def _batches(texts: Sequence[Sample], chance: np.random.Generator) -> Iterator[Sample]:
    """The texts in a new order, so many together."""
    order = chance.permutation(len(texts))
    for begin in range(0, len(order), BATCH):
        chosen = [texts[at] for at in order[begin : begin + BATCH]]
        offsets = np.cumsum([0, *(len(rows) for rows, _, _ in chosen[:-1])])
        yield (
            np.concatenate([rows for rows, _, _ in chosen]),
            np.concatenate([gold for _, gold, _ in chosen]),
            np.concatenate([runs + at for (_, _, runs), at in zip(chosen, offsets, strict=True)]),
        )


def gradient(
    scores: np.ndarray, moves: np.ndarray, gold: np.ndarray, runs: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Slope of minus the log-likelihood by the scores, shape (words, labels), and by the moves."""
    length = runs[:, 1] - runs[:, 0]
    order = np.argsort(-length, kind="stable")
    first, length = runs[order, 0], length[order]
    steps = [first[: np.searchsorted(-length, -step)] + step for step in range(int(length.max()))]
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    move = np.exp(moves)
    ahead, behind, total = raised.copy(), np.ones_like(raised), np.ones(len(raised), np.float32)
    for step, at in enumerate(steps):
        if step:
            ahead[at] *= ahead[at - 1] @ move
        total[at] = ahead[at].sum(axis=1)
        ahead[at] /= total[at, None]
    moved = np.zeros_like(moves)
    for at in reversed(steps[1:]):
        onward = raised[at] * behind[at] / total[at, None]
        moved += (ahead[at - 1].T @ onward) * move
        behind[at - 1] = onward @ move.T
        np.add.at(moved, (gold[at - 1], gold[at]), -1)
    pull = ahead * behind
    pull[np.arange(len(gold)), gold] -= 1
    return pull, moved
