"""What a selection takes of a library: counted at once, and its keys when they are asked for.

To list the keys of half a million events takes fifty times as long as to count them, and a page
wants a hundred.
"""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from mapapp.stories.columns import Columns, Keys, Mask

_STEP = 4096  # events looked through at first; twice as many each time


class Found:
    """The events of columns that a mask takes; all of them where there is none.

    Attributes
    ----------
    count : int
        How many.
    """

    def __init__(self, columns: "Columns", mask: "Mask | None") -> None:
        self._columns = columns
        self._mask = mask
        self.count = len(columns.key) if mask is None else int(np.count_nonzero(mask))

    def keys(self, after: int = 0, limit: int | None = None) -> "Keys":
        """Keys above `after`, rising; at most `limit` of them."""
        key, mask = self._columns.key, self._mask
        begin = int(key.searchsorted(after, side="right"))
        if mask is None:
            return key[begin:] if limit is None else key[begin : begin + limit]
        if limit is None:
            return key[begin:][mask[begin:]]
        parts, left, step = [key[:0]], limit, _STEP
        while left > 0 and begin < len(key):
            at = begin + np.flatnonzero(mask[begin : begin + step])[:left]
            parts.append(key[at])
            left -= len(at)
            begin, step = begin + step, 2 * step
        return np.concatenate(parts)

    def places(self) -> set[int]:
        """Codes of the places at which these events are shown."""
        place = self._columns.place
        return set(np.unique(place if self._mask is None else place[self._mask]).tolist())
