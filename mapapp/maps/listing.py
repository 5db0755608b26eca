"""The rows of the table of events that an address asks for, as the browser's program shows them.

It is what a reader without JavaScript gets: the same parameters narrow and sort, a page at a time.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from mapapp.maps.edition import Edition
from mapapp.maps.finding import folded
from mapapp.maps.human import certainty
from mapapp.maps.paging import Pages, paged
from mapapp.maps.placenames import spoken_name
from mapapp.model import Event, Selection

_NARROWING = ("from", "to", "category", "certainty", "status", "at")
ROWS = 100  # of a page; a browser lays a table out anew with every piece of it that comes


@dataclass(frozen=True, slots=True)
class Listing:
    """Numbers of events on a page of the table, and what page it is."""

    numbers: Sequence[int]
    pages: Pages


def listing(
    edition: Edition,
    query: Mapping[str, str],
    *,
    find: Callable[[str], Collection[int]],
) -> Listing:
    """The events that a page's address asks for.

    Parameters
    ----------
    query : mapping of str to str
        `from`, `to`, `category`, `certainty`, `status`, `at`, `q`, `sort` and `page`.
    find : callable
        Numbers of the events that hold some words; called where the address asks for any.

    Raises
    ------
    BadDate, QueryError
        Naming the parameter at fault.
    """
    order = edition.order
    found = _narrowed(order.events, query)
    words = query.get("q", "").strip()
    if words:
        among = set(find(words))
        found = (number for number in found if number in among)
    numbers = _sorted(found, order.events, query.get("sort", ""))
    return Listing(*paged(numbers, ROWS, of=len(order.events), query=query))


def _narrowed(events: Sequence[Event], query: Mapping[str, str]) -> Iterable[int]:
    if not any(query.get(name) for name in _NARROWING):
        return range(len(events))  # most addresses ask for nothing, and to look takes its time
    selection = Selection.parse(
        start=query.get("from"), end=query.get("to"), category=query.get("category")
    )
    grades, statuses, places = (_listed(query, name) for name in ("certainty", "status", "at"))
    return (
        number
        for number, event in enumerate(events)
        if selection.takes(event)
        and (not grades or certainty(event) in grades)
        and (not statuses or event.status in statuses)
        and (not places or _place_id(event) in places)
    )


def _listed(query: Mapping[str, str], name: str) -> frozenset[str]:
    return frozenset(part.strip() for part in query.get(name, "").split(",") if part.strip())


def _place_id(event: Event) -> str:
    tie = event.home
    return tie.place.id if tie and tie.place.lon is not None else ""


def _sorted(found: Iterable[int], events: Sequence[Event], sort: str) -> Sequence[int]:
    """In an order; events without a date or a place come last either way."""
    column, down = sort.removeprefix("-"), sort.startswith("-")
    numbers = found if isinstance(found, range) else list(found)
    if column == "title":
        return sorted(numbers, key=lambda n: folded(events[n].title), reverse=down)
    if column == "place":
        key = {number: _place_key(events[number]) for number in numbers}
        there = sorted((n for n in numbers if key[n]), key=key.__getitem__, reverse=down)
        return there + [number for number in numbers if not key[number]]
    if not down:
        return numbers
    dated = [number for number in numbers if events[number].when]
    return dated[::-1] + [number for number in numbers if not events[number].when]


def _place_key(event: Event) -> str:
    tie = event.home
    return folded(spoken_name(tie.place)) if tie and tie.place.lon is not None else ""
