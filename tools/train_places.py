"""Train the recogniser of places: python -m tools.train_places --corpora FOLDER [--out FILE].

Deterministic: the same texts and the same gazetteer give the same file. The features are
described in mapapp/places/templates.py.
"""

import argparse
import collections
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from mapapp import resources
from mapapp.places import default_gazetteer
from mapapp.places.chain import LABELS, Chain
from mapapp.places.gazetteer import Gazetteer
from mapapp.places.recognise import ChainRecogniser
from mapapp.places.templates import BITS, indices
from mapapp.places.words import word_hash
from tools.corpora import GoldDocument, read_places, read_texts

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
    samples: Sequence[Sample], usual: np.ndarray, c1: float = 0.05, c2: float = 0.02
) -> Chain:
    """Fit the chain by L-BFGS with L1 and L2 penalties (CRFsuite)."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for table, gold, runs in samples:
        words = [[str(index) for index in row] for row in table.tolist()]
        for begin, end in runs.tolist():
            trainer.append(words[begin:end], gold[begin:end])
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
    chain = empty_chain(usual)
    order = {label: at for at, label in enumerate(LABELS)}
    for (index, label), weight in info.state_features.items():
        chain.table[int(index), order[label]] = weight
    for (label, following), weight in info.transitions.items():
        chain.moves[order[label], order[following]] = weight
    return chain


def fit(gazetteer: Gazetteer, documents: Sequence[GoldDocument], usual: np.ndarray) -> Chain:
    reader = ChainRecogniser(gazetteer, empty_chain(usual))
    return train_chain([sample(reader, document) for document in documents], usual)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=resources.geodata("models", "places.npz"))
    args = parser.parse_args()
    documents = read_places(args.corpora)
    chain = fit(default_gazetteer(), documents, usual_words(read_texts(args.corpora)))
    args.out.parent.mkdir(parents=True, exist_ok=True)
    chain.save(args.out)
    print(f"{args.out}: {len(documents)} documents, {args.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
