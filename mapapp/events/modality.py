"""Whether a clause tells a fact, or denies it, plans it or only supposes it."""

from collections.abc import Container, Sequence
from itertools import pairwise

from mapapp.events.segments import Segment
from mapapp.events.stems import present_forms
from mapapp.events.words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    FINITE_AUXILIARIES,
    NEGATIONS,
    PREPOSITIONS,
    SAYING,
    is_adverb,
)
from mapapp.model import Modality

_MODALS = frozenset("may might could".split())
_SUPPOSING = frozenset("if unless whether possibly perhaps probably".split())
_FORESEEING = frozenset(
    "predict predicts predicted forecast forecasts expected anticipated projected likely unlikely"
    " estimated fears feared hope hopes hoped expect expects rumored rumoured alleged allegedly"
    " reportedly supposedly purportedly".split()
)
# What these report is somebody's word alone, or not so: `claimed that`, `the report proved false`.
_DOUBTING = frozenset(
    "claim claims claimed allege alleges alleged allegation allegations accuse accuses accused"
    " suspect suspects suspected rumour rumours rumor rumors deny denies denied dispute disputes"
    " disputed reject rejects rejected false untrue unfounded baseless disproved refuted doubts"
    " doubted fear fears feared".split()
)
_UNTRUE = [["false"], ["untrue"], ["unfounded"], ["baseless"]]
_HEARSAY = frozenset("rumour rumours rumor rumors legend legends hearsay unconfirmed".split())
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
_WANTING = frozenset(
    "want wants wanted promise promises promised vow vows vowed pledge pledges pledged threatens"
    " threaten intends".split()
)
# Before an infinitive, of what may not have come about: `they were supposed to land`.
_MEANING = frozenset("supposed meant swore sworn threatened offered going".split())
_OBJECTS = frozenset("me him her us them it you".split())
_SOON = frozenset("set going about due scheduled planned slated expected bound".split())
_ARRANGED = frozenset("scheduled planned slated due".split())  # told of the past, too
_HELD = frozenset(
    "said believed thought reported alleged rumoured rumored supposed presumed understood claimed"
    " assumed".split()
)
_ACCUSED = frozenset("accuse accuses accused suspected".split())
_HELD_OF = _HELD | _ACCUSED
_NOT_DONE = frozenset(
    "cancelled canceled averted aborted scrapped shelved postponed foiled thwarted".split()
)
# A plan that meets with this came to nothing; a town that does was there.
_GIVEN_UP = frozenset("dropped abandoned rejected blocked vetoed denied".split()) | _NOT_DONE
_PLANS = frozenset(
    "plan plans proposal proposals scheme bid report reports rumour rumours rumor rumors claim"
    " claims".split()
)
_OFFERS = frozenset("call calls offer offers invitation invitations".split())
_FAILING = frozenset("fail fails failed refuse refuses refused decline declines declined".split())
# What fails of these leaves nobody there; a failed attack was one.
_GOING = frozenset("reach visit enter come go arrive attend travel return leave join".split())
_NOBODY = frozenset("no neither none nobody nothing".split())
_MEASURES = frozenset("fewer less more sooner doubt longer matter later one".split())
_TELLING_THAT = frozenset("said say rumoured rumored believed thought claimed".split())
_ANYBODY = frozenset("it some many people".split())
_SHORT = 4  # words of `some people said that`
_WHEN = frozenset("for in on at next by".split())
_INVERTED = frozenset("had were should".split())
_SIGNS = (
    NEGATIONS | _MODALS | _SUPPOSING | _FORESEEING | _DOUBTING | _HEARSAY | _PLANNING | _WANTING
    | _SOON | _GIVEN_UP | _MEANING | _FAILING | _NOBODY | {"would", "?", "off", "unable"}
)  # fmt: skip
_TO_BE = _HELD | {"is", "are", "was", "were", "said"}


