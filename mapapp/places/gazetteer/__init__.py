"""The gazetteer: which places go by a name. `open_gazetteer(settings)` gives the one to use.

`Gazetteer` is what the rest of the program asks: `lookup(name)`, `demonyms(name)`,
`longest(words, at)` with the words folded by `fold_words`, and `place(id)`. `DictGazetteer` is the
same over a few entries in memory, for tests. `rank(place)` tells how well known a place is by its
kind and people, which the trained models know it by; `prominence(place)` heeds what a table tells
of it, and orders namesakes.
"""

from mapapp.places.gazetteer.cache import build, open_gazetteer
from mapapp.places.gazetteer.fold import fold, fold_word, fold_words, in_full
from mapapp.places.gazetteer.index import IndexedGazetteer
from mapapp.places.gazetteer.prominence import prominence, rank
from mapapp.places.gazetteer.protocol import MOST_WORDS, DictGazetteer, Entry, Gazetteer

__all__ = [
    "MOST_WORDS",
    "DictGazetteer",
    "Entry",
    "Gazetteer",
    "IndexedGazetteer",
    "build",
    "fold",
    "fold_word",
    "fold_words",
    "in_full",
    "open_gazetteer",
    "prominence",
    "rank",
]
