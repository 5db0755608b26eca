"""What layers say about places and days in words and grades."""

from mapapp.layers.feature import Precision, Time
from mapapp.layers.names import shown_name
from mapapp.model import Certainty, Event, Kind, Place, Tie, When, iso_date

_PRECISION: dict[Kind, Precision] = {
    "settlement": "settlement",
    "country": "country",
    "territory": "country",
    "historic_state": "country",
    "admin1": "region",
    "admin2": "district",
    "region": "region",
    "continent": "region",
    "sea": "region",
    "river": "region",
    "lake": "region",
    "mountain": "region",
    "island": "region",
    "airport": "point",
    "base": "point",
    "site": "point",
}
_CERTAIN, _LESS_CERTAIN = 0.8, 0.5  # scores from which a tie is called so


def precision(place: Place | None) -> Precision:
    """How exactly the place is drawn; `unlocated` without a place or its coordinates."""
    if place is None or place.lon is None or place.lat is None:
        return "unlocated"
    return _PRECISION[place.kind]


def all_names(place: Place) -> str:
    """Every name of the place, the one to show first, joined by `; `."""
    return "; ".join(dict.fromkeys([place.name, *(name.text for name in place.names)]))


def usual_names(place: Place) -> str:
    """The names that a source vouches for by a language or days, joined by `; `.

    A large town has two hundred untagged spellings in GeoNames; repeated with each of its events
    they would be most of a file. They stand in the `places` layer, once.
    """
    return "; ".join(place.usual_names)


def tie_certainty(tie: Tie | None) -> Certainty | None:
    """Grade of a tie's score in the words of Linked Places Format; None without a tie."""
    if tie is None:
        return None
    if tie.score >= _CERTAIN:
        return "certain"
    return "less-certain" if tie.score >= _LESS_CERTAIN else "uncertain"


def date_certainty(event: Event) -> Certainty | None:
    """How sure the date is; never `certain` where it was carried over from other words."""
    if event.when is None:
        return None
    if event.inferred and event.when.certainty == "certain":
        return "less-certain"
    return event.when.certainty


def ties_in_words(event: Event) -> str:
    """All ties, `Turkey (party); Azerbaijan (party)`."""
    return "; ".join(f"{shown_name(tie.place)} ({tie.role})" for tie in event.ties)


def json_fg_time(when: When | None) -> Time | None:
    """JSON-FG's `time`: null where there is no date, or a year that RFC 3339 cannot write.

    RFC 3339 stops at the years 0 and 9999; an end beyond them is no open end, so the whole
    stretch is left out here and stands in `start_date`, `end_date` and `edtf` alone.
    """
    if when is None or (when.first is None and when.last is None):
        return None
    first, last = iso_date(when.first) or "..", iso_date(when.last) or ".."
    if not (_has_four_digits(first) and _has_four_digits(last)):
        return None
    return Time(date=first) if first == last else Time(interval=(first, last))


def _has_four_digits(date: str) -> bool:
    return date == ".." or (not date.startswith("-") and len(date) == len("9999-12-31"))
