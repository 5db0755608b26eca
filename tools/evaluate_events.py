"""Score events on texts with gold answers: battles of one day and place, or lists of events.

usage: python -m tools.evaluate_events CORPORA [--errors N]

CORPORA is a folder of JSON lines. A document of acw_battles*.jsonl holds one event: {"id", "text",
"start_date", "end_date", "lat", "lon"}; it counts as found when some event within 161 km (50 km)
of the point meets its days. Other systems publish nothing on these texts.
"""

import argparse
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mapapp.model import Article, Event, Interval
from mapapp.pipeline import annotate
from mapapp.places import PlaceReader

BATTLES = "acw_battles"
_EARTH_KM = 6371.0088


@dataclass(frozen=True)
class Battle:
    """A text that tells of one event, and the event's days and point."""

    id: str
    text: str
    days: Interval
    lon: float
    lat: float


@dataclass(frozen=True)
class Score:
    """Shares of all battles, and events told per text."""

    battles: int
    events: float
    dated: float
    placed: float
    within_161: float
    within_50: float


def read(folder: Path) -> Iterator[Battle]:
    """The battles of a folder that have a point and days."""
    for path in sorted(folder.glob(f"{BATTLES}*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            record = json.loads(line)
            if record.get("lat") is None or not record.get("start_date"):
                continue
            days = Interval(
                Interval.parse(record["start_date"]).first,
                Interval.parse(record.get("end_date") or record["start_date"]).last,
            )
            yield Battle(record["id"], record["text"], days, record["lon"], record["lat"])


def km(battle: Battle, lon: float, lat: float) -> float:
    """Great-circle distance of a point from a battle, in kilometres."""
    a, b = math.radians(battle.lat), math.radians(lat)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(lon - battle.lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def near(battle: Battle, event: Event, limit: float) -> bool:
    return any(
        tie.place.lon is not None
        and tie.place.lat is not None
        and km(battle, tie.place.lon, tie.place.lat) <= limit
        for tie in event.ties
    )


def meets(battle: Battle, event: Event) -> bool:
    return event.when is not None and event.when.days.meets(battle.days)


def score(answers: list[tuple[Battle, tuple[Event, ...]]]) -> Score:
    """Score the events that were told of each battle."""
    total = len(answers) or 1

    def share(limit: float | None, *, dated: bool) -> float:
        hits = 0
        for battle, events in answers:
            hits += any(
                (not dated or meets(battle, event))
                and (limit is None or near(battle, event, limit))
                for event in events
            )
        return hits / total

    return Score(
        len(answers),
        sum(len(events) for _, events in answers) / total,
        share(None, dated=True),
        share(161, dated=False),
        share(161, dated=True),
        share(50, dated=True),
    )


def table(corpora: Path, reader: PlaceReader | None = None) -> str:
    """The scores as Markdown; empty where the folder holds no battles.

    Parameters
    ----------
    reader : PlaceReader or None
        Of the places; None takes the one that ships, which has learned from these very texts.
    """
    answers = []
    for battle in read(corpora):
        article = Article(battle.text)
        toponyms = None if reader is None else reader.read(article)
        answers.append((battle, annotate(article, toponyms=toponyms).events))
    if not answers:
        return ""
    found = score(answers)
    return (
        "Events of battles\n\n"
        "| battles | events a text | days right | within 161 km | both | both, within 50 km |\n"
        "|---|---|---|---|---|---|\n"
        f"| {found.battles} | {found.events:.1f} | {found.dated:.3f} | {found.placed:.3f}"
        f" | {found.within_161:.3f} | {found.within_50:.3f} |"
    )


def errors(corpora: Path, most: int) -> Iterator[str]:
    """What was told of battles that were not found, for reading one by one."""
    for battle in read(corpora):
        events = annotate(Article(battle.text)).events
        if any(meets(battle, event) and near(battle, event, 161) for event in events):
            continue
        most -= 1
        if most < 0:
            return
        told = "".join(
            f"\n    {event.when.edtf if event.when else '?'} {event.title}"
            f" ({', '.join(tie.place.name for tie in event.ties)})"
            for event in events
        )
        yield f"{battle.id} {battle.lat:.2f} {battle.lon:.2f}: {battle.text[:300]}{told}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    chosen = parser.parse_args()
    print(table(chosen.corpora))
    for error in errors(chosen.corpora, chosen.errors):
        print(error)


if __name__ == "__main__":
    main()
