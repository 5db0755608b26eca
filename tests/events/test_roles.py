import pytest

from mapapp.model import Article
from mapapp.pipeline import annotate

from tests.events.told import told


def _roles(marked: str) -> dict[str, str]:
    [event] = told(marked)
    return {tie.place.name: tie.role for tie in event.ties}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The talks were held in {Lima} in [1990].", {"Lima": "location"}),
        (
            "Troops marched from {Lima} to {Quito} in [1990].",
            {"Quito": "destination", "Lima": "origin"},
        ),
        ("In [1990] the army captured {Lima}.", {"Lima": "location"}),
        ("In [1990] 26 people died in {Lima}, according to {Quito}.", {"Lima": "location"}),
        ("In [1990] the city of {Lima} was flooded.", {"Lima": "location"}),
        ("{Kenya} spent more in [1990].", {"Kenya": "party"}),
        ("The land belonging to {Kenya} was sold in [1990].", {"Kenya": "party"}),
        ("Ships left for {Lima} in [1990].", {"Lima": "destination"}),
        ("A book about {Lima} appeared in [1990].", {"Lima": "topic"}),
        (
            "Fairs opened in {Lima}, {Quito} and {Bogota} in [1990].",
            {"Lima": "location", "Quito": "location", "Bogota": "location"},
        ),
        ("They met at {Rome}, {Georgia}, in [1990].", {"Rome": "location"}),
        ("{Peru} joined the {Lima} Defence Council in [1990].", {"Peru": "party", "Lima": "party"}),
        ("{Peru} sought closer ties to the {West} in [1990].", {"Peru": "party"}),
        (
            "In [1990] a storm shook {Lima} and destroyed {Callao}.",
            {"Lima": "location", "Callao": "location"},
        ),
    ],
)  # fmt: skip
def test_role(marked: str, expected: dict[str, str]) -> None:
    assert _roles(marked) == expected


def test_unknown_place_is_told_but_not_drawn() -> None:
    [event] = told("A battle was fought at {Nowhere Gap} in [1990].")
    assert [(tie.place.name, tie.place.lon) for tie in event.ties] == [("Nowhere Gap", None)]
    assert event.place is None


@pytest.mark.parametrize(
    ("marked", "places"),
    [
        ("In [1921] two men from {Lima} were convicted.", []),
        ("In [1921] a convoy from {Lima} arrived.", ["Lima"]),
        ("He went to {Quito} ([1921]) and {Lima}.", ["Quito"]),
        ("She was honoured in {Lima} in [1921], and in [1930] became a judge.", ["Lima"]),
    ],
)
def test_places_that_go_with_a_date(marked: str, places: list[str]) -> None:
    assert [tie.place.name for tie in told(marked)[0].ties] == places


def test_of_a_country_and_a_town_in_it_the_town_is_where_it_was() -> None:
    (event,) = annotate(Article("In 1948 she came to England on a ship, to Southampton.")).events
    assert [tie.place.name for tie in event.ties] == ["Southampton", "England"]


def test_of_a_sea_and_a_town_off_which_it_was_the_town_is_drawn() -> None:
    text = "In 2011 they built a mill in the Mediterranean, off Marseille."
    (event,) = annotate(Article(text)).events
    assert event.place is not None
    assert event.place.name == "Marseille"


def test_a_town_is_where_it_was_rather_than_the_river() -> None:
    (event,) = annotate(Article("In 1349 they met at Basel, on an island in the Rhine.")).events
    assert event.place is not None
    assert event.place.name == "Basel"


def test_the_number_of_a_road_is_no_country() -> None:
    (event,) = annotate(Article("On 3 May 2009 he took the U.S. 84 turnoff to Houston.")).events
    assert [tie.place.name for tie in event.ties] == ["Houston"]
