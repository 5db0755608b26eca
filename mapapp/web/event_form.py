"""The form in which an event is corrected or added, and what its fields ask to be changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Response, request

from mapapp.errors import BadDate, QueryError
from mapapp.layers import shown_events
from mapapp.locale import gettext as _
from mapapp.maps.edition import Edition
from mapapp.maps.human import certainty_in_words, human_when
from mapapp.maps.page import Page
from mapapp.maps.templating import rendered
from mapapp.model import Act, Event, Story
from mapapp.stories.review import known_place
from mapapp.times.typed import typed_date
from mapapp.web.choices import choices, found_places
from mapapp.web.pages import answer, links

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

_AROUND = 140  # characters of the article before and after the sentence
_LONGEST_TITLE = 300  # characters
_MOST_TWINS = 40
Change = tuple[Act, str]


@dataclass(frozen=True, slots=True)
class Entries:
    """What stands in the form of an event; `place` is an id, empty for none."""

    title: str
    date: str
    place: str
    others: bool = False


def entries_of(shown: Event, sent: "MultiDict[str, str]") -> Entries:
    """What was written, and what holds where nothing was."""
    date = sent.get("date", shown.when.edtf if shown.when else "")
    place = sent.get("place", shown.home.place.id if shown.home else "")
    title = " ".join(sent.get("title", shown.title).split())
    return Entries(title, date.strip(), place, "others" in sent)


def changes(story: Story, shown: Event, entries: Entries) -> list[Change]:
    """What is to be changed for the event to be what the form says.

    Raises
    ------
    QueryError
        Naming the field at fault.
    """
    return [
        *_retitled(shown, entries.title),
        *_redated(shown, entries.date),
        *_moved(story, shown, entries.place),
    ]


def _retitled(shown: Event, title: str) -> Iterator[Change]:
    if not title:
        raise QueryError(_("An event needs a title."), parameter="title")
    if len(title) > _LONGEST_TITLE:
        too_long = _("A title has at most {most} characters.", most=_LONGEST_TITLE)
        raise QueryError(too_long, parameter="title")
    if title != shown.title:
        yield "retitle", title


def _redated(shown: Event, date: str) -> Iterator[Change]:
    written = shown.when.edtf if shown.when else ""
    if date == written:
        return
    try:
        edtf = typed_date(date) if date else ""
    except BadDate as error:
        raise QueryError(str(error), parameter="date") from error
    if edtf != written:
        yield "redate", edtf


def _moved(story: Story, shown: Event, place: str) -> Iterator[Change]:
    if place == (shown.home.place.id if shown.home else ""):
        return
    if place and known_place(story.annotation, place) is None:
        from mapapp.places import default_gazetteer

        if default_gazetteer().place(place) is None:
            raise QueryError(_("No place has the id “{id}”.", id=place), parameter="place")
    yield "move", place


def namesakes(story: Story, shown: Event) -> list[Event]:
    """Other events that are shown at the same place for the same words."""
    words = _words(story, shown)
    return [
        other
        for other in shown_events(story)
        if other.id != shown.id and words is not None and _words(story, other) == words
    ]


def twins_of(story: Story, shown: Event) -> list[Event]:
    """Other events that it may be told a second time of: those near it in the text first."""
    start = shown.evidence[0].start
    others = [event for event in shown_events(story) if event.id != shown.id]
    others.sort(
        key=lambda other: (other.place != shown.place, abs(other.evidence[0].start - start))
    )
    return others[:_MOST_TWINS]


def _words(story: Story, shown: Event) -> tuple[str, str] | None:
    """Place and words under which an event is shown."""
    home = shown.home
    if home is None or home.span is None:
        return None
    return home.place.id, home.span.of(story.annotation.article.text)


def form(
    story: Story,
    shown: Event,
    entries: Entries,
    problems: dict[str, str],
    *,
    action: str,
    twins: Sequence[Event] = (),
    words: str = "",
) -> Response:
    """The form of an event, with places for what is looked for.

    Parameters
    ----------
    twins : sequence of Event
        Those that it may be told a second time of.
    words : str
        The words of the article that a new event is made of; empty for one that is there.
    """
    groups = choices(story.annotation, shown)
    asked = request.values.get("q", "").strip()
    found = found_places(asked, groups) if asked else None
    before, quote, after = _in_context(story, shown)
    html = rendered(
        "pages/event.html",
        story=story,
        event=shown,
        date=human_when(shown.when),
        doubt=certainty_in_words(shown),
        before=before,
        quote=quote,
        after=after,
        groups=[*groups, found] if found else groups,
        others=0 if words else len(namesakes(story, shown)),
        twins=[
            (twin.id, _("{date}: {title}", date=human_when(twin.when), title=twin.title))
            for twin in twins
        ],
        words=words,
        before_words=request.values.get("before", ""),
        action=action,
        entries=entries,
        asked=asked,
        problems=problems,
        links=links(Edition(story)),
    )
    return answer(Page(html), frames="'none'")


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
