"""Places that a table names: which are meant, all names of the table weighed as one scene.

Nothing has to be recognised here, since the table says that these are places; the resolver that
chooses between the namesakes of an article chooses here too. `Paris, Texas`, or `Paris` beside a
column of divisions, is a name with what holds it, as it would be in a text.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from msgspec.structs import replace

from mapapp.model import Article, Kind, Resolution, Span, Toponym
from mapapp.places.ancient import OldTowns
from mapapp.places.gazetteer import Gazetteer, fold
from mapapp.places.holders import Holders
from mapapp.places.mention import Mention
from mapapp.places.reasons import PART
from mapapp.places.recognise import ChainRecogniser, Recogniser
from mapapp.places.resolve import Resolver, SceneResolver
from mapapp.places.words import IntArray

_AT_ONCE = 200  # names of one scene: its work grows with their square
_PART = re.compile(r"[^,;/()\n]+")  # of `Hall 1, Leipzig` and of `Paris (Texas)`
_POSTCODE = r"(?:[A-Z]{1,2}-)?\d{3}[\d -]*"
_NAME = re.compile(rf"\s*(?:{_POSTCODE}\s)?(.*?)(?:\s{_POSTCODE})?\s*", re.DOTALL)
# What is left of a score where only a part of the words is known: Atlantis of `Atlantis Street`.
_IN_PART = 0.5
# What is too wide to stand for a part of it that nobody knows: a hotel is not all of its country.
_WIDE: frozenset[Kind] = frozenset(
    {"continent", "country", "territory", "historic_state", "admin1", "region", "sea"}
)


@dataclass(frozen=True, slots=True)
class GivenName:
    """A place as a table names it.

    Attributes
    ----------
    text : str
        A name, with or without what holds it: `Paris`, `Paris, Texas`.
    within : tuple of str
        What holds it by other columns, the smaller first: a division, then a country or its ISO
        3166 code.
    is_ancient : bool
        It is named for days before 1500, when there stood no Rome in New York.
    """

    text: str
    within: tuple[str, ...] = ()
    is_ancient: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name in a text of names: its parts, these and what holds it as words, and their spans."""

    parts: list[Span]
    words: list[str]
    spans: list[Span]


class NameReader:
    """Finds which places names mean.

    Parameters
    ----------
    recogniser : Recogniser or None
        Lays the names out as a text; None takes that which mapapp ships.
    """

    def __init__(self, gazetteer: Gazetteer, recogniser: Recogniser | None = None) -> None:
        self._gazetteer = gazetteer
        self._recogniser = recogniser or ChainRecogniser(gazetteer)
        self._holders = Holders(gazetteer)
        self._now = SceneResolver(gazetteer)
        self._once = SceneResolver(OldTowns(gazetteer))

    def read(self, names: Sequence[GivenName]) -> list[Toponym]:
        """A toponym a name, in their order; its span points into the name's text.

        One that no place is likely enough for has no resolution, but the candidates that there
        are; of `Hall 1, Leipzig` the span is that of the part that is known.
        """
        found: dict[GivenName, Toponym] = {}
        for (is_ancient_, _), apart in self._apart(names).items():
            resolver = self._once if is_ancient_ else self._now
            for first in range(0, len(apart), _AT_ONCE):
                together = apart[first : first + _AT_ONCE]
                found.update(zip(together, self._scene(together, resolver), strict=True))
        return [found[name] for name in names]

    def _apart(self, names: Sequence[GivenName]) -> dict[tuple[bool, int], list[GivenName]]:
        """The names, each once, by scene: in one scene a name means one place.

        So `Paris, France` and `Paris, Texas` are of two; a name that nothing holds stays with most
        of the others, since they are all that tells of it.
        """
        scenes: dict[tuple[bool, int], list[GivenName]] = {}
        bearers: Counter[tuple[bool, str]] = Counter()
        for name in sorted(dict.fromkeys(names), key=_is_held):
            key = name.is_ancient, fold(self._parts(name.text)[0].of(name.text))
            scenes.setdefault((name.is_ancient, bearers[key]), []).append(name)
            bearers[key] += 1
        return scenes

    def _scene(self, names: Sequence[GivenName], resolver: Resolver) -> Iterator[Toponym]:
        """The toponyms of names that are written one a line, as `Paris, Texas, United States.`"""
        text = ""
        entries: list[_Entry] = []
        for name in names:
            parts = self._parts(name.text)
            own = [part.of(name.text) for part in parts]
            words = list(self._holders.written_out([*own, *name.within]))
            spans: list[Span] = []
            for word in words:
                spans.append(Span(len(text), len(text) + len(word)))
                text += f"{word}, "
            text = f"{text.removesuffix(', ')}.\n"
            entries.append(_Entry(parts, words, spans))
        reading = self._recogniser.find(text)
        starts = reading.sheet.starts
        mentions = tuple(_mention(span, starts) for entry in entries for span in entry.spans)
        found = iter(resolver.resolve(Article(text), replace(reading, mentions=mentions)))
        for entry in entries:
            told = [next(found) for _ in entry.spans]
            yield _chosen(
                [self._part(entry, *each) for each in enumerate(told[: len(entry.parts)])]
            )

    def _part(self, entry: _Entry, number: int, told: Toponym) -> Toponym:
        """What a part of a name means, its span pointing into the name."""
        part = Toponym(entry.parts[number], "literal", told.resolution, told.candidates)
        return self._holders.agreed(part, entry.words[number], entry.words[number + 1 :])

    def _parts(self, text: str) -> list[Span]:
        """What a name is made of; one that is known as a whole is one part."""
        parts = [] if self._gazetteer.lookup(text) else _PART.finditer(text)
        named = (_NAME.fullmatch(text, *part.span()) for part in parts)
        return [Span(*name.span(1)) for name in named if name and name[1]] or [Span(0, len(text))]


def _is_held(name: GivenName) -> bool:
    return bool(name.within) or "," in name.text


def _mention(span: Span, starts: IntArray) -> Mention:
    """The mention of words that name a place for sure."""
    first, last = np.searchsorted(starts, (span.start, span.end - 1), "right").tolist()
    return Mention(span, first - 1, last, 1.0)


def _chosen(parts: Sequence[Toponym]) -> Toponym:
    """The first part that is known, as long as what it names is no whole land around another."""
    for number, part in enumerate(parts):
        choice = part.resolution
        if choice is None or (number and choice.place.kind in _WIDE):
            continue
        is_whole = PART not in choice.reasons
        score = choice.score if is_whole else round(_IN_PART * choice.score, 3)
        why = (PART, *choice.reasons) if number and is_whole else choice.reasons
        told = Resolution(choice.place, score, why)
        return Toponym(part.span, "literal", told, part.candidates)
    candidates = next((part.candidates for part in parts if part.candidates), ())
    return Toponym(parts[0].span, "literal", None, candidates)
