"""An event is looked at: confirmed, hidden, or given another place, date or title."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import msgspec
from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from mapapp.errors import BadDate, QueryError, UnknownEvent
from mapapp.layers import shown_events
from mapapp.locale import gettext as _
from mapapp.maps.edition import Edition
from mapapp.maps.human import certainty_in_words, human_when
from mapapp.maps.page import Page
from mapapp.maps.templating import environment
from mapapp.model import Act, Decision, Event, Status, Story
from mapapp.stories.review import decision_on, known_place, progress
from mapapp.times.typed import typed_date
from mapapp.web.choices import choices, found_places, search
from mapapp.web.pages import answer, links
from mapapp.web.rights import check_editing, check_sender
from mapapp.web.state import state

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

blueprint = Blueprint("review", __name__)
_PLAIN: dict[str, Act] = {"confirm": "confirm", "hide": "hide"}
_AROUND = 140  # characters of the article before and after the sentence
_LONGEST_TITLE = 300  # characters


@dataclass(frozen=True, slots=True)
class Entries:
    """What stands in the form of an event; `place` is an id, empty for none."""

    title: str
    date: str
    place: str
    others: bool = False


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
    return _form(story, shown, _entries(shown, request.args), {})


@blueprint.post("/stories/<slug>/events/<event_id>")
def decide(slug: str, event_id: str) -> AnyResponse:
    """Take a decision: `act` is `confirm`, `hide`, or `save` for what the form's fields say.

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
    elif act == "save":
        entries = _entries(shown, request.form)
        try:
            taken = list(_changes(story, shown, entries))
        except QueryError as error:
            if not _is_browser():
                raise
            return _form(story, shown, entries, {error.parameter: str(error)})
    else:
        raise QueryError(f"act={act!r}: choose confirm, hide or save", parameter="act")
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
        raise QueryError("q is missing: the name of a place", parameter="q")
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


def _entries(shown: Event, sent: "MultiDict[str, str]") -> Entries:
    """What was written, and what holds where nothing was."""
    date = sent.get("date", shown.when.edtf if shown.when else "")
    place = sent.get("place", shown.home.place.id if shown.home else "")
    title = " ".join(sent.get("title", shown.title).split())
    return Entries(title, date.strip(), place, "others" in sent)


def _changes(story: Story, shown: Event, entries: Entries) -> Iterator[Decision]:
    """Decisions that make the event what the form says, or that confirm it as it is.

    Raises
    ------
    QueryError
        Naming the field at fault; nothing is decided then.
    """
    about = story.annotation
    changes = [
        *_retitled(shown, entries.title),
        *_redated(shown, entries.date),
        *_moved(story, shown, entries.place),
    ]
    moves_others = entries.others and ("move", entries.place) in changes
    batch = f"{shown.id} {len(story.decisions)}" if moves_others or len(changes) > 1 else ""
    for act, value in changes or [("confirm", "")]:
        yield replace(decision_on(about, shown, act, value), batch=batch)
    for other in _namesakes(story, shown) if moves_others else ():
        yield replace(decision_on(about, other, "move", entries.place), batch=batch)


_Change = tuple[Act, str]


def _retitled(shown: Event, title: str) -> Iterator[_Change]:
    if not title:
        raise QueryError(_("An event needs a title."), parameter="title")
    if len(title) > _LONGEST_TITLE:
        too_long = _("A title has at most {most} characters.", most=_LONGEST_TITLE)
        raise QueryError(too_long, parameter="title")
    if title != shown.title:
        yield "retitle", title


def _redated(shown: Event, date: str) -> Iterator[_Change]:
    written = shown.when.edtf if shown.when else ""
    if date == written:
        return
    try:
        edtf = typed_date(date) if date else ""
    except BadDate as error:
        raise QueryError(str(error), parameter="date") from error
    if edtf != written:
        yield "redate", edtf


def _moved(story: Story, shown: Event, place: str) -> Iterator[_Change]:
    if place == (shown.home.place.id if shown.home else ""):
        return
    if place and known_place(story.annotation, place) is None:
        from mapapp.places import default_gazetteer

        if default_gazetteer().place(place) is None:
            raise QueryError(_("No place has the id “{id}”.", id=place), parameter="place")
    yield "move", place


def _namesakes(story: Story, shown: Event) -> list[Event]:
    """Other events that are shown at the same place for the same words."""
    words = _words(story, shown)
    return [
        other
        for other in shown_events(story)
        if other.id != shown.id and words is not None and _words(story, other) == words
    ]


def _words(story: Story, shown: Event) -> tuple[str, str] | None:
    """Place and words under which an event is shown."""
    home = shown.home
    if home is None or home.span is None:
        return None
    return home.place.id, home.span.of(story.annotation.article.text)


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


def _in_context(story: Story, shown: Event) -> tuple[str, str, str]:
    """The sentence between some whole words of the article."""
    text, span = story.annotation.article.text, shown.evidence[0]
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    if len(before) < span.start:
        before = "… " + before.partition(" ")[2]
    if span.end + len(after) < len(text):
        after = after.rpartition(" ")[0] + " …"
    return before, span.of(text), after


def _form(story: Story, shown: Event, entries: Entries, problems: dict[str, str]) -> Response:
    """The form, with places for what is looked for."""
    groups = choices(story.annotation, shown)
    asked = request.values.get("q", "").strip()
    found = found_places(asked, groups) if asked else None
    before, quote, after = _in_context(story, shown)
    html = (
        environment()
        .get_template("pages/event.html")
        .render(
            story=story,
            event=shown,
            date=human_when(shown.when),
            doubt=certainty_in_words(shown),
            before=before,
            quote=quote,
            after=after,
            groups=[*groups, found] if found else groups,
            others=len(_namesakes(story, shown)),
            entries=entries,
            asked=asked,
            problems=problems,
            links=links(Edition(story)),
        )
    )
    return answer(Page(html, ""), frames="'none'")
