"""What is known of the namesakes of a name before a text is read."""

import pytest

from mapapp.model import Place
from mapapp.places.gazetteer import DictGazetteer, Entry
from mapapp.places.options import OptionTable


@pytest.mark.parametrize(
    ("division", "people", "first"),
    [("Haifa", 1_060_000, "settlement"), ("Quebec", 8_500_000, "admin1")],
    ids=["a town in its district", "a land with a town called so"],
)
def test_a_town_stands_before_the_division_about_it(division: str, people: int, first: str) -> None:
    about = Place("t:1", division, "admin1", country="XX", population=people)
    town = Place("t:2", division, "settlement", country="XX", admin=division, population=280_000)
    found = OptionTable(DictGazetteer([Entry(about), Entry(town)])).of(division.lower(), False)
    assert found is not None
    assert found.places[0].kind == first


def test_a_town_elsewhere_takes_no_division_its_place() -> None:
    about = Place("t:1", "Haifa", "admin1", country="XX", population=1_060_000)
    town = Place("t:2", "Haifa", "settlement", country="YY", admin="Salt", population=280_000)
    found = OptionTable(DictGazetteer([Entry(about), Entry(town)])).of("haifa", False)
    assert found is not None
    assert found.places[0] == about
