"""The events of a large story in columns: what markers, counts and filters need, and no words.

A hundred thousand events take some 300 kB so, compressed, of which the place of each is the most.
The words of an event are fetched when it is shown. Mirrored by mapapp/web/static/js/columns.mjs.
"""

from collections.abc import Iterable
from typing import get_args

import msgspec

from mapapp.maps.edition import Order
from mapapp.maps.human import GRADES, certainty
from mapapp.maps.view import place_views
from mapapp.model import ROLES, Event, Status

_CLOSED, _OPEN_START, _OPEN_END, _OPEN, _UNDATED = range(5)
_STATUSES: tuple[Status, ...] = get_args(Status)
_ROLE = {role: code for code, role in enumerate(ROLES)}
_GRADE = {grade: code for code, grade in enumerate(GRADES)}
_STATUS = {status: code for code, status in enumerate(_STATUSES)}


class Columns(msgspec.Struct, frozen=True):
    """One list a column, one item an event, in the order of the page.

    Attributes
    ----------
    categories, certainties, statuses, roles : tuple of str
        What the codes of the columns stand for.
    sides : list of int
        Which of an event's days are known: 0 both, 1 the last, 2 the first, 3 none, though it
        is dated; 4 it is not dated.
    days : list of int
        The first known day, less that of the event before; 0 where none is known.
    lengths : list of int
        Days from the first to the last; 0 unless both are known.
    place, role : list of int
        Number of the place where the event is drawn, -1 for none; code of its role, likewise.
    category, certainty, status : list of int
        Codes.
    """

    categories: tuple[str, ...]
    certainties: tuple[str, ...]
    statuses: tuple[str, ...]
    roles: tuple[str, ...]
    sides: list[int]
    days: list[int]
    lengths: list[int]
    place: list[int]
    role: list[int]
    category: list[int]
    certainty: list[int]
    status: list[int]


def columns(order: Order) -> Columns:
    """The columns of the events of an order."""
    events, homes, number = order.events, order.homes, order.number
    categories = tuple(sorted({event.category for event in events}))
    category = {key: code for code, key in enumerate(categories)}
    sides, days, lengths = _days_of(events)
    return Columns(
        categories,
        GRADES,
        _STATUSES,
        ROLES,
        sides=sides,
        days=days,
        lengths=lengths,
        place=[number[tie.place.id] if tie and tie.place.lon is not None else -1 for tie in homes],
        role=[_ROLE[tie.role] if tie else -1 for tie in homes],
        category=[category[event.category] for event in events],
        certainty=[_GRADE[certainty(event)] for event in events],
        status=[_STATUS[event.status] for event in events],
    )


def columns_json(order: Order) -> bytes:
    """The places of a story, and its events in columns."""
    return msgspec.json.encode({"places": place_views(order), "events": columns(order)})


def ids_json(order: Order) -> bytes:
    """The ids of a story's events in the order of the columns."""
    return msgspec.json.encode([event.id for event in order.events])


def _days_of(events: Iterable[Event]) -> tuple[list[int], list[int], list[int]]:
    """The columns `sides`, `days` and `lengths`."""
    sides, days, lengths = list[int](), list[int](), list[int]()
    before = 0
    for event in events:
        side, day, length = _days(event)
        sides.append(side)
        days.append(0 if day is None else day - before)
        lengths.append(length)
        before = before if day is None else day
    return sides, days, lengths


def _days(event: Event) -> tuple[int, int | None, int]:
    """Which sides are known, the first known day, and the days between."""
    when = event.when
    if when is None:
        return _UNDATED, None, 0
    if when.first is None:
        return (_OPEN if when.last is None else _OPEN_START), when.last, 0
    if when.last is None:
        return _OPEN_END, when.first, 0
    return _CLOSED, when.first, when.last - when.first
