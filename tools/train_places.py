"""Train the recogniser of places: python -m tools.train_places --corpora FOLDER [--out FILE].

Deterministic: the same texts and the same gazetteer give the same file. The features are
described in mapapp/places/templates.py.
"""

import argparse
import collections
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mapapp import resources
from mapapp.places import PlaceReader, default_gazetteer
from mapapp.places.chain import LABELS, Chain
from mapapp.places.gazetteer import Gazetteer
from mapapp.places.ranker import Ranker
from mapapp.places.recognise import ChainRecogniser, ends_of
from mapapp.places.resolve import SceneResolver
from mapapp.places.templates import BITS, indices
from mapapp.places.usage import USAGES, UsageModel
from mapapp.places.words import word_hash
from tools.corpora import GoldDocument, read_places, read_texts
from tools.ranking import gold_mentions, train_ranker

USUAL_IN = 4  # texts that must write a word in lower case before it counts as usual
Sample = tuple[np.ndarray, list[str], np.ndarray]


def usual_words(texts: Sequence[str]) -> np.ndarray:
    """Hashes of the words that several texts write in lower case."""
    counts = collections.Counter(
        word for text in texts for word in set(re.findall(r"\b[a-z]{3,}\b", text))
    )
    return np.array(sorted(word_hash(word) for word, n in counts.items() if n >= USUAL_IN))


def empty_chain(usual: np.ndarray) -> Chain:
    size = len(LABELS)
    return Chain(np.zeros((1 << BITS, size), np.float32), np.zeros((size, size), np.float32), usual)


def labels(document: GoldDocument, starts: np.ndarray, ends: np.ndarray) -> list[str]:
    """B, I or O for each word of the sheet."""
    found = ["O"] * len(starts)
    for place in document.places:
        if place.demonym:
            continue
        first = int(np.searchsorted(ends, place.start, "right"))
        last = int(np.searchsorted(starts, place.end, "left"))
        for at in range(first, last):
            found[at] = "B" if at == first else "I"
    return found


def sample(recogniser: ChainRecogniser, document: GoldDocument) -> Sample:
    """Evidence, labels and runs of a document."""
    page, codes, _ = recogniser.layout(document.text)
    all_labels = labels(document, page.starts, page.ends)
    return indices(page, codes), [all_labels[at] for at in page.active], page.runs


def train_chain(
    samples: Sequence[Sample], usual: np.ndarray, c1: float = 0.1, c2: float = 0.5
) -> Chain:
    """Fit the chain by L-BFGS with L1 and L2 penalties (CRFsuite)."""
    sequences = []
    for table, gold, runs in samples:
        words = [[str(index) for index in row] for row in table.tolist()]
        sequences += [(words[begin:end], gold[begin:end]) for begin, end in runs.tolist()]
    states, transitions = crfsuite(sequences, c1, c2)
    chain = empty_chain(usual)
    order = {label: at for at, label in enumerate(LABELS)}
    for (index, label), weight in states.items():
        chain.table[int(index), order[label]] = weight
    for (label, following), weight in transitions.items():
        chain.moves[order[label], order[following]] = weight
    return chain


Sequence_ = tuple[list[list[str]], list[str]]
Weights = dict[tuple[str, str], float]


def crfsuite(sequences: Sequence[Sequence_], c1: float, c2: float) -> tuple[Weights, Weights]:
    """Weights of (attribute, label) and of (label, next label) that CRFsuite finds."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for attributes, gold in sequences:
        trainer.append(attributes, gold)
    trainer.set_params(
        {"c1": c1, "c2": c2, "max_iterations": 150, "feature.possible_transitions": True}
    )
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder, "chain.crf"))
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    return info.state_features, info.transitions


USAGE_OF: dict[str | None, str] = {
    "Literal": "literal", "Literal_Modifier": "literal", "Mixed": "literal",
    "Coercion": "literal", "Embedded_Literal": "literal", "Metonymic": "metonymic",
    "Non_Literal_Modifier": "metonymic", "Embedded_Non_Lit": "name_part",
}  # fmt: skip


def train_usage(documents: Sequence[GoldDocument], reader: ChainRecogniser) -> UsageModel:
    """Fit the model of usage to those documents whose gold has types."""
    sequences: list[Sequence_] = []
    for document in documents:
        typed = [
            (mention, USAGE_OF[place.type])
            for mention, place in gold_mentions(document, reader)
            if place.type in USAGE_OF
        ]
        if not typed:
            continue
        page, codes, _ = reader.layout(document.text)
        evidence = indices(page, codes)
        ends = ends_of(page, [mention for mention, _ in typed])
        for (_, usage), first, last in zip(typed, *ends, strict=True):
            attributes = [f"first {index}" for index in evidence[first]]
            attributes += [f"last {index}" for index in evidence[min(last, len(evidence) - 1)]]
            sequences.append(([attributes], [usage]))
    states, _ = crfsuite(sequences, 0.1, 0.1)
    tables = {name: np.zeros((1 << BITS, len(USAGES)), np.float32) for name in ("first", "last")}
    for (attribute, label), weight in states.items():
        name, index = attribute.split()
        tables[name][int(index), [*USAGES].index(label)] = weight
    return UsageModel(tables["first"], tables["last"])


def no_usage() -> UsageModel:
    table = np.zeros((1 << BITS, len(USAGES)), np.float32)
    return UsageModel(table, table)


@dataclass(frozen=True)
class Models:
    """All that is trained."""

    chain: Chain
    usage: UsageModel
    ranker: Ranker

    def reader(self, gazetteer: Gazetteer) -> PlaceReader:
        return PlaceReader(
            gazetteer,
            ChainRecogniser(gazetteer, self.chain, self.usage),
            SceneResolver(gazetteer, self.ranker),
        )

    def save(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.chain.save(folder / "places.npz")
        self.usage.save(folder / "usage.npz")
        self.ranker.save(folder / "ranker.npz")


def fit(gazetteer: Gazetteer, documents: Sequence[GoldDocument], usual: np.ndarray) -> Models:
    reader = ChainRecogniser(gazetteer, empty_chain(usual), no_usage())
    return Models(
        chain=train_chain([sample(reader, document) for document in documents], usual),
        usage=train_usage(documents, reader),
        ranker=train_ranker(documents, reader, gazetteer),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=resources.geodata("models"))
    args = parser.parse_args()
    documents = read_places(args.corpora)
    fit(default_gazetteer(), documents, usual_words(read_texts(args.corpora))).save(args.out)
    for path in sorted(args.out.glob("*.npz")):
        print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
