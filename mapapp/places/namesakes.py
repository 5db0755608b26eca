"""Mentions to take back or to mark: what is called after a place, a sea or a side of the world.

The chain learned from news of towns, where such names are rare: people called like a state, firms
like a town, alliances after an ocean, exercises after a range, gatherings numbered by their year,
and the West as a side in politics.
"""

from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace

from mapapp.places.mention import Mention
from mapapp.places.sheet import Sheet
from mapapp.places.words import FAMILY, GIVEN, Mark

_SIDES = frozenset("north south east west".split())
_OCEANS = frozenset("atlantic pacific".split())
_BODIES = frozenset(
    "alliance assembly association commission committee convention cooperation council forum"
    " fund initiative organisation organization pact partnership programme program treaty"
    .split()
)  # fmt: skip
_EXERCISES = frozenset("exercise exercises drill drills manoeuvres maneuvers wargames".split())
# Firms and agencies that far more is written of than of the towns called so. Firms that share their
# name with large towns (Kawasaki, Santander) or with rivers (Amazon) are left to the chain.
_FIRMS = frozenset(
    "anadolu baidu bayer canon carlsberg chevron cisco google hitachi honda kellogg merck michelin"
    " mobil nissan nokia opel oracle puma samsung skoda tass toyota upi xiaomi xinhua".split()
)
# What goes by a name that follows at once. No text with gold has a place there.
_CALLED = frozenset(
    "frigate frigates destroyer destroyers cruiser cruisers submarine submarines corvette corvettes"
    " steamer steamers steamship schooner schooners trawler trawlers tanker tankers freighter"
    " battleship battleships minesweeper gunboat gunboats sloop brig barque yacht liner vessel"
    " novel novels album song opera musical".split()
)
_CALLED_OR_DONE = frozenset("film films ship ships".split())  # they film Paris, ship Baku's oil
# Who is a peer goes by the name of his land: the Earl of Essex is Essex, and marches.
_PEERS = frozenset(
    "duke duchess earl count countess marquess marquis marchioness viscount viscountess baron"
    " baroness".split()
)
_OWNING = frozenset("the a an his her their its whose this that".split())
_WITHIN = frozenset("in near outside".split())
_JOINED = 4  # words of a name that are looked at beyond the place


