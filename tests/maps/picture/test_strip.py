import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.maps.picture.frame import Room
from mapapp.maps.picture.shapes import Panel
from mapapp.maps.picture.strip import domain, edges, time_strip, weights
from mapapp.maps.picture.style import measures
from mapapp.model import Interval, When, civil, day_number


def when(text: str) -> When:
    start, _, end = text.partition("/")
    first = None if start == ".." else Interval.parse(start).first
    last = None if end == ".." else Interval.parse(end or start).last
    return When(text, first, last)


@st.composite
def stretches(draw: st.DrawFn) -> When:
    first = draw(st.integers(-1_000_000, 20_000))
    return When("", first, first + draw(st.integers(0, 500_000)))


@given(st.lists(stretches(), min_size=1, max_size=20), st.integers(2, 120))
def test_every_event_weighs_one(whens: list[When], most: int) -> None:
    days = domain(whens)
    assert days is not None
    assert days.first is not None
    assert days.last is not None
    bounds, _ = edges(days.first, days.last, most)
    assert bounds[0] <= days.first
    assert bounds[-1] > days.last
    assert bounds == sorted(set(bounds))
    assert sum(weights(whens, bounds)) == pytest.approx(len(whens))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1990", [1, 0, 0, 0]),
        ("1990/1993", [365, 365, 366, 365]),
        ("1992/..", [0, 0, 366, 365]),
        ("../1991", [365, 365, 0, 0]),
        ("1980/1985", [0, 0, 0, 0]),
    ],
)
def test_a_vague_date_is_spread_over_its_days(text: str, expected: list[int]) -> None:
    bounds = [day_number(year) for year in range(1990, 1995)]
    total = sum(expected) or 1
    assert weights([when(text)], bounds) == pytest.approx([each / total for each in expected])


@pytest.mark.parametrize(
    ("start", "end"),
    [("1992-03-14", "1992-03-16"), ("1918", "2024"), ("-1200", "2024"), ("2020-01", "2021-06")],
)
def test_parts_begin_on_round_dates(start: str, end: str) -> None:
    first, last = Interval.parse(start).first, Interval.parse(end).last
    assert first is not None
    assert last is not None
    bounds, step = edges(first, last, 60)
    assert len(bounds) - 1 <= 62
    if step.months:
        assert all(civil(day)[2] == 1 for day in bounds)
    if step.months >= 12:
        # 100 BCE, the astronomical -99, begins a century; the year 1 begins the first.
        years = [civil(day)[0] for day in bounds if civil(day)[0] != 1]
        assert all((year if year > 0 else year - 1) % (step.months // 12) == 0 for year in years)


def test_no_date_no_strip() -> None:
    assert domain([]) is None
    assert domain([When("../..", None, None)]) is None


def test_a_date_longer_than_a_bar_is_pale_and_an_exact_one_is_not() -> None:
    whens = [when("1990-06-01"), when("1990/1999")]
    shapes = time_strip(whens, Interval(None, None), Room(0, 0, 400, 60), measures(1200, 630))
    bars = [shape for shape in shapes if isinstance(shape, Panel)]
    firm = [bar for bar in bars if bar.ink.fill_opacity == 1]
    assert len(firm) == 1
    assert len(bars) > 10
    assert firm[0].height > 5 * max(bar.height for bar in bars if bar is not firm[0])
