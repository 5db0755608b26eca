from mapapp.events.categories import shipped
from mapapp.maps.looks import look


def test_categories_that_ship_are_told_apart() -> None:
    names = ("other", *shipped().names)
    assert len({look(name) for name in names}) == len(names)


def test_a_category_of_another_lexicon_keeps_its_look() -> None:
    assert look("eclipse") == look("eclipse")
    assert look("eclipse").startswith("shape-")
