"""Words that name a place, before it is known which."""

import msgspec

from mapapp.model import Span, Usage
from mapapp.places.matches import Match
from mapapp.places.sheet import Sheet


class Mention(msgspec.Struct, frozen=True):
    """Words that name a place.

    Attributes
    ----------
    first, last : int
        Half-open range of words of the sheet.
    score : float
        Probability that they do.
    """

    span: Span
    first: int
    last: int
    score: float
    usage: Usage = "literal"


class Reading(msgspec.Struct, frozen=True):
    """A text laid out, what the gazetteer matched in it, and the mentions that were found."""

    sheet: Sheet
    matches: tuple[Match, ...]
    mentions: tuple[Mention, ...]
