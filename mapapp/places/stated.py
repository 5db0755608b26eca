"""Towns told by the land behind them: `Woodstock, N.Y.`, `Paris, TX`, `London, Ontario, sold`.

Newspapers abbreviate a state only behind a town that lies in it. That is a rule of their spelling
and no evidence to be weighed: in a text on Alabama the judge, which weighs `Ohio, Oklahoma, Texas`
as well, sends `Woodstock, N.Y.` to Alabama. A land written out tells as much where it is set off
from what follows and stands in no row of lands.
"""

import re
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from mapapp.model import Place, Span
from mapapp.places.chain import FloatArray
from mapapp.places.codes import Division, divisions_behind
from mapapp.places.gazetteer import fold, prominence
from mapapp.places.options import ADMIN1, COUNTRY, Options, kind_of
from mapapp.places.scene import Scene

_BETWEEN = re.compile(r",\s+")
_HELD = re.compile(r",\s+(?:in\s+(?:the\s+)?)?|\s+\(", re.ASCII)
_SET_OFF = re.compile(r"\s*(?:[,.;:)!?—–\n]|--|$)", re.ASCII)
_ROW = re.compile(r",?\s+(?:(?:and|or)\s+)?", re.ASCII)
_LANDS = frozenset({"US", "CA", "AU"})  # whose papers write so
_LEAST = 0.05  # of its chance that is left to a namesake elsewhere
_SURE = 0.5  # least chance of a land that is written out
_LARGE = 6.0  # least prominence of a land that tells namesakes apart


def lands(text: str, spans: Sequence[Span], options: Sequence[Options | None]) -> Iterator[str]:
    """For each mention the land that is named right behind it, else an empty text.

    Parameters
    ----------
    options : sequence of Options or None
        What each mention may mean.
    """
    for at, span in enumerate(spans):
        letters = divisions_behind(text, span.end)
        if letters:
            yield " ".join(division.name for division in letters)
        elif at + 1 < len(spans) and _HELD.fullmatch(text[span.end : spans[at + 1].start]):
            behind = spans[at + 1].of(text) if _has_land(options[at + 1]) else ""
            yield "" if _has_land(options[at]) else fold(behind)
        else:
            yield ""


def _has_land(options: Options | None) -> bool:
    return options is not None and any(
        kind_of(place) in (COUNTRY, ADMIN1) and prominence(place) >= _LARGE
        for place in options.places[:2]
    )


def stated(
    text: str,
    spans: Sequence[Span],
    part: Sequence[int | None],
    scene: Scene,
    chance: FloatArray,
) -> FloatArray:
    """The chances, with those of a town that its land follows given to that land.

    Parameters
    ----------
    spans, part
        The mentions in order, and the name in `scene` that each goes by.
    chance : array of float, shape (candidates,)
    """
    held: dict[int, set[Division]] = {}
    written: set[tuple[int, Division]] = set()
    for at, town in enumerate(part):
        if town is None:
            continue
        behind = _abbreviated(text, spans, part, scene, at)
        division = (
            (behind and behind[1])
            or _told(scene, town, divisions_behind(text, spans[at].end))
            or _written_out(text, spans, part, scene, chance, at)
        )
        if division is not None:
            held.setdefault(town, set()).add(division)
        written |= {behind} if behind else _lettered(text, spans, part, scene, at + 1)
    changed = chance.copy()
    for name, state in sorted(written):
        _settle(scene, changed, name, state.is_it)
    for town, told in held.items():
        if len(told) == 1:
            _settle(scene, changed, town, next(iter(told)).holds)
    return changed


def _written_out(
    text: str,
    spans: Sequence[Span],
    part: Sequence[int | None],
    scene: Scene,
    chance: FloatArray,
    at: int,
) -> Division | None:
    """The land behind a mention, set off and in no row: `London, Ontario, sold`.

    Neither `London, France and Spain` nor `In Mexico, Missouri farmers sold corn`.
    """
    if at + 1 == len(spans) or (behind := part[at + 1]) is None or behind == part[at]:
        return None
    end = spans[at + 1].end
    if not _HELD.fullmatch(text[spans[at].end : spans[at + 1].start]):
        return None
    if not _SET_OFF.match(text, end):
        return None
    land, sure = _likeliest(scene, chance, behind)
    kind = kind_of(land)
    if sure < _SURE or kind not in (COUNTRY, ADMIN1) or land.country is None:
        return None
    row = [at, *([at - 1] if _joined(text, spans, at - 1) else ())]
    row += [at + 2] if _joined(text, spans, at + 1) else []
    names = (part[other] for other in row)
    if any(n is not None and kind_of(_likeliest(scene, chance, n)[0]) == kind for n in names):
        return None
    return Division(land.country, land.name if kind == ADMIN1 else "")


def _joined(text: str, spans: Sequence[Span], at: int) -> bool:
    """Do this mention and the next stand in a row?"""
    if at < 0 or at + 1 >= len(spans):
        return False
    return _ROW.fullmatch(text[spans[at].end : spans[at + 1].start]) is not None


def _likeliest(scene: Scene, chance: FloatArray, name: int) -> tuple[Place, float]:
    first, last = int(scene.bounds[name]), int(scene.bounds[name + 1])
    best = int(chance[first:last].argmax())
    return scene.names[name].options.places[best], float(chance[first + best])


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


def _told(scene: Scene, town: int, divisions: Sequence[Division]) -> Division | None:
    """The one of the divisions in which there is a place called so."""
    places = scene.names[town].options.places
    found = [division for division in divisions if any(map(division.holds, places))]
    return found[0] if len(found) == 1 else None


def _lettered(
    text: str, spans: Sequence[Span], part: Sequence[int | None], scene: Scene, at: int
) -> set[tuple[int, Division]]:
    """The name that goes by the letters of the post alone, and their state: `SC` is no Santa Cruz.

    Letters that are no name of their own go by the state's, which may also be another place's.
    """
    town = part[at - 1]
    if at == len(spans) or town is None or (state := part[at]) is None:
        return set()
    division = _told(scene, town, divisions_behind(text, spans[at - 1].end))
    if division is None or scene.names[state].key != fold(spans[at].of(text)):
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
