"""Training the judge of candidates: which gold places are among the candidates, and the weights."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mapapp.model import Place, Span
from mapapp.places.forest import Forest
from mapapp.places.gazetteer import Gazetteer
from mapapp.places.mention import Mention, Reading
from mapapp.places.options import STATIC
from mapapp.places.ranker import Ranker, shared_out
from mapapp.places.recognise import ChainRecogniser
from mapapp.places.resolve import SceneResolver
from mapapp.places.scene import CONTEXT, Scene
from tools.corpora import PLACES, GoldDocument, GoldPlace
from tools.measures import NEAR_KM, distance_km
from tools.trees import fit_forest

ROUNDS = 2
PENALTY = 4.0  # L2, on standardised evidence
TREES, LEAVES, DEPTH = 70, 7, 3
WORTH = 0.003  # as in ranker.py
MOST_SAID = 3  # mentions of a name that count, so that one long document does not rule


@dataclass(frozen=True)
class Case:
    """A document's candidates: which are right (1), and how often each name was said.

    `strange` tells candidates of names that the gazetteer does not hold: none of them is right.
    """

    scene: Scene
    right: np.ndarray
    said: np.ndarray
    strange: np.ndarray


def gold_mentions(
    document: GoldDocument, recogniser: ChainRecogniser
) -> list[tuple[Mention, GoldPlace]]:
    """The gold places as a perfect recogniser would have found them."""
    page, _, _ = recogniser.layout(document.text)
    found = []
    for place in document.places:
        first = int(np.searchsorted(page.ends, place.start, "right"))
        last = int(np.searchsorted(page.starts, place.end, "left"))
        if not place.demonym and first < last:
            found.append((Mention(Span(place.start, place.end), first, last, 1.0), place))
    return found


def cases(
    documents: Sequence[GoldDocument], recogniser: ChainRecogniser, gazetteer: Gazetteer
) -> list[Case]:
    resolver = SceneResolver(gazetteer, Ranker.untrained())
    found = (_case(document, recogniser, resolver) for document in documents)
    return [case for case in found if case is not None]


def _case(
    document: GoldDocument, recogniser: ChainRecogniser, resolver: SceneResolver
) -> Case | None:
    gold = gold_mentions(document, recogniser)
    page, _, matches = recogniser.layout(document.text)
    mentions = tuple(mention for mention, _ in gold)
    cast = resolver.cast(document.text, Reading(page, tuple(matches), mentions))
    if not cast.names:
        return None
    scene = cast.scene()
    right, said = np.zeros(len(scene.owner)), np.zeros(len(scene.names))
    strange = np.zeros(len(scene.owner), np.bool_)
    for (_, place), part, key in zip(gold, cast.part, cast.keys, strict=True):
        if part is None or key is None:
            continue
        places = cast.names[part].options.places
        rows = slice(scene.bounds[part], scene.bounds[part] + len(places))
        if place.lat is not None:
            said[part] += 1
            right[rows] = np.maximum(right[rows], right_ones(place, places))
        elif key.exact and document.corpus not in PLACES:
            strange[rows] = [not _is_among(candidate, document.places) for candidate in places]
    return Case(scene, right, said, strange & (said[scene.owner] == 0))


def _is_among(candidate: Place, gold: Sequence[GoldPlace]) -> bool:
    """Does it lie near a place of the text?

    What our own texts leave without an id the gazetteer did not know when they were written. A
    candidate that lies where the text plays may be the very place, which somebody has added since.
    """
    return any(place.lat is not None and is_right(place, candidate) for place in gold)


def right_ones(gold: GoldPlace, places: Sequence[Place]) -> list[bool]:
    """Which candidates are right: the one with the gold's id, if there is one, else what is near.

    So a town is told from the province that is called after it.
    """
    same = [gold.geonameid is not None and place.geonameid == gold.geonameid for place in places]
    return same if any(same) else [is_right(gold, place) for place in places]


def is_right(gold: GoldPlace, place: Place) -> bool:
    if gold.geonameid is not None and place.geonameid == gold.geonameid:
        return True
    if place.lon is None or place.lat is None or gold.lon is None or gold.lat is None:
        return False
    return distance_km(gold.lon, gold.lat, place.lon, place.lat) <= NEAR_KM


def train_ranker(
    documents: Sequence[GoldDocument], recogniser: ChainRecogniser, gazetteer: Gazetteer
) -> Ranker:
    """Learn from the gold places of the documents."""
    return train_cases(cases(documents, recogniser, gazetteer))


def train_cases(known: Sequence[Case]) -> Ranker:
    """Fit the prior, then the full evidence with the odds that the step before gave."""
    prior = conditional_logit(known, [case.scene.alone for case in known])
    odds = [shared_out(case.scene, case.scene.alone @ prior) for case in known]
    full = prior
    for _ in range(ROUNDS):
        evidence = [
            np.concatenate((case.scene.static, case.scene.context(share)), axis=1)
            for case, share in zip(known, odds, strict=True)
        ]
        full = conditional_logit(known, evidence)
        odds = [
            shared_out(case.scene, rows @ full) for case, rows in zip(known, evidence, strict=True)
        ]
    ranker = Ranker(prior, full)
    return Ranker(prior, full, train_forest(known, ranker))


def train_forest(known: Sequence[Case], ranker: Ranker) -> Forest:
    """Boosted trees over the evidence of every candidate of a name that the gold places.

    And of candidates that only happen to be called like a place that the gazetteer does not hold:
    else a name counts as found where there is but one place of that name on record.
    """
    rows, right, weight = [], [], []
    for case in known:
        odds, evidence = ranker.logits(case.scene)
        said = np.where(case.strange, 1.0, np.minimum(case.said, MOST_SAID)[case.scene.owner])
        used = (said > 0) & (odds > WORTH)
        rows.append(evidence[used])
        right.append(case.right[used])
        weight.append(np.sqrt(said)[used])
    return fit_forest(
        np.concatenate(rows), np.concatenate(right), np.concatenate(weight),
        n_estimators=TREES, num_leaves=LEAVES, max_depth=DEPTH, learning_rate=0.1,
        min_child_samples=20, subsample=0.8, subsample_freq=1, colsample_bytree=0.6,
        reg_lambda=5.0, monotone_constraints=[*map(_direction, (*STATIC, *CONTEXT, "logit"))],
        monotone_constraints_method="advanced",
    )  # fmt: skip


def _direction(column: str) -> int:
    """1 where more can only speak for a candidate, -1 against it, 0 either way.

    Without it the trees overrule plain evidence by chance: on a corpus left out they lose a
    hundredth, and in a history of America they sent Jamaica to New York.
    """
    if column in ("exact", "small talk"):
        return 0
    if column in CONTEXT or column == "logit":
        return 1
    return {
        "rank": 1,
        "gap": 1,
        "own name": 1,
        "first": 1,
        "capital": 1,
        "order": -1,
        "renown": 1,
        "renown gap": 1,
    }.get(column, 0)


def conditional_logit(known: Sequence[Case], evidence: Sequence[np.ndarray]) -> np.ndarray:
    """Weights under which the right candidates together are likeliest; several may be right."""
    from scipy.optimize import minimize

    rows = np.concatenate(evidence).astype(np.float64)
    scale = rows.std(axis=0) + 1e-6
    rows /= scale
    sizes = np.concatenate([np.diff(case.scene.bounds) for case in known])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    owner = np.repeat(np.arange(len(sizes)), sizes)
    right = np.concatenate([case.right for case in known])
    said = np.sqrt(np.minimum(np.concatenate([case.said for case in known]), MOST_SAID))
    said *= np.add.reduceat(right, starts) > 0

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = rows @ weights
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        total = np.add.reduceat(raised, starts)
        mine = np.maximum(np.add.reduceat(raised * right, starts), 1e-12)
        value = (said * (np.log(total) - np.log(mine))).sum()
        pull = (raised / total[owner] - raised * right / mine[owner]) * said[owner]
        return (
            float(value + PENALTY * (weights @ weights) / 2),
            rows.T @ pull + PENALTY * weights,
        )

    fitted = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B")
    return (fitted.x / scale).astype(np.float32)
