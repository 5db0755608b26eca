"""The review of a story as a whole: its decisions, taken back one by one, and as a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import msgspec
from flask import Blueprint, Response, redirect, request, url_for
from msgspec.structs import replace
from werkzeug.wrappers import Response as AnyResponse

from mapapp.errors import QueryError
from mapapp.layers import shown_events
from mapapp.locale import N_
from mapapp.locale import gettext as _
from mapapp.maps.edition import Edition
from mapapp.maps.human import GRADES, certainty, certainty_in_words, human_when
from mapapp.maps.page import Page
from mapapp.maps.placenames import spoken_name
from mapapp.maps.templating import rendered
from mapapp.model import Annotation, Decision, Event, Place, Story, When, iso_date
from mapapp.stories.decisions import decode_decisions, encode_decisions
from mapapp.stories.review import Review, known_place, progress, review, was_read
from mapapp.times.edtf import parse
from mapapp.web.errors import NoSuchPage
from mapapp.web.pages import answer, links
from mapapp.web.rights import check_editing, check_sender
from mapapp.web.state import state

blueprint = Blueprint("reviewing", __name__)
_MOST_DOUBTFUL = 100  # that are listed


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision in words; `event` is the id of the event that it is about, if that is shown."""

    token: str
    words: str
    quote: str
    day: str
    event: str
    is_placed: bool


@dataclass(frozen=True, slots=True)
class Left:
    """An event that waits for somebody: told as no fact, without a place, or less certain."""

    id: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Found:
    """How much was read out of an article; `unlocated` names what no place was found for."""

    names: int
    places: int
    dates: int
    events: int
    undated: int
    nowhere: int
    doubtful: int
    unlocated: list[str]


@blueprint.get("/stories/<slug>/review")
def story(slug: str) -> Response:
    """All decisions, what waits for one, and what can be done with them."""
    check_editing()
    raw = state().store.unreviewed(slug)
    reviewed = _reviewed(raw)
    shown = Story(slug, reviewed.annotation, raw.decisions)
    edition = Edition(shown)
    html = rendered(
        "pages/review.html",
        story=shown,
        found=_found(edition),
        progress=progress(shown),
        taken=_taken(shown, reviewed),
        left=_left(reviewed.annotation),
        doubtful=_doubtful(edition)[:_MOST_DOUBTFUL],
        was_read=was_read(reviewed.annotation),
        links=links(edition),
    )
    return answer(Page(html), frames="'none'")


def _found(edition: Edition) -> Found:
    annotation, events = edition.story.annotation, edition.order.events
    placed = {toponym.place.id for toponym in annotation.toponyms if toponym.place}
    return Found(
        names=len(annotation.toponyms),
        places=len(placed),
        dates=len(annotation.times),
        events=len(events),
        undated=sum(event.when is None for event in events),
        nowhere=sum(event.place is None or event.place.lon is None for event in events),
        doubtful=sum(certainty(event) != "certain" for event in events),
        unlocated=edition.unlocated,
    )


@blueprint.post("/stories/<slug>/undo")
def undo(slug: str) -> AnyResponse:
    """Take a decision back: the one that `which` names, else all of the last gesture."""
    check_sender()
    store = state().store
    taken = _to_undo(store.unreviewed(slug).decisions, request.form.get("which", ""))
    if not taken:
        raise NoSuchPage(_("That decision was taken back already."))
    for decision in taken:
        store.withdraw(slug, decision)
    if request.form.get("to") == "story":
        return redirect(_to_story(slug, taken[0]), 303)
    return redirect(url_for("reviewing.story", slug=slug), 303)


@blueprint.post("/stories/<slug>/read")
def read(slug: str) -> AnyResponse:
    """Read the article anew, after an upgrade; the decisions are replayed."""
    check_sender()
    from mapapp.pipeline import annotate

    store = state().store
    read_before = store.unreviewed(slug).annotation
    if not was_read(read_before):
        raise QueryError(_("The events came out of a file: there is no article to be read again."))
    store.save(Story(slug, annotate(read_before.article)), replace=True)
    return redirect(url_for("reviewing.story", slug=slug), 303)


