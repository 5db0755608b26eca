"""The part that a named place plays in what its clause tells."""

from collections.abc import Container, Sequence
from itertools import pairwise

import msgspec

from mapapp.events.dates import segment_at
from mapapp.events.segments import Segment
from mapapp.events.words import (
    ACT_ON_PLACE,
    AUXILIARIES,
    BELONGS_OF,
    COMPASS,
    COORDINATORS,
    DEPARTING,
    DESTINATION,
    DETERMINERS,
    HAPPENS_OF,
    LOCATION,
    NO_GOAL,
    ORGANISATIONS,
    ORIGIN,
    PARTY,
    PREPOSITIONS,
    TOPIC,
    stem_of,
)
from mapapp.model import Role, Toponym
from mapapp.text import Token

# What acts as a body of people: its bare name is a party. A town's or hill's bare name is a where.
_BODIES = frozenset({"country", "territory", "historic_state", "continent"})
_HOLDERS = frozenset({"country", "territory", "admin1", "admin2", "region"})
# Of whom `from` says where they live, and not whence they come now.
_PEOPLE = frozenset(
    "man men woman women boy girl couple family student students teacher lawyer farmer merchant"
    " firm company team player players judge priest native resident residents tourist"
    " tourists".split()
)
_REACH = 5  # words between a preposition and the name it governs: `in the northern city of Ganja`
_NAME = 4  # capitalised words after a place in which an organisation's name can end
_SWEEPING = frozenset({"sea", "continent"})
# Prepositions that put an event outside the war that they govern, and nouns that are talked about.
_AFTER_WAR = frozenset("after before since until till despite".split())
_QUESTIONS = frozenset("issue question problem conflict dispute crisis".split())
_LINKS = frozenset({",", "and", "or", "&", "/"})


class Mention(msgspec.Struct, frozen=True):
    """A toponym in a sentence, with its tokens `[first, last)` and its role.

    Attributes
    ----------
    name : str
        The words that name it.
    weak : bool
        Used as an adjective or inside a proper name: gives a pin only where nothing else does.
    chain : int
        First token of the list of places that it stands in: `in Lima, Quito and Bogota`.
    segment : int
        Index of the segment in which it is named.
    """

    toponym: Toponym
    name: str
    first: int
    last: int
    role: Role
    weak: bool
    chain: int
    segment: int


def mentions(
    text: str,
    words: Sequence[Token],
    lowered: Sequence[str],
    segments: Sequence[Segment],
    toponyms: Sequence[tuple[Toponym, int, int]],
    dates: Container[int],
) -> list[Mention]:
    """Say for each toponym of a sentence (with its token range) what part it plays.

    A larger place that only says where the one before it lies (`Tuscumbia, Alabama`) is left out.
    So is one that names no spot: `the West`, the ocean of `the North Atlantic Council`, a war that
    is over.
    `dates` are the indexes of the tokens inside dates: `in 1996 Kenya` is not `in Kenya`.
    """
    found: list[Mention] = []
    for toponym, first, last in toponyms:
        previous = found[-1] if found else None
        if previous and lowered[previous.last : first] in ([","], ["("], ["in"]):
            if lies_in(previous.toponym, toponym):
                continue
        kind = toponym.place.kind if toponym.place else ""
        owned = _in_organisation(words, lowered, last)
        if (owned and kind in _SWEEPING) or _is_sweeping(lowered, first, last):
            continue
        if _is_war_past(lowered, first, last) or _is_source(lowered, first):
            continue
        if kind not in _BODIES and _is_home(lowered, first):
            continue
        if words[last - 1].text[-1] == "." and last < len(words) and _is_road(words[last]):
            continue
        weak = owned or toponym.usage in ("demonym", "name_part")
        role: Role
        chain = first
        if _is_question(lowered, first, last):
            role = "topic"
        elif owned or toponym.usage == "demonym":
            role = "party"
        elif previous and _coordinated(lowered, previous.last, first) and not previous.weak:
            role, chain = previous.role, previous.chain
        else:
            role = _role(words, lowered, toponym, first, last, dates)
        name, segment = toponym.span.of(text), segment_at(segments, first)
        found.append(Mention(toponym, name, first, last, role, weak, chain, segment))
    return found


def _in_organisation(words: Sequence[Token], lowered: Sequence[str], last: int) -> bool:
    """Does a place's name go on as that of a body of people: `Lima Chamber Music Society`?"""
    for i in range(last, min(last + _NAME, len(words))):
        if words[i].kind != "word" or not words[i].text[0].isupper():
            return False
        if lowered[i] in ORGANISATIONS:
            return True
    return False


def _is_source(lowered: Sequence[str], first: int) -> bool:
    """Does it only say who says so: `26 died, according to Lima`?"""
    return list(lowered[max(first - 2, 0) : first]) == ["according", "to"]


def _is_home(lowered: Sequence[str], first: int) -> bool:
    """Does it only say whence people are: `two men from Lima were convicted`?"""
    return first > 1 and lowered[first - 1] == "from" and lowered[first - 2] in _PEOPLE


