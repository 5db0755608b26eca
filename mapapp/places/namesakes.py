"""Mentions to take back or to mark: what is called after a place, a sea or a side of the world.

The chain learned from news of towns, where such names are rare: alliances called after an ocean,
exercises after a range, gatherings numbered by their year, and the West as a side in politics.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from mapapp.places.mention import Mention
from mapapp.places.sheet import Sheet

_SIDES = frozenset("north south east west".split())
_OCEANS = frozenset("atlantic pacific".split())
_BODIES = frozenset(
    "alliance assembly association commission committee convention cooperation council forum"
    " fund initiative organisation organization pact partnership programme program treaty"
    .split()
)  # fmt: skip
_EXERCISES = frozenset("exercise exercises drill drills manoeuvres maneuvers wargames".split())
_JOINED = 4  # words of a name that are looked at beyond the place


def put_right(page: Sheet, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that are left, those within a longer name marked as parts of a name."""
    return [
        replace(mention, usage="name_part")
        if _in_alliance(page, mention) or _is_numbered(page, mention)
        else mention
        for mention in mentions
        if not (_is_side(page, mention) or _in_exercise(page, mention))
    ]


def _is_side(page: Sheet, mention: Mention) -> bool:
    """Is it the West that is accused, or that accuses?"""
    words = page.folded[mention.first : mention.last]
    return words[-1] in _SIDES and words[:-1] in ([], ["the"])


def _in_alliance(page: Sheet, mention: Mention) -> bool:
    """Is an ocean followed by what alliances are called: North Atlantic Treaty?"""
    rest = page.folded[mention.last : _end_of_name(page, mention.last)]
    return page.folded[mention.last - 1] in _OCEANS and not _BODIES.isdisjoint(rest)


def _in_exercise(page: Sheet, mention: Mention) -> bool:
    """Does the name go on beyond the place: Caucasus Eagle drills, but not Black Sea drills?"""
    end, before = _end_of_name(page, mention.last), max(0, mention.first - 1)
    around = (page.folded[before], *page.folded[end : end + 1])
    return end > mention.last and not _EXERCISES.isdisjoint(around)


def _is_numbered(page: Sheet, mention: Mention) -> bool:
    """Is a year tied to the name without a gap: Baku-2015?"""
    mark, year = mention.last, mention.last + 1
    if year >= len(page.folded) or page.folded[mark]:  # marks fold to nothing
        return False
    without_gap = page.ends[mark - 1] == page.starts[mark] and page.ends[mark] == page.starts[year]
    return bool(without_gap) and len(page.folded[year]) == 4 and page.folded[year].isdecimal()


def _end_of_name(page: Sheet, at: int) -> int:
    end = at
    while end < min(at + _JOINED, len(page.folded)) and page.is_capital(end):
        end += 1
    return end
