"""Stories of any size, made up: for measurements and for tests of paging.

Places lie in clusters, as towns do; dates reach from one day to a year; every fiftieth event has no
date and every fortieth no place. The same numbers give the same stories.
"""

from collections.abc import Iterator
from random import Random

from mapapp.model import (
    Annotation,
    Article,
    Event,
    Place,
    Span,
    Story,
    Tie,
    When,
    day_number,
    iso_date,
)

_FIRST, _LAST = day_number(1900), day_number(2020)
_CATEGORIES = ("agreement", "visit", "training", "military operation", "economic", "other")
_CLUSTERS = 40
_EVENTS_A_STORY = 10_000


def places(number: int, *, seed: int = 0) -> list[Place]:
    """So many settlements in clusters over the inhabited latitudes."""
    chance = Random(seed)
    centres = [(chance.uniform(-170, 170), chance.uniform(-50, 65)) for _ in range(_CLUSTERS)]
    found = []
    for index in range(number):
        lon, lat = centres[index % _CLUSTERS]
        lon = round(max(-180.0, min(180.0, chance.gauss(lon, 4))), 5)
        lat = round(max(-90.0, min(90.0, chance.gauss(lat, 3))), 5)
        found.append(Place(f"syn:{index}", f"Town {index}", "settlement", lon, lat, country="AZ"))
    return found


def story(slug: str, events: int, towns: list[Place], *, seed: int = 0) -> Story:
    """A story of so many events."""
    chance = Random(f"{slug} {seed}")
    sentences, told, at = [], [], 0
    for index in range(events):
        town = None if index % 40 == 39 else chance.choice(towns)
        when = None if index % 50 == 49 else _when(chance)
        where = f" in {town.name}" if town else ""
        day = f" on {when.text}" if when else ""
        sentence = f"Delegation {index} held talks on trade and transport{where}{day}."
        sentences.append(sentence)
        told.append(
            Event(
                f"{index:x}",
                f"Delegation {index} held talks{where}",
                chance.choice(_CATEGORIES),
                when,
                (Tie(town, "location", score=0.9),) if town else (),
                (Span(at, at + len(sentence)),),
                score=0.8,
            )
        )
        at += len(sentence) + 1
    return Story(slug, Annotation(Article("\n".join(sentences), slug), events=tuple(told)))


def library(events: int, *, towns: int = 5000, seed: int = 0) -> Iterator[Story]:
    """Stories that hold so many events together."""
    known = places(towns, seed=seed)
    for number, first in enumerate(range(0, events, _EVENTS_A_STORY)):
        yield story(f"synthetic-{number}", min(_EVENTS_A_STORY, events - first), known, seed=seed)


def _when(chance: Random) -> When:
    first = chance.randint(_FIRST, _LAST)
    last = first + chance.choice((0, 0, 0, 6, 30, 364))
    start, end = str(iso_date(first)), str(iso_date(last))
    edtf = start if first == last else f"{start}/{end}"
    return When(edtf, first, last, edtf)
