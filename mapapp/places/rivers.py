"""Rivers by their bare name: `up the Benue`, where `Benue` alone is a state.

Towns, provinces and nearly all countries go without the article; rivers have it. What follows must
not be a noun before which the name stands: `the Ohio` is a river, `the Ohio legislature` is not.
"""

import re
from functools import lru_cache

from mapapp.model import Span
from mapapp.places.gazetteer import Gazetteer, fold
from mapapp.places.naming import Key

_ARTICLE = re.compile(r"\b[Tt]he\s$")
_ENDS = re.compile(
    r"[.;:!?)]|,\s+[a-z]|\s*[—–]|\s*$"
    r"|\s(?:at|above|below|near|in|on|from|by|with|for|into|through|between|until|as|when|where"
    r"|which|that|is|was|are|were|has|had|rises|rose|flows|flowed|runs|ran|joins|enters)\b"
    r"|\s(?:and|or|to)\s+[a-z]",
    re.ASCII,
)
_REACH = 30  # letters looked at behind the name
# Lands with the article that are called as their rivers are.
_EITHER = frozenset(("congo", "gambia", "ruhr", "saar", "yukon"))


class Rivers:
    """Finds the rivers that texts call by their bare names."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._named = lru_cache(maxsize=16_384)(self._river)

    def of(self, text: str, span: Span) -> Key | None:
        """The river meant, where the name with the article is one and nothing else by itself."""
        if not _ARTICLE.search(text, max(0, span.start - 5), span.start):
            return None
        if not _ENDS.match(text[span.end : span.end + _REACH]):
            return None
        return self._named(fold(span.of(text)))

    def _river(self, name: str) -> Key | None:
        lookup = self._gazetteer.lookup
        if name in _EITHER or any(place.kind == "river" for place in lookup(name)):
            return None
        for whole in (f"{name} river", f"river {name}"):
            if any(place.kind == "river" for place in lookup(whole)):
                return Key(whole, exact=True)
        return None
