import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.maps.focus import across, focus, padded
from mapapp.model import BBox

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
