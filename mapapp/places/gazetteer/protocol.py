"""What a gazetteer answers, and the two smallest gazetteers."""

from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec

from mapapp.model import Place
from mapapp.places.gazetteer.fold import fold
from mapapp.places.gazetteer.prominence import prominence

MOST_WORDS = 8  # longest name that `longest` looks for: "Saint Vincent and the Grenadines" and more


class Gazetteer(Protocol):
    """Knows places by name and by id. Names meet folded (`fold`)."""

    def lookup(self, name: str) -> Sequence[Place]:
        """Places that go by `name`, the best known first; empty when there is none."""

    def demonyms(self, name: str) -> Sequence[Place]:
        """Places whose people or adjective is `name` (`Turkish`, `Turks`), best known first."""

    def longest(self, words: Sequence[str], at: int) -> int:
        """Count the words from `words[at]` on that make the longest known name or demonym.

        Parameters
        ----------
        words : sequence of str
            A sentence's words and marks, folded by `fold_words`. Empty ones are passed over
            within a name; a mark such as a comma ends it.

        Returns
        -------
        int
            0 when no name starts there; a name never ends on an empty word.
        """

    def place(self, id_: str) -> Place | None:
        """The place with that id, None when it is unknown."""


class Entry(msgspec.Struct, frozen=True):
    """What a source says of a place: the place, and words that are not its names.

    Attributes
    ----------
    demonyms : tuple of str
        Its people and its adjective: Turkish, Turk, Turks.
    weak : frozenset of str
        Names among `place.names` that are spellings of other languages or hardly used: a place
        ranks lower under them.
    """

    place: Place
    demonyms: tuple[str, ...] = ()
    weak: frozenset[str] = frozenset()


class DictGazetteer:
    """A gazetteer of a few entries in memory: for tests, and for a list of one's own.

    Examples
    --------
    >>> towns = DictGazetteer([Entry(Place("gn:586523", "Ganja", "settlement"))])
    >>> towns.longest(["in", "ganja"], 1), towns.lookup("GANJA")[0].id
    (1, 'gn:586523')
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._places: dict[str, Place] = {}
        self._names: dict[str, list[Place]] = {}
        self._demonyms: dict[str, list[Place]] = {}
        ranked: list[tuple[float, str, Place]] = []
        for entry in entries:
            self._places[entry.place.id] = entry.place
            ranked += ((score, key, entry.place) for key, score in keys(entry).items())
            for demonym in entry.demonyms:
                self._demonyms.setdefault(fold(demonym), []).append(entry.place)
        for _, key, place in sorted(ranked, key=lambda item: -item[0]):
            self._names.setdefault(key, []).append(place)

    def lookup(self, name: str) -> Sequence[Place]:
        """See `Gazetteer`."""
        return tuple(self._names.get(fold(name), ()))

    def demonyms(self, name: str) -> Sequence[Place]:
        """See `Gazetteer`."""
        return tuple(self._demonyms.get(fold(name), ()))

    def longest(self, words: Sequence[str], at: int) -> int:
        """See `Gazetteer`."""
        best, name = 0, ""
        if not words[at]:
            return 0
        for count, word in enumerate(words[at : at + MOST_WORDS], start=1):
            if not word:
                continue
            name = f"{name} {word}" if name else word
            if name in self._names or name in self._demonyms:
                best = count
        return best

    def place(self, id_: str) -> Place | None:
        """See `Gazetteer`."""
        return self._places.get(id_)


def keys(entry: Entry) -> dict[str, float]:
    """The folded names of an entry, each with the entry's prominence under that name."""
    own = prominence(entry.place)
    found: dict[str, float] = {}
    for name in entry.place.names:
        score = own - WEAK if name.text in entry.weak else own - OTHER
        key = fold(name.text)
        if key:
            found[key] = max(score, found.get(key, score))
    key = fold(entry.place.name)
    if key:
        found[key] = own
    return found


OTHER, WEAK = 0.3, 1.5  # what a name costs that is not the first one, or is one of a far language