@blueprint.get("/stories/<slug>/decisions.json")
def download(slug: str) -> Response:
    """The decisions as JSON, one a line, in the order in which they were taken."""
    body = encode_decisions(state().store.load(slug).decisions)
    response = Response(body, mimetype="application/json")
    response.headers["Content-Disposition"] = f'attachment; filename="{slug}-decisions.json"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@blueprint.post("/stories/<slug>/decisions.json")
def upload(slug: str) -> AnyResponse:
    """Take the decisions of such a file as well; those that are held already count once."""
    check_sender()
    file = request.files.get("file")
    body = file.read() if file else b""
    found = decode_decisions(body, (file and file.filename) or _("the file"))
    store = state().store
    raw = store.unreviewed(slug)
    store.save(replace(raw, decisions=found), replace=True)
    return redirect(url_for("reviewing.story", slug=slug), 303)


def _to_undo(decisions: Sequence[Decision], which: str) -> list[Decision]:
    if which:
        return [each for each in decisions if token(each) == which]
    last = decisions[-1:]
    if last and last[0].batch:
        return [each for each in decisions if each.batch == last[0].batch]
    return list(last)


def token(decision: Decision) -> str:
    """What stands for a decision in a form."""
    return sha256(msgspec.json.encode(decision)).hexdigest()[:16]


def _reviewed(raw: Story) -> Review:
    return review(raw.annotation, raw.decisions, _place)


def _place(id_: str) -> Place | None:
    from mapapp.places import default_gazetteer  # numpy takes a tenth of a second

    return default_gazetteer().place(id_)


def _to_story(slug: str, decision: Decision) -> str:
    shown = {event.id for event in shown_events(state().store.load(slug))}
    chosen = decision.event if decision.event in shown else None
    return url_for("pages.story", slug=slug, event=chosen)


def _taken(shown: Story, reviewed: Review) -> list[Taken]:
    """The last first, those without a hold before all others."""
    ids = {event.id for event in shown_events(shown)}
    found = [
        Taken(
            token(each),
            _in_words(each, shown.annotation),
            each.quote,
            iso_date(each.at) or "",
            each.event if each.event in ids else "",
            each not in reviewed.unplaced,
        )
        for each in reversed(shown.decisions)
    ]
    return sorted(found, key=lambda each: each.is_placed)


def _in_words(decision: Decision, annotation: Annotation) -> str:
    value = decision.value
    match decision.act:
        case "confirm":
            return _("Confirmed")
        case "hide":
            return _("Hidden")
        case "retitle":
            return _("Titled “{title}”", title=value)
        case "redate":
            return _("Dated {date}", date=_days(value)) if value else _("Date taken away")
        case "move":
            place = known_place(annotation, value)
            name = spoken_name(place) if place else value
            return _("Moved to {place}", place=name) if value else _("Place taken away")
        case "merge":
            kept = next((each.title for each in annotation.events if each.id == value), value)
            return _("Made one with “{title}”", title=kept)
        case "add":
            return _("Added “{title}”", title=value or decision.quote)


def _days(edtf: str) -> str:
    days = parse(edtf).days
    return human_when(When(edtf, days.first, days.last))


def _left(annotation: Annotation) -> Sequence[Left]:
    found = ((event, _why(event)) for event in annotation.events)
    return [Left(event.id, event.title, why) for event, why in found if why]


def _doubtful(edition: Edition) -> Sequence[Left]:
    """Events on the map that are less certain and not looked at, the least certain first."""
    found = [
        event
        for event in edition.order.events
        if event.status == "machine" and event.place and certainty(event) != "certain"
    ]
    found.sort(key=lambda event: GRADES.index(certainty(event)), reverse=True)
    return [Left(event.id, event.title, certainty_in_words(event)) for event in found]


def _why(event: Event) -> str:
    if event.modality != "asserted":
        return _(_TOLD_AS[event.modality])
    return _("no place on the map") if event.place is None else ""


_TOLD_AS = {
    "negated": N_("told as not having happened, not shown"),
    "planned": N_("told as planned, not shown"),
    "hypothetical": N_("told as possible, not shown"),
}
