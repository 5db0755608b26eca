import pytest

from tests.events.told import gists, told


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "She called at {Callao} on [8 July|1836-07-08] and at {Ica} on [19 July|1836-07-19].",
            [("1836-07-08", "Callao"), ("1836-07-19", "Ica")],
        ),
        (
            "Hosting BIAS-[2016] in {Manama} in [2016], the PARA-[2017] and PARA-[2019] book fairs"
            " in {Lima}, and the festival, which was held in {Quito} for the first time in [2021],"
            " helped the trade.",
            [("2016", "Manama"), ("2017", "Lima"), ("2019", "Lima"), ("2021", "Quito")],
        ),
        (
            "In [2009] and [2010], {Kenya} earned 3 and 4 million dollars respectively, while"
            " {Uganda} earned 1 and 2 million in [the same years|2010].",
            [("2009", "Kenya"), ("2010", "Kenya"), ("2009", "Uganda"), ("2010", "Uganda")],
        ),
        (
            "The army left {Tuscumbia}, {Alabama}, on [April 26, 1863|1863-04-26] and reached"
            " {Rome}, {Georgia}, on [3 May|1863-05-03].",
            [("1863-04-26", "Tuscumbia"), ("1863-05-03", "Rome")],
        ),
        (
            "After {Peru} declared its independence in [1821], a congress met in {Lima} in [1822].",
            [("1821", "Peru"), ("1822", "Lima")],
        ),
    ],
    ids=[
        "two and two",
        "list of fairs",
        "respectively",
        "larger place after comma",
        "subordinate clause",
    ],
)
def test_each_date_goes_with_its_place(marked: str, expected: list[tuple[str, str]]) -> None:
    assert gists(marked) == expected


def test_agreement_without_a_place_is_tied_to_both_parties() -> None:
    [event] = told("{Kenya} and {Uganda} signed a trade agreement on [4 May 1996|1996-05-04].")
    assert [(tie.place.name, tie.role) for tie in event.ties] == [
        ("Kenya", "party"),
        ("Uganda", "party"),
    ]
    assert event.category == "agreement"
    assert event.title == "Kenya and Uganda signed a trade agreement"


def test_adjective_is_drawn_only_where_nothing_else_is() -> None:
    [event] = told("The {Turkish} president arrived in {Nairobi} in [June 2014|2014-06].")
    assert event.place is not None
    assert event.place.name == "Nairobi"
    [alone] = told("The {Turkish} president resigned in [June 2014|2014-06].")
    assert alone.place is not None
    assert alone.place.name == "Turkey"


def test_date_without_place_stays_unlocated() -> None:
    [event] = told("A new coinage was introduced in [1871].")
    assert event.ties == ()
    assert event.place is None


def test_ids_differ_and_stay() -> None:
    marked = "Fairs were held in {Lima} in [1990] and in {Quito} in [1991]."
    first, again = told(marked), told(marked)
    assert [event.id for event in first] == [event.id for event in again]
    assert len({event.id for event in first}) == 2
    assert all(event.id.isalnum() for event in first)


@pytest.mark.parametrize(
    ("marked", "modality"),
    [
        ("The troops did not enter {Lima} in [1880].", "negated"),
        ("The court will meet in {Quito} in [2031].", "planned"),
        ("Schools in {Lima} may open on [3 May 1931|1931-05-03], officials said.", "hypothetical"),
        ("It is predicted that {Peru} will exceed the limit only in [2031].", "hypothetical"),
        ("The court met in {Quito} in [1931].", "asserted"),
        ("Not only the court but also the senate met in {Quito} in [1931].", "asserted"),
    ],
)
def test_modality(marked: str, modality: str) -> None:
    [event] = told(marked)
    assert event.modality == modality


@pytest.mark.parametrize(
    "marked",
    [
        "Moreno, A. ([1999]). A history of {Lima}. {Quito}: Andes University Press, [1999].",
        "© [2019] The {Lima} Courier. All rights reserved.",
        "Photo: harvest near {Quito}, [1931].",
        "References\nThe rivers of {Peru}, Journal of Rivers, [1984]\nThe hills of {Peru}, [1985]",
    ],
    ids=["bibliography", "copyright", "caption", "below a heading"],
)
def test_furniture_tells_no_events(marked: str) -> None:
    assert told(marked) == ()


def test_a_text_whose_only_date_is_a_measure_tells_nothing_dated() -> None:
    assert told("Ruiz, who seeks their first title since [2002], beat them 1-0 in {Lima}.") == ()
