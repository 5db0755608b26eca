"""Counties that share the word: `Butler, Clark, Hamilton and Preble counties`.

The judge hears the word behind the last name alone and takes Hamilton for the town. What a row says
holds for all its names; that is English and no evidence to be weighed.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

import numpy as np

from mapapp.model import Span
from mapapp.places.chain import FloatArray
from mapapp.places.options import ADMIN2
from mapapp.places.scene import Scene

_TIE = re.compile(r",\s+(?:(?:and|or)\s+)?|\s+(?:and|or|&)\s+")
# `Iowa counties` are counties of Iowa, and no row.
_CLOSED = re.compile(r"\s+(?:counties|parishes)\b(?!\s+of\b)", re.IGNORECASE)
_LED = re.compile(r"\bcounties\s+(?:of\s+)?(?:the\s+)?$", re.IGNORECASE)
_LOOK = 20  # characters before a row in which the word stands
_LEAST = 0.05  # of its chance that is left to what is no county


def in_rows(
    text: str,
    spans: Sequence[Span],
    part: Sequence[int | None],
    scene: Scene,
    chance: FloatArray,
) -> FloatArray:
    """The chances, with those of names in rows of counties given to counties.

    A name that stands outside such a row too, as a town may, is left as it is.

    Parameters
    ----------
    spans, part
        The mentions in order, and the name in `scene` that each goes by.
    chance : array of float, shape (candidates,)
    """
    inside = {at for row in _rows(text, spans) for at in row}
    outside = {name for at, name in enumerate(part) if at not in inside}
    changed = chance.copy()
    for name in {part[at] for at in inside} - outside - {None}:
        assert name is not None
        chances = changed[int(scene.bounds[name]) : int(scene.bounds[name + 1])]
        county = scene.names[name].options.kind == ADMIN2
        if county.any():
            top, best = chances.max(), int(np.where(county, chances, -1.0).argmax())
            chances[~county] *= _LEAST
            chances[best] = top
    return changed


def _rows(text: str, spans: Sequence[Span]) -> Iterator[range]:
    """The mentions of each row that the word closes or leads."""
    tied = [
        _TIE.fullmatch(text, before.end, after.start) is not None
        for before, after in itertools.pairwise(spans)
    ]
    ends = [at for at in range(len(spans)) if at == len(tied) or not tied[at]]
    for first, last in zip([0, *(end + 1 for end in ends)], ends, strict=False):
        start = spans[first].start
        is_closed = last > first and _CLOSED.match(text, spans[last].end)
        if is_closed or _LED.search(text, max(0, start - _LOOK), start):
            yield range(first, last + 1)
