"""Names in a row: `the towns of Haris, Varzaqan and Ahar`.

What is said before or after a row holds for all of its names, and where the gazetteer knows some
of them the others are likely of their kind. Commas part the runs of a sheet, so a name sees none
of this by itself.
"""

import numpy as np

from mapapp.places.matches import COARSE, FLAGS, POSITIONS
from mapapp.places.sheet import BoolArray, Sheet, has
from mapapp.places.words import IntArray, Mark, word_hash

_JOINING = np.array([word_hash(word) for word in ("and", "or", "to")])
_SHARES = (0.01, 0.4, 0.7, 0.999)  # none, few, half, most, all
_LONGEST = 4  # names from which a row counts as long


def series_columns(sheet: Sheet, codes: IntArray) -> dict[str, IntArray]:
    """What the rows of names say, one row an active word.

    Parameters
    ----------
    codes : array of int
        See `matches.match_codes`.

    Returns
    -------
    dict
        `led`, `led2`, `closed`: the words before and after the whole row, as hashes; `tail`: its
        last word; `series`, `item`: its length and the place in it; `left`, `right`: what the
        gazetteer says of the neighbours in it; `known`: how many of the other names it knows.
    """
    begin, end = sheet.runs.T
    first, last = sheet.active[begin], sheet.active[end - 1]
    joined = _joined(sheet, first, last)
    opens = np.append(True, ~joined[:-1])
    series = np.cumsum(opens) - 1
    heads = np.flatnonzero(opens)
    tails = np.append(heads[1:], len(first)) - 1
    size = (tails - heads + 1)[series]
    word, top = sheet.words.word, len(sheet.starts) - 1
    kind = 1 + COARSE[codes[first] // (FLAGS * POSITIONS)]
    columns = {
        "led": word[np.maximum(first[heads] - 1, 0)][series],
        "led2": word[np.maximum(first[heads] - 2, 0)][series],
        "closed": word[np.minimum(last[tails] + 1, top)][series],
        "tail": word[last[tails]][series],
        "series": np.minimum(size, _LONGEST),
        "item": np.minimum(np.arange(len(first)) - heads[series], 2),
        "left": np.append(0, np.where(joined[:-1], kind[:-1], 0)),
        "right": np.append(np.where(joined[:-1], kind[1:], 0), 0),
        "known": _share_known(codes[first] > 0, series, size),
    }
    run = np.repeat(np.arange(len(first)), end - begin)
    return {name: column[run] for name, column in columns.items()}


def _joined(sheet: Sheet, first: IntArray, last: IntArray) -> BoolArray:
    """Is a run tied to the next one by a comma, `and` or both?"""
    marks, word, top = sheet.words.marks, sheet.words.word, len(sheet.starts) - 1
    after, after2 = np.minimum(last + 1, top), np.minimum(last + 2, top)
    comma = has(marks[after], Mark.COMMA)
    gap = np.append(first[1:] - last[:-1] - 1, 0)
    near = (gap == 1) & (comma | np.isin(word[after], _JOINING))
    both = (gap == 2) & comma & np.isin(word[after2], _JOINING)
    joined: BoolArray = (near | both) & ~has(marks[last], Mark.NEWLINE)
    return joined


def _share_known(known: BoolArray, series: IntArray, size: IntArray) -> IntArray:
    """How many of the other names the gazetteer knows, in steps; 0 for a name by itself."""
    others = np.bincount(series, weights=known)[series] - known
    steps = 1 + np.digitize(others / np.maximum(size - 1, 1), _SHARES)
    return np.where(size > 1, steps, 0)
