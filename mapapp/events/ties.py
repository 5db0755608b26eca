"""Which places of a sentence belong to a date in it, and how surely."""

import re
from collections.abc import Iterable, Sequence

from mapapp.events.dates import Dated
from mapapp.events.episode import WIDE
from mapapp.events.roles import Mention, lies_in
from mapapp.events.segments import clause_of
from mapapp.events.sentence import Sentence
from mapapp.events.words import ACT_ON_PLACE, stem_of
from mapapp.model import ROLES, Place, Role, Span, Tie, Toponym, When

# How sure a tie is by the distance between date and place: same phrase, same clause, a clause
# that leans on the other, elsewhere in the sentence, with another date.
_SURENESS = (1.0, 0.95, 0.8, 0.6, 0.5)
_WIDER = WIDE | {"river", "mountain"}  # their points may lie far from where it was
_INTO = frozenset("in at near off on to into".split())
_SAME_CLAUSE = 2  # the furthest that is still told together with the date
_WEAK = 0.8  # an adjective or part of a name, where nothing better is there
_LIKELY = 0.3
_UNKNOWN = 0.5  # the name is in no gazetteer: the tie can be told, not drawn

_Ranked = list[tuple[int, Mention]]


def ties(sentence: Sentence, dated: Dated, *, one_scene: bool = False) -> list[Tie]:
    """The places that go with a date, best role first.

    A place where it happened is taken from as near to the date as there is one; parties from the
    date's clause; adjectives (`Turkish`) add parties, and names inside names (`Brussels Summit`)
    count only where nothing else says where. What a sentence says of another date was there too
    only in the text of `one_scene`: `He was born in Lima in 1903 and died in 1950`.
    """
    if not sentence.mentions:
        return []
    levels = [_level(sentence, dated, mention) for mention in sentence.mentions]
    nearest: dict[int, int] = {}  # a list of places stands where its nearest one does
    for level, mention in zip(levels, sentence.mentions, strict=True):
        nearest[mention.chain] = min(level, nearest.get(mention.chain, level))
    ranked = [(nearest[mention.chain], mention) for mention in sentence.mentions]
    if sentence.lists_names(dated):
        ranked = _within(ranked, 0)
    wheres = [pair for pair in ranked if pair[1].role != "party" and not pair[1].weak]
    parties = [pair for pair in ranked if pair[1].role == "party" and not pair[1].weak]
    chosen = _nearest(wheres, 2) + _within(parties, 1)
    for pair in _within(wheres, 3):
        if _joins(sentence, dated, pair, chosen) or _narrows(sentence, pair, chosen):
            chosen.append(pair)
    if not _drawable(chosen):
        bodies = [pair for pair in parties if pair[0] <= _SAME_CLAUSE or _is_body(pair[1])]
        chosen += _nearest(bodies, 3) or _nearest(wheres, 3)
    if not any(pair in wheres for pair in chosen):
        chosen += _nearest([pair for pair in ranked if _is_in_name(pair[1])], 1)
    adjectives = [pair for pair in ranked if pair[1].weak and pair[1].role == "party"]
    chosen += _within(adjectives, 1 if _drawable(chosen) else 3)
    if not chosen and one_scene:  # what the sentence says of another date
        chosen = _within(wheres, 4) + _within(parties, 4)
    return unique(_tie(level, mention) for level, mention in chosen)


def _joins(sentence: Sentence, dated: Dated, pair: tuple[int, Mention], chosen: _Ranked) -> bool:
    """Does a place share the date by a verb of the same subject: `shook Lima and razed Callao`?"""
    mention = pair[1]
    if pair in chosen or mention.role != "location":
        return False
    segments, lowered = sentence.segments, sentence.lowered
    here = mention.segment
    clause = segments[here]
    told = clause_of(segments, dated.segment)
    return (
        here == told + 1
        and clause.verb == clause.first + 1
        and lowered[clause.first] == "and"
        and stem_of(lowered[clause.verb]) in ACT_ON_PLACE
        and all(other.segment != here for other in sentence.dates)
    )


def _narrows(sentence: Sentence, pair: tuple[int, Mention], chosen: _Ranked) -> bool:
    """Does a place lie in the country that is all that was said: `came to Peru, to Callao`?"""
    wheres = [other for _, other in chosen if other.role != "party"]
    toponym = pair[1].toponym
    return (
        pair not in chosen
        and pair[0] <= _SAME_CLAUSE
        and sentence.lowered[pair[1].first - 1] in _INTO
        and bool(wheres)
        and all(lies_in(toponym, other.toponym) or _is_sea(other) for other in wheres)
    )


def _is_sea(mention: Mention) -> bool:
    place = mention.toponym.place
    return place is not None and place.kind in ("sea", "continent")


