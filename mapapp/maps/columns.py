"""The events of a large story in columns: what markers, counts and filters need, and no words.

A hundred thousand events take some 300 kB so, compressed, of which the place of each is the most.
The words of an event are fetched when it is shown. Mirrored by mapapp/web/static/js/columns.mjs.
"""

from typing import get_args

import msgspec

from mapapp.maps.edition import Order
from mapapp.maps.human import GRADES, certainty
from mapapp.maps.view import place_views
from mapapp.model import ROLES, Event, Status

_CLOSED, _OPEN_START, _OPEN_END, _OPEN, _UNDATED = range(5)
_STATUSES: tuple[Status, ...] = get_args(Status)


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
    categories = tuple(sorted({event.category for event in order.events}))
    made = Columns(categories, GRADES, _STATUSES, ROLES, [], [], [], [], [], [], [], [])
    category = {key: code for code, key in enumerate(categories)}
    before = 0
    for event in order.events:
        side, day, length = _days(event)
        made.sides.append(side)
        made.days.append(0 if day is None else day - before)
        made.lengths.append(length)
        before = before if day is None else day
        tie = event.home
        located = tie is not None and tie.place.lon is not None
        made.place.append(order.number[tie.place.id] if tie and located else -1)
        made.role.append(ROLES.index(tie.role) if tie else -1)
        made.category.append(category[event.category])
        made.certainty.append(GRADES.index(certainty(event)))
        made.status.append(_STATUSES.index(event.status))
    return made


def columns_json(order: Order) -> bytes:
    """The places of a story, and its events in columns."""
    return msgspec.json.encode({"places": place_views(order), "events": columns(order)})


def ids_json(order: Order) -> bytes:
    """The ids of a story's events in the order of the columns."""
    return msgspec.json.encode([event.id for event in order.events])


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
