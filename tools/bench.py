"""Speed beside peers in the same run, in one table: `make bench`.

A ratio counts, an absolute figure depends on the machine: contenders are asked in turns, so that
whatever else the machine does falls on all. A peer that is not installed is left out with a word.

    python -m tools.bench [--only reading|page|keeping|serving] [--folder DIR] [--many N]

Peers that cannot live beside mapapp are brought into --cache when they are first needed.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from platformdirs import user_cache_path

from tools import bench_keeping, bench_page, bench_reading, bench_serving
from tools.figures import Figure, told

Section = Callable[[argparse.Namespace], Iterator[Figure]]
SECTIONS: dict[str, Section] = {
    "reading": bench_reading.figures,
    "page": bench_page.figures,
    "keeping": bench_keeping.figures,  # before serving, which asks what is stored here
    "serving": bench_serving.figures,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=SECTIONS, action="append", help="this part; repeatable")
    parser.add_argument("--text", type=Path, default=bench_reading.STORY, help="what is read")
    parser.add_argument("--rounds", type=int, default=10, help="readings of it")
    parser.add_argument("--seconds", type=float, default=4.0, help="of questions to each server")
    parser.add_argument("--events", type=int, default=100_000, help="in the library beside peers")
    parser.add_argument("--many", type=int, default=1_000_000, help="in the large library")
    parser.add_argument("--pages", type=int, nargs="*", default=[5000, 10_000, 100_000],
                        help="events of the stories whose pages are opened")  # fmt: skip
    parser.add_argument("--places", type=int, default=5000, help="of these stories")
    parser.add_argument("--steps", type=int, default=30, help="of the window, on each page")
    parser.add_argument("--limit", type=float, default=60.0, help="seconds that a page may take")
    parser.add_argument("--cache", type=Path, help="where peers are kept for the next run")
    parser.add_argument("--folder", type=Path, help="where libraries are kept for the next run")
    options = parser.parse_args()
    options.cache = options.cache or user_cache_path("mapapp-bench", appauthor=False)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as made:
        options.folder = options.folder or Path(made)
        options.folder.mkdir(parents=True, exist_ok=True)
        for line in told(_all(options)):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    minutes, seconds = divmod(round(time.perf_counter() - began), 60)
    sys.stdout.write(f"\nThis took {minutes} minutes and {seconds} seconds.\n")


def _all(options: argparse.Namespace) -> Iterator[Figure]:
    for name, section in SECTIONS.items():
        if options.only is None or name in options.only:
            yield from section(options)


if __name__ == "__main__":
    main()
