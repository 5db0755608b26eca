"""Work on many documents, in order, in this process or in several."""

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

import click

from mapapp.cli.options import Command
from mapapp.errors import MapAppError, QueryError, ReadingError

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
R = TypeVar("R")

_LOOK = 0.5  # seconds between two looks at whether the first process is there
_AHEAD = 4  # documents a worker that are read before the first one's answer is taken
# What a document can bring upon itself, be it by a mistake of ours that only its words bring out:
# one in a thousand costs that one alone. A missing place index or a full disk ends the run.
DOCUMENTS_OWN = (
    ReadingError, QueryError, ArithmeticError, AssertionError, AttributeError, LookupError,
    RecursionError, TypeError, ValueError,
)  # fmt: skip


def workers_option(command: Command) -> Command:
    """`--workers`: how many processes."""
    return click.option(
        "--workers",
        type=click.IntRange(1, 64),
        default=1,
        show_default=True,
        help="Processes that read at the same time.",
    )(command)


def in_order(work: Callable[[T], R], given: Iterable[T], workers: int) -> Iterator[R]:
    """What `work` makes of each, in order, no more than some of them being held at a time.

    With more than one worker, `work` and what it takes and gives go between processes.
    """
    if workers == 1:
        yield from map(work, given)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    with ProcessPoolExecutor(workers, initializer=_follow, initargs=(os.getpid(),)) as pool:
        running: deque[Future[R]] = deque()
        try:
            for each in given:
                running.append(pool.submit(work, each))
                if len(running) >= workers * _AHEAD:
                    yield running.popleft().result()
            while running:
                yield running.popleft().result()
        except BrokenProcessPool as error:
            raise click.ClickException("a worker was killed; try fewer --workers") from error
        finally:
            for future in running:
                future.cancel()


def told_error(error: Exception) -> str:
    """What to say of a document that could not be read, on one line."""
    if isinstance(error, MapAppError):
        return " ".join(str(error).split())
    return f"reading it failed with {type(error).__name__}: {error}; please report the text"


def _follow(parent: int) -> None:
    """End with the first process, however it ends."""
    # Ctrl+C reaches all processes; the first one ends the others when it has said what was done.
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    # When it is killed, nobody tells the others, who would wait for work for ever.
    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_LOOK)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
