"""Names and texts against the index and the models that ship."""

import textwrap
from collections.abc import Iterator

import pytest

from mapapp.model import Article, Place
from mapapp.places import PlaceReader, default_gazetteer

# Written for this test: America's war for independence, told with the towns of its states.
HISTORY = """
In April 1775 the first shots fell at Lexington and Concord in Massachusetts. The army besieged
Boston, while an expedition went north from Maine against Quebec and was beaten there. General Howe
took New York City and Philadelphia; Trenton and Princeton in New Jersey were won back. After
Saratoga, the court at Paris made an alliance, and Spain laid siege to Gibraltar. Fleets met off
Jamaica. Charleston and Savannah fell, then Camden and Wilmington in North Carolina. In London, the
ministry resigned after Yorktown in Virginia, and envoys from Philadelphia and London met in Paris
and later in Vienna and Geneva.
"""


def places(text: str) -> Iterator[tuple[str, Place]]:
    for toponym in PlaceReader(default_gazetteer()).read(Article(text)):
        if toponym.place is not None:
            yield toponym.span.of(text), toponym.place


@pytest.mark.parametrize("width", [38, 50, 66])
def test_wrapped_text_is_read_as_if_it_were_not(width: int) -> None:
    flat = " ".join(HISTORY.split())
    wrapped = [(name.split(), place) for name, place in places(textwrap.fill(flat, width))]
    assert wrapped == [(name.split(), place) for name, place in places(flat)]


@pytest.mark.parametrize(
    ("name", "country"),
    [("Paris", "FR"), ("London", "GB"), ("Geneva", "CH"), ("Quebec", "CA"), ("Trenton", "US")],
)
def test_the_capitals_of_the_world_stay_where_they_are(name: str, country: str) -> None:
    assert {place.country for surface, place in places(HISTORY) if surface == name} == {country}


@pytest.mark.parametrize(
    ("text", "lands"),
    [
        ("Augustus died at Nola in AD 14, and was burned at Rome.", {"IT"}),
        ("In 413 BC the fleet was lost at Syracuse.", {"IT"}),
        ("In 1913 a fleet of cars was lost at Syracuse, New York.", {"US"}),
    ],
)
def test_what_is_told_of_old_was_not_in_the_new_world(text: str, lands: set[str]) -> None:
    assert {place.country for _, place in places(text)} == lands


@pytest.mark.parametrize(
    ("name", "elsewhere"),
    [("New Mexico", "Dahlonega"), ("Quebec", "New Britain"), ("Egypt", "Goodyear")],
)
def test_no_town_goes_by_the_name_of_a_land_elsewhere(name: str, elsewhere: str) -> None:
    assert elsewhere not in {place.name for place in default_gazetteer().lookup(name)}


@pytest.mark.parametrize(
    ("old", "today"),
    [
        ("Vera Cruz", "Veracruz"),
        ("Moorshedabad", "Murshidābād"),
        ("Epidamnus", "Durrës"),
        ("Oude", "Oudh"),
        ("Carlowitz", "Sremski Karlovci"),
        ("Baramulla", "Bāramūla"),
        ("Qamishli", "Al Qāmishlī"),
        ("Jisr al-Shughur", "Jisr ash Shughūr"),
    ],
)
def test_other_spellings_lead_to_the_place(old: str, today: str) -> None:
    assert today in {place.name for place in default_gazetteer().lookup(old)}


@pytest.mark.parametrize("name", ["New York", "Luxembourg", "Kuwait"])
def test_a_land_and_its_town_share_a_name(name: str) -> None:
    kinds = {place.kind for place in default_gazetteer().lookup(name)[:3]}
    assert {"settlement"} < kinds


@pytest.mark.parametrize(
    "name", ["Port of Spain", "Dar es Salaam", "Frankfurt am Main", "Newcastle upon Tyne"]
)
def test_a_name_with_a_small_word_is_one(name: str) -> None:
    found = [surface for surface, _ in places(f"The talks in {name} ended on 3 May 1998.")]
    assert found == [name]


@pytest.mark.parametrize("rank", ["Brig. Gen.", "Adm.", "Cdr.", "Commodore"])
def test_a_rank_and_the_general_who_has_it_are_no_towns(rank: str) -> None:
    text = (
        f"On 4 June {rank} George Crook crossed the river and burned the depot at Lexington,"
        " Virginia. Two days afterwards Crook joined the column, and the guns of Crook followed."
    )
    assert {surface for surface, _ in places(text)} <= {"Lexington", "Virginia"}


@pytest.mark.parametrize("name", ["Kinshasa", "Damascus", "Aleppo", "Karachi", "Sarajevo"])
@pytest.mark.parametrize(
    "sentence",
    [
        "But {} said no.",
        "When {} speaks of peace, everyone listens.",
        "Because {} had fallen, they left.",
        "Why {} matters",
    ],
)
def test_a_name_after_a_word_with_a_capital_of_its_own_is_found(name: str, sentence: str) -> None:
    assert [surface for surface, _ in places(sentence.format(name))] == [name]


@pytest.mark.parametrize("name", ["Lincoln", "Kent"])
@pytest.mark.parametrize("short", ["Wm.", "Thos.", "Benj.", "Pte."])
def test_who_has_a_shortened_given_name_or_rank_is_no_place(short: str, name: str) -> None:
    assert [surface for surface, _ in places(f"They buried {short} {name} in Derby.")] == ["Derby"]
