"""Peoples and adjectives (`Turkish`, `Azerbaijanis`): kept and marked, but no pins of their own."""

from functools import lru_cache

from mapapp.model import Place, Resolution, Span, Toponym
from mapapp.places.gazetteer import Gazetteer, fold
from mapapp.places.mention import Mention, Reading

_SCORE = 0.9  # a demonym in capitals is seldom anything else


class Demonyms:
    """Finds the demonyms of a reading."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._of = lru_cache(maxsize=16_384)(self._place)

    def find(self, reading: Reading) -> list[Toponym]:
        """Demonyms among the gazetteer's matches that no mention covers, in order."""
        taken = {at for mention in reading.mentions for at in range(mention.first, mention.last)}
        page = reading.sheet
        found = []
        for match in reading.matches:
            place = self._of(match.name)
            if place is None or not taken.isdisjoint(range(match.first, match.last)):
                continue
            span = Span(int(page.starts[match.first]), int(page.ends[match.last - 1]))
            found.append(_toponym(span, place))
        return found

    def of(self, mention: Mention, text: str) -> Toponym | None:
        """The demonym that a mention is after all, when it is no name of a place."""
        name = fold(mention.span.of(text))
        place = None if self._gazetteer.lookup(name) else self._of(name)
        return None if place is None else _toponym(mention.span, place)

    def _place(self, name: str) -> Place | None:
        return next(iter(self._gazetteer.demonyms(name)), None)


def _toponym(span: Span, place: Place) -> Toponym:
    return Toponym(span, "demonym", Resolution(place, _SCORE, ("its people or adjective",)))
