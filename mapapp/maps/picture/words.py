"""What a picture says in words: its subtitle, its description, its notes."""

from collections.abc import Sequence

from mapapp.locale import gettext as _
from mapapp.locale import ngettext
from mapapp.locale.messages import capitalised
from mapapp.maps.human import facts_in_words, human_days, span_in_words
from mapapp.maps.picture.marks import Drawn, Located
from mapapp.maps.placenames import spoken_name
from mapapp.model import Interval, When

_NAMED = 8  # places named in the description


def subtitle(told: Located, whens: Sequence[When], window: Interval) -> str:
    """`23 events at 9 places, 1990 to 2001`."""
    return facts_in_words(told.count, len(told.marks), _days(whens, window))


def description(title: str, told: Located, whens: Sequence[When], window: Interval) -> str:
    """The picture for those who do not see it."""
    named = [f"{spoken_name(mark.place)} ({mark.count})" for mark in told.marks[:_NAMED]]
    rest = len(told.marks) - len(named)
    if rest:
        named.append(ngettext("and {count} more place", "and {count} more places", rest))
    facts = subtitle(told, whens, window)
    if named:
        facts = _("{facts}: {places}", facts=facts, places=", ".join(named))
    return _("Map of {title}. {facts}.", title=title, facts=facts)


def note(told: Located, found: Sequence[Drawn]) -> str:
    """What the map leaves out, empty when it is nothing."""
    seen = {each.mark.place.id for each in found}
    outside = [mark for mark in told.marks if mark.place.id not in seen]
    said = [f"{spoken_name(mark.place)} ({mark.count})" for mark in outside[:3]]
    if len(outside) > len(said):
        rest = len(outside) - len(said)
        said.append(ngettext("{count} more place", "{count} more places", rest))
    parts = [_("outside the map: {places}", places=", ".join(said))] if said else []
    if told.unlocated:
        parts.append(
            ngettext(
                "{count} event without a known place",
                "{count} events without a known place",
                told.unlocated,
            )
        )
    return capitalised("; ".join(parts))


def plain(text: str) -> str:
    """The text without what no file format can write: controls, surrogates, non-characters."""
    return "".join(letter for letter in text if _is_writable(letter))


def _is_writable(letter: str) -> bool:
    return " " <= letter < "\ud800" or "\udfff" < letter < "\ufffe" or letter > "\uffff"


def _days(whens: Sequence[When], window: Interval) -> str:
    if window.first is not None and window.last is not None:
        return human_days(window.first, window.last)
    firsts = [when.first for when in whens if when.first is not None]
    lasts = [when.last for when in whens if when.last is not None]
    first = window.first if window.first is not None else min(firsts, default=None)
    last = window.last if window.last is not None else max(lasts, default=None)
    if first is None or last is None or first > last:
        return ""
    return span_in_words(first, last)
