"""A document as the recogniser sees it: its words in columns, and the stretches worth a look.

Only capitalised words can begin a place; words such as `of` and `de la` between two of them can
lie inside. All other words are context. So a text of 4000 words has some 700 that are worked on.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mapapp.places.words import USUAL, Columns, IntArray, Mark

BoolArray = NDArray[np.bool_]
_CAPITALS = Mark.CAPITAL | Mark.ALL_CAPITALS
_GOING_ON = 2  # least lines that go on with a small letter in a text that is taken for wrapped


@dataclass(frozen=True, slots=True)
class Sheet:
    """The words of a text, and which of them may belong to names.

    Attributes
    ----------
    words : Columns
        One row a word, mark or run of white space.
    folded : list of str
        The same words in the gazetteer's folded form.
    starts, ends : array of int
        Offsets of the words into the text.
    opens : array of bool
        The word opens a sentence, a line or a quotation, where any word has a capital.
    active : array of int
        Indices of the words that may belong to a name, ascending.
    runs : array of int, shape (runs, 2)
        Half-open ranges of `active` without a gap: `University of Baku` is one.
    """

    words: Columns
    folded: list[str]
    starts: IntArray
    ends: IntArray
    opens: BoolArray
    active: IntArray
    runs: IntArray

    def is_capital(self, at: int) -> bool:
        """Has the word a capital?"""
        return bool(self.words.marks[at] & Mark.CAPITAL)

    def is_shouted(self, at: int) -> bool:
        """Is the word all capitals, as acronyms are?"""
        return bool(self.words.marks[at] & Mark.ALL_CAPITALS)

    def is_usual(self, at: int) -> bool:
        """Is the word one that texts also write in lower case?"""
        return bool(self.words.usual[at] == USUAL)


def shifted(column: IntArray, by: int, fill: int = 0) -> IntArray:
    """The column with each row holding what stands `by` rows before it (after it when negative)."""
    moved = np.full_like(column, fill)
    if by > 0:
        moved[by:] = column[:-by]
    elif by < 0:
        moved[:by] = column[-by:]
    else:
        moved[:] = column
    return moved


def sheet(words: Columns, folded: list[str]) -> Sheet:
    """Lay out the words of a text that `Vocabulary.read` gave."""
    words = _unwrapped(_with_dates(_with_years(words)))
    ends_with_space = np.cumsum(words.advance)
    starts = ends_with_space - words.advance
    active = np.flatnonzero(_active(words.marks))
    return Sheet(
        words=words,
        folded=folded,
        starts=starts,
        ends=starts + words.length,
        opens=_opens(words.marks),
        active=active,
        runs=_runs(active, words.marks),
    )


def has(marks: IntArray, mark: int) -> BoolArray:
    """Which rows bear any of the marks."""
    return (marks & mark) > 0


def _with_years(words: Columns) -> Columns:
    """The words with the BC of `146 BC` and of `a century BC`, and the AD of `AD 70`, as numbers.

    A name may follow: `In 146 BC Carthage fell`. BC elsewhere is British Columbia.
    """
    marks = words.marks
    era = np.flatnonzero(has(marks, Mark.ERA))
    if not len(era):
        return words
    counted = has(shifted(marks, 1), Mark.NUMBER | Mark.CENTURY)
    counted |= has(shifted(marks, -1), Mark.NUMBER)
    years = era[counted[era]]
    changed = words._replace(marks=marks.copy(), sort=words.sort.copy(), name=words.name.copy())
    changed.marks[years] = (marks[years] & ~_CAPITALS) | Mark.NUMBER
    changed.sort[years] = Mark.NUMBER
    changed.name[years] = 0
    return changed


def _with_dates(words: Columns) -> Columns:
    """The words with the months and days of dates in lower case where a name follows.

    `On 2 April Baku fell`, `on Monday Baku said`: the name is Baku. April Baku and the Monday Club
    are names too, so a number must stand before, or a word such as `on`.
    """
    marks = words.marks
    dated = has(marks, Mark.CALENDAR) & ~has(marks, Mark.NEWLINE)
    if not dated.any():
        return words
    dated &= has(shifted(marks, 1), Mark.NUMBER | Mark.DATING) & has(shifted(marks, -1), _CAPITALS)
    lowered = (marks & ~_CAPITALS) | Mark.LOWER
    return words._replace(
        marks=np.where(dated, lowered, marks),
        sort=np.where(dated, Mark.LOWER, words.sort),
        name=np.where(dated, 0, words.name),
    )


def _unwrapped(words: Columns) -> Columns:
    """The words without the ends of those lines that go on in the next one.

    Where many lines that no mark ends go on with a small letter, the text is hard-wrapped, as mail
    and old books are, and the rest of them go on too: names such as `New York` are cut in two
    there. Widths tell less: pages that were copied have lines of any length.
    """
    marks = words.marks
    broken = has(marks, Mark.NEWLINE) & ~has(marks, Mark.BLANK)
    broken &= has(marks, Mark.CAPITAL | Mark.LOWER | Mark.NUMBER | Mark.COMMA)
    after = shifted(marks, -1)
    goes_on = np.count_nonzero(broken & has(after, Mark.LOWER))
    if goes_on < _GOING_ON or 3 * goes_on <= np.count_nonzero(broken):
        return words
    wrapped = broken & has(after, Mark.CAPITAL | Mark.LOWER | Mark.NUMBER)
    return words._replace(marks=np.where(wrapped, marks & ~Mark.NEWLINE, marks))


def _opens(marks: IntArray) -> BoolArray:
    before, before2 = shifted(marks, 1, Mark.NEWLINE), shifted(marks, 2, Mark.NEWLINE)
    stopped = has(before, Mark.STOP) & ~has(before2, Mark.SHORT)
    quoted = has(before, Mark.OPENER) & has(before2, Mark.STOP | Mark.COMMA | Mark.NEWLINE)
    return has(before, Mark.NEWLINE) | stopped | quoted


def _active(marks: IntArray) -> BoolArray:
    capital = has(marks, Mark.CAPITAL)
    same_line = ~has(marks, Mark.NEWLINE)
    after = _moved(same_line, 1)
    # Highway 200, Camp 4
    active = capital | (has(marks, Mark.NUMBER) & _moved(capital, 1) & after)
    # One or two joining words between; a full stop joins only what it abbreviates.
    abbreviates = ~has(marks, Mark.STOP) | has(shifted(marks, 1), Mark.SHORT)
    joiner = has(marks, Mark.JOINER) & ~capital & same_line & abbreviates
    begins = joiner & _moved(active, 1) & after
    pair = begins & _moved(joiner, -1) & _moved(active, -2)
    return active | (begins & _moved(active, -1)) | pair | _moved(pair, 1)


def _moved(mask: BoolArray, by: int) -> BoolArray:
    moved = np.zeros_like(mask)
    if by > 0:
        moved[by:] = mask[:-by]
    else:
        moved[:by] = mask[-by:]
    return moved


def _runs(active: IntArray, marks: IntArray) -> IntArray:
    if not len(active):
        return np.zeros((0, 2), np.int64)
    breaks = np.ones(len(active), np.bool_)
    breaks[1:] = (active[1:] != active[:-1] + 1) | has(marks[active[:-1]], Mark.NEWLINE)
    first = np.flatnonzero(breaks)
    return np.stack((first, np.append(first[1:], len(active))), axis=1)
