"""The evidence for each word that may belong to a place, as indices of a table of weights.

A template names the columns that are looked at together; their values are mixed into one index of
a table with 2**BITS rows (feature hashing, Weinberger et al. 2009). So no dictionary of features is
shipped or searched, and a whole text is worked out template by template in numpy.
"""

import numpy as np
from numpy.typing import NDArray

from mapapp.places.matches import COARSE, FLAGS, POSITIONS
from mapapp.places.series import series_columns
from mapapp.places.sheet import Sheet, shifted
from mapapp.places.told import told_columns
from mapapp.places.words import IntArray

BITS = 20
_GOLDEN = 0x9E3779B97F4A7C15

# Columns by name (see _columns); "-1" and "+1" are the words before and after. `gaz` is the longest
# match of the gazetteer, `kind` its group alone, `alone` what the word is by itself there;
# `before`, `after`, `head` (the last word) and `first` belong to the run of capitals. What the
# document says of the word elsewhere is in told.py, of the row of names it stands in, in series.py.
TEMPLATES: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in """
    word
    word-1
    word+1
    word-2
    word+2
    word-1 word
    word word+1
    word-2 word-1
    word+1 word+2
    shape
    shape-1
    shape+1
    shape-1 shape shape+1
    suffix3
    suffix3-1
    suffix3+1
    suffix4
    suffix4 gaz
    prefix3
    gaz
    gaz-1
    gaz+1
    gaz-1 gaz gaz+1
    gaz word-1
    gaz word+1
    gaz shape
    gaz self
    gaz opens
    gaz opens shape
    gaz before
    gaz after
    gaz head
    gaz count
    gaz length place
    gaz-1 gaz
    coarse
    coarse shape
    coarse self
    coarse word-1
    coarse opens shape
    coarse before after
    coarse-1 coarse coarse+1
    county after
    county head coarse
    kind self opens
    kind word-1 opens
    kind word+1
    kind before2
    kind after2
    alone
    alone word-1
    alone word+1
    alone-1 alone
    alone alone+1
    self
    self opens
    self shape
    usual gaz opens
    usual self
    opens shape
    before
    after
    head
    first
    length place
    length place before
    length place after
    head place
    before2 before
    after after2
    gaz person
    person word
    person self opens
    sort-1 sort sort+1
    sort sort+1 sort+2
    sort-2 sort-1 sort
    gaz sort-1
    gaz sort+1
    coarse sort-1 sort+1
    self sort-1 sort+1
    people gaz
    people place length
    people coarse self
    known
    known gaz
    known coarse shape
    left right
    left right coarse
    left right shape
    left right self
    led
    led known
    led coarse
    led left right
    led2 led
    closed
    closed known
    closed coarse
    closed left right
    tail
    tail known
    series item
    series item coarse
    family
    family gaz
    family coarse self
    family person
    family placed
    late gaz
    late early single
    late early single coarse
    late early person
    late placed coarse
    early gaz
    placed single
    placed single coarse
    placed self
    """.strip().splitlines()
)
_NAMES = sorted({name for template in TEMPLATES for name in template})


def _of_length(length: int) -> tuple[IntArray, IntArray]:
    """The numbers of the templates of so many columns, and where in _NAMES these columns are."""
    numbers = [at for at, template in enumerate(TEMPLATES) if len(template) == length]
    parts = [[_NAMES.index(name) for name in TEMPLATES[at]] for at in numbers]
    return np.array(numbers), np.array(parts).T


_BY_LENGTH = [_of_length(length) for length in sorted({len(template) for template in TEMPLATES})]


def indices(sheet: Sheet, codes: IntArray) -> NDArray[np.int32]:
    """Row of the table for every active word and template, shape (active, templates)."""
    columns = _columns(sheet, codes)
    rows = np.stack([columns[name] for name in _NAMES]).astype(np.uint64)
    table = np.empty((len(TEMPLATES), len(sheet.active)), np.int32)
    for numbers, parts in _BY_LENGTH:
        table[numbers] = _mix(numbers, [rows[part] for part in parts])
    return table.T


def _mix(numbers: IntArray, columns: list[NDArray[np.uint64]]) -> NDArray[np.uint64]:
    """Hash columns of shape (templates, words); all templates of a length at once."""
    seeds = (numbers.astype(np.uint64) + np.uint64(1)) * np.uint64(_GOLDEN) + np.uint64(0x1234567)
    mixed = np.broadcast_to(seeds[:, None], columns[0].shape)
    for column in columns:
        mixed = (mixed ^ column) * np.uint64(_GOLDEN)
        mixed ^= mixed >> np.uint64(29)
    return mixed >> np.uint64(64 - BITS)


def _columns(sheet: Sheet, codes: IntArray) -> dict[str, IntArray]:
    words, active = sheet.words, sheet.active
    group = codes // (FLAGS * POSITIONS)
    coarse = COARSE[group] * POSITIONS + codes % POSITIONS
    around = {
        "coarse": coarse,
        "word": words.word, "shape": words.shape, "suffix3": words.suffix3, "gaz": codes,
        "alone": words.name, "sort": words.sort,
    }  # fmt: skip
    columns = {
        f"{name}{by:+d}" if by else name: shifted(column, -by)[active]
        for name, column in around.items()
        for by in ((-2, -1, 0, 1, 2) if name in ("word", "sort") else (-1, 0, 1))
    }
    told = told_columns(sheet, codes)
    columns |= {
        "suffix4": words.suffix4[active],
        "prefix3": words.prefix3[active],
        "usual": words.usual[active],
        "opens": sheet.opens[active].astype(np.int64),
        "person": words.person[active],
        "kind": group[active],
        "county": codes[active] // POSITIONS & 8,
    }
    columns |= {name: column[active] for name, column in told.items()}
    columns |= _run_columns(sheet)
    columns |= series_columns(sheet, codes)
    return columns


def _run_columns(sheet: Sheet) -> dict[str, IntArray]:
    """What the runs of capitals look like from outside, one row an active word."""
    active, word, person = sheet.active, sheet.words.word, sheet.words.person
    begin, end = sheet.runs.T
    size = end - begin
    run = np.repeat(np.arange(len(begin)), size)
    first, last = active[begin][run], active[end - 1][run]
    top = len(word) - 1
    return {
        "first": word[first],
        "head": word[last],
        "people": person[first] * 4 + person[last],
        "before": word[np.maximum(first - 1, 0)],
        "before2": word[np.maximum(first - 2, 0)],
        "after": word[np.minimum(last + 1, top)],
        "after2": word[np.minimum(last + 2, top)],
        "length": np.minimum(size, 6)[run],
        "place": np.minimum(np.arange(len(active)) - begin[run], 4),
    }
