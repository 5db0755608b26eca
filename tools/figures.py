"""Figures of a measurement, and the one table that they are printed in."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import quantiles


@dataclass(frozen=True)
class Figure:
    """One line of the table.

    Attributes
    ----------
    what, who : str
        What was measured, and of whom.
    value : str
        With its unit.
    tail : str
        What 95 of 100 stay under; empty where that says nothing.
    ratio : float or None
        How many times as fast mapapp is; None for its own lines.
    budget : str
        What it should be, for mapapp's own lines the figure and for a peer's the ratio.
    """

    what: str
    who: str
    value: str
    tail: str = ""
    ratio: float | None = None
    budget: str = ""


def rate(what: str, who: str, took: list[float], *, peer_of: list[float] | None = None,
         budget: str = "") -> Figure:  # fmt: skip
    """Calls a second of what took so many seconds each; beside `peer_of`, what mapapp took."""
    tail = 1000 * quantiles(took, n=20)[-1]
    ratio = _mean(took) / _mean(peer_of) if peer_of else None
    return Figure(what, who, f"{1 / _mean(took):.1f} /s", f"{tail:.1f} ms", ratio, budget)


def told(figures: Iterable[Figure]) -> Iterable[str]:
    """The lines of the table, with its head."""
    yield _line("what", "who", "figure", "95 %", "mapapp is", "budget")
    for it in figures:
        ratio = "" if it.ratio is None else f"{it.ratio:.1f} x"
        yield _line(it.what, it.who, it.value, it.tail, ratio, it.budget)


def _line(*cells: str) -> str:
    what, who, *rest = cells
    return f"{what:34}{who:20}" + "".join(f"{cell:>13}" for cell in rest)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)
