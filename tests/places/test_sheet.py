"""How a text is cut into words, and which names of the gazetteer its runs of capitals hold."""

import pytest

from mapapp.model import Place
from mapapp.places.gazetteer import DictGazetteer, Entry, fold_word
from mapapp.places.matches import longest_matches
from mapapp.places.sheet import sheet
from mapapp.places.words import Vocabulary

_NAMES = (
    "Mazar-e Sharif", "Stratford-upon-Avon", "Saint Johns River", "Main St", "Carthage", "Avon",
    "Athens", "BC", "Vancouver", "Port of Spain",
)  # fmt: skip
GAZETTEER = DictGazetteer(
    [Entry(Place(f"ma:{at}", name, "settlement")) for at, name in enumerate(_NAMES)]
)


def _matches(text: str) -> list[str]:
    page = sheet(*Vocabulary(lambda name: 0, fold_word).read(text))
    assert "".join(
        text[start:end] for start, end in zip(page.starts, page.ends, strict=True)
    ) == "".join(text.split())
    found = longest_matches(page, GAZETTEER)
    return [text[page.starts[match.first] : page.ends[match.last - 1]] for match in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("to Mazar-e-Sharif, or Stratford-upon-Avon.", ["Mazar-e-Sharif", "Stratford-upon-Avon"]),
        ("An up-to-date Avon-based firm of Non-Avon", ["Avon", "Avon"]),
        ("up the St. Johns River and down Main St.", ["St. Johns River", "Main St"]),
        ("In 146 BC Carthage fell; by the fifth century BC Athens", ["Carthage", "Athens"]),
        ("In AD 70 Carthage, in 480 B.C. Athens", ["Carthage", "Athens"]),
        ("He lives in Vancouver, BC. The BC minister", ["Vancouver", "BC", "BC"]),
    ],
)
def test_names_in_runs_of_capitals(text: str, names: list[str]) -> None:
    assert _matches(text) == names


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("But Athens fell. When Carthage speaks", ["Athens", "Carthage"]),
        ("“And Athens?” Why Vancouver Waits", ["Athens", "Vancouver Waits"]),
        # Towns begin with these words.
        ("Now Zad fell, and What Cheer", ["Now Zad", "What Cheer"]),
        ("WITHOUT ATHENS", ["WITHOUT ATHENS"]),
        ("On 2 April Athens fell; on Monday Carthage", ["On 2", "Athens", "Carthage"]),
        ("said April Baker of the Monday Club", ["April Baker of the Monday Club"]),
    ],
)
def test_words_that_only_open_a_sentence_or_date_it_are_no_names(
    text: str, runs: list[str]
) -> None:
    page = sheet(*Vocabulary(lambda name: 0, fold_word).read(text))
    ends = ((page.active[begin], page.active[end - 1]) for begin, end in page.runs)
    assert [text[page.starts[first] : page.ends[last]] for first, last in ends] == runs


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The ship lay at Stratford-upon-Avon, by Main\nSt and the quay, and sailed\n"
            "for Port of\n   Spain and the Saint\r\nJohns River, which was\nlow.",
            ["Stratford-upon-Avon", "Main\nSt", "Port of\n   Spain", "Saint\r\nJohns River"],
        ),
        # An empty line parts all the same, as does a mark at the end.
        ("It went on\nand on to the Saint\n\nJohns River, which was\nlow.", []),
        ("It went on\nand on to the Main.\nSt Agnes is near and was\nbusy.", []),
        # Lines of a list are no prose, even if one of them begins small.
        ("Names of rivers\nThe Saint\nJohns River\nthe Main\nSt Agnes\nOld Port\n", []),
    ],
)
def test_names_go_over_the_line_in_wrapped_prose_alone(text: str, names: list[str]) -> None:
    assert _matches(text) == names
