"""Names that a text never uses as places: men, armies and parties that are called like a town."""

import re
from collections import Counter
from collections.abc import Sequence

from mapapp.events.words import (
    ACT_ON_PLACE,
    DESTINATION,
    DETERMINERS,
    HAPPENS_OF,
    LOCATION,
    ORGANISATIONS,
    ORIGIN,
    PREPOSITIONS,
    stem_of,
)
from mapapp.model import Toponym

_POINTS = frozenset({"settlement", "admin2"})
_CITY = 200_000  # people from which a name by itself is likelier the city
_WHERE = LOCATION | DESTINATION | ORIGIN | {"of", "between", "for"}
_BEFORE = 40  # characters before a name that hold the words that govern it
_WORDS = re.compile(r"[\w'’.-]+|[^\w\s]")
_OWNED = re.compile(r"['’]s\b")
_BEHIND = re.compile(r"(?:['’]s)? (?:[a-z]+ )?([a-z]+)")
_BODIES = ORGANISATIONS | frozenset(
    "troops soldiers men troopers gunboats ironclads skirmishers general generals commander"
    " commanders wing column columns units prisoners casualties cavalrymen reinforcements".split()
)
_LANDS = HAPPENS_OF | frozenset("area areas neighborhood neighbourhood".split())
_OFTEN = 2  # uses before a common noun that speak against a place


def without_namesakes(text: str, toponyms: Sequence[Toponym]) -> Sequence[Toponym]:
    """The toponyms but those that `namesakes` doubts."""
    doubted = namesakes(text, toponyms)
    return [one for one in toponyms if one.place is None or one.place.id not in doubted]


def namesakes(text: str, toponyms: Sequence[Toponym]) -> frozenset[str]:
    """Ids of the small places whose name a text uses, but never as that of a place.

    `Union troops`, `the Union line` and `Hooker's division` name no town where nothing in the
    text is `in`, `near` or `from` it, or takes it. One use as a place vouches for all.
    """
    doubted: Counter[str] = Counter()
    vouched: set[str] = set()
    last: Toponym | None = None
    for toponym in toponyms:
        place = toponym.place
        asked = place is not None and place.kind in _POINTS and place.id not in vouched
        if place is not None and asked and toponym.span.of(text).isalpha():
            city = (place.population or 0) >= _CITY or toponym.usage != "literal"
            if city or _is_where(text, toponym, last):
                vouched.add(place.id)
            else:
                doubted[place.id] += _doubt(text, toponym)
        last = toponym
    return frozenset(one for one in doubted if doubted[one] >= _OFTEN and one not in vouched)


def _doubt(text: str, toponym: Toponym) -> int:
    """How much a use speaks against a place: an article before it, a body of people behind it."""
    behind = _BEHIND.match(text, toponym.span.end)
    if behind and not _LANDS.isdisjoint(behind[0].split()):
        return 0
    if behind and not _BODIES.isdisjoint(behind[0].split()):
        return _OFTEN
    return _before(text, toponym)[-1:] in (["the"], ["a"], ["an"])


def _is_where(text: str, toponym: Toponym, last: Toponym | None) -> bool:
    """Does a preposition or verb of place govern the name, or does it stand in a row of places?"""
    span = toponym.span
    if text[span.end : span.end + 2] == ", " and text[span.end + 2 : span.end + 3].isupper():
        return True
    if last is not None and text[last.span.end : span.start].strip() in (",", "and", ", and", "("):
        return True
    words = _before(text, toponym)
    if not words:
        return True  # at the head of a paragraph: a heading, a dateline
    if words[-1] in DETERMINERS or _OWNED.match(text, span.end):
        return False
    return any(
        word in _WHERE or word in HAPPENS_OF or stem_of(word) in ACT_ON_PLACE
        for word in _governing(words)
    )


def _before(text: str, toponym: Toponym) -> list[str]:
    start = toponym.span.start
    line = text.rfind("\n", max(start - _BEFORE, 0), start) + 1
    return [word.lower() for word in _WORDS.findall(text[max(line, start - _BEFORE) : start])]


def _governing(words: list[str]) -> list[str]:
    """The last preposition, with what follows it: `near the northern town of`."""
    for i in range(len(words) - 1, -1, -1):
        if words[i] in PREPOSITIONS or not words[i][0].isalpha():
            return words[i:]
    return words
