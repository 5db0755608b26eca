"""Which place each mention means: candidates of all names weighed together."""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Protocol

import numpy as np

from mapapp import resources
from mapapp.model import Article, Candidate, Resolution, Toponym
from mapapp.places.codes import Codes
from mapapp.places.counties import in_rows
from mapapp.places.dialect import dialect
from mapapp.places.gazetteer import Gazetteer
from mapapp.places.hints import Hints
from mapapp.places.lodging import Town, is_housed, is_township, lodging, whole_street
from mapapp.places.mention import Mention, Reading
from mapapp.places.naming import Key, Keys
from mapapp.places.options import OptionTable
from mapapp.places.ranker import Judgement, Ranker
from mapapp.places.reasons import PART, reasons
from mapapp.places.rivers import Rivers
from mapapp.places.scene import Name, Pair, Scene
from mapapp.places.stated import lands, stated
from mapapp.places.wording import wording

_KEPT = 5  # candidates that a toponym shows
# Least chance that a name is a place, and this one. Of what scored less, one in forty was right.
_ENOUGH = 0.2
_ABOUT = 1 / 3  # share of what a text says of towns that a country has which it is about
_LONGEST = 9  # letters of what may stand between two names said in one breath
_BREATH = re.compile(r",?\s+\(?|,\s+in\s+|\s+in\s+(?:the\s+)?|\s*\(|-", re.ASCII)
_AND = re.compile(r",?\s+(?:and|or)\s+", re.ASCII)


class Resolver(Protocol):
    """Chooses a place for each mention of a reading."""

    def resolve(self, article: Article, reading: Reading) -> list[Toponym]:
        """One toponym a mention, in order."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The names of a document and which mentions go by which.

    Attributes
    ----------
    part : list of int or None
        For each mention the index of its name; None where the gazetteer knows none.
    keys : list of Key or None
    hints, beside, dialect
        What else the text says, see `Hints`, `Scene` and `dialect`.
    """

    names: list[Name]
    hints: list[Name]
    beside: list[Pair]
    dialect: Mapping[int, float]
    part: list[int | None]
    keys: list[Key | None]

    def scene(self) -> Scene:
        """The names side by side, the hints after them."""
        return Scene([*self.names, *self.hints], self.beside, self.dialect)


class SceneResolver:
    """The resolver that ships: see scene.py for the evidence and ranker.py for the weighing."""

    def __init__(self, gazetteer: Gazetteer, ranker: Ranker | None = None) -> None:
        self._ranker = shipped_ranker() if ranker is None else ranker
        self._keys = Keys(gazetteer)
        self._table = OptionTable(gazetteer)
        self._hints = Hints(gazetteer)
        self._codes = Codes(gazetteer, self._keys)
        self._rivers = Rivers(gazetteer)

    def resolve(self, article: Article, reading: Reading) -> list[Toponym]:
        """See `Resolver`."""
        cast = self.cast(article.text, reading)
        choices: list[tuple[Candidate, ...]] = []
        if cast.names:
            scene = cast.scene()
            judgement = self._ranker.judge(scene)
            spans = [mention.span for mention in reading.mentions]
            chance = stated(article.text, spans, cast.part, scene, judgement.chance)
            chance = in_rows(article.text, spans, cast.part, scene, chance)
            judgement = replace(judgement, chance=chance)
            choices = [_choice(scene, judgement, at) for at in range(len(cast.names))]
        towns = _towns(cast.names, choices)
        surfaces = (whole_street(article.text, mention.span) for mention in reading.mentions)
        return [
            _toponym(
                mention,
                _lodged(surface, mention, choices[part] if part is not None else (), towns),
                key,
            )
            for surface, mention, part, key in zip(
                surfaces, reading.mentions, cast.part, cast.keys, strict=True
            )
        ]

    def cast(self, text: str, reading: Reading) -> Cast:
        """Gather the mentions of a text by name."""
        mentions = reading.mentions
        befores = [None, *(mention.span for mention in mentions)][: len(mentions)]
        keys = [
            self._rivers.of(text, mention.span)
            or self._codes.key(text, mention.span, before)
            or self._keys.of(mention.span.of(text))
            for mention, before in zip(mentions, befores, strict=True)
        ]
        known = [None if key is None else self._table.of(key.name, key.acronym) for key in keys]
        behind = list(lands(text, [mention.span for mention in mentions], known))
        senses = _senses(keys, behind)
        found: dict[tuple[str, bool, str], list[int]] = {}
        for at, (key, sense) in enumerate(zip(keys, senses, strict=True)):
            if key is not None:
                found.setdefault((key.name, key.acronym, sense), []).append(at)
        number = {name: at for at, name in enumerate(found)}
        names = []
        for (name, acronym, _), members in found.items():
            options = known[members[0]]
            assert options is not None
            weight = float(np.sqrt(sum(mentions[at].score for at in members)))
            whole = Key(name, exact=True, acronym=acronym)
            exact = sum(keys[at] == whole for at in members) / len(members)
            words = tuple(mentions[at].first for at in members)
            said = wording(text, [mentions[at].span for at in members], name)
            names.append(Name(name, options, words, weight, exact, said))
        part = [
            None if key is None else number[key.name, key.acronym, sense]
            for key, sense in zip(keys, senses, strict=True)
        ]
        return Cast(
            names=names,
            hints=self._hinted(text, reading) if names else [],
            beside=_pairs(text, mentions, part),
            dialect=dialect(reading.sheet.folded),
            part=part,
            keys=keys,
        )

    def _hinted(self, text: str, reading: Reading) -> list[Name]:
        return self._hints.find(reading) + self._codes.contacts(text, reading.sheet)


