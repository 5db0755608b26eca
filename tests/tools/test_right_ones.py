"""Which candidates the judge of candidates learns to take."""

from mapapp.model import Place
from tools.corpora import GoldPlace
from tools.ranking import right_ones

CITY = Place("gn:1", "Madrid", "settlement", -3.7, 40.4)
REGION = Place("gn:2", "Madrid", "admin1", -3.7, 40.5)
ABROAD = Place("gn:3", "Madrid", "settlement", -74.3, 4.7)


def gold(geonameid: int | None) -> GoldPlace:
    return GoldPlace(0, 6, "Madrid", 40.4, -3.7, geonameid, None, demonym=False)


def test_the_id_tells_a_town_from_its_region() -> None:
    assert right_ones(gold(1), [REGION, CITY, ABROAD]) == [False, True, False]


def test_without_it_what_is_near_is_right() -> None:
    assert right_ones(gold(None), [REGION, CITY, ABROAD]) == [True, True, False]
    assert right_ones(gold(9), [REGION, CITY, ABROAD]) == [True, True, False]
