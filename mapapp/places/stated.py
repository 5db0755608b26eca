"""Towns told by the state behind them: `Woodstock, N.Y.`, `Ashland, Ore.`.

Newspapers abbreviate a state only behind a town that lies in it. That is a rule of their spelling
and no evidence to be weighed: in a text on Alabama the judge, which weighs `Ohio, Oklahoma, Texas`
as well, sends `Woodstock, N.Y.` to Alabama.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from operator import eq

import numpy as np

from mapapp.model import Place, Span
from mapapp.places.chain import FloatArray
from mapapp.places.scene import Scene

_BETWEEN = re.compile(r",\s+")
_LANDS = frozenset({"US", "CA", "AU"})  # whose papers write so
_LEAST = 0.05  # of its chance that is left to a namesake elsewhere


def stated(
    text: str,
    spans: Sequence[Span],
    part: Sequence[int | None],
    scene: Scene,
    chance: FloatArray,
) -> FloatArray:
    """The chances, with those of a town that an abbreviated state follows given to that state.

    Parameters
    ----------
    spans, part
        The mentions in order, and the name in `scene` that each goes by.
    chance : array of float, shape (candidates,)
    """
    states: dict[int, set[int]] = {}
    for town, state in _pairs(text, spans, part, scene):
        states.setdefault(town, set()).add(state)
    changed = chance.copy()
    for town, behind in states.items():
        if len(behind) == 1:  # one name for towns of two states stays as it is
            (row,) = behind
            name = int(scene.owner[row])
            holder = scene.names[name].options.places[row - int(scene.bounds[name])]
            _settle(scene, changed, name, partial(eq, holder))
            _settle(scene, changed, town, partial(_holds, holder))
    return changed


def _pairs(
    text: str, spans: Sequence[Span], part: Sequence[int | None], scene: Scene
) -> Iterator[tuple[int, int]]:
    """Names of towns, each with the candidate that is the state behind it."""
    for at in range(len(spans) - 1):
        town, state = part[at], part[at + 1]
        if town is None or state is None or town == state:
            continue
        end = spans[at + 1].end
        stop = text[end - 1] == "." or text[end : end + 1] == "."
        if not stop or not _BETWEEN.fullmatch(text[spans[at].end : spans[at + 1].start]):
            continue
        abbreviation = spans[at + 1].of(text).rstrip(".")
        first = int(scene.bounds[state])
        for row, place in enumerate(scene.names[state].options.places):
            if place.kind == "admin1" and place.country in _LANDS and place.name != abbreviation:
                yield town, first + row
                break


def _holds(state: Place, place: Place) -> bool:
    return (place.country, place.admin) == (state.country, state.name)


def _settle(scene: Scene, chance: FloatArray, name: int, is_told: Callable[[Place], bool]) -> None:
    """Give the best candidate of those that the text tells what the best of all had."""
    first, last = int(scene.bounds[name]), int(scene.bounds[name + 1])
    told = np.array([is_told(place) for place in scene.names[name].options.places])
    if not told.any():
        return
    chances = chance[first:last]
    top = chances.max()
    best = int(np.where(told, chances, -1.0).argmax())
    chances[~told] *= _LEAST
    chances[best] = top
