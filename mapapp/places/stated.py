"""Towns told by the state behind them: `Woodstock, N.Y.`, `Ashland, Ore.`, `Paris, TX`.

Newspapers abbreviate a state only behind a town that lies in it. That is a rule of their spelling
and no evidence to be weighed: in a text on Alabama the judge, which weighs `Ohio, Oklahoma, Texas`
as well, sends `Woodstock, N.Y.` to Alabama.
"""

import re
from collections.abc import Callable, Sequence

import numpy as np

from mapapp.model import Place, Span
from mapapp.places.chain import FloatArray
from mapapp.places.codes import Division, division_behind
from mapapp.places.gazetteer import fold
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
    states: dict[int, set[Division]] = {}
    written: set[tuple[int, Division]] = set()
    for at, town in enumerate(part):
        if town is None:
            continue
        behind = _abbreviated(text, spans, part, scene, at)
        division = behind[1] if behind else division_behind(text, spans[at].end)
        if division is not None:
            states.setdefault(town, set()).add(division)
        written |= {behind} if behind else _lettered(text, spans, part, scene, at + 1)
    changed = chance.copy()
    for name, state in sorted(written):
        _settle(scene, changed, name, state.is_it)
    for town, told in states.items():
        if len(told) == 1:  # one name for towns of two states stays as it is
            _settle(scene, changed, town, next(iter(told)).holds)
    return changed


def _abbreviated(
    text: str, spans: Sequence[Span], part: Sequence[int | None], scene: Scene, at: int
) -> tuple[int, Division] | None:
    """The name of the abbreviated state behind a mention, and the state."""
    if at + 1 == len(spans) or (state := part[at + 1]) is None or state == part[at]:
        return None
    end = spans[at + 1].end
    stop = text[end - 1] == "." or text[end : end + 1] == "."
    if not stop or not _BETWEEN.fullmatch(text[spans[at].end : spans[at + 1].start]):
        return None
    abbreviation = spans[at + 1].of(text).rstrip(".")
    for place in scene.names[state].options.places:
        if place.kind == "admin1" and place.country in _LANDS and place.name != abbreviation:
            return state, Division(place.country, place.name)
    return None


def _lettered(
    text: str, spans: Sequence[Span], part: Sequence[int | None], scene: Scene, at: int
) -> set[tuple[int, Division]]:
    """The name that goes by the letters of the post alone, and their state: `WA`, here not Perth's.

    Letters that are no name of their own go by the state's, which may also be another place's.
    """
    if at == len(spans) or (state := part[at]) is None:
        return set()
    letters = spans[at].of(text)
    division = division_behind(text, spans[at - 1].end)
    if division is None or scene.names[state].key != fold(letters):
        return set()
    return {(state, division)}


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
