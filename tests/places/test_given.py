"""Names of tables against the index and the models that ship."""

from collections.abc import Sequence

import pytest

from mapapp.model import Place
from mapapp.places import GivenName, resolve_names
from mapapp.places.ancient import is_ancient


def places(*texts: str) -> list[Place | None]:
    return [toponym.place for toponym in resolve_names([GivenName(text) for text in texts])]


def lands(found: Sequence[Place | None]) -> list[tuple[str | None, str | None] | None]:
    return [(place.country, place.admin) if place else None for place in found]


def test_the_names_of_a_table_are_one_scene() -> None:
    alone = places("Richmond")
    (richmond, *_) = places("Richmond", "Irvine", "Madison County", "Lexington")
    assert alone != [richmond]
    assert lands([richmond]) == [("US", "Kentucky")]


@pytest.mark.parametrize(
    ("name", "within", "country", "admin"),
    [
        ("Paris, TX", (), "US", "Texas"),
        ("Paris", ("TX", "USA"), "US", "Texas"),
        ("Springfield, IL 62701", (), "US", "Illinois"),
        ("Berlin, DE", (), "DE", "Berlin"),
        ("Dover, DE", (), "US", "Delaware"),
        ("Santiago", ("CL",), "CL", "Santiago Metropolitan"),
        ("Toledo", ("ESP",), "ES", "Castilla-La Mancha"),
        ("Frankfurt", ("Deutschland",), "DE", "Hesse"),
        ("London", ("Ontario", "Canada"), "CA", "Ontario"),
    ],
)
def test_what_holds_a_place_tells_which_is_meant(
    name: str, within: tuple[str, ...], country: str, admin: str
) -> None:
    (toponym,) = resolve_names([GivenName(name, within)])
    assert lands([toponym.place]) == [(country, admin)]


def test_one_table_names_namesakes_apart() -> None:
    found = places("Cambridge, UK", "Cambridge, MA", "Athens, Georgia", "Tbilisi, Georgia")
    assert [place.country for place in found if place] == ["GB", "US", "US", "GE"]


def test_a_land_that_the_list_of_places_does_not_name_leaves_a_doubt() -> None:
    told, doubted = resolve_names([GivenName("Lviv"), GivenName("Lviv", ("Poland",))])
    assert told.place == doubted.place
    assert told.resolution
    assert doubted.resolution
    assert doubted.resolution.score < told.resolution.score


@pytest.mark.parametrize(
    ("name", "words", "place"),
    [
        ("Leipzig; hall 1", "Leipzig", "Leipzig"),
        ("Hotel Zur Post, Gasse 77, 10117 Berlin, Germany", "Berlin", "Berlin"),
        ("Xyzzy Village, Azerbaijan", "Xyzzy Village", None),
        ("https://meet.example/12", "https:", None),
        ("Port of Spain", "Port of Spain", "Port of Spain"),
        ("baku", "baku", "Baku"),
        ("Москва", "Москва", "Moscow"),
        (" , ", " , ", None),
    ],
)
def test_the_part_that_is_known_is_the_place(name: str, words: str, place: str | None) -> None:
    (toponym,) = resolve_names([GivenName(name)])
    assert toponym.span.of(name) == words
    assert (toponym.place.name if toponym.place else None) == place


def test_what_is_only_called_after_a_place_is_not_sure() -> None:
    (toponym,) = resolve_names([GivenName("Marseille Xyzzy")])
    assert toponym.resolution is None or toponym.resolution.score < 0.5
    assert toponym.candidates


def test_ancient_names_are_those_of_the_old_world() -> None:
    names = ["Rome", "Carthage", "Syracuse", "Corinth"]
    once = resolve_names([GivenName(name, is_ancient=True) for name in names])
    assert [each.place.country for each in once if each.place] == ["IT", "TN", "IT", "GR"]


@pytest.mark.parametrize(("last", "is_old"), [(None, False), (-172_000, True), (0, False)])
def test_days_before_1500_are_ancient(last: int | None, is_old: bool) -> None:
    assert is_ancient(last) is is_old


def test_each_name_gets_its_answer_in_order() -> None:
    names = [GivenName(name) for name in ("Oslo", "Xyzzyx", "Oslo", "Bergen", "Oslo, Norway")]
    found = [toponym.place.name if toponym.place else None for toponym in resolve_names(names)]
    assert found == ["Oslo", None, "Oslo", "Bergen", "Oslo"]
    assert resolve_names([]) == []
