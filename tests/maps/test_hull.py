"""What is known of places that are taken away is what would be found anew."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.maps.hull import Hull
from mapapp.model import Place

# No two gaps between them are alike: of two widest ones either may be left out of a map.
lons = st.integers(0, 20_000).map(lambda number: (number * number * 0.7310585) % 360 - 180)
lats = st.integers(-60, 60).map(float)
spots = st.lists(st.tuples(lons, lats), min_size=2, max_size=12)


def placed(spots: list[tuple[float, float]]) -> list[Place]:
    return [
        Place(f"x:{number:02}", f"{number}", "settlement", lon, lat)
        for number, (lon, lat) in enumerate(spots)
    ]


@given(spots, st.randoms(use_true_random=False))
def test_taking_places_away_is_having_had_the_others(
    spots: list[tuple[float, float]], chance: Random
) -> None:
    left = placed(spots)
    hull = Hull(left)
    while len(left) > 1:
        gone = chance.choice(left)
        left.remove(gone)
        assert hull.area_without(gone) == pytest.approx(Hull(left).area)
        hull.remove(gone)
        assert hull.area == pytest.approx(Hull(left).area)
        assert hull.on_edges() == Hull(left).on_edges()
        assert hull.count == len(left)


def test_places_on_edges_are_those_that_end_the_stretch() -> None:
    hull = Hull(placed([(10, 0), (20, 5), (30, 0), (20, 2), (10, 1)]))
    assert [place.name for place in hull.on_edges()] == ["0", "1", "2", "4"]


def test_a_stretch_over_the_antimeridian_ends_on_both_sides_of_it() -> None:
    hull = Hull(placed([(170, 0), (-175, 1), (-160, 2), (-178, 1)]))
    assert [place.name for place in hull.on_edges()] == ["0", "2"]
    assert hull.area < Hull(placed([(0, 0), (170, 0)])).area
