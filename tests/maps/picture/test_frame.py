import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.maps.arc import shortest_arc
from mapapp.maps.picture.clip import clipped_ring, unwrapped
from mapapp.maps.picture.frame import Frame, Room, Spot, frame

ROOM = Room(0, 90, 1200, 430)
FIJI, SAMOA, TONGA = (178.4, -18.1), (-171.8, -13.8), (-175.2, -21.1)
GANJA, SHUSHA = (46.36, 40.68), (46.75, 39.76)
SVALBARD, BARROW, CHELYUSKIN = (15.6, 78.2), (-156.8, 71.3), (104.3, 77.7)
PLYMOUTH, TAHITI, SYDNEY, CAPE_TOWN = (-4.1, 50.4), (-149.6, -17.5), (151.2, -33.9), (18.4, -33.9)


@pytest.mark.parametrize(
    ("points", "is_world"),
    [
        ([GANJA], False),
        ([GANJA, SHUSHA], False),
        ([FIJI, SAMOA, TONGA], False),
        ([SVALBARD, BARROW, CHELYUSKIN], False),
        ([PLYMOUTH, TAHITI, SYDNEY, CAPE_TOWN], True),
        ([(0.0, 0.0), (120.0, 10.0)], True),
        ([], True),
    ],
)
def test_every_spot_is_on_the_map_with_room_for_its_name(
    points: list[tuple[float, float]], is_world: bool
) -> None:
    fitted = frame([Spot(lon, lat) for lon, lat in points], ROOM)
    assert fitted.is_world == is_world
    for lon, lat in points:
        x, y = fitted.at(lon, lat)
        assert ROOM.x + 40 < x < ROOM.right - 40
        assert ROOM.y + 20 < y < ROOM.bottom - 20


def test_neighbours_over_the_antimeridian_are_neighbours() -> None:
    fitted = frame([Spot(*FIJI), Spot(*SAMOA)], ROOM)
    (fiji, _), (samoa, _) = fitted.at(*FIJI), fitted.at(*SAMOA)
    assert fiji < samoa, "Samoa lies east of Fiji"
    assert fitted.pixels(1150) == pytest.approx(abs(samoa - fiji), rel=0.1)  # 1150 km apart


def test_a_town_is_shown_with_its_surroundings() -> None:
    fitted = frame([Spot(*GANJA)], ROOM)
    assert fitted.pixels(100) < ROOM.height


def _spots() -> st.SearchStrategy[list[Spot]]:
    spot = st.builds(Spot, st.floats(-180, 180), st.floats(-85, 85), st.floats(0, 500))
    return st.lists(spot, min_size=1, max_size=8)


@given(_spots())
def test_no_spot_is_ever_lost(spots: list[Spot]) -> None:
    fitted: Frame = frame(spots, ROOM)
    for spot in spots:
        x, y = fitted.at(spot.lon, spot.lat)
        assert ROOM.contains(Room(x, y, 0, 0))


@given(st.lists(st.floats(-180, 179.99), min_size=1, max_size=8))
def test_the_arc_holds_all_longitudes_and_no_arc_is_shorter(lons: list[float]) -> None:
    west, length = shortest_arc(lons)
    assert all((lon - west) % 360 <= length + 1e-6 for lon in lons if (west - lon) % 360 > 1e-6)
    starts = [max((other - lon) % 360 for other in lons) for lon in lons]
    assert length == pytest.approx(min(starts), abs=1e-6)


def test_a_ring_over_the_antimeridian_is_drawn_once_around() -> None:
    ring = [(179.0, 10.0), (-179.0, 10.0), (-179.0, 12.0), (179.0, 12.0)]
    assert unwrapped(ring, is_ring=True) == [
        (179.0, 10.0),
        (181.0, 10.0),
        (181.0, 12.0),
        (179.0, 12.0),
    ]


def test_a_ring_around_the_pole_is_led_over_it() -> None:
    ring = [(lon, -70.0) for lon in (-120.0, 0.0, 120.0)]
    assert (240.0, -90.0) in unwrapped(ring, is_ring=True)
    assert unwrapped(ring, is_ring=False) == ring


def test_a_ring_is_cut_at_the_view() -> None:
    square = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]
    found = clipped_ring(square, Room(2, 1, 10, 2))
    assert set(found) == {(2.0, 1.0), (4.0, 1.0), (4.0, 3.0), (2.0, 3.0)}
    assert clipped_ring(square, Room(5, 5, 1, 1)) == []
