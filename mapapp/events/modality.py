"""Whether a clause tells a fact, or denies it, plans it or only supposes it."""

from collections.abc import Container, Sequence
from itertools import pairwise

from mapapp.events.segments import Segment
from mapapp.events.words import BE, NEGATIONS
from mapapp.model import Modality

_SUPPOSING = frozenset("may might could if unless whether possibly perhaps probably".split())
_FORESEEING = frozenset(
    "predict predicts predicted forecast forecasts expected anticipated projected likely unlikely"
    " estimated fears feared hope hopes hoped expect expects rumored rumoured alleged"
    " allegedly".split()
)
_PLANNING = frozenset(
    "will shall plan plans planned intend intends intended scheduled slated aims aimed"
    " proposes proposed upcoming planning intending due".split()
)
# `Planned` and the like are finite reports of an intention only before an infinitive or a date;
# as adjectives (`the planned base`) they say nothing of the clause.
_NEED_INFINITIVE = frozenset(
    "plan plans planned intend intends intended aims aimed planning intending proposes proposed"
    " due".split()
)
_SIGNS = NEGATIONS | _SUPPOSING | _FORESEEING | _PLANNING | {"would"}
_NEAR = 4  # words around the verb in which a negation denies it


def modality(
    words: Sequence[str], named: Container[int], segment: Segment, hosts: Sequence[Segment]
) -> Modality:
    """Read the modality of a clause, and of the clauses that report it.

    Parameters
    ----------
    words : sequence of str
        The sentence's words in lower case.
    named : container of int
        Indexes of those that belong to dates and places: May, the Cape of Good Hope.
    segment : Segment
        The clause.
    hosts : sequence of Segment
        The clauses that it depends on: `It is predicted` of `that Armenia will exceed it`.
    """
    if _SIGNS.isdisjoint(words):
        return "asserted"
    lowered = ["" if i in named else word for i, word in enumerate(words)]
    inside = lowered[segment.first : segment.last]
    if segment.verb is not None and _negated(lowered, segment):
        return "negated"
    reports = [word for host in hosts for word in lowered[host.first : host.last]]
    unreal = any(pair == ("would", "have") for pair in pairwise(inside))
    if (
        unreal
        or any(word in _FORESEEING for word in reports)
        or any(word in _SUPPOSING or word in _FORESEEING for word in inside)
    ):
        return "hypothetical"
    return "planned" if _planned(inside) else "asserted"


def _negated(lowered: Sequence[str], segment: Segment) -> bool:
    assert segment.verb is not None
    near = lowered[max(segment.verb - 1, segment.first) : segment.verb + _NEAR]
    for i, word in enumerate(near):
        if word in NEGATIONS and near[i + 1 : i + 2] != ["only"]:
            return True
    return False


def _planned(words: Sequence[str]) -> bool:
    for i, word in enumerate(words):
        if word not in _PLANNING:
            continue
        if word == "due" and words[max(i - 1, 0)] not in BE:
            continue  # `failed due to the weather`
        if word not in _NEED_INFINITIVE or list(words[i + 1 : i + 2]) == ["to"]:
            return True
    return False
