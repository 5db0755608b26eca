import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.locale import use
from mapapp.maps.basemap import basemap
from mapapp.maps.focus import Focus, focus, home_places
from mapapp.maps.topology import absolute, deltas, thinned
from mapapp.model import BBox, Story

from tests import stories_zoo

points = st.tuples(st.integers(-500, 500), st.integers(-500, 500))


@given(st.lists(points, min_size=2, max_size=40), st.floats(0.5, 200))
def test_thinning_keeps_the_ends_the_order_and_the_tolerance(
    arc: list[tuple[int, int]], tolerance: float
) -> None:
    thin = thinned(arc, lambda _: tolerance)
    assert thin[0] == arc[0]
    assert thin[-1] == arc[-1]
    rest = iter(arc)
    assert all(point in rest for point in thin)


@given(st.lists(points, min_size=1, max_size=20))
def test_deltas_add_up_to_the_arc(arc: list[tuple[int, int]]) -> None:
    x = y = 0
    again = []
    for dx, dy in deltas(arc):
        x, y = x + dx, y + dy
        again.append((x, y))
    assert again == arc


def sheet(story: Story) -> str:
    return basemap(focus(story), home_places(story))


@pytest.fixture(scope="module")
def topology() -> dict[str, object]:
    decoded: dict[str, object] = json.loads(sheet(stories_zoo.caucasus()))["base"]
    return decoded


def indexes(arcs: object) -> Iterator[int]:
    if isinstance(arcs, int):
        yield arcs if arcs >= 0 else ~arcs
    elif isinstance(arcs, list):
        for part in arcs:
            yield from indexes(part)


def test_every_arc_is_used_and_every_index_is_there(topology: dict) -> None:
    used = {
        index
        for shape in topology["objects"]["land"]["geometries"]
        for index in indexes(shape["arcs"])
    }
    waters = {*indexes(topology["objects"]["lakes"]["arcs"])}
    waters |= {*indexes(topology["objects"]["rivers"]["arcs"])}
    assert not used & waters
    assert used | waters == set(range(len(topology["arcs"])))
    for name in ("coast", "borders", "disputed"):
        assert set(indexes(topology["objects"][name]["arcs"])) <= used


def test_it_is_small_and_fine_where_the_story_is(topology: dict) -> None:
    assert len(json.dumps(topology, separators=(",", ":"))) < 250_000
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    near = far = 0
    for arc in topology["arcs"]:
        x = y = 0
        for dx, dy in arc:
            x, y = x + dx, y + dy
            lon, lat = x * scale[0] + move[0], y * scale[1] + move[1]
            near += 25 < lon < 55 and 35 < lat < 45
            far += -120 < lon < -90 and 35 < lat < 45
    assert near > 5 * far


def test_disputed_borders_are_told_apart(topology: dict) -> None:
    assert topology["objects"]["disputed"]["arcs"]


def test_areas_have_their_outlines() -> None:
    areas = json.loads(sheet(stories_zoo.caucasus()))["areas"]
    assert set(areas) == {"ma:nakhchivan", "ma:tr", "ma:az"}
    assert all(ring[0] == ring[-1] for shape in areas.values() for part in shape for ring in part)


def test_names_of_countries_and_seas_lie_in_the_world() -> None:
    labels = json.loads(sheet(stories_zoo.caucasus()))["labels"]
    texts = {label["text"] for label in labels}
    assert {"Azerbaijan", "Turkey", "Black Sea", "Brazil", "Tbilisi"} <= texts
    assert all(abs(label["lon"]) <= 180 for label in labels)


def test_names_are_those_of_the_language() -> None:
    with use("ru"):
        texts = {label["text"] for label in json.loads(sheet(stories_zoo.caucasus()))["labels"]}
    assert {"Азербайджан", "Турция", "Бразилия", "Тбилиси"} <= texts


@pytest.mark.parametrize(
    "story", [stories_zoo.caucasus(), stories_zoo.antiquity(), stories_zoo.empty()]
)
def test_the_focus_holds_what_the_story_is_about(story: Story) -> None:
    box = focus(story).box
    for event in story.annotation.events:
        place = event.place
        if place is not None:
            assert place.lon is not None
            assert place.lat is not None
            assert box.contains(place.lon, place.lat)
    assert box.east - box.west >= 2


def test_a_focus_without_places_is_the_world() -> None:
    assert focus(stories_zoo.empty()) == Focus(BBox(-180, -58, 180, 76), ())


def decoded(story: Story) -> tuple[list[list[tuple[float, float]]], dict]:
    """The arcs in degrees, and the objects."""
    base = json.loads(sheet(story))["base"]
    (across, up), (west, south) = base["transform"]["scale"], base["transform"]["translate"]
    arcs = [[(x * across + west, y * up + south) for x, y in absolute(arc)] for arc in base["arcs"]]
    return arcs, base["objects"]


def test_the_coast_is_drawn_in_full_around_a_town_and_coarsely_far_away() -> None:
    arcs, _ = decoded(stories_zoo.caucasus())

    def within(lon: float, lat: float) -> int:
        return sum(abs(x - lon) < 0.5 and abs(y - lat) < 0.5 for arc in arcs for x, y in arc)

    assert within(49.9, 40.4) > 40  # Absheron, at Baku
    assert within(13.0, 55.5) < 12  # the Sound, which is as winding


def test_rivers_and_lakes_are_those_of_the_surroundings() -> None:
    arcs, objects = decoded(stories_zoo.caucasus())
    lakes = [arcs[ring[0]] for polygon in objects["lakes"]["arcs"] for ring in polygon]
    sevan = [lake for lake in lakes if all(44.8 < x < 45.8 and 40 < y < 40.8 for x, y in lake)]
    assert len(sevan) == 1
    rivers = [arcs[index] for line in objects["rivers"]["arcs"] for index in line]
    assert rivers
    assert all(max(x for x, _ in river) > 0 for river in rivers)  # none of America's
