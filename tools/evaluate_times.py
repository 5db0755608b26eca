"""Score the reading of dates on corpora with TIMEX3 gold, with TempEval-3's measures.

usage: python tools/evaluate_times.py CORPORA [--errors N]

CORPORA is a folder with wikiwars_timex3.dev.jsonl and te3_aquaint.dev.jsonl (or .test.jsonl): one
document a line, {"id", "text", "dct", "times": [{"start", "end", "type", "value"}]}.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mapapp.model import Article, Interval, TimeExpression
from mapapp.times import find_times

# HeidelTime 2.2.1: strict, relaxed and value F1 on the test documents of the same kinds.
PEERS = {"wikiwars_timex3": (0.86, 0.93, 0.87), "te3_aquaint": (0.82, 0.91, 0.77)}


@dataclass(frozen=True, slots=True)
class Score:
    """F1 by exact span, by overlap, and by overlap with the right type or value."""

    strict: float
    relaxed: float
    type: float
    value: float


def read(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def annotate(document: Mapping[str, Any]) -> tuple[TimeExpression, ...]:
    dct = document.get("dct")
    published = Interval.parse(dct[:10]).first if dct else None
    times = find_times(Article(document["text"], published=published))
    return tuple(time for time in times if not time.in_name)


def score(documents: Iterable[Mapping[str, Any]]) -> Score:
    counts: Counter[str] = Counter()
    for document in documents:
        gold = [time for time in document["times"] if not time.get("nested")]
        system = annotate(document)
        spans = {(time["start"], time["end"]) for time in gold}
        counts["gold"] += len(gold)
        counts["system"] += len(system)
        counts["strict"] += sum((t.span.start, t.span.end) in spans for t in system)
        counts["hits"] += sum(any(overlap(t, g) for g in gold) for t in system)
        for time in gold:
            best = match(time, system)
            if best is None:
                continue
            counts["found"] += 1
            counts["type"] += best.type == time["type"]
            value = (time.get("value") or "").upper()
            counts["value"] += bool(value) and best.value.upper() == value
    strict = f1(counts["strict"], counts["system"], counts["strict"], counts["gold"])
    relaxed = f1(counts["hits"], counts["system"], counts["found"], counts["gold"])
    found = counts["found"] or 1
    return Score(
        strict, relaxed, relaxed * counts["type"] / found, relaxed * counts["value"] / found
    )


def overlap(time: TimeExpression, gold: Mapping[str, Any]) -> bool:
    return bool(time.span.start < gold["end"] and gold["start"] < time.span.end)


def match(gold: Mapping[str, Any], system: Iterable[TimeExpression]) -> TimeExpression | None:
    hits = [time for time in system if overlap(time, gold)]
    exact = (t for t in hits if (t.span.start, t.span.end) == (gold["start"], gold["end"]))
    return next(exact, hits[0] if hits else None)


def f1(right: int, answers: int, found: int, wanted: int) -> float:
    precision, recall = right / (answers or 1), found / (wanted or 1)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def errors(document: Mapping[str, Any]) -> Iterator[str]:
    """What differs, one line each: missed, spurious, span, value."""
    text, system = document["text"], annotate(document)
    for gold in document["times"]:
        best = match(gold, system)
        around = text[max(0, gold["start"] - 30) : gold["end"] + 20].replace("\n", "/")
        words = text[gold["start"] : gold["end"]]
        if best is None:
            yield f"missed   [{words}] {gold['value']} | {around}"
            continue
        if (best.span.start, best.span.end) != (gold["start"], gold["end"]):
            yield f"span     [{words}] got [{best.span.of(text)}] | {around}"
        if best.value.upper() != (gold["value"] or "").upper():
            yield f"value    [{words}] {gold['value']} got {best.value} | {around}"
    for time in system:
        if not any(overlap(time, gold) for gold in document["times"]):
            around = text[max(0, time.span.start - 30) : time.span.end + 20].replace("\n", "/")
            yield f"spurious [{time.span.of(text)}] {time.value} | {around}"


def table(corpora: Path) -> str:
    """One row a corpus beside HeidelTime's."""
    rows = ["corpus                strict  relaxed  type   value   HeidelTime s/r/v"]
    for path in sorted(corpora.glob("*.jsonl")):
        name = path.name.split(".")[0]
        if name in PEERS:
            got = score(read(path))
            peer = " / ".join(f"{figure:.2f}" for figure in PEERS[name])
            rows.append(
                f"{name:20}  {got.strict:.3f}   {got.relaxed:.3f}    {got.type:.3f}"
                f"  {got.value:.3f}   {peer}"
            )
    return "\n".join(rows)


def main(arguments: list[str]) -> None:
    if not arguments or arguments[0].startswith("-"):
        raise SystemExit((__doc__ or "").split("\n\n")[1])
    path = Path(arguments[0])
    if path.is_dir():
        print(table(path))
        return
    for document in read(path):
        print(f"## {document['id']}")
        print(*errors(document), sep="\n")
    print(score(read(path)))


if __name__ == "__main__":
    main(sys.argv[1:])