@cache
def shipped_ranker() -> Ranker:
    """The ranker that mapapp ships."""
    return Ranker.load(resources.geodata("models", "ranker.npz"))


def _senses(keys: Sequence[Key | None], behind: Sequence[str]) -> list[str]:
    """What tells the mentions of one name apart: the land behind it, where it is not always one.

    A name without a land is what it was when it was said last.
    """
    told: dict[str, list[str]] = {}
    for key, land in zip(keys, behind, strict=True):
        if key is not None and land and land not in told.setdefault(key.name, []):
            told[key.name].append(land)
    last = {name: lands[0] for name, lands in told.items() if len(lands) > 1}
    senses = []
    for key, land in zip(keys, behind, strict=True):
        if key is not None and key.name in last:
            last[key.name] = land or last[key.name]
        senses.append(last.get(key.name, "") if key is not None else "")
    return senses


def _pairs(text: str, mentions: tuple[Mention, ...], part: list[int | None]) -> list[Pair]:
    """Names said in one breath, the second right after the first."""
    gaps = [
        text[mention.span.end : following.span.start][:_LONGEST]
        for mention, following in itertools.pairwise(mentions)
    ]
    row = [_BREATH.fullmatch(gap) or _AND.fullmatch(gap) for gap in gaps]
    found = set()
    for at, gap in enumerate(gaps):
        first, second = part[at], part[at + 1]
        if first is None or second is None or first == second or not _BREATH.fullmatch(gap):
            continue
        before = part[at - 1] if at and row[at - 1] else None
        after = part[at + 2] if at + 1 < len(gaps) and row[at + 1] else None
        around = (name for name in (before, after) if name is not None)
        found.add(Pair(first, second, tuple(around)))
    return sorted(found)


def _towns(names: list[Name], choices: list[tuple[Candidate, ...]]) -> list[Town]:
    """The towns that were chosen, and how much of the text each has."""
    total = sum(name.weight for name in names)
    return [
        Town(name.key, name.at, name.weight / total, found[0])
        for name, found in zip(names, choices, strict=True)
        if found[0].place.kind == "settlement"
    ]


def _lodged(
    surface: str, mention: Mention, found: tuple[Candidate, ...], towns: list[Town]
) -> tuple[Candidate, ...]:
    """The candidates, before them the town that a street or a school lies in."""
    if not is_housed(surface):
        return found
    town = lodging(surface, mention.first, towns)
    if town is None or (found and _stands_alone(surface, found[0], town, towns)):
        return found
    return (town, *(item for item in found if item.place.id != town.place.id))[:_KEPT]


def _stands_alone(surface: str, named: Candidate, town: Candidate, towns: Sequence[Town]) -> bool:
    """Does its name lead to a likelier place than the town that may hold it, where it may lie?

    A lake or a beach on record may lie anywhere, a town only in a country that the text is about:
    `Victoria Park` of a text on Ontario is not in Hong Kong, though beside one Paris `Rohnert Park`
    is in California. `Jackson Township` of Pennsylvania is not in Mississippi.
    """
    there, here = named.place, town.place
    if named.score < town.score:
        return False
    if is_township(surface):
        return (there.country, there.admin or there.name) == (
            here.country,
            here.admin or here.name,
        )
    if there.kind != "settlement" or there.country == here.country:
        return True
    said = sum(one.share for one in towns)
    shared = sum(one.share for one in towns if one.candidate.place.country == there.country)
    return shared >= _ABOUT * said


def _choice(scene: Scene, judgement: Judgement, at: int) -> tuple[Candidate, ...]:
    first, last = int(scene.bounds[at]), int(scene.bounds[at + 1])
    places = scene.names[at].options.places
    chances = judgement.chance[first:last].tolist()
    best = sorted(range(last - first), key=lambda row: -chances[row])[:_KEPT]
    return tuple(
        Candidate(places[row], round(chances[row], 3), reasons(judgement.evidence[first + row]))
        for row in best
    )


def _toponym(mention: Mention, candidates: tuple[Candidate, ...], key: Key | None) -> Toponym:
    if not candidates:
        return Toponym(mention.span, mention.usage)
    best = candidates[0]
    score = round(best.score * mention.score, 3)
    if score < _ENOUGH:
        return Toponym(mention.span, mention.usage, None, candidates)
    why = best.reasons if key is None or key.exact else (PART, *best.reasons)
    return Toponym(mention.span, mention.usage, Resolution(best.place, score, why), candidates)
