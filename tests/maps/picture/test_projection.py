import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.maps.picture.projection import EqualArea, EqualEarth, Projection

LONS = st.floats(-179, 179)
LATS = st.floats(-89, 89)


@given(lon=LONS, lat=LATS, middle=st.floats(-80, 80))
def test_points_fall_where_proj_puts_them(lon: float, lat: float, middle: float) -> None:
    from pyproj import Proj

    ours = EqualArea(0.0, middle).plane(lon, lat)
    theirs = Proj(f"+proj=laea +lat_0={middle!r} +R=1")(lon, lat)
    assert ours == pytest.approx(theirs, abs=1e-6)
    assert EqualEarth(0.0).plane(lon, lat) == pytest.approx(
        Proj("+proj=eqearth +R=1")(lon, lat), abs=1e-6
    )


@pytest.mark.parametrize("projection", [EqualArea(10.0, 40.0), EqualEarth(11.0)])
def test_the_antipode_does_not_break_it(projection: Projection) -> None:
    x, y = projection.plane(180.0, -40.0)
    assert abs(x) < 4
    assert abs(y) < 4


@given(lon=st.floats(-60, 60), lat=st.floats(-70, 89), middle=st.floats(-60, 85))
def test_what_is_seen_lies_within_reach(lon: float, lat: float, middle: float) -> None:
    projection = EqualArea(0.0, middle)
    sideways, south, north = projection.reach(projection.plane(lon, lat))
    assert -sideways - 1e-6 <= lon <= sideways + 1e-6
    assert south - 1e-6 <= lat <= north + 1e-6
