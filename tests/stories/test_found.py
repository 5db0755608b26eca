"""Pages of what a selection takes: none twice, none left out, and as many as were counted."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.stories.columns import Columns, unpack
from mapapp.stories.found import Found

_taken = st.none() | st.lists(st.booleans(), min_size=0, max_size=60)


@given(taken=_taken, size=st.integers(0, 60), limit=st.integers(1, 20), data=st.data())
def test_pages_follow_each_other(
    taken: list[bool] | None, size: int, limit: int, data: st.DataObject
) -> None:
    size = size if taken is None else len(taken)
    keys = sorted(data.draw(st.sets(st.integers(1, 999), min_size=size, max_size=size)))
    columns = _columns(keys)
    found = Found(columns, None if taken is None else np.array(taken, bool))
    told = [key for key, is_in in zip(keys, taken or [True] * size, strict=True) if is_in]
    assert found.count == len(told)
    assert found.keys().tolist() == told
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mapapp.stories.found._STEP", 3)
        walked: list[int] = []
        while page := found.keys(walked[-1] if walked else 0, limit).tolist():
            assert len(page) <= limit
            walked += page
    assert walked == told
    after = data.draw(st.integers(0, 1000))
    assert found.keys(after).tolist() == [key for key in told if key > after]


def _columns(keys: list[int]) -> Columns:
    empty = unpack([])
    return replace(empty, key=np.array(keys, np.int64))
