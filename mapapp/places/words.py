"""Words of a text as rows of numbers, each distinct word looked at once.

Reading places takes some sixty pieces of evidence a word. They are cheap because a text is cut by
one regular expression whose matches leave no gap (a word with the white space after it, so offsets
are running sums), because all that hangs on a word alone is worked out when it is first met and
kept, and because everything else is arithmetic on whole columns. `mapapp.text.tokens`, which cuts
alike, would cost more than all the rest together.
"""

import re
import threading
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

IntArray = NDArray[np.int64]
USUAL = 2
GIVEN, FAMILY = 1, 2
_SORT_BITS = 13  # above the marks in a sort

_PART = re.compile(
    r"""(?: [A-Za-z]{2,}(?![\w'’\u0300-\u036f-])              # most words, and so tried first
          | (?:[^\W\d_]\.){2,}                                # U.S.
          | ['’]s\b | (?<=s)['’](?!\w)                        # a possessive stands alone
          | \d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?\b | \d+
          | [^\W\d_][\w\u0300-\u036f]*(?:['’](?!s\b)\w+)*      # Paris-based: apart,
            (?:(?<=\b[a-z]{2})-(?=[A-Z])\w+)?                 # but al-Qaim together
          | (?<=\w)(?:-[^\W\dA-Z_]{1,6}){1,3}-(?=[A-ZÀ-ÖØ-Þ])  # Mazar-e-Sharif: one small word
          | [^\w\s] | _ )\s* | \s+""",
    re.VERBOSE,
)


class Mark:
    """What a word is by itself, whatever stands around it: bits, as plain numbers for speed."""

    CAPITAL = 1  # has an upper-case letter somewhere: London, al-Qaim, U.S.
    LOWER = 2
    ALL_CAPITALS = 4
    NUMBER = 8
    STOP = 16  # ends a sentence
    COMMA = 32
    OPENER = 64  # quotation mark or bracket
    JOINER = 128  # may stand inside a name: of, the, de la, &
    SHORT = 256  # abbreviation or initial that a full stop follows within a sentence
    LOCATIVE = 512  # preposition that likes a place after it
    TITLE = 1024  # word that likes a person after it
    NEWLINE = 2048  # a line ends after it
    FOREIGN = 4096  # has letters that English lacks: Şuşa
    ERA = 8192  # counts years: BC, which is British Columbia too
    CENTURY = 16384  # a stretch of years that an era may follow
    BLANK = 32768  # an empty line comes after it
    CALENDAR = 65536  # a month or a day of the week
    DATING = 131072  # word that likes one after it


_SORTED = ~(
    Mark.NEWLINE | Mark.SHORT | Mark.FOREIGN | Mark.ERA | Mark.CENTURY | Mark.BLANK | Mark.CALENDAR
    | Mark.DATING
)  # fmt: skip

