"""Trees as arrays."""

import numpy as np

from mapapp.places.forest import Forest


def test_a_stump_and_a_leaf() -> None:
    # x[1] <= 2 gives -1, else 3; the second tree is one leaf that adds 0.5.
    forest = Forest(
        roots=np.array([0, 3], np.int32),
        column=np.array([1, 0, 0, 0], np.int32),
        left=np.array([1, 1, 2, 3], np.int32),
        right=np.array([2, 1, 2, 3], np.int32),
        least=np.array([2.0, 0.0, 0.0, 0.0], np.float32),
        value=np.array([0.0, -1.0, 3.0, 0.5], np.float32),
        depth=1,
    )
    rows = np.array([[9.0, 2.0], [0.0, 2.5]], np.float32)
    assert forest.log_odds(rows).tolist() == [-0.5, 3.5]
