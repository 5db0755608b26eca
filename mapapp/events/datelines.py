"""Where news were written, which is not where it happened: `KABUL, 3 May (Agency) — In Ghazni`."""

import re
from collections.abc import Sequence

from mapapp.events.episode import WIDE
from mapapp.model import Span, Toponym

# Names, a date and an agency up to a dash, without a word in small letters but those inside names.
_DATELINE = re.compile(
    r"(?:[A-Z\d][\w.'’-]*,?\s+|(?:of|de|la|el|al)\s+){1,10}(?P<agency>\([^()\n]{1,30}\)\s*)?"
    r"(?:—|–|--|-(?=\s))\s*"
)


def beyond_dateline(text: str, sentence: Span, toponyms: Sequence[Toponym]) -> list[Toponym]:
    """The places of a paragraph's first sentence without those of the dateline before it.

    Where it names no other place that something can be at, the dateline's is the best there is.
    """
    found = _DATELINE.match(text, sentence.start, sentence.end)
    if found is None or not (found["agency"] or "," in found[0] or found[0].split()[0].isupper()):
        return list(toponyms)  # `Lima – the capital – fell`
    behind = [one for one in toponyms if one.span.start >= found.end()]
    return behind if any(map(_is_narrow, behind)) else list(toponyms)


def _is_narrow(toponym: Toponym) -> bool:
    """Is it somewhere within a country or province, be it a point or a region?"""
    place = toponym.place
    return toponym.usage == "literal" and place is not None and place.kind not in WIDE
