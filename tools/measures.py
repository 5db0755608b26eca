"""How well places are read: the measures, one function each.

Detection counts spans, exact or with any overlap; a demonym in the gold (`Turkish`) is neither
right nor wrong. A@161 is the share of gold places answered by a point within 161 km (100 miles,
Cheng et al. 2010); end to end, a gold place that was not found counts as wrong.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from mapapp.model import Toponym
from tools.corpora import GoldDocument, GoldPlace

_EARTH_KM = 6371.0088
NEAR_KM = 161.0
Answers = Mapping[tuple[str, str], Sequence[Toponym]]  # by corpus and document


@dataclass(frozen=True)
class Scores:
    """Measures of one corpus, all from 0 to 1."""

    gold: int
    precision: float
    recall: float
    exact: float
    near: float
    near_or_same: float
    near_of_found: float
    usage: float | None  # share of the found whose usage is right; None where the gold has none

    @property
    def f1(self) -> float:
        return f1(self.precision, self.recall)


def f1(precision: float, recall: float) -> float:
    both = precision + recall
    return 2 * precision * recall / both if both else 0.0


def distance_km(lon_a: float, lat_a: float, lon_b: float, lat_b: float) -> float:
    """Great-circle distance between two points in degrees."""
    lon_a, lat_a, lon_b, lat_b = map(math.radians, (lon_a, lat_a, lon_b, lat_b))
    half = (
        math.sin((lat_b - lat_a) / 2) ** 2
        + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def overlaps(answer: Toponym, gold: GoldPlace) -> bool:
    return answer.span.start < gold.end and gold.start < answer.span.end


def counted(document: GoldDocument, answers: Sequence[Toponym]) -> list[Toponym]:
    """The answers that count: no demonyms, neither ours nor the gold's."""
    demonyms = [place for place in document.places if place.demonym]
    return [
        answer
        for answer in answers
        if answer.usage != "demonym" and not any(overlaps(answer, place) for place in demonyms)
    ]


def answer_to(gold: GoldPlace, answers: Sequence[Toponym]) -> Toponym | None:
    """The answer for a gold place: the one with its span, else the first that overlaps."""
    hits = [answer for answer in answers if overlaps(answer, gold)]
    exact = (hit for hit in hits if (hit.span.start, hit.span.end) == (gold.start, gold.end))
    return next(exact, hits[0] if hits else None)


def is_near(gold: GoldPlace, answer: Toponym | None) -> bool:
    place = answer.place if answer else None
    if place is None or place.lon is None or place.lat is None:
        return False
    assert gold.lon is not None
    assert gold.lat is not None
    return distance_km(gold.lon, gold.lat, place.lon, place.lat) <= NEAR_KM


def is_same(gold: GoldPlace, answer: Toponym | None) -> bool:
    place = answer.place if answer else None
    return place is not None and gold.geonameid is not None and place.geonameid == gold.geonameid


def score(documents: Sequence[GoldDocument], answers: Answers) -> Scores:
    """All measures over the documents of a corpus."""
    given = right = exact = total = found = located = near = same = located_found = 0
    usages = []
    for document in documents:
        mine = counted(document, answers.get((document.corpus, document.id), ()))
        gold = [place for place in document.places if not place.demonym]
        spans = {(place.start, place.end) for place in gold}
        given, total = given + len(mine), total + len(gold)
        right += sum(any(overlaps(answer, place) for place in gold) for answer in mine)
        exact += sum((answer.span.start, answer.span.end) in spans for answer in mine)
        for place in gold:
            answer = answer_to(place, mine)
            found += answer is not None
            if answer is not None and place.usage is not None:
                usages.append(answer.usage == place.usage)
            if place.lat is None:
                continue
            located += 1
            located_found += answer is not None and answer.place is not None
            hit = is_near(place, answer)
            near, same = near + hit, same + (hit or is_same(place, answer))
    return Scores(
        gold=total,
        precision=right / given if given else 0.0,
        recall=found / total if total else 0.0,
        exact=f1(exact / given if given else 0.0, exact / total if total else 0.0),
        near=near / located if located else 0.0,
        near_or_same=same / located if located else 0.0,
        near_of_found=near / located_found if located_found else 0.0,
        usage=float(np.mean(usages)) if usages else None,
    )


@dataclass(frozen=True)
class Bin:
    """Answers whose score lies in a tenth: their number, their mean score, the share right."""

    count: int
    said: float
    right: float


def calibration(documents: Sequence[GoldDocument], answers: Answers) -> list[Bin]:
    """Bins of the answers that name a place: is what scores 0.8 right in eight of ten?

    Right is what a gold place overlaps and what lies near it or has its id: so the score answers
    for the words as well as for the place. A gold place without a point tells nothing and is left
    out.
    """
    pairs = np.array([pair for item in documents for pair in _answered(item, answers)])
    if not len(pairs):
        return []
    tenth = np.minimum((pairs[:, 0] * 10).astype(int), 9)
    parts = [pairs[tenth == at] for at in range(10)]
    return [Bin(len(part), *part.mean(axis=0).tolist()) for part in parts if len(part)]


def _answered(document: GoldDocument, answers: Answers) -> Iterator[tuple[float, bool]]:
    """Score and rightness of each answer of a document."""
    gold = [place for place in document.places if not place.demonym]
    for answer in counted(document, answers.get((document.corpus, document.id), ())):
        if answer.resolution is None:
            continue
        met = [place for place in gold if overlaps(answer, place)]
        known = [place for place in met if place.lat is not None]
        if known or not met:
            hit = any(is_near(place, answer) or is_same(place, answer) for place in known)
            yield answer.resolution.score, hit
