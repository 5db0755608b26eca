"""The front door: article in, toponyms out."""

import os
from collections.abc import Hashable, Sequence
from functools import cache, lru_cache
from typing import cast

from mapapp.model import Article, Toponym
from mapapp.places.ancient import OldTowns, tells_of_old
from mapapp.places.demonyms import Demonyms
from mapapp.places.gazetteer import Gazetteer, open_gazetteer
from mapapp.places.given import GivenName, NameReader
from mapapp.places.recognise import ChainRecogniser, Recogniser
from mapapp.places.resolve import Resolver, SceneResolver
from mapapp.settings import Settings


class PlaceReader:
    """Reads the places of articles; keeps what it learned of words and names from one to the next.

    Parameters
    ----------
    recogniser, resolver : Recogniser, Resolver or None
        None takes those that mapapp ships.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        recogniser: Recogniser | None = None,
        resolver: Resolver | None = None,
    ) -> None:
        self._recogniser = recogniser or ChainRecogniser(gazetteer)
        self._resolver = resolver or SceneResolver(gazetteer)
        self._of_old = resolver or SceneResolver(OldTowns(gazetteer))
        self._demonyms = Demonyms(gazetteer)

    def read(self, article: Article) -> tuple[Toponym, ...]:
        """The toponyms of an article, see `find_places`."""
        reading = self._recogniser.find(article.text)
        resolver = self._of_old if tells_of_old(article.text) else self._resolver
        toponyms = resolver.resolve(article, reading)
        for at, mention in enumerate(reading.mentions):
            if toponyms[at].resolution is None:
                toponyms[at] = self._demonyms.of(mention, article.text) or toponyms[at]
        toponyms += self._demonyms.find(reading)
        return tuple(sorted(toponyms, key=lambda toponym: toponym.span))


def find_places(article: Article, gazetteer: Gazetteer | None = None) -> tuple[Toponym, ...]:
    """The words of an article that name places, and the places that they mean.

    Parameters
    ----------
    gazetteer : Gazetteer or None
        None takes the index that the settings in the environment name.

    Returns
    -------
    tuple of Toponym
        In the order of the text; a name that no place is likely enough for has no resolution.
    """
    known = default_gazetteer() if gazetteer is None else gazetteer
    return _reader(cast(Hashable, known)).read(article)


def resolve_names(names: Sequence[GivenName], gazetteer: Gazetteer | None = None) -> list[Toponym]:
    """The places that the names of a table mean, see `NameReader.read`.

    Parameters
    ----------
    gazetteer : Gazetteer or None
        None takes the index that the settings in the environment name.
    """
    return NameReader(default_gazetteer() if gazetteer is None else gazetteer).read(names)


@cache
def default_gazetteer() -> Gazetteer:
    """The index that the settings in the environment name, opened once."""
    return open_gazetteer(Settings.from_env(os.environ))


@lru_cache(maxsize=4)
def _reader(gazetteer: Hashable) -> PlaceReader:
    return PlaceReader(cast(Gazetteer, gazetteer))