def _is_road(following: Token) -> bool:
    """Is it the number of `U.S. 84`, a road?"""
    return following.kind == "number" and following.text.isdigit()


def _is_war_past(lowered: Sequence[str], first: int, last: int) -> bool:
    """Does it only name a war that was before or after: `after the Lima War`?"""
    return lowered[last : last + 1] == ["war"] and _governing(lowered, first) in _AFTER_WAR


def _is_question(lowered: Sequence[str], first: int, last: int) -> bool:
    """Is it what parties speak of: `over the Lima issue`?"""
    return (
        last < len(lowered)
        and lowered[last] in _QUESTIONS
        and (_governing(lowered, first) in TOPIC | {"over", "on", "of"})
    )


def _governing(lowered: Sequence[str], first: int) -> str:
    """The preposition that governs the name at `first`; empty when none stands near."""
    before = (lowered[i] for i in range(first - 1, max(first - 1 - _REACH, -1), -1))
    return next((word for word in before if word in PREPOSITIONS), "")


def _is_sweeping(lowered: Sequence[str], first: int, last: int) -> bool:
    """Is it a bare `the West`, half a world rather than a place?"""
    name = lowered[first:last]
    if name[0] == "the":
        return len(name) == 2 and name[1] in COMPASS
    return len(name) == 1 and name[0] in COMPASS and lowered[first - 1 : first] == ["the"]


def lies_in(inner: Toponym, outer: Toponym) -> bool:
    """Is `outer` a larger place of the same country, as in `Tuscumbia, Alabama`?"""
    small, large = inner.place, outer.place
    if small is None or large is None or small.country is None:
        return False
    if large.kind not in _HOLDERS or small.kind in _BODIES or small.kind == large.kind:
        return False
    return small.country == large.country


def _coordinated(lowered: Sequence[str], end: int, first: int) -> bool:
    between = lowered[end:first]
    return 0 < len(between) <= 3 and all(
        word in _LINKS or word in ("the", "both") for word in between
    )


def _role(
    words: Sequence[Token],
    lowered: Sequence[str],
    toponym: Toponym,
    first: int,
    last: int,
    dates: Container[int],
) -> Role:
    body = toponym.place is not None and toponym.place.kind in _BODIES
    fallback: Role = "party" if body or toponym.usage == "metonymic" else "location"
    owns = last < len(words) and words[last].kind == "possessive"
    if body and _is_attribute(words, lowered, first, last):
        return "party"
    for i in range(first - 1, max(first - 1 - _REACH, -1), -1):
        word = lowered[i]
        if i in dates:
            break
        if word in PREPOSITIONS:
            return _after(lowered, word, i, fallback, owns)
        if stem_of(word) in ACT_ON_PLACE:
            return "party" if owns and body else "location"
        if not _inside_noun_phrase(words, lowered, i):
            break
    return fallback


def _is_attribute(words: Sequence[Token], lowered: Sequence[str], first: int, last: int) -> bool:
    """`U.S. embassies`: initials before a noun say whose it is and not where."""
    if last - first != 1 or not words[first].text.replace(".", "").isupper():
        return False
    if last == len(words) or words[last].kind != "word" or not words[last].text.islower():
        return False
    following = lowered[last]
    return following not in PREPOSITIONS | AUXILIARIES | COORDINATORS | DETERMINERS


def _after(lowered: Sequence[str], preposition: str, i: int, fallback: Role, owns: bool) -> Role:
    """The role that a preposition at `i` gives."""
    if preposition == "of":
        head = lowered[i - 1] if i else ""
        if head in HAPPENS_OF:
            return "location"
        return "party" if head in BELONGS_OF else fallback
    if owns and fallback == "party":
        return fallback  # `in Turkey's view`
    if preposition in LOCATION:
        return "location"
    if preposition in DESTINATION:
        return fallback if i and lowered[i - 1] in NO_GOAL else "destination"
    if preposition == "for":
        leaving = any(word in DEPARTING for word in lowered[max(i - 4, 0) : i])
        return "destination" if leaving else fallback
    if preposition in ORIGIN:
        return "origin"
    if preposition in TOPIC:
        return "topic"
    return "party" if preposition in PARTY and fallback == "party" else fallback


def _inside_noun_phrase(words: Sequence[Token], lowered: Sequence[str], i: int) -> bool:
    """May the word stand between a preposition and the name that it governs?"""
    token = words[i]
    if token.kind == "mark":
        return False
    return (
        lowered[i] in DETERMINERS
        or token.text[0].isupper()
        or token.kind in ("number", "possessive")
        or (lowered[i].isalpha() and not lowered[i].endswith(("ed", "ing")))
    )


def container_commas(
    lowered: Sequence[str], placed: Sequence[tuple[Toponym, int, int]]
) -> frozenset[int]:
    """The commas of `Tuscumbia, Alabama,`, which divide nothing."""
    found: set[int] = set()
    for (inner, _, end), (outer, start, after) in pairwise(placed):
        named = outer.usage != "demonym" and lies_in(inner, outer)
        if start == end + 1 and lowered[end] == "," and named:
            found.add(end)
            if after < len(lowered) and lowered[after] == ",":
                found.add(after)
    return frozenset(found)
