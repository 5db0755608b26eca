"""States and provinces told by codes: `Paris, TX`, `KY 40475`, `859-555-0142`.

A paper never says in which state its own town lies, but how to reach the sheriff. The codes of the
post and of telephones in the United States and Canada are in geodata/lexicon/codes.csv. Left out:
those of other countries, whose area codes tell the town itself and are too many.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from mapapp import resources
from mapapp.model import Place, Span
from mapapp.places.gazetteer import Gazetteer, fold
from mapapp.places.naming import Key, Keys
from mapapp.places.options import Options, options
from mapapp.places.scene import Name
from mapapp.places.sheet import Sheet

_CONTACT = re.compile(
    r"(?<![\w.-])(?:(?:\+?1[-. ])?(?:\(([2-9]\d\d)\) ?|([2-9]\d\d)[-. ])\d{3}[-. ]\d{4}"
    r"|([A-Z]{2})\.? \d{5}(?:-\d{4})?|([A-Z])\d[A-Z] ?\d[A-Z]\d)(?![\w-])",
    re.ASCII,
)
_BEHIND = re.compile(r",\s+([A-Z]{2})\b(?!['’&-])", re.ASCII)
_SAY = 1.0  # what a number has to say beside the name of a place


class Division(NamedTuple):
    """A state or province."""

    country: str
    name: str

    def holds(self, place: Place) -> bool:
        """Does the place lie in it?"""
        return (place.country, place.admin) == self

    def is_it(self, place: Place) -> bool:
        """Is it this place?"""
        return place.kind == "admin1" and (place.country, place.name) == self


def division_of(code: str) -> Division | None:
    """The division with an area code, the letters of the post, or the first of its post codes."""
    return _divisions().get(code)


def division_behind(text: str, end: int) -> Division | None:
    """The division whose letters follow a name that ends there: `Paris, TX`."""
    behind = _BEHIND.match(text, end)
    return division_of(behind[1]) if behind else None


class Codes:
    """Finds what codes of a text tell."""

    def __init__(self, gazetteer: Gazetteer, keys: Keys) -> None:
        self._gazetteer = gazetteer
        self._keys = keys
        self._options = lru_cache(maxsize=128)(self._options_of)

    def key(self, text: str, span: Span) -> Key | None:
        """The division that the letters behind a town mean, where the gazetteer has no such name.

        `WA` is a name of the state; as `Washington` it would be one with the city.
        """
        surface = span.of(text)
        if len(surface) != 2 or not surface.isupper() or text[: span.start].rstrip()[-1:] != ",":
            return None
        division, known = division_of(surface), self._keys.of(surface)
        if division is None:
            return None
        if known and any(map(division.is_it, self._gazetteer.lookup(known.name))):
            return known
        return Key(fold(division.name), exact=True)

    def contacts(self, text: str, page: Sheet) -> list[Name]:
        """The divisions of telephones and post codes, to weigh beside the names of the mentions."""
        found: dict[Division, list[int]] = {}
        for contact in _CONTACT.finditer(text):
            division = division_of(next(filter(None, contact.groups())))
            if division is not None:
                word = int(np.searchsorted(page.ends, contact.start(), "right"))
                found.setdefault(division, []).append(word)
        return [
            Name(division.name, known, tuple(at), _SAY * float(len(at)) ** 0.5)
            for division, at in found.items()
            if (known := self._options(division)) is not None
        ]

    def _options_of(self, division: Division) -> Options | None:
        places = tuple(filter(division.is_it, self._gazetteer.lookup(division.name)))
        return options(division.name, places[:1]) if places else None


@cache
def _divisions() -> Mapping[str, Division]:
    lines = resources.geodata("lexicon", "codes.csv").read_text(encoding="utf-8").splitlines()
    found: dict[str, Division] = {}
    for line in lines[1:]:
        country, name, telephone, post = line.split(",")
        found |= dict.fromkeys((*telephone.split(), *post.split()), Division(country, name))
    return found
