"""Places: the gazetteer, which words name a place, and which place they mean."""

import os
from collections.abc import Hashable
from functools import cache, lru_cache
from typing import cast

from mapapp.model import Article, Toponym
from mapapp.places.gazetteer import Gazetteer, open_gazetteer
from mapapp.places.recognise import ChainRecogniser
from mapapp.places.resolve import resolve
from mapapp.settings import Settings

__all__ = ["default_gazetteer", "find_places"]


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
    return resolve(article, _recogniser(cast(Hashable, known)).find(article.text), known)


@cache
def default_gazetteer() -> Gazetteer:
    """The index that the settings in the environment name, opened once."""
    return open_gazetteer(Settings.from_env(os.environ))


@lru_cache(maxsize=4)
def _recogniser(gazetteer: Hashable) -> ChainRecogniser:
    return ChainRecogniser(cast(Gazetteer, gazetteer))
