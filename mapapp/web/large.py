"""What the page of a large story does not carry, and its browser fetches when it is needed."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import suppress

import msgspec
from flask import Blueprint, Flask, Response, abort, request

from mapapp.errors import MapAppError, QueryError
from mapapp.locale import gettext as _
from mapapp.locale import ngettext
from mapapp.maps import basemap
from mapapp.maps.columns import columns_json, ids_json
from mapapp.maps.edition import LARGE, Edition
from mapapp.maps.page import Page, prose_html
from mapapp.maps.view import event_views
from mapapp.stories import StorySummary
from mapapp.text.numbers import whole_number
from mapapp.web.editions import STORIES_KEPT
from mapapp.web.errors import NoSuchPage
from mapapp.web.kept import kept, sent
from mapapp.web.pages import answer, ground, links
from mapapp.web.state import state

blueprint = Blueprint("large", __name__)
_MOST = 1000  # events whose words are sent at once


@blueprint.get("/stories/<slug>/columns.json")
def all_columns(slug: str) -> Response:
    """The places of a story, and its events in columns."""
    return kept(slug, "columns", _KEPT["columns"])


@blueprint.get("/stories/<slug>/ids.json")
def all_ids(slug: str) -> Response:
    """The ids of a story's events in the order of the columns."""
    return kept(slug, "ids", _KEPT["ids"])


@blueprint.get("/stories/<slug>/details.json")
def details(slug: str) -> Response:
    """The words of some events; `events=3-5,9` names them by number."""
    edition = _checked(slug)
    numbers = list(_numbers(request.args.get("events", ""), len(edition.order.events)))
    return sent(msgspec.json.encode(event_views(edition, numbers)))


@blueprint.get("/stories/<slug>/search.json")
def search(slug: str) -> Response:
    """Which events hold the words `q`: a bit an event, the lowest of each byte first."""
    edition = _checked(slug)
    finder = state().editions.finder(edition)
    bits = bytearray(len(edition.order.events) // 8 + 1)
    for number in finder.find(request.args.get("q", "")):
        bits[number >> 3] |= 1 << (number & 7)
    return sent(msgspec.json.encode({"bits": b64encode(bits).decode()}))


@blueprint.get("/stories/<slug>/article.html")
def article(slug: str) -> Response:
    """A part of a long article, by its number `part`."""
    edition = state().editions.of(slug)
    number = whole_number(request.args.get("part", "0"))
    if number is None or number >= len(edition.prose.parts):
        raise NoSuchPage(_told(len(edition.prose.parts)))
    return answer(Page(prose_html(edition, number, links=links(edition))), frames="'self'")


def _told(parts: int) -> str:
    return ngettext(
        "The article has {count} part, counted from 0.",
        "The article has {count} parts, counted from 0.",
        parts,
    )


def prepare(app: Flask) -> None:
    """Make the base map and the largest stories ready: who asks first need not wait for them."""
    basemap.prepare()
    with app.app_context():
        editions, summaries = state().editions, state().store.summaries()
        large = sorted((each for each in summaries if each.events > LARGE), key=_events)
        for summary in large[-STORIES_KEPT:]:
            with suppress(MapAppError):  # told to who asks for it
                for name, make in _KEPT.items():
                    editions.answer(summary.slug, name, make)


def _events(summary: StorySummary) -> int:
    return summary.events


def _checked(slug: str) -> Edition:
    """The story, if events still go by the numbers that the page knows."""
    edition = state().editions.of(slug)
    if request.args.get("order") != edition.order.token:
        abort(409, _("The story has changed since this page was made. Load the page again."))
    return edition


def _numbers(text: str, count: int) -> Iterator[int]:
    """The numbers of `3-5,9`; raises QueryError where there is none, or too many."""
    left = _MOST
    for part in text.split(","):
        written, dash, end = part.partition("-")
        first = whole_number(written)
        last = whole_number(end) if dash else first
        if first is None or last is None:
            raise QueryError(
                f"{part!r} is no number of an event, such as 3 or 3-5", parameter="events"
            )
        numbers = range(first, last + 1)
        left -= len(numbers)
        if left < 0:
            raise QueryError(f"ask for at most {_MOST} events at once", parameter="events")
        if last >= count:
            raise QueryError(f"there are {count} events, counted from 0", parameter="events")
        yield from numbers


# What is made once and kept, by name.
_KEPT: dict[str, Callable[[Edition], bytes]] = {
    "columns": lambda edition: columns_json(edition.order),
    "ids": lambda edition: ids_json(edition.order),
    "basemap": ground,
}
