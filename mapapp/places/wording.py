"""What the words around a name say of the kind of place: `Washington state`, `LONDON (AP) --`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from mapapp.model import Span
from mapapp.places.options import ADMIN1, ADMIN2, COUNTRY, SETTLEMENT

_KIND: Mapping[str, int] = MappingProxyType(
    {
        **dict.fromkeys(("state", "province", "governorate", "prefecture", "governor"), ADMIN1),
        **dict.fromkeys(("county", "parish", "sheriff"), ADMIN2),
        **dict.fromkeys(("city", "town", "village", "mayor"), SETTLEMENT),
        **dict.fromkeys(("republic", "kingdom", "nation"), COUNTRY),
    }
)
_WORDS = "|".join(_KIND)
_BEFORE = re.compile(rf"\b({_WORDS})\s+of\s+(?:the\s+)?$", re.IGNORECASE | re.ASCII)
# Not `Colorado State University`, nor the name that `city` has a capital in.
_AFTER = re.compile(rf"\s+({_WORDS})\b(?!\s+[A-Z])", re.ASCII)
_INSIDE = re.compile(rf"^({_WORDS}) of\b|\b({_WORDS})$", re.IGNORECASE | re.ASCII)
_DATELINE = re.compile(r"(?:,[^\n]{1,30}?)?\s*(?:\([^()\n]{1,30}\)\s*)?(?:[—–]|--|-\s)")
_REACH = 60  # letters looked at before and after


@dataclass(frozen=True, slots=True)
class Wording:
    """What is said of the mentions of one name.

    Attributes
    ----------
    told : mapping of int to float
        Share of the mentions with a word for that kind (an index into KINDS) beside them.
    dateline : float
        Share of the mentions from which a paper dates its news: always a town.
    """

    told: Mapping[int, float] = field(default_factory=dict)
    dateline: float = 0.0

    def speaks_for(self, kind: int) -> float:
        """From 1, all mentions are told to be of the kind, to -1, all of another."""
        return 2 * self.told.get(kind, 0.0) - sum(self.told.values())

    def datelines(self, kind: int) -> float:
        """How far datelines speak for the kind, from -1 to 1."""
        return self.dateline if kind == SETTLEMENT else -self.dateline


UNSAID = Wording()


def wording(text: str, spans: Sequence[Span], key: str) -> Wording:
    """What is said of a name's mentions.

    Parameters
    ----------
    key : str
        The folded name; a word such as `city` that is part of it says nothing.
    """
    told: dict[int, float] = {}
    datelines = 0
    for span in spans:
        kind = _told(text, span, key)
        if kind is not None:
            told[kind] = told.get(kind, 0.0) + 1 / len(spans)
        datelines += _is_dateline(text, span)
    return Wording(told, datelines / len(spans))


def _told(text: str, span: Span, key: str) -> int | None:
    surface = span.of(text)
    inside = _INSIDE.search(surface) if " " in surface else None
    word = (inside[1] or inside[2]).lower() if inside else ""
    if word and word not in key.split():
        return _KIND[word]
    near = _AFTER.match(text, span.end, span.end + _REACH)
    if near is None and "of " in text[max(0, span.start - 7) : span.start]:
        near = _BEFORE.search(text, max(0, span.start - _REACH), span.start)
    return _KIND[near[1].lower()] if near else None


def _is_dateline(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 3) : span.start].rpartition("\n")
    opens = before[1] or span.start <= len(before[2])
    return (
        bool(opens)
        and not any(map(str.isalnum, before[2]))
        and _DATELINE.match(text, span.end, span.end + _REACH) is not None
    )