def modality(
    words: Sequence[str],
    named: Container[int],
    segment: Segment,
    hosts: Sequence[Segment],
    date: int = 0,
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
    date : int
        Index of the first word of its date; 0 for none.
    """
    signs = not _SIGNS.isdisjoint(words) or ("to" in words and not _TO_BE.isdisjoint(words))
    signs = signs or words[0] in _ANYBODY
    if not signs and words[segment.first] not in _INVERTED:
        return "asserted"
    lowered = ["" if i in named else word for i, word in enumerate(words)]
    if segment.verb is not None and _negated(lowered, segment, segment.verb):
        return "negated"
    reports = [word for host in hosts for word in lowered[host.first : host.last]]
    if any(map(_is_hearsay, (lowered[host.first : host.last] for host in hosts))):
        return "hypothetical"
    if _unreal(lowered, segment) or _supposed(lowered, segment, date):
        return "hypothetical"
    if any(word in _FORESEEING or word in _DOUBTING or word in _HEARSAY for word in reports):
        return "hypothetical"
    foretold = "would" in lowered[segment.first : segment.last] and not SAYING.isdisjoint(reports)
    return "planned" if foretold or _planned(lowered, segment) else "asserted"


def _negated(lowered: Sequence[str], segment: Segment, verb: int) -> bool:
    if lowered[verb - 1] in NEGATIONS and verb > segment.first:
        return True
    k = verb
    while k < segment.last and (lowered[k] in AUXILIARIES or is_adverb(lowered[k]) or k == verb):
        if lowered[k] in NEGATIONS:
            return lowered[k + 1 : k + 2] not in (["only"], ["until"])
        k += 1
    if lowered[verb] in FINITE_AUXILIARIES and lowered[k : k + 1] == ["never"]:
        return True
    if _given_up(lowered, segment.first, verb):
        return True
    if lowered[verb] in BE:
        done = lowered[k : k + 1]
        if done and (done[0] in _NOT_DONE or lowered[k : k + 2] == ["called", "off"]):
            return True
        if done == ["no"] and "there" in lowered[segment.first : verb]:
            return lowered[k + 1] not in _MEASURES
    return _is_nobody(lowered, segment.first, verb) or _came_to_nothing(lowered, verb)


def _given_up(lowered: Sequence[str], first: int, verb: int) -> bool:
    """Is what was given up a plan: `plans for a port were dropped`, `she declined the offer`?"""
    done = next(
        (k for k in range(verb, verb + 4) if lowered[k : k + 1] != [] and lowered[k] in _GIVEN_UP),
        None,
    )
    if done is not None:
        objects = lowered[done + 1 : done + 4]
        subject = lowered[0 if first == verb else first : verb]  # `plans, drawn up in May, were`
        return not _PLANS.isdisjoint(subject if done > verb else objects)
    return lowered[verb] in _FAILING and not _OFFERS.isdisjoint(lowered[verb + 1 : verb + 4])


def _is_hearsay(report: Sequence[str]) -> bool:
    """Does nobody answer for it: `it was said that`, `some people say that`?"""
    told = not _TELLING_THAT.isdisjoint(report)
    return told and report[0] in _ANYBODY and len(report) <= _SHORT


def _is_nobody(lowered: Sequence[str], first: int, verb: int) -> bool:
    """Is the subject nobody: `no bombs fell`, `neither side won`?"""
    for k in range(first, verb):
        word = lowered[k]
        if word in _NOBODY:
            inner = k > first and lowered[k - 1] in PREPOSITIONS
            return not inner and (word != "no" or lowered[k + 1] not in _MEASURES - {"one"})
        if word in DETERMINERS:
            return False
    return False


def _came_to_nothing(lowered: Sequence[str], verb: int) -> bool:
    """Did somebody fail to go there: `failed to reach`, `were unable to visit`?"""
    at = verb + (lowered[verb] in BE)
    failed = lowered[at] in _FAILING or lowered[at] == "unable"
    return failed and lowered[at + 1 : at + 2] == ["to"] and lowered[at + 2] in _GOING


def _unreal(lowered: Sequence[str], segment: Segment) -> bool:
    """Is it a question, or what would have been?"""
    inside = lowered[segment.first : segment.last]
    if any(pair == ("would", "have") for pair in pairwise(inside)):
        return True
    foretold = segment.verb is not None and lowered[segment.verb] == "would"
    if foretold and ("if" in lowered or lowered[0] in _INVERTED):
        return True
    if segment.kind == "clause" and lowered[-1] == "?":
        return True
    inverted = segment.first == segment.verb and lowered[segment.first] in _INVERTED
    return inverted and segment.kind == "clause" and segment.first == 0


def _supposed(lowered: Sequence[str], segment: Segment, date: int) -> bool:
    """Is it only supposed, by its own words?"""
    verb = segment.verb
    for i in range(segment.first, segment.last):
        word = lowered[i]
        if word in _MODALS and (verb is None or i == verb or lowered[verb] in SAYING):
            return True
        adjective = i and lowered[i - 1] in DETERMINERS and not word.startswith(("alleg", "rumo"))
        if word in _SUPPOSING or (word in _FORESEEING and not adjective):
            return True
        if _is_held(lowered, i):
            return True
        if word in ("proved", "was", "were") and lowered[i + 1 : i + 2] in _UNTRUE:
            return True
        if _is_charge(lowered, i, date or segment.last):
            return True
    told_by = lowered[0] == "according" and segment.first > 0
    return told_by and not _HEARSAY.isdisjoint(lowered[: segment.first])


def _was_to(done: Sequence[str], lowered: Sequence[str]) -> bool:
    """`Was to be signed`, `was to go but`; but not `was to become king`."""
    passive = len(done) > 1 and done[0] == "be" and done[1].endswith(("ed", "en", "ld", "ilt"))
    return passive or "but" in lowered


def is_plain(lowered: Sequence[str], phrase: Segment) -> bool:
    """Has a phrase no word that plans, supposes or denies?"""
    return _SIGNS.isdisjoint(lowered[phrase.first : phrase.last])


def is_supposed(lowered: Sequence[str], phrase: Segment) -> bool:
    """Does a phrase say what is only held of somebody: `believed to be living`, `accused of`?"""
    if _HELD_OF.isdisjoint(lowered[phrase.first : phrase.last]):
        return False  # nearly all
    return any(
        _is_held(lowered, i) or _is_charge(lowered, i, phrase.last)
        for i in range(phrase.first, phrase.last)
    )


def _is_held(lowered: Sequence[str], i: int) -> bool:
    return lowered[i] in _HELD and lowered[i + 1 : i + 3] in (["to", "have"], ["to", "be"])


def _is_charge(lowered: Sequence[str], i: int, last: int) -> bool:
    """Is somebody accused there of doing something?"""
    if not i or lowered[i] not in _ACCUSED:
        return False
    charge = lowered[i:last]
    return "of" in charge and any(word.endswith("ing") for word in charge)


def _planned(lowered: Sequence[str], segment: Segment) -> bool:
    forms = present_forms()
    words = lowered[segment.first : segment.last]
    verb = segment.verb
    for i, word in enumerate(words):
        before, after = words[max(i - 1, 0)], words[i + 1] if i + 1 < len(words) else ""
        to_do = after == "to" and i + 2 < len(words) and (words[i + 2] in forms or "be" in words)
        told = verb is None or verb in (segment.first + i, segment.first + i - 1)
        if word in _SOON and before in ("is", "are", "'s") and (to_do or after in _WHEN):
            return True
        if word in _ARRANGED and before in ("was", "were") and after in ("for", "on"):
            return True  # and not `planned by an architect in 1905`
        if to_do and told and (word in ("is", "are") or word in _WANTING or word in _MEANING):
            return True
        if word in ("want", "wants", "wanted") and after in _OBJECTS:
            return True
        if word in ("was", "were") and after == "to" and _was_to(words[i + 2 :], lowered):
            return True
        if word not in _PLANNING:
            continue
        if word == "due" and before not in BE:
            continue  # `failed due to the weather`
        if word not in _NEED_INFINITIVE or after == "to":
            return True
    return False
