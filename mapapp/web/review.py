"""An event is looked at: confirmed, hidden, merged, or given another place, date or title."""

from collections.abc import Iterator
from typing import Literal

import msgspec
from flask import Blueprint, Response, redirect, request, url_for
from msgspec.structs import replace
from werkzeug.wrappers import Response as AnyResponse

from mapapp.errors import QueryError, UnknownEvent
from mapapp.layers import shown_events
from mapapp.locale import gettext as _
from mapapp.maps.human import certainty_in_words
from mapapp.model import Act, Decision, Event, Status, Story
from mapapp.stories.review import decision_on, progress
from mapapp.web.choices import search
from mapapp.web.event_form import Entries, changes, entries_of, form, namesakes, twins_of
from mapapp.web.rights import check_editing, check_sender
from mapapp.web.state import state

blueprint = Blueprint("review", __name__)
_PLAIN: dict[str, Act] = {"confirm": "confirm", "hide": "hide"}


class Outcome(msgspec.Struct, frozen=True):
    """What a program is told of an event after a decision; `status` is empty once it is hidden."""

    id: str
    status: Status | Literal[""]
    doubt: str
    checked: int
    total: int


@blueprint.get("/stories/<slug>/events/<event_id>")
def event(slug: str, event_id: str) -> Response:
    """The event with its sentence, and the form that changes it; `q` looks for places."""
    check_editing()
    story = state().store.load(slug)
    shown = _event(story, event_id)
    return _form(story, shown, entries_of(shown, request.args), {})


@blueprint.post("/stories/<slug>/events/<event_id>")
def decide(slug: str, event_id: str) -> AnyResponse:
    """Take a decision: `act` is `confirm`, `hide`, `merge`, or `save` for what the fields say.

    A browser is sent back to the story, or gets the form again with what is wrong; a program is
    told the outcome as JSON.
    """
    check_sender()
    store = state().store
    story = store.load(slug)
    shown = _event(story, event_id)
    act = request.form.get("act", "")
    if act in _PLAIN:
        taken = [decision_on(story.annotation, shown, _PLAIN[act])]
    elif act == "merge":
        into = _event(story, request.form.get("into", ""))
        if into == shown:
            told = _("An event is one with itself; choose another.")
            raise QueryError(told, parameter="into")
        taken = [decision_on(story.annotation, shown, "merge", into.id)]
        event_id = into.id
    elif act == "save":
        entries = entries_of(shown, request.form)
        try:
            taken = list(_decided(story, shown, entries))
        except QueryError as error:
            if not _is_browser():
                raise
            return _form(story, shown, entries, {error.parameter: str(error)})
    else:
        known = ", ".join((*_PLAIN, "merge", "save"))
        told = _("{name}={text!r}: choose one of {known}", name="act", text=act, known=known)
        raise QueryError(told, parameter="act")
    for decision in taken:
        story = store.decide(slug, decision)
    if _is_browser():
        return redirect(_back(story, event_id), 303)
    return _outcome(story, event_id)


@blueprint.get("/places")
def places() -> Response:
    """Places that go by the name `q`, as JSON, best known first, with reasons."""
    words = request.args.get("q", "").strip()
    if not words:
        raise QueryError(_("q is missing: the name of a place"), parameter="q")
    return Response(msgspec.json.encode(search(words)), mimetype="application/json")


def _is_browser() -> bool:
    kinds = request.accept_mimetypes
    return kinds.best_match(["text/html", "application/json"]) == "text/html"


def _event(story: Story, event_id: str) -> Event:
    for each in story.annotation.events:
        if each.id == event_id:
            return each
    raise UnknownEvent(
        _("The story “{slug}” tells of no event “{id}”.", slug=story.slug, id=event_id)
    )


def _decided(story: Story, shown: Event, entries: Entries) -> Iterator[Decision]:
    """Decisions that make the event what the form says, or that confirm it as it is.

    Raises
    ------
    QueryError
        Naming the field at fault; nothing is decided then.
    """
    about = story.annotation
    changed = changes(story, shown, entries)
    moves_others = entries.others and ("move", entries.place) in changed
    batch = f"{shown.id} {len(story.decisions)}" if moves_others or len(changed) > 1 else ""
    for act, value in changed or [("confirm", "")]:
        yield replace(decision_on(about, shown, act, value), batch=batch)
    for other in namesakes(story, shown) if moves_others else ():
        yield replace(decision_on(about, other, "move", entries.place), batch=batch)


def _back(story: Story, event_id: str) -> str:
    """The story with the event chosen, if it is shown there."""
    is_shown = any(event.id == event_id for event in shown_events(story))
    return url_for("pages.story", slug=story.slug, event=event_id if is_shown else None)


def _outcome(story: Story, event_id: str) -> Response:
    reached = progress(story)
    event = next((each for each in story.annotation.events if each.id == event_id), None)
    outcome = Outcome(
        event_id,
        event.status if event else "",
        certainty_in_words(event) if event else "",
        reached.checked,
        reached.total,
    )
    return Response(msgspec.json.encode(outcome), mimetype="application/json")


def _form(story: Story, shown: Event, entries: Entries, problems: dict[str, str]) -> Response:
    action = url_for("review.event", slug=story.slug, event_id=shown.id, lang=None)
    return form(story, shown, entries, problems, action=action, twins=twins_of(story, shown))
