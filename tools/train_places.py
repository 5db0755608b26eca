"""Train the recogniser of places: python -m tools.train_places --corpora FOLDER [--out FILE].

Deterministic on one thread: the same texts and gazetteer give the same files. The features are
described in mapapp/places/templates.py.
"""

import argparse
import collections
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mapapp import resources
from mapapp.places import PlaceReader, default_gazetteer
from mapapp.places.chain import LABELS, Chain
from mapapp.places.gazetteer import Gazetteer
from mapapp.places.home import Homes
from mapapp.places.ranker import Ranker
from mapapp.places.recognise import ChainRecogniser, ends_of
from mapapp.places.resolve import SceneResolver
from mapapp.places.second import SecondLook, evidence, worth_a_look
from mapapp.places.templates import BITS, indices
from mapapp.places.usage import ROWS, USAGES, UsageModel, usage_rows
from mapapp.places.words import word_hash
from tools.corpora import GoldDocument, read_places, read_texts
from tools.learning import Sample
from tools.learning import fit as learn
from tools.passages import read_passages
from tools.ranking import gold_mentions, train_ranker
from tools.readings import HISTORIES, read_readings
from tools.trees import fit_forest, flattened

USUAL_IN = 4  # texts that must write a word in lower case before it counts as usual
SIZE = 1 << BITS
# How often the judge of candidates hears each document of a corpus, where not once. Histories: with
# 1, towns of America still win over capitals of the world; with 6, American local news lose a
# hundredth.
LOUDER = {HISTORIES: 3}
# Texts that must show a piece of evidence before it counts: what one or two alone show is learned
# by heart, explains them, and leaves less for what holds elsewhere.
LEAST = 3
SEEDS = (1, 2)  # of the chains that the shipped one is the mean of
PARTS = 4  # of the texts, each read by a chain that learned from the others


def usual_words(texts: Sequence[str]) -> np.ndarray:
    """Hashes of the words that several texts write in lower case."""
    counts = collections.Counter(
        word for text in texts for word in set(re.findall(r"\b[a-z]{3,}\b", text))
    )
    return np.array(sorted(word_hash(word) for word, n in counts.items() if n >= USUAL_IN))


def empty_chain(usual: np.ndarray) -> Chain:
    size = len(LABELS)
    return Chain(np.zeros((SIZE, size), np.float32), np.zeros((size, size), np.float32), usual)


