"""An event that the machine missed is added: from words of the article, with what they say."""

from flask import Blueprint, Response, redirect, request, url_for
from msgspec.structs import replace
from werkzeug.wrappers import Response as AnyResponse

from mapapp.errors import QueryError
from mapapp.locale import gettext as _
from mapapp.maps.edition import Edition
from mapapp.maps.page import Page
from mapapp.maps.templating import rendered
from mapapp.model import Event, Story
from mapapp.stories.missed import drafted, sentence_of
from mapapp.stories.review import decision_on
from mapapp.web.event_form import changes, entries_of, form
from mapapp.web.pages import answer, links
from mapapp.web.rights import check_editing, check_sender
from mapapp.web.state import state

blueprint = Blueprint("adding", __name__)


@blueprint.get("/stories/<slug>/events/new")
def new(slug: str) -> Response:
    """Ask for the words; once they are found, the form of an event with what they say."""
    check_editing()
    story = state().store.load(slug)
    words = request.args.get("words", "").strip()
    if not words:
        return _ask(story, "", "")
    try:
        event = _draft(story, words, request.args.get("before", ""))
    except QueryError as error:
        return _ask(story, words, str(error))
    return form(story, event, entries_of(event, request.args), {}, action=_here(slug), words=words)


@blueprint.post("/stories/<slug>/events/new")
def add(slug: str) -> AnyResponse:
    """Add the event as the form says: its words, and its date and place even where they were read.

    So they stay as they were checked, whatever a later reading finds.
    """
    check_sender()
    store = state().store
    story = store.load(slug)
    words = request.form.get("words", "").strip()
    try:
        event = _draft(story, words, request.form.get("before", ""))
    except QueryError as error:
        return _ask(story, words, str(error))
    entries = entries_of(event, request.form)
    try:
        changed = dict(changes(story, event, entries))
    except QueryError as error:
        problems = {error.parameter: str(error)}
        return form(story, event, entries, problems, action=_here(slug), words=words)
    event = drafted(story.annotation, event.evidence[0], changed.get("retitle", event.title))
    date = changed.get("redate", event.when.edtf if event.when else "")
    decisions = [
        decision_on(story.annotation, event, "add", event.title),
        decision_on(story.annotation, event, "redate", date),
        decision_on(story.annotation, event, "move", entries.place),
    ]
    batch = f"{event.id} {len(story.decisions)}"
    for decision in decisions:
        story = store.decide(slug, replace(decision, batch=batch))
    return redirect(url_for("pages.story", slug=slug, event=event.id), 303)


def _here(slug: str) -> str:
    return url_for("adding.add", slug=slug, lang=None)


def _draft(story: Story, words: str, before: str) -> Event:
    """Raises QueryError where the article has no such words."""
    span = sentence_of(story.annotation.article.text, words, before)
    if span is None:
        raise QueryError(
            _("The article has no such words; copy some of its sentence."), parameter="words"
        )
    return drafted(story.annotation, span)


def _ask(story: Story, words: str, problem: str) -> Response:
    problems = {"words": problem} if problem else {}
    html = rendered(
        "pages/missed.html",
        story=story,
        words=words,
        problems=problems,
        links=links(Edition(story)),
    )
    return answer(Page(html), frames="'none'")
