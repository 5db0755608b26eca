"""Men, armies and parties that are called like a town."""

import pytest
from msgspec.structs import replace

from mapapp.events.namesakes import namesakes
from mapapp.model import Resolution

from tests.events.told import read, told


@pytest.mark.parametrize(
    "text",
    [
        "The {Union} troops left.",
        "A {Union} cavalry brigade came.",
        "{Hooker}’s division fell back.",
        "The {Union} fired. The {Union} withdrew.",
    ],
)
def test_a_name_given_only_to_people_is_doubted(text: str) -> None:
    article, toponyms, _ = read(f"By then it rained. {text}")
    assert len(namesakes(article.text, toponyms)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The {Lima} police came. They slept in {Lima}.",
        "They took {Lima}. The {Lima} garrison fled.",
        "They saw {Callao}, {Lima} and the sea. {Lima} troops fled; {Callao} troops stayed.",
        "The {Lima} area was quiet. The {Lima} region was not.",
        "The {Lima} talks failed.",
        "{Peru} troops left. The {Peru} army came.",
    ],
)
def test_one_use_as_a_place_vouches_for_all(text: str) -> None:
    article, toponyms, _ = read(f"By then it rained. {text}")
    assert not namesakes(article.text, toponyms)


def test_a_city_is_believed() -> None:
    article, toponyms, _ = read("By then {Lima} troops had left.")
    place = toponyms[0].place
    assert place is not None
    city = replace(toponyms[0], resolution=Resolution(replace(place, population=9_000_000), 0.9))
    assert namesakes(article.text, toponyms)
    assert not namesakes(article.text, [city])


def test_they_place_no_event() -> None:
    (event,) = told("On [3 May 1863|1863-05-03] the {Union} troops stormed {Tuscumbia}.")
    assert [tie.place.name for tie in event.ties] == ["Tuscumbia"]
