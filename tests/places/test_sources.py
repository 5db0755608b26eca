"""The stream of all that goes into the index, without the towns."""

from collections.abc import Iterator

import pytest

from mapapp.model import Place
from mapapp.places.gazetteer import sources
from mapapp.places.gazetteer.protocol import Entry


@pytest.fixture(scope="module")
def found() -> dict[str, Entry]:
    def none(*_: object) -> Iterator[tuple[str, Entry]]:
        return iter(())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "towns", none)
        listed = [entry for _, entry in sources.entries() if isinstance(entry, Entry)]
    by_id = {entry.place.id: entry for entry in listed}
    assert len(by_id) == len(listed), "two entries share an id"
    return by_id


def named(found: dict[str, Entry], name: str) -> list[Place]:
    return [
        entry.place
        for entry in found.values()
        if name == entry.place.name or name in {other.text for other in entry.place.names}
    ]


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Calif.", "admin1", "US"),
        ("Bayern", "admin1", "DE"),
        ("Zangezur", "admin1", "AM"),
        ("Artsakh", "region", "AZ"),
        ("Transcaucasia", "region", None),
        ("Burma", "country", "MM"),
        ("USSR", "historic_state", None),
        ("Hellespont", "sea", "TR"),
        ("Autauga County", "admin2", "US"),
        ("Finistere", "admin2", "FR"),
        ("Bohol", "admin2", "PH"),
        ("Binh Phuoc", "admin1", "VN"),
        ("Yorkshire", "admin2", "GB"),
        ("Co. Kerry", "admin2", "IE"),
        ("Simcoe County", "admin2", "CA"),
        ("Peel Region", "admin2", "CA"),
        ("Nyanza", "region", "KE"),
    ],
)
def test_places_go_by_their_other_names(
    found: dict[str, Entry], name: str, kind: str, country: str | None
) -> None:
    assert [(place.kind, place.country) for place in named(found, name)] == [(kind, country)]


def test_a_county_by_hand_takes_the_place_of_the_derived_one(found: dict[str, Entry]) -> None:
    assert [place.name for place in named(found, "Mayo")] == ["County Mayo"]
    assert not named(found, "Maigh Eo") or named(found, "Maigh Eo") == named(found, "Mayo")


def test_what_a_table_describes_is_not_listed_again(found: dict[str, Entry]) -> None:
    assert [place.id for place in named(found, "Crimea")] == ["gn:703883"]


def test_second_level_divisions_name_the_first(found: dict[str, Entry]) -> None:
    (county,) = named(found, "Autauga County")
    assert county.admin == "Alabama"


def test_every_division_that_is_patched_is_there(found: dict[str, Entry]) -> None:
    from mapapp import resources
    from mapapp.places.gazetteer.tables import read_patches

    patches = read_patches(resources.geodata("gazetteer", "divisions.csv"))
    missing = [patch.id for patch in patches.values() if patch.id and patch.id not in found]
    assert missing == []
