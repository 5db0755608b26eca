"""Names that patterns of a few words give away where the chain is shy.

News corpora seldom mark `Shusha` in `Shusha Declaration`, and histories are full of such names;
nor do they write `Şuşa`; and a town that few write of is unknown to the chain at a dateline too.
Papers abbreviate `Tex.`; only letters have `Paris, TX`.
"""

from collections.abc import Iterator, Sequence, Set

from mapapp.model import Span, Usage
from mapapp.places.codes import divisions_of
from mapapp.places.gazetteer import Gazetteer, rank
from mapapp.places.matches import Match
from mapapp.places.mention import Mention
from mapapp.places.sheet import Sheet
from mapapp.places.words import Mark, word_hash

# What wars, treaties and meetings are called; the place before it is a part of the name.
_OCCASIONS = frozenset(
    "war wars declaration agreement agreements accord accords treaty pact protocol protocols summit"
    " conference convention talks peace armistice truce ceasefire offensive campaign crisis"
    " conflict uprising revolt rebellion revolution massacre pogrom genocide siege battle"
    " process memorandum charter communique mandate games olympics".split()
)
_SCORE = 0.8
_DASHES = frozenset(map(word_hash, "-–—"))
_LONG = 4  # letters of a name that is no acronym
_WELL_KNOWN = 3.5  # least prominence: `Cold` and `Civil` may be villages


class Patterns:
    """Finds mentions that the chain left out."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def find(
        self, page: Sheet, matches: Sequence[Match], mentions: Sequence[Mention]
    ) -> list[Mention]:
        """Further mentions, none overlapping the given ones; in no order."""
        taken = {at for mention in mentions for at in range(mention.first, mention.last)}
        by_first = {match.first: match for match in matches}
        found = []
        for match in matches:
            words = range(match.first, match.last)
            if not taken.isdisjoint(words):
                continue
            if self._names_occasion(page, match, by_first):
                usage: Usage = "name_part"
            elif self._is_spelt_abroad(page, match, taken) or self._is_dateline(page, match):
                usage = "literal"
            else:
                continue
            taken.update(words)
            found.append(_mention(page, match.first, match.last, usage))
        found += self._states(page, [*mentions, *found], taken)
        return found

    def _states(
        self, page: Sheet, mentions: Sequence[Mention], taken: Set[int]
    ) -> Iterator[Mention]:
        """The letters of the post behind a town that lies in their state."""
        for mention in mentions:
            comma, at = mention.last, mention.last + 1
            if at >= len(page.folded) or page.folded[comma] != "," or at in taken:
                continue
            code = page.folded[at].upper()
            divisions = divisions_of(code) if len(code) > 1 and page.is_shouted(at) else ()
            shouted = all(map(page.is_shouted, range(mention.first, mention.last)))
            if not divisions or shouted:  # `PARIS, OR ROME` of a headline
                continue
            town = " ".join(filter(None, page.folded[mention.first : mention.last]))
            towns = self._gazetteer.lookup(town)
            if any(division.holds(place) for division in divisions for place in towns):
                yield _mention(page, at, at + 1, "literal")

    def _is_spelt_abroad(self, page: Sheet, match: Match, taken: Set[int]) -> bool:
        """Does a name with letters that English lacks follow `in`, or a place and `and`?"""
        at, marks = match.first, page.words.marks
        if not at or not marks[at] & Mark.FOREIGN or page.is_capital(at - 1):
            return False
        if match.last < len(page.folded) and page.is_capital(match.last):
            return False  # the name of a person or a thing goes on
        listed = at > 1 and at - 2 in taken and page.folded[at - 1] in ("and", "or", ",")
        led = listed or bool(marks[at - 1] & Mark.LOCATIVE)
        return led and bool(self._gazetteer.lookup(match.name))

    def _is_dateline(self, page: Sheet, match: Match) -> bool:
        """Is the name in capitals what opens a report: `HUDSON -- Officials say`?"""
        first, dash = match.first, match.last
        if dash >= len(page.folded) or not page.opens[first] or len(match.name) < _LONG:
            return False
        named = all(map(page.is_shouted, range(first, dash))) and not page.is_usual(first)
        apart = page.ends[dash - 1] < page.starts[dash]
        cut = apart and int(page.words.word[dash]) in _DASHES
        return bool(named and cut and self._gazetteer.lookup(match.name))

    def _names_occasion(self, page: Sheet, match: Match, by_first: dict[int, Match]) -> bool:
        """Is a well-known place followed by `Declaration`, or by the name of a people?"""
        at = match.first
        if match.last >= len(page.folded) or page.is_usual(at) or page.is_shouted(at):
            return False
        following = by_first.get(match.last)
        people = following is not None and self._gazetteer.demonyms(following.name)
        occasion = page.folded[match.last] in _OCCASIONS and page.is_capital(match.last)
        if not (people or occasion) or self._gazetteer.demonyms(match.name):
            return False
        places = self._gazetteer.lookup(match.name)
        return bool(places) and rank(places[0]) >= _WELL_KNOWN


def _mention(page: Sheet, first: int, last: int, usage: Usage) -> Mention:
    span = Span(int(page.starts[first]), int(page.ends[last - 1]))
    return Mention(span, first, last, _SCORE, usage)
