import pytest

from mapapp.events.dates import is_cited
from mapapp.model import Span, TimeExpression

from tests.events.told import told


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Sales fell in {Lima} in [1990] and [1991].", ["1990/1991"]),
        ("Sales fell in {Lima} in [1990] and [1993].", ["1990", "1993"]),
        (
            "Ships called at {Lima} between [11 May 1990|1990-05-11], and [3 June|1990-06-03].",
            ["1990-05-11/1990-06-03"],
        ),
        ("Prices rose in {Lima} from [1990] to [1993].", ["1990/1993"]),
        (
            "They lived in {Lima} until [May 2004|../2004-05], when Ruiz moved to {Quito}.",
            ["2004-05"],
        ),
        ("In [1990] and [1991] {Lima} sold 5 and 6 ships respectively.", ["1990", "1991"]),
        ("In [1990], on [3 May 1990|1990-05-03], {Lima} was flooded.", ["1990-05-03"]),
        ("The PARA-[1990] fair was held in {Lima} in [1990].", ["1990"]),
    ],
    ids=[
        "one breath",
        "with a gap",
        "between",
        "from to",
        "until, when",
        "told apart",
        "frame and day",
        "name and date",
    ],
)
def test_dates_of_a_sentence(marked: str, expected: list[str]) -> None:
    assert [event.when.edtf for event in told(marked) if event.when] == expected


def test_joined_dates_keep_the_words() -> None:
    [event] = told("Sales fell in {Lima} in [1990] and [1991].")
    assert event.when is not None
    assert event.when.text == "1990 and 1991"


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("She lay off {Lima} between [July|1834-07/1834-11] and [November 1834|1834-07/1834-11].",
         "July and November 1834"),
        ("She lay at {Lima} from [1835|1835/1836]–[36|1835/1836].", "1835–36"),
        ("In [1990] she lay at {Lima}, which in [1990] was a town.", "1990"),
    ],
    ids=["between", "dash", "said twice"],
)  # fmt: skip
def test_a_range_keeps_both_its_ends_as_written(marked: str, words: str) -> None:
    assert {event.when.text for event in told(marked) if event.when} == {words}


@pytest.mark.parametrize(
    "marked",
    [
        "The share in {Lima} was put at ten per cent, up six points on [1990].",
        "It fell to ten in {Lima}, compared with twelve in [1990].",
    ],
    ids=["up on", "compared with"],
)
def test_what_something_is_likened_to_dates_nothing(marked: str) -> None:
    assert [event.when for event in told(marked) if event.when] == []


@pytest.mark.parametrize(
    ("text", "cited"),
    [("Ruiz v State [2004] UKHL 27", True), ("In [2004 and] 2005", False), ("In 2004 it", False)],
)
def test_the_year_of_a_source_dates_nothing(text: str, cited: bool) -> None:
    at = text.index("2004")
    assert is_cited(text, TimeExpression(Span(at, at + 4), "DATE", "2004")) is cited
