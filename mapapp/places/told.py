"""What a document says of a word in all its occurrences together.

`Georgia Stevens` makes a person of every later `Georgia`, `in Georgia` a place; and a word that
mostly follows given names is the name of a family.
"""

from dataclasses import dataclass

import numpy as np

from mapapp.places.matches import POSITIONS
from mapapp.places.sheet import BoolArray, Sheet, has, shifted
from mapapp.places.words import FAMILY, GIVEN, IntArray, Mark

_SHARES = (0.01, 0.3, 0.7)  # never, seldom, often, mostly
_SHARES_PLACED = (0.01, 0.2, 0.5)  # no place follows a preposition each time
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class _Occurrences:
    """Ways for each word to occur."""

    capital: BoolArray
    follows: BoolArray  # a capitalised word
    leads: BoolArray  # one
    titled: BoolArray
    placed: BoolArray  # after a preposition that likes places
    given: BoolArray  # is a given name somewhere in the world
    named: BoolArray  # follows one: Mary Hamilton

    @classmethod
    def of(cls, sheet: Sheet) -> "_Occurrences":
        marks = sheet.words.marks
        before = shifted(marks, 1, Mark.NEWLINE)
        before2 = shifted(marks, 2, Mark.NEWLINE)
        capital, given = has(marks, Mark.CAPITAL), (sheet.words.person & GIVEN) > 0
        follows = has(before, Mark.CAPITAL) & ~has(before, Mark.NEWLINE)
        leads = has(shifted(marks, -1), Mark.CAPITAL) & ~has(marks, Mark.NEWLINE)
        titled = has(before, Mark.TITLE) | (has(before2, Mark.TITLE) & has(before, Mark.STOP))
        return cls(
            capital=capital,
            follows=capital & follows,
            leads=capital & leads,
            titled=capital & titled,
            placed=capital & has(before, Mark.LOCATIVE),
            given=given,
            named=capital & follows & (shifted(sheet.words.person, 1) & GIVEN > 0),
        )


def told_columns(sheet: Sheet, codes: IntArray) -> dict[str, IntArray]:
    """What the document says of its words, one row a word.

    Parameters
    ----------
    codes : array of int
        See `matches.match_codes`.

    Returns
    -------
    dict
        `self`: the ways in which the word occurs, as bits; `count`: how often with a capital;
        `family`: 1 for a given name, 2 for a family name, 3 for both; `late`, `early`, `single`,
        `placed`: in how many of its occurrences it follows a given name, begins a longer name,
        stands alone, follows a preposition that likes places, in steps.
    """
    seen = _Occurrences.of(sheet)
    distinct, group = np.unique(sheet.words.word, return_inverse=True)

    def count(mask: BoolArray) -> IntArray:
        found: IntArray = np.bincount(group[mask], minlength=len(distinct))[group]
        return found

    flags = np.zeros(len(distinct), np.int64)
    for bit, mask in enumerate(_ways(sheet, codes, seen)):
        flags[group[mask]] |= 1 << bit
    surname = np.minimum(count(seen.named | seen.titled), 1)
    family = surname | (sheet.words.person & FAMILY)
    called = seen.leads & ~seen.follows & seen.given & (shifted(family, -1) > 0)
    times = count(seen.capital)
    shares = {
        "late": (seen.named, _SHARES),
        "early": (seen.leads & ~seen.follows, _SHARES),
        "single": (seen.capital & ~seen.leads & ~seen.follows, _SHARES),
        "placed": (seen.placed, _SHARES_PLACED),
    }
    columns = {
        name: np.digitize(count(mask) / np.maximum(times, 1), steps)
        for name, (mask, steps) in shares.items()
    }
    columns["self"] = flags[group]
    columns["count"] = np.minimum(times, _OFTEN)
    columns["family"] = np.minimum(count(called), 1) + 2 * surname
    return columns


def _ways(sheet: Sheet, codes: IntArray, seen: _Occurrences) -> tuple[BoolArray, ...]:
    """Ways for a word to occur that say what it names; one mask each."""
    place = codes % POSITIONS
    late = (place == 0) | (place == 1) | (place == 4)  # no gazetteer has it with the word before
    early = (place == 0) | (place == 3) | (place == 4)
    return (
        has(sheet.words.marks, Mark.LOWER),
        seen.titled,
        seen.placed,
        seen.follows & late,
        seen.leads & ~seen.follows & early,
        seen.capital & ~seen.follows & ~seen.leads & ~sheet.opens,
        seen.named,  # Mary Hamilton, and later Hamilton
        seen.leads & seen.given & (shifted(sheet.words.name, -1) == 0),
    )
