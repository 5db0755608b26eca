import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.maps.focus import across, focus, outliers, padded
from mapapp.model import BBox, Place

from tests import stories_zoo

boxes = st.builds(
    BBox, st.floats(-180, 180), st.floats(-80, -1), st.floats(-180, 180), st.floats(1, 80)
)


def test_a_story_across_the_antimeridian_is_seen_from_near() -> None:
    found = focus(stories_zoo.pacific())
    west, _, east, _ = found.span
    assert west == pytest.approx(178.44)
    assert east == pytest.approx(188.23)
    assert found.box.contains(179.9, -16)
    assert not found.box.contains(0, -16)


@given(boxes, st.floats(0.01, 2))
def test_a_padded_box_holds_the_box_and_is_no_longer_than_the_world(
    box: BBox, share: float
) -> None:
    larger = padded(box, share)
    assert across(box) - 1e-6 <= across(larger) <= 360
    middle = (box.west + across(box) / 2 + 180) % 360 - 180
    assert larger.contains(middle, 0)


def town(name: str, lon: float, lat: float) -> Place:
    return Place(f"x:{name}", name, "settlement", lon, lat)


def test_outliers_on_every_side_are_left_out_together() -> None:
    core = [town(f"core {n}", 40 + n, 40 + n / 2) for n in range(4)]
    far = [town("west", 4, 50), town("north", 60, 65), town("east", 80, 30)]
    weights = {place.id: 20 for place in core} | {place.id: 1 for place in far}
    assert {place.name for place in outliers([*core, *far], weights)} == {"west", "north", "east"}


def test_no_place_is_left_out_for_a_flatter_box_than_a_window() -> None:
    row = [town(f"row {n}", 20 + 3 * n, 40) for n in range(8)]
    above = town("above", 30, 43)
    assert outliers([*row, above], {place.id: 5 for place in row} | {above.id: 1}) == []


def test_a_tenth_of_the_events_is_no_outlier_for_a_third_of_the_box() -> None:
    places = [town("a", 30, 40), town("b", 33, 41), town("c", 36, 40), town("d", 41, 41)]
    weights = {"x:a": 30, "x:b": 30, "x:c": 30, "x:d": 10}
    assert outliers(places, weights) == []


def test_a_story_of_streets_is_seen_from_near_and_one_town_in_its_country() -> None:
    streets = [Place(f"x:{n}", f"Street {n}", "site", 49.82 + n / 100, 40.37) for n in range(7)]
    near = focus(stories_zoo.gathered("city", streets)).box
    assert 0.06 < across(near) < 0.2
    alone = focus(stories_zoo.gathered("town", streets[:1])).box
    assert across(alone) > 1
    region = Place("x:r", "Region", "region", 49.85, 40.4, radius_km=60)
    assert across(focus(stories_zoo.gathered("region", [*streets, region])).box) > 0.9