def labels(document: GoldDocument, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Number in LABELS for each word of the sheet."""
    found = np.zeros(len(starts), np.int64)
    for place in document.places:
        if place.demonym:
            continue
        first = int(np.searchsorted(ends, place.start, "right"))
        last = int(np.searchsorted(starts, place.end, "left"))
        found[first:last] = LABELS.index("I")
        found[first : min(first + 1, last)] = LABELS.index("B")
    return found


def sample(recogniser: ChainRecogniser, document: GoldDocument) -> Sample:
    """Evidence, labels and runs of a document."""
    page, codes, _ = recogniser.layout(document.text)
    gold = labels(document, page.starts, page.ends)[page.active]
    return indices(page, codes), gold, page.runs


def train_chain(samples: Sequence[Sample], usual: np.ndarray, seeds: Sequence[int]) -> Chain:
    """Fit the chain of the recogniser, once a seed, and take the mean.

    The weights of several fits add up to one chain, so that what chance hid from one counts less.
    """
    chain = empty_chain(usual)
    for seed in seeds:
        weights = learn(samples, len(LABELS), seed, LEAST)
        chain.table[weights.kept] += weights.table / len(seeds)
        chain.moves[:] += weights.moves / len(seeds)
    return chain


def train_second(
    documents: Sequence[GoldDocument],
    samples: Sequence[Sample],
    usual: np.ndarray,
    recogniser: ChainRecogniser,
    gazetteer: Gazetteer,
) -> SecondLook:
    """Fit the trees to what chains say of texts that they did not learn from."""
    homes, rows, right = Homes(gazetteer), [], []
    for part, held in enumerate(np.array_split(shuffled(len(documents)), PARTS)):
        learned = sorted({*range(len(documents))} - {*held.tolist()})
        chain = train_chain([samples[at] for at in learned], usual, (part,))
        for at in held.tolist():
            page, _, matches = recogniser.layout(documents[at].text)
            if not len(page.active):
                continue
            known, gold, runs = samples[at]
            first = chain.probabilities(known, runs)
            worth = worth_a_look(first)
            rows.append(evidence(page, matches, homes, first)[worth])
            right.append(gold[worth] > 0)
    return SecondLook(
        fit_forest(
            np.concatenate(rows), np.concatenate(right).astype(int),
            n_estimators=200, num_leaves=7, max_depth=3, learning_rate=0.05,
            min_child_samples=40, subsample=0.8, subsample_freq=1, colsample_bytree=0.5,
            reg_lambda=5.0,
        )
    )  # fmt: skip


def shuffled(count: int) -> np.ndarray:
    """Numbers below `count` in an order of chance that is always the same."""
    return np.random.default_rng(7).permutation(count)


def train_usage(documents: Sequence[GoldDocument], reader: ChainRecogniser) -> UsageModel:
    """Fit the model of usage to those documents whose gold has types."""
    samples: list[Sample] = []
    for document in documents:
        typed = [
            (mention, USAGES.index(place.usage))
            for mention, place in gold_mentions(document, reader)
            if place.usage is not None
        ]
        if not typed:
            continue
        page, codes, _ = reader.layout(document.text)
        evidence = indices(page, codes)
        first, last = ends_of(page, [mention for mention, _ in typed])
        ends = (
            usage_rows(evidence[first]),
            usage_rows(evidence[np.minimum(last, len(evidence) - 1)]) + ROWS,
        )
        usages = np.array([usage for _, usage in typed])
        alone = np.arange(len(typed))
        samples.append((np.concatenate(ends, axis=1), usages, np.stack((alone, alone + 1), 1)))
    if not samples:  # the only corpus with types is the one left out
        return no_usage()
    weights = learn(samples, len(USAGES))
    table = np.zeros((2 * ROWS, len(USAGES)), np.float32)
    table[weights.kept] = weights.table
    return UsageModel(table[:ROWS], table[ROWS:])


def no_second() -> SecondLook:
    """Trees that say nothing, for a recogniser that only lays texts out."""
    return SecondLook(flattened([{"tree_structure": {"leaf_value": 0.0}}]))


def no_usage() -> UsageModel:
    table = np.zeros((ROWS, len(USAGES)), np.float32)
    return UsageModel(table, table)


@dataclass(frozen=True)
class Models:
    """All that is trained."""

    chain: Chain
    second: SecondLook
    usage: UsageModel
    ranker: Ranker

    def reader(self, gazetteer: Gazetteer) -> PlaceReader:
        return PlaceReader(
            gazetteer,
            ChainRecogniser(gazetteer, self.chain, self.second, self.usage),
            SceneResolver(gazetteer, self.ranker),
        )

    def save(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.chain.save(folder / "places.npz")
        self.second.save(folder / "second.npz")
        self.usage.save(folder / "usage.npz")
        self.ranker.save(folder / "ranker.npz")


def fit(gazetteer: Gazetteer, documents: Sequence[GoldDocument], usual: np.ndarray) -> Models:
    reader = ChainRecogniser(gazetteer, empty_chain(usual), no_second(), no_usage())
    samples = [sample(reader, document) for document in documents]
    again = [
        item
        for corpus, times in LOUDER.items()
        for item in (times - 1) * [item for item in documents if item.corpus == corpus]
    ]
    return Models(
        chain=train_chain(samples, usual, SEEDS),
        second=train_second(documents, samples, usual, reader, gazetteer),
        usage=train_usage(documents, reader),
        ranker=train_ranker([*documents, *again], reader, gazetteer),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=resources.geodata("models"))
    args = parser.parse_args()
    gazetteer = default_gazetteer()
    documents = [
        *read_places(args.corpora),
        *read_readings(args.corpora, gazetteer),
        *read_passages(gazetteer),
    ]
    fit(gazetteer, documents, usual_words(read_texts(args.corpora))).save(args.out)
    for path in sorted(args.out.glob("*.npz")):
        print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
