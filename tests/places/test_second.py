"""What the second look sees, and what it does with the first."""

from pathlib import Path

import numpy as np
import pytest

from mapapp.model import Place
from mapapp.places.chain import FloatArray
from mapapp.places.forest import Forest
from mapapp.places.gazetteer import DictGazetteer, Entry
from mapapp.places.home import Homes
from mapapp.places.matches import Match
from mapapp.places.recognise import ChainRecogniser
from mapapp.places.second import COLUMNS, LEAST, SecondLook, evidence
from mapapp.places.sheet import Sheet

_TEXT = "Ganja grew. Anna Dayton left Ganja, where she was born; Baku was far."
_GAZETTEER = DictGazetteer(
    [
        Entry(Place("gn:1", "Ganja", "settlement", 46.4, 40.7, country="AZ", population=330_000)),
        Entry(Place("gn:2", "Baku", "settlement", 49.9, 40.4, country="AZ", population=1_100_000)),
    ]
)
_NAMES = ["ganja", "anna", "dayton", "ganja", "baku"]
_FIRST = (0.9, 0.01, 0.1, 0.4, 0.8)  # chance of being a place, of which three quarters open one


def _stump(column: str, least: float, low: float, high: float) -> SecondLook:
    """Trees that ask one column only."""
    return SecondLook(
        Forest(
            roots=np.array([0], np.int32),
            column=np.array([COLUMNS.index(column), 0, 0], np.int32),
            left=np.array([1, 1, 2], np.int32),
            right=np.array([2, 1, 2], np.int32),
            least=np.array([least, 0, 0], np.float32),
            value=np.array([0, low, high], np.float32),
            depth=1,
        )
    )


@pytest.fixture(scope="module")
def page() -> tuple[Sheet, list[Match]]:
    laid_out, _, matches = ChainRecogniser(_GAZETTEER).layout(_TEXT)
    assert [laid_out.folded[at] for at in laid_out.active] == _NAMES
    return laid_out, matches


@pytest.fixture(scope="module")
def first() -> FloatArray:
    return np.array([(1 - p, 0.75 * p, 0.25 * p) for p in _FIRST], np.float32)


def test_the_other_occurrences_of_a_word_are_seen(
    page: tuple[Sheet, list[Match]], first: FloatArray
) -> None:
    columns = dict(zip(COLUMNS, evidence(*page, Homes(_GAZETTEER), first).T, strict=True))
    of_first, of_fourth = (float(np.log(p / (1 - p))) for p in (0.9, 0.4))
    for name in ("elsewhere mean", "elsewhere best", "elsewhere worst"):
        assert columns[name][[0, 3]] == pytest.approx([of_fourth, of_first], abs=1e-4)
        assert (columns[name][[1, 2, 4]] < -15).all()  # said once
    assert columns["run best"][1] == columns["run best"][2]
    assert columns["pronouns after"].tolist() == [0, 1, 1, 1, 0]
    assert columns["country"][[0, 4]] == pytest.approx([1, 1])


def test_hardly_likely_words_are_left_alone_and_chances_add_up(
    page: tuple[Sheet, list[Match]], first: FloatArray
) -> None:
    again = _stump("elsewhere best", 0.0, -2.0, 2.0).odds(*page, Homes(_GAZETTEER), first)
    assert _FIRST[1] < LEAST
    assert again[1] == pytest.approx(first[1])
    assert again.sum(axis=1) == pytest.approx(np.ones(5), abs=1e-6)
    assert again[3, 0] == pytest.approx(1 / (1 + np.exp(2)), abs=1e-5)  # a place elsewhere
    assert again[4, 0] == pytest.approx(1 / (1 + np.exp(-2)), abs=1e-5)
    assert again[3, 1] / again[3, 2] == pytest.approx(3, abs=1e-4)


def test_nothing_to_look_at_again(page: tuple[Sheet, list[Match]]) -> None:
    nothing = np.array([(1.0, 0.0, 0.0)] * 5, np.float32)
    again = _stump("log-odds", 0.0, 2.0, 2.0).odds(*page, Homes(_GAZETTEER), nothing)
    assert (again == nothing).all()


def test_what_is_saved_is_read_again(
    tmp_path: Path, page: tuple[Sheet, list[Match]], first: FloatArray
) -> None:
    look = _stump("places", 0.5, -1.0, 1.0)
    look.save(tmp_path / "second.npz")
    read = SecondLook.load(tmp_path / "second.npz")
    homes = Homes(_GAZETTEER)
    assert (read.odds(*page, homes, first) == look.odds(*page, homes, first)).all()
