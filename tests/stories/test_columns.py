from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from mapapp.model import BBox, Event, Interval, Place, Selection, Span, Tie, When, day_number
from mapapp.stories.columns import pack, unpack
from mapapp.stories.facts import Fact

from tests.zoo import EVENTS

_day = st.integers(-(10**10), 10**10)
_interval = st.tuples(st.none() | _day, st.none() | _day).map(
    lambda days: Interval(*(sorted(days) if None not in days else days))  # type: ignore[type-var]
)
_degrees = st.sampled_from([-180.0, -179.9999999, -10.0, 0.0, 0.1 + 0.2, 179.9999999, 180.0])
_place = st.builds(
    lambda id_, lon, lat: Place(id_, "X", "site", lon, lat and lat / 2),
    st.sampled_from(["a", "b"]),
    st.none() | _degrees,
    _degrees,
)
_event = st.builds(
    lambda category, days, place: Event(
        "e",
        "t",
        category,
        None if days is None else When("", days.first, days.last),
        () if place is None else (Tie(place, "location"),),
        (Span(0, 1),),
    ),
    st.sampled_from(["visit", "meeting"]),
    st.none() | _interval,
    st.none() | _place,
)
_selection = st.builds(
    Selection,
    _interval,
    st.none() | st.builds(
        lambda w, e, lats: BBox(w, min(lats) / 2, e, max(lats) / 2),
        _degrees, _degrees, st.tuples(_degrees, _degrees),
    ),
    st.frozensets(st.sampled_from(["visit", "other"])),
    st.none() | st.sampled_from(["a", "c"]),
    st.booleans(),
    st.booleans(),
)  # fmt: skip


def _packed(events: Mapping[int, Event]) -> bytes:
    return pack(list(events), [Fact(event, event.home) for event in events.values()])


@given(st.lists(_event, max_size=8), _selection)
def test_columns_take_what_the_selection_takes(events: list[Event], selection: Selection) -> None:
    columns = unpack([(1, _packed(dict(enumerate(events, 1))))])
    expected = [number for number, event in enumerate(events, 1) if selection.takes(event)]
    assert columns.find(selection).keys().tolist() == expected


def test_stories_whose_keys_lie_between_each_other() -> None:
    first = _packed({1: EVENTS[0], 5: EVENTS[1], 9: EVENTS[2]})
    columns = unpack([(7, first), (8, _packed({4: EVENTS[3]}))])
    assert columns.find(Selection()).keys().tolist() == [1, 4, 5, 9]
    assert columns.find(Selection(), story=7).keys().tolist() == [1, 5, 9]
    assert columns.find(Selection(), story=7, among=[9, 4, 2]).keys().tolist() == [9]
    assert len(columns.find(Selection(), among=[1, 5, 77]).places()) == 1


@pytest.mark.parametrize("days", [(None, None), (None, 5), (5, None)])
def test_open_sides_stay_open(days: tuple[int | None, int | None]) -> None:
    event = replace(EVENTS[0], when=When("", *days), ties=())
    columns = unpack([(1, _packed({1: event}))])
    assert columns.bounds() == (None, Interval(*days))


def test_no_story_at_all() -> None:
    columns = unpack([])
    assert columns.find(Selection.parse(start="1990", bbox="0,0,1,1")).keys().tolist() == []
    assert columns.bounds() == (None, None)


def test_bounds_reach_around_all() -> None:
    box, days = unpack([(1, _packed(dict(enumerate(EVENTS))))]).bounds()
    assert box == BBox(12.51133, -18.0, 178.0, 41.89193)
    assert days == Interval(day_number(-43, 3, 15), None)
