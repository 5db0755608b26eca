"""The gazetteer: which places go by a name. `open_gazetteer(settings)` gives the one to use.

`Gazetteer` is what the rest of the program asks: `lookup(name)`, `demonyms(name)`,
`longest(words, at)` with the words folded by `fold_words`, and `place(id)`. `DictGazetteer` is the
same over a few entries in memory, for tests. `rank(place)` is the prior by which namesakes are
ordered.
"""

from mapapp.places.gazetteer.cache import build, open_gazetteer
from mapapp.places.gazetteer.fold import fold, fold_word, fold_words
from mapapp.places.gazetteer.index import IndexedGazetteer
from mapapp.places.gazetteer.prominence import rank
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
    "open_gazetteer",
    "rank",
]
