"""The fixed terms of the data in words: categories, kinds of places, roles, grades, states."""

from mapapp.locale import N_, ngettext
from mapapp.locale import gettext as _
from mapapp.locale.messages import capitalised
from mapapp.model import Certainty, Kind, Role, Status
from mapapp.stories.review import Progress

# Those of the lexicon that ships; one of another lexicon is written as its key says.
CATEGORIES = {
    "agreement": N_("Agreement"),
    "arms_transfer": N_("Arms transfer"),
    "training": N_("Training"),
    "exercise": N_("Exercise"),
    "peacekeeping": N_("Peacekeeping"),
    "exhibition": N_("Exhibition"),
    "aid": N_("Aid"),
    "disaster": N_("Disaster"),
    "meeting": N_("Meeting"),
    "organisation": N_("Organisation"),
    "visit": N_("Visit"),
    "journey": N_("Journey"),
    "military_operation": N_("Military operation"),
    "conflict": N_("Conflict"),
    "politics": N_("Politics"),
    "policy": N_("Policy"),
    "economic": N_("Economic"),
    "crime": N_("Crime"),
    "culture": N_("Culture"),
    "life": N_("Life"),
    "other": N_("Other"),
}
_KINDS: dict[Kind, str] = {
    "settlement": N_("town or city"),
    "country": N_("country"),
    "territory": N_("territory"),
    "historic_state": N_("former state"),
    "admin1": N_("first-level division"),
    "admin2": N_("district"),
    "region": N_("region"),
    "continent": N_("continent"),
    "sea": N_("sea"),
    "river": N_("river"),
    "lake": N_("lake"),
    "mountain": N_("mountain"),
    "island": N_("island"),
    "airport": N_("airport"),
    "base": N_("base"),
    "site": N_("site"),
}
_ROLES: dict[Role, str] = {
    "location": N_("location"),
    "destination": N_("destination"),
    "origin": N_("origin"),
    "topic": N_("topic"),
    "party": N_("party"),
}
_GRADES: dict[Certainty, str] = {
    "certain": N_("certain"),
    "less-certain": N_("less certain"),
    "uncertain": N_("uncertain"),
}
_STATUSES: dict[Status, str] = {
    "machine": N_("read by machine"),
    "confirmed": N_("confirmed"),
    "edited": N_("edited"),
}


def category_label(key: str) -> str:
    """A category as it is written on the page: `military_operation` is `Military operation`."""
    if key in CATEGORIES:
        return _(CATEGORIES[key])
    return capitalised(key.replace("-", " ").replace("_", " "))


def kind_in_words(kind: Kind) -> str:
    """`town or city`, `airport`: what sort of place it is."""
    return _(_KINDS[kind])


def role_in_words(role: Role) -> str:
    """`party`, `destination`: what part a place has in an event."""
    return _(_ROLES[role])


def grade_in_words(grade: Certainty) -> str:
    """`less certain`: how sure something is."""
    return _(_GRADES[grade])


def status_in_words(status: Status) -> str:
    """`confirmed`: what somebody made of what the machine read."""
    return _(_STATUSES[status])


def progress_in_words(progress: Progress) -> str:
    """`12 of 65 events checked`."""
    return ngettext(
        "{checked} of {count} event checked",
        "{checked} of {count} events checked",
        progress.total,
        checked=progress.checked,
    )
