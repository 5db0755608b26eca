import pytest
from msgspec.structs import replace

from mapapp.errors import BadBBox, BadDate
from mapapp.model import Interval, Selection, When

from tests.zoo import EVENTS, STORY

BY_ID = {event.id: event for event in EVENTS}


def _taken(selection: Selection) -> set[str]:
    return {event.id for event in STORY.annotation.events if selection.takes(event)}


def test_empty_selection_takes_all() -> None:
    assert _taken(Selection()) == set(BY_ID)
    assert Selection.parse(start="", end=None, bbox="", category=" , ", place="") == Selection()


@pytest.mark.parametrize(
    ("start", "end", "taken"),
    [
        ("1992-12-31", "1992-12-31", {"e1"}),
        ("1993-01-01", "1995", {"e10"}),
        ("1996", None, {"e3", "e4", "e5", "e9"}),
        (None, "-0043-03-15", {"e6"}),
        (None, "-0043-03-14", set()),
        ("2999", None, {"e5"}),
    ],
)
def test_window_takes_what_shares_a_day(
    start: str | None, end: str | None, taken: set[str]
) -> None:
    assert _taken(Selection.parse(start=start, end=end)) == taken


def test_undated_and_unlocated_are_left_out_unless_kept() -> None:
    window, box = Selection.parse(start="1500"), Selection.parse(bbox="-180,-90,180,90")
    assert "e8" not in _taken(window)
    assert "e8" in _taken(replace(window, keep_undated=True))
    assert "e7" not in _taken(box)
    assert "e7" in _taken(replace(box, keep_unlocated=True))


def test_event_open_on_both_sides_meets_every_window() -> None:
    event = replace(EVENTS[0], when=When("../..", None, None))
    assert Selection(Interval(5, 5)).takes(event)


@pytest.mark.parametrize(
    ("error", "parameters"),
    [
        (BadDate, {"start": "2020", "end": "1990"}),
        (BadDate, {"start": "1992-13"}),
        (BadBBox, {"bbox": "1,2,3"}),
        (BadBBox, {"bbox": "0,50,10,40"}),
        (BadBBox, {"bbox": "nan,0,1,1"}),
    ],
)
def test_wrong_parameters_are_named(error: type, parameters: dict[str, str]) -> None:
    with pytest.raises(error) as caught:
        Selection.parse(**parameters)
    assert caught.value.parameter in ("from", "bbox")  # type: ignore[attr-defined]