def put_right(page: Sheet, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that are left, those within a longer name marked as parts of a name."""
    people = _given_names(page, mentions) | _peers(page, mentions)
    firms = _FIRMS - _towns(page, mentions)
    drilled = not _EXERCISES.isdisjoint(page.folded)
    return [
        replace(mention, usage="name_part")
        if _in_alliance(page, mention) or _is_numbered(page, mention) or _is_title(page, mention)
        else mention
        for mention in mentions
        if not (_is_side(page, mention) or _is_called(page, mention))
        and not (drilled and _in_exercise(page, mention))
        and not (
            (page.folded[mention.first] in firms or page.words.word[mention.first] in people)
            and _is_word(mention)
            and not _is_title(page, mention)
        )
    ]


def _given_names(page: Sheet, mentions: Sequence[Mention]) -> set[int]:
    """The words that are nothing but somebody's given name in this text.

    Once `Georgia Stevens` is told of, `Georgia` is she, unless something is in Georgia or in
    Atlanta, Georgia as well. The chain has seen too few such texts to go against so well-known a
    name each time.
    """
    words = page.words
    asked = [
        mention.first
        for mention in mentions
        if _is_word(mention) and words.person[mention.first] & GIVEN
    ]
    if not asked:
        return set()
    longer = {at for one in mentions if not _is_word(one) for at in range(one.first, one.last)}
    called, placed = set[int](), set[int]()
    for at in np.flatnonzero(np.isin(words.word, words.word[asked])).tolist():
        if _opens_full_name(page, at) and at not in longer:
            called.add(int(words.word[at]))
        elif _is_placed(page, at):
            placed.add(int(words.word[at]))
    return called - placed


def _peers(page: Sheet, mentions: Sequence[Mention]) -> set[int]:
    """The words that a peer goes by: `the Earl of Essex`, and nothing is in Essex or goes there."""
    titles = [
        at + 2
        for at, folded in enumerate(page.folded)
        if folded in _PEERS and page.is_capital(at) and page.folded[at + 1 : at + 2] == ["of"]
    ]
    if not titles:
        return set()
    word = page.words.word
    called = {int(word[at]) for at in titles if at < len(word)}
    return called - {
        int(word[mention.first])
        for mention in mentions
        if _is_placed(page, mention.first) and not _is_title(page, mention)
    }


def _is_title(page: Sheet, mention: Mention) -> bool:
    """Is it the land of a peer's title: `the Duke of York`?"""
    at = mention.first - 2
    led = at >= 0 and page.folded[at + 1] == "of" and page.folded[at] in _PEERS
    return led and page.is_capital(at)


def _towns(page: Sheet, mentions: Sequence[Mention]) -> set[str]:
    """The names that the text is `in` somewhere, or that another place follows: `Nokia, Finland`.

    Not so `at Nokia` and `Toyota, Japan's largest maker`.
    """
    found = set[str]()
    firsts = {mention.first for mention in mentions}
    for mention in mentions:
        after = mention.last
        listed = after + 1 in firsts and page.words.marks[after] & Mark.COMMA
        if page.folded[max(mention.first - 1, 0)] in _WITHIN or (
            listed and page.folded[after + 2 : after + 3] != ["s"]
            and page.folded[after + 1] not in _FIRMS
        ):  # fmt: skip
            found.add(page.folded[mention.first])
    return found


def _is_word(mention: Mention) -> bool:
    return mention.last - mention.first == 1


def _opens_full_name(page: Sheet, at: int) -> bool:
    """Does a family name follow, and no name lead up to the word?"""
    words = page.words
    if at + 1 == len(words.word) or not words.person[at + 1] & FAMILY:
        return False
    line_ends = words.marks[[at - 1, at]] & Mark.NEWLINE
    return not line_ends[1] and (at == 0 or bool(line_ends[0]) or not page.is_capital(at - 1))


def _is_placed(page: Sheet, at: int) -> bool:
    """Does the word follow `in` and the like, or another name and a comma?

    `to Georgia's credit` and `Cory Stevens, Georgia's father` tell nothing: people own much.
    """
    if at < 2 or page.folded[at + 1 : at + 2] == ["s"]:
        return False
    before = page.words.marks[at - 1]
    return bool(before & Mark.LOCATIVE or (before & Mark.COMMA and page.is_capital(at - 2)))


def _is_side(page: Sheet, mention: Mention) -> bool:
    """Is it the West that is accused, or that accuses?"""
    words = page.folded[mention.first : mention.last]
    return words[-1] in _SIDES and words[:-1] in ([], ["the"])


def _in_alliance(page: Sheet, mention: Mention) -> bool:
    """Is an ocean followed by what alliances are called: North Atlantic Treaty?"""
    if page.folded[mention.last - 1] not in _OCEANS:
        return False
    rest = page.folded[mention.last : _end_of_name(page, mention.last)]
    return not _BODIES.isdisjoint(rest)


def _in_exercise(page: Sheet, mention: Mention) -> bool:
    """Does the name go on beyond the place: Caucasus Eagle drills, but not Black Sea drills?"""
    end, before = _end_of_name(page, mention.last), max(0, mention.first - 1)
    around = (page.folded[before], *page.folded[end : end + 1])
    return end > mention.last and not _EXERCISES.isdisjoint(around)


def _is_called(page: Sheet, mention: Mention) -> bool:
    """Is it a ship, a class of ships, a work or an author: `the frigate Lyon`, `Lyon et al.`?"""
    after = page.folded[mention.last : mention.last + 2]
    if after in (["", "class"], ["et", "al"]):
        return True
    owner, noun = (page.folded[max(at, 0)] for at in (mention.first - 2, mention.first - 1))
    called = noun in _CALLED or (noun in _CALLED_OR_DONE and owner in _OWNING)
    ends = Mark.CAPITAL | Mark.NEWLINE
    return called and not page.words.marks[mention.first - 1] & ends


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