# Closed classes of English; all open vocabulary is learned.
_JOINERS = frozenset(
    "of the de la las los le les el al del du des da do dos di van der den von upon on and y et e"
    " es ez am & ' ’ 's ’s - – / .".split()
)
_SHORT = frozenset(
    "st ste mt ft dr gen mr mrs ms sgt lt col capt maj brig cdr cmdr adm cpl pvt supt msgr messrs"
    " gov sen rep prof pres hon rev no sr jr ave blvd rd hwy co inc ltd corp dept wm jas thos chas"
    " geo robt jno saml benj edw danl richd alexr fredk pte pfc comdt".split()
)
_LOCATIVES = frozenset(
    "in at near from to around outside inside between across through via into toward towards"
    " throughout within of over off beyond".split()
)
_TITLES = frozenset(
    "mr mrs ms miss dr prof professor president sen senator rep gov governor judge justice sir lord"
    " lady king queen prince princess pope bishop rev father gen general col colonel capt captain"
    " lt lieutenant sgt sergeant maj major officer chief sheriff mayor minister secretary"
    " chancellor coach director chairman detective inspector ambassador commissioner councillor"
    " councilman attorney spokesman spokeswoman actor actress singer author pasha bey sultan shah"
    " emperor marshal admiral commander tsar czar brig brigadier adm cdr cmdr commodore cpl"
    " corporal pvt supt superintendent messrs msgr archbishop cardinal sheikh sheik ayatollah imam"
    " emir congressman congresswoman councilwoman chairwoman constable trooper pte pfc"
    " comdt".split()
)
_ERAS = frozenset("bc bce b.c. b.c.e. ad ce a.d. c.e.".split())
_CENTURIES = frozenset("century centuries millennium".split())
_CALENDAR = frozenset(
    "january february march april may june july august september october november december monday"
    " tuesday wednesday thursday friday saturday sunday".split()
)
_DATING = frozenset("on in since until till last next this early late mid".split())
# Their capital only says that a sentence or a headline begins: in `But Baku`, Baku is the name.
# Those that names of towns begin with stay out (Now Zad, What Cheer, Even Yehuda, Many Farms).
_OPENING = frozenset(
    "when whenever while although though whereas because since until unless if whether and but yet"
    " after before why how where wherever who whom whose which this these those both either neither"
    " each only then later soon again here there thus hence instead meanwhile however perhaps not"
    " therefore moreover nevertheless indeed besides eventually recently today yesterday tomorrow"
    " with without against despite during below about like unlike for some several other did does"
    " has have should would could his her its their your".split()
)
_CLASSES = (
    (Mark.JOINER, _JOINERS), (Mark.SHORT, _SHORT), (Mark.LOCATIVE, _LOCATIVES),
    (Mark.TITLE, _TITLES), (Mark.STOP, ".!?…"), (Mark.COMMA, ","), (Mark.OPENER, '"“”«»‘’([{'),
    (Mark.ERA, _ERAS), (Mark.CENTURY, _CENTURIES), (Mark.CALENDAR, _CALENDAR),
    (Mark.DATING, _DATING),
)  # fmt: skip
_OF_CLASSES: dict[str, int] = {}  # the marks of each of these words
for _mark, _words in _CLASSES:
    for _word in _words:
        _OF_CLASSES[_word] = _OF_CLASSES.get(_word, 0) | _mark


def word_hash(text: str) -> int:
    """32-bit FNV-1a of the UTF-8 form: the same number in every run, unlike `hash`."""
    value = 2166136261
    for byte in text.encode():
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value


class Columns(NamedTuple):
    """Columns of a vocabulary's rows, in this order."""

    length: IntArray  # of the word
    advance: IntArray  # of the word and the white space after it
    marks: IntArray
    word: IntArray  # hash of the lower-cased word, digits made alike
    suffix3: IntArray
    suffix4: IntArray
    prefix3: IntArray
    shape: IntArray
    usual: IntArray  # USUAL where the training texts have it in lower case, else 1
    name: IntArray  # what the gazetteer says of the word alone, see matches.py
    person: IntArray  # GIVEN and FAMILY names, as bits
    sort: IntArray  # the marks that a neighbour cares for, and where the word is known from


