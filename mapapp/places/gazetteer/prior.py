"""Candidates of a name before anything is read around it, with reasons in words."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from mapapp.locale import gettext as _
from mapapp.model import Candidate, Place, PlaceName, iso_date
from mapapp.places.gazetteer.fold import fold
from mapapp.places.gazetteer.prominence import prominence
from mapapp.places.gazetteer.protocol import OTHER, WEAK, Gazetteer

_IN_WORDS = {
    "admin1": "first-level division",
    "admin2": "second-level division",
    "historic_state": "former state",
}


def candidates(gazetteer: Gazetteer, name: str) -> tuple[Candidate, ...]:
    """Places that go by `name`, then those of which it is a demonym, each group best first.

    A candidate's score is its share of what the places of its group weigh by prominence alone, as
    a city weighs by its people.
    """
    places, demonyms = gazetteer.lookup(name), gazetteer.demonyms(name)
    found = _weighed(places, [name_of(place, name) for place in places])
    return (*found, *_weighed(demonyms, [None] * len(demonyms)))


def _weighed(places: Sequence[Place], names: Sequence[PlaceName | None]) -> list[Candidate]:
    # The index knows which spellings are hardly used; its order holds.
    told = (10 ** standing(*pair) for pair in zip(places, names, strict=True))
    weights = list(accumulate(told, min))
    total = sum(weights)
    return [
        Candidate(place, weight / total, tuple(_reasons(place, name)))
        for place, name, weight in zip(places, names, weights, strict=True)
    ]


def name_of(place: Place, name: str) -> PlaceName:
    """The name of the place that folds like `name`, its first one before all others."""
    key = fold(name)
    if fold(place.name) == key:
        return PlaceName(place.name)
    return next((other for other in place.names if fold(other.text) == key), PlaceName(name))


def standing(place: Place, name: PlaceName | None) -> float:
    """Prominence of the place under that name of its own, None for a demonym."""
    if name is None or name.text == place.name:
        return prominence(place)
    told = name.language or name.first is not None or name.last is not None
    return prominence(place) - (OTHER if told or place.kind != "settlement" else WEAK)


def _reasons(place: Place, name: PlaceName | None) -> Iterator[str]:
    where = ", ".join(part for part in (place.admin, place.country) if part)
    yield _IN_WORDS.get(place.kind, place.kind) + (f" in {where}" if where else "")
    if place.population:
        yield _("population {count}", count=place.population)
    if place.first is not None or place.last is not None:
        yield _("existed: {days}", days=_days(place.first, place.last))
    if name is None:
        yield _("its people or adjective; the place is {place}", place=place.name)
    elif name.text != place.name:
        tongue = f" ({name.language})" if name.language else ""
        yield _("{name} is another name of {place}", name=name.text + tongue, place=place.name)
        if name.first is not None or name.last is not None:
            yield _("used: {days}", days=_days(name.first, name.last))
    if place.contested:
        yield _("name or belonging in dispute")


def _days(first: int | None, last: int | None) -> str:
    return " – ".join(iso_date(day) or "…" for day in (first, last))
