"""The chain's fit, on evidence whose meaning is known."""

import numpy as np
import pytest

from tools.learning import fit

TELLS, MISLEADS, ALWAYS, ONCE = 11, 7, 3, 2


def samples() -> list[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Twenty texts of four words: TELLS is with label 1, MISLEADS with 0; ONCE in one text."""
    texts = []
    for at in range(20):
        first = [TELLS, MISLEADS, TELLS, MISLEADS]
        second = [ONCE if at == 4 else ALWAYS, *[ALWAYS] * 3]
        evidence = np.array([first, second]).T
        texts.append((evidence, np.array([1, 0, 1, 0]), np.array([[0, 2], [2, 4]])))
    return texts


def test_what_goes_with_a_label_speaks_for_it() -> None:
    weights = fit(samples(), labels=2)
    table = dict(zip(weights.kept.tolist(), weights.table.tolist(), strict=True))
    assert table[TELLS][1] > 0 > table[TELLS][0]
    assert table[MISLEADS][0] > 0 > table[MISLEADS][1]


@pytest.mark.parametrize(("least", "known"), [(1, True), (2, False)])
def test_what_too_few_texts_show_weighs_nothing(least: int, known: bool) -> None:
    assert (ONCE in fit(samples(), labels=2, least=least).kept) == known


def test_the_same_texts_and_seed_give_the_same_weights() -> None:
    one, same, other = (fit(samples(), labels=2, seed=seed) for seed in (5, 5, 6))
    assert np.array_equal(one.table, same.table)
    assert not np.array_equal(one.table, other.table)
