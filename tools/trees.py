"""Boosted trees: fitting them with LightGBM, and LightGBM's trees as the arrays that ship."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from mapapp.places.forest import Forest

# What keeps a fit the same on every machine.
FIXED: dict[str, Any] = {"random_state": 1, "n_jobs": 1, "verbose": -1, "deterministic": True}


def fit_forest(
    rows: np.ndarray, right: np.ndarray, weight: np.ndarray | None = None, **options: object
) -> Forest:
    """Fit trees that tell the right rows from the others.

    Parameters
    ----------
    rows : array of float, shape (rows, columns)
    right : array of 0 and 1, shape (rows,)
    weight : array of float, shape (rows,), or None
        What each row counts; None counts all alike.
    **options
        Of LightGBM, beside FIXED.
    """
    from lightgbm import LGBMClassifier

    model = LGBMClassifier(**FIXED, **options)
    model.fit(rows, right, sample_weight=weight)
    return flattened(model.booster_.dump_model()["tree_info"])


def flattened(trees: Sequence[dict[str, Any]]) -> Forest:
    """LightGBM's trees as arrays."""
    nodes: list[tuple[int, float, int, int, float]] = []
    deepest = 0

    def add(node: dict[str, Any], depth: int) -> int:
        nonlocal deepest
        deepest = max(deepest, depth)
        at = len(nodes)
        if "leaf_value" in node:
            nodes.append((0, 0.0, at, at, node["leaf_value"]))
            return at
        nodes.append((0, 0.0, 0, 0, 0.0))
        left, right = add(node["left_child"], depth + 1), add(node["right_child"], depth + 1)
        nodes[at] = (node["split_feature"], node["threshold"], left, right, 0.0)
        return at

    roots = [add(tree["tree_structure"], 0) for tree in trees]
    column, least, left, right, value = zip(*nodes, strict=True)
    return Forest(
        roots=np.array(roots, np.int32),
        column=np.array(column, np.int32),
        left=np.array(left, np.int32),
        right=np.array(right, np.int32),
        least=np.array(least, np.float32),
        value=np.array(value, np.float32),
        depth=deepest,
    )
