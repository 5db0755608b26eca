"""States and provinces told by codes: `Paris, TX`, `KY 40475`, `859-555-0142`.

A paper never says in which state its own town lies, but how to reach the sheriff. The letters of
the post in the United States, Canada and Australia, and the area codes of the first two, are in
geodata/lexicon/codes.csv. Left out: area codes of other countries, which tell the town itself and
are too many.
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
    r"|([A-Z]{2})\.? \d{5}(?:-\d{4})?|([A-Z]{3}) \d{4}|([A-Z])\d[A-Z] ?\d[A-Z]\d)(?![\w-])",
    re.ASCII,
)
# What each of these holds. Most texts hold none, and are searched in a tenth of the time.
_DIGITS = re.compile(r"\d(?:\d\d[-. ]\d{4}|\d{4}|[A-Z] ?\d[A-Z]\d|(?<=[A-Z]{3} \d)\d{3})", re.ASCII)
_BEHIND = re.compile(r",\s+([A-Z]{2,3})\b(?!['’&-])", re.ASCII)
_SAY = 2.0  # what a number has to say beside the name of a place


class Division(NamedTuple):
    """A state or province; without a name, all of its country."""

    country: str
    name: str = ""

    def holds(self, place: Place) -> bool:
        """Does the place lie in it?"""
        if place.country != self.country or place.kind == "country":
            return False
        return not self.name or place.admin == self.name

    def is_it(self, place: Place) -> bool:
        """Is it this place?"""
        return place.kind == "admin1" and (place.country, place.name) == self


def divisions_of(code: str) -> tuple[Division, ...]:
    """The divisions with an area code, the letters of the post, or the first of its post codes.

    `WA` is Washington's and Western Australia's; a telephone or a code of five numbers leaves the
    first.
    """
    return _divisions().get(code, ())


def divisions_behind(text: str, end: int) -> tuple[Division, ...]:
    """The divisions whose letters follow a name that ends there: `Paris, TX`."""
    behind = _BEHIND.match(text, end)
    return divisions_of(behind[1]) if behind else ()


class Codes:
    """Finds what codes of a text tell."""

    def __init__(self, gazetteer: Gazetteer, keys: Keys) -> None:
        self._gazetteer = gazetteer
        self._keys = keys
        self._options = lru_cache(maxsize=128)(self._options_of)

    def key(self, text: str, span: Span, town: Span | None) -> Key | None:
        """The division that the letters behind a town mean, where it is known to lie there."""
        if town is None or not divisions_behind(text, town.end):
            return None
        surface, before = span.of(text), self._keys.of(town.of(text))
        if before is None or text[town.end : span.start].strip() != ",":
            return None
        towns = self._gazetteer.lookup(before.name)
        told = [one for one in divisions_of(surface) if any(map(one.holds, towns))]
        if len(told) != 1:
            return None
        known = self._keys.of(surface)
        if known and any(map(told[0].is_it, self._gazetteer.lookup(known.name))):
            return known
        return Key(fold(told[0].name), exact=True)

    def contacts(self, text: str, page: Sheet) -> list[Name]:
        """The divisions of telephones and post codes, to weigh beside the names of the mentions."""
        if _DIGITS.search(text) is None:
            return []
        found: dict[Division, list[int]] = {}
        for contact in _CONTACT.finditer(text):
            for division in divisions_of(next(filter(None, contact.groups())))[:1]:
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
def _divisions() -> Mapping[str, tuple[Division, ...]]:
    lines = resources.geodata("lexicon", "codes.csv").read_text(encoding="utf-8").splitlines()
    found: dict[str, tuple[Division, ...]] = {}
    for line in lines[1:]:
        country, name, telephone, post = line.split(",")
        for code in (*telephone.split(), *post.split()):
            found[code] = (*found.get(code, ()), Division(country, name))
    return found