def _drawable(chosen: _Ranked) -> bool:
    return any(mention.toponym.resolution is not None for _, mention in chosen)


def _level(sentence: Sentence, dated: Dated, mention: Mention) -> int:
    """How far a place stands from a date, 0 to 3; 4 when it goes with another date."""
    segments = sentence.segments
    here = mention.segment
    behind = _bracketed(sentence, dated)
    if behind is not None:
        return 0 if behind is mention else 4
    if here == dated.segment:
        return 0 if _nearest_date(sentence, mention) in (None, dated.when) else 4
    its_dates = [other.when for other in sentence.dates if other.segment == here]
    if its_dates and dated.when not in its_dates:
        return 4
    own, its = clause_of(segments, dated.segment), clause_of(segments, here)
    if own == its or (segments[dated.segment].kind == "aside" and here == dated.segment - 1):
        return 1
    if own == segments[its].host or its == segments[own].host:
        return 2
    return 3


def _bracketed(sentence: Sentence, dated: Dated) -> Mention | None:
    """The place right before a date that stands alone in brackets: `to Quito (1850–51), Lima`."""
    segment = sentence.segments[dated.segment]
    if segment.kind != "aside" or not dated.spans:
        return None
    if any(
        i not in sentence.dated_words
        for i in range(segment.first, segment.last)
        if sentence.words[i].kind != "mark"
    ):
        return None
    before = [one for one in sentence.mentions if one.last <= segment.first]
    near = before[-1] if before else None
    return near if near and near.last >= segment.first - 1 and not near.weak else None


def _nearest_date(sentence: Sentence, mention: Mention) -> When | None:
    """The date of a place in a phrase with several of both: `in Lima in 1990 and in Quito in 1991`.

    None unless every date of the phrase has a place that stands nearer to it than to the others.
    """
    segment = mention.segment
    dates = [date for date in sentence.dates if date.segment == segment]
    if len(dates) < 2:
        return None
    wheres = [one for one in sentence.mentions if one.role != "party" and one.segment == segment]
    nearest = {one.first: min(dates, key=lambda date: _gap(one, date.spans)).when for one in wheres}
    if {date.when for date in dates} != set(nearest.values()):
        return None
    return nearest.get(mention.first)


def _gap(mention: Mention, spans: Sequence[Span]) -> int:
    place = mention.toponym.span
    return min(max(span.start - place.end, place.start - span.end) for span in spans)


def _within(ranked: _Ranked, furthest: int) -> _Ranked:
    return [pair for pair in ranked if pair[0] <= furthest]


def _nearest(ranked: _Ranked, furthest: int) -> _Ranked:
    nearest = min([level for level, _ in ranked], default=0)
    return [pair for pair in ranked if pair[0] == nearest] if nearest <= furthest else []


def _is_body(mention: Mention) -> bool:
    """Is it a country, which what is told elsewhere in the sentence is of, too?"""
    place = mention.toponym.place
    return place is not None and place.kind in WIDE


def _is_in_name(mention: Mention) -> bool:
    return mention.toponym.usage == "name_part" and mention.role != "party"


def _tie(level: int, mention: Mention) -> Tie:
    sure = _SURENESS[level] * (_WEAK if mention.weak else 1.0)
    return tie(mention.toponym, mention.name, mention.role, sure)


def tie(toponym: Toponym, name: str, role: Role, sure: float) -> Tie:
    """A tie to the place that a toponym names, or to an unlocated one where nobody knows it."""
    resolution = toponym.resolution
    if resolution is None:
        return Tie(unlocated(name), role, toponym.span, round(_UNKNOWN * sure, 3))
    return Tie(resolution.place, role, toponym.span, round(resolution.score * sure, 3))


def unlocated(name: str) -> Place:
    """A place of which only the name is known; its id is made from the name."""
    slug = re.sub(r"\W+", "-", name.casefold()).strip("-")
    return Place(id=f"un:{slug}", name=name, kind="site")


def unique(found: Iterable[Tie]) -> list[Tie]:
    """One tie a place, sorted by role as in ROLES, then narrow places first, then by score."""
    best: dict[str, Tie] = {}
    for one in sorted(found, key=_precedence):
        best.setdefault(one.place.id, one)
    return list(best.values())


def _precedence(one: Tie) -> tuple[int, bool, float]:
    # Of `at Praia in Cape Verde` the town gives the point, unless it is hardly likely.
    wide = one.place.kind in _WIDER or one.score < _LIKELY
    return ROLES.index(one.role), wide, -one.score


def located(found: Sequence[Tie]) -> bool:
    """Does one of them say where it happened, at a place that can be drawn?"""
    return any(one.role != "party" and one.place.lon is not None for one in found)