class Vocabulary:
    """Numbers for words: each distinct word gets a row when it is first met.

    Parameters
    ----------
    name_class : callable
        Folded name to a small number that sums up what the gazetteer holds under it; 0 is nothing.
    fold : callable
        The gazetteer's folding of names.
    usual : set of int
        Hashes of words that texts write in lower case.
    persons : mapping of str to int
        GIVEN and FAMILY as bits, under folded names of people.
    limit : int
        Rows kept; beyond it the vocabulary starts anew, so that a server's memory stays bounded.
    """

    def __init__(
        self,
        name_class: Callable[[str], int],
        fold: Callable[[str], str],
        usual: Iterable[int] = (),
        persons: Mapping[str, int] | None = None,
        limit: int = 200_000,
    ) -> None:
        self._name_class = name_class
        self._fold = fold
        self._usual = frozenset(usual)
        self._persons = persons or {}
        self._limit = limit
        self._lock = threading.Lock()
        self._clear()

    def _clear(self) -> None:
        self._ids: dict[str, int] = {}
        self._folded: list[str] = []
        # Columns whole, one after the other: what is worked out of them goes along each.
        self._table = np.zeros((len(Columns._fields), 4096), np.int64)

    def read(self, text: str) -> tuple[Columns, list[str]]:
        """The columns of all words of `text` in order, and the words folded."""
        parts = _PART.findall(text)
        with self._lock:
            if len(self._ids) > self._limit:
                self._clear()
            fresh = set(parts).difference(self._ids)
            if fresh:
                self._meet(fresh)
            ids = list(map(self._ids.__getitem__, parts))
            columns, folded = self._table.take(ids, axis=1), self._folded
        return Columns(*columns), [folded[i] for i in ids]

    def _meet(self, parts: Collection[str]) -> None:
        """Give words their numbers."""
        words = [part.rstrip() for part in parts]
        folded = ["" if word == "." else self._fold(word) for word in words]
        rows = [self._row(*each) for each in zip(parts, words, folded, strict=True)]
        first = len(self._folded)
        last = first + len(rows)
        while last > self._table.shape[1]:
            self._table = np.concatenate((self._table, np.zeros_like(self._table)), axis=1)
        self._table[:, first:last] = np.array(rows, np.int64).T
        self._folded += folded
        self._ids.update(zip(parts, range(first, last), strict=True))

    def _row(self, part: str, word: str, folded: str) -> tuple[int, ...]:
        lowered = word.lower()
        if lowered in _OPENING and not word.isupper():
            word = lowered
        marks = _marks(word, lowered, part)
        if marks & Mark.NUMBER:
            lowered = re.sub(r"\d", "0", lowered) if len(lowered) < 8 else "0"
        usual = USUAL if word_hash(lowered) in self._usual else 1
        name = self._name_class(folded) if marks & Mark.CAPITAL else 0
        person = self._persons.get(folded, 0) if marks & Mark.CAPITAL else 0
        known = (person << 2) + 2 * (name > 0) + (usual == USUAL)
        return (
            len(word),
            len(part),
            marks,
            word_hash(lowered),
            word_hash("s" + lowered[-3:]),
            word_hash("s" + lowered[-4:]),
            word_hash("p" + lowered[:3]),
            word_hash("f" + _shape(word)),
            usual,
            name,
            person,
            (marks & _SORTED) + (known << _SORT_BITS),
        )


def _marks(word: str, lowered: str, part: str) -> int:
    marks = _OF_CLASSES.get(lowered, 0)
    if len(word) == 1:
        marks |= Mark.SHORT if word.isupper() else 0  # an initial
    elif word[:1] == "-":
        marks |= Mark.JOINER
    if lowered != word:
        marks |= Mark.CAPITAL
        if len(word) > 1 and word.isupper():
            marks |= Mark.ALL_CAPITALS
    elif word[:1].isalpha():
        marks |= Mark.LOWER
    elif word[:1].isdigit():
        marks |= Mark.NUMBER
    if not word.isascii() and word[:1].isalpha():
        marks |= Mark.FOREIGN
    if "\n" in part:
        marks |= Mark.NEWLINE | (Mark.BLANK if part.count("\n") > 1 else 0)
    return marks


@lru_cache(maxsize=4096)
def _shape(word: str) -> str:
    """`Xxx` for Baku, `X.X.` for U.S., `00` for 1918; runs are cut to two."""
    if word.isalpha() and word[1:].islower():  # most words
        return "Xxx"[: len(word)] if word[0].isupper() else "xx"
    kinds = "".join(
        "0" if c.isdigit() else "X" if c.isupper() else "x" if c.isalpha() else c for c in word
    )
    return re.sub(r"(.)\1+", r"\1\1", kinds)[:8]
