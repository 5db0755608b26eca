import pytest

from mapapp.maps.settlements import settlements
from mapapp.model import BBox

from tests import stories_zoo

CAUCASUS = BBox(43.0, 38.0, 51.0, 42.5)


def named(box: BBox) -> dict[str, float]:
    return {town.name: town.room for town in settlements(box)}


def test_near_the_story_towns_are_named_that_the_world_does_not_know() -> None:
    assert {"Ganja", "Sumgayit", "Moscow", "Tokyo"} <= named(CAUCASUS).keys()
    assert "Ganja" not in named(BBox(0, 40, 20, 50))


def test_the_neighbours_of_a_story_s_places_are_named_whatever_the_scale() -> None:
    world = BBox(-180, -58, 180, 76)
    assert "Sumgayit" not in named(world)
    assert "Sumgayit" in {town.name for town in settlements(world, [stories_zoo.BAKU])}


def test_the_larger_of_two_neighbours_has_more_room() -> None:
    towns = named(CAUCASUS)
    assert towns["Baku"] > 1 > towns["Sumgayit"]


def test_a_contested_town_bears_both_names() -> None:
    assert "Kirkuk / Kerkük" in named(BBox(43, 34, 46, 37))


@pytest.mark.parametrize("box", [CAUCASUS, BBox(-180, -58, 180, 76), BBox(-5, 42, 25, 55)])
def test_no_map_is_sent_more_names_than_it_can_use(box: BBox) -> None:
    towns = settlements(box)
    assert len(towns) < 600
    assert len({(town.lon, town.lat) for town in towns}) == len(towns)
