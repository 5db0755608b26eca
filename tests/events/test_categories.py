from pathlib import Path

import pytest

from mapapp.events import relate
from mapapp.events.categories import Lexicon, shipped

from tests.events.told import read

CATEGORIES = {
    "agreement", "military_operation", "arms_transfer", "training", "exercise", "visit", "meeting",
    "exhibition", "aid", "peacekeeping", "organisation", "policy", "conflict", "economic",
    "journey", "disaster", "politics", "crime", "culture", "life",
}  # fmt: skip


def test_shipped_lexicon_has_the_categories() -> None:
    assert set(shipped().names) == CATEGORIES


@pytest.mark.parametrize(
    ("clause", "category"),
    [
        ("a treaty was signed in the capital", "agreement"),
        ("the troops crossed the river", "military_operation"),
        ("forty tanks were delivered", "arms_transfer"),
        ("cadets attended courses at the academy", "training"),
        ("joint exercises were held", "exercise"),
        ("the president visited the island", "visit"),
        ("ministers met for talks", "meeting"),
        ("the fair was opened", "exhibition"),
        ("humanitarian aid arrived", "aid"),
        ("peacekeepers were sent", "peacekeeping"),
        ("the league was founded", "organisation"),
        ("parliament adopted a law", "policy"),
        ("the fort was besieged", "conflict"),
        ("the budget exceeded a billion dollars", "economic"),
        ("the ship sailed to the island", "journey"),
        ("the fleet sailed to the island", "military_operation"),
        ("an earthquake killed hundreds", "disaster"),
        ("he was elected mayor", "politics"),
        ("police arrested the driver", "crime"),
        ("the cavalry charged", "military_operation"),
        ("she published a novel", "culture"),
        ("she was born in the capital", "life"),
        ("he died in exile", "life"),
        ("nine people died", "disaster"),
        ("the council awards a contract", "agreement"),
        ("soldiers of the army spent the night there", "military_operation"),
        ("they spent two billion dollars", "economic"),
        ("the farm was sold", "economic"),
        ("rifles were sold", "arms_transfer"),
        ("the manhunt went on", "crime"),
        ("the coldest winter", "disaster"),
        ("a comet shone", "other"),
    ],
)
def test_category(clause: str, category: str) -> None:
    assert shipped().category(clause.split()) == category


def test_own_lexicon_replaces_the_shipped_one(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('[harvest]\nwords = { "wheat" = 2, "reap*" = 1 }')
    article, toponyms, times = read("Wheat was reaped near {Lima} in [1990].")
    [event] = relate(article, toponyms, times, lexicon=Lexicon.read(path))
    assert event.category == "harvest"


@pytest.mark.parametrize(
    "toml", ["harvest = 1", "[harvest]\nwords = 1", '[harvest]\nwords = { a = "x" }']
)
def test_bad_lexicon_is_named(tmp_path: Path, toml: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(toml)
    with pytest.raises(ValueError, match=r"own\.toml.*harvest"):
        Lexicon.read(path)


@pytest.mark.parametrize(
    ("marked", "category"),
    [
        ("In [1930] Ruiz set out for {Lima}.", "journey"),
        ("In [1930] Ruiz set up a mill in {Lima}.", "other"),
        ("Ada grew up in {Lima} in [1930].", "life"),
        ("In [1930] the car was found abandoned in {Lima}.", "crime"),
    ],
)
def test_small_words_tell_a_kind_only_together(marked: str, category: str) -> None:
    assert relate(*read(marked))[0].category == category


@pytest.mark.parametrize(
    ("present", "past"),
    [("sinks", "sank"), ("flees", "fled"), ("captures", "captured"), ("marries", "married")],
)
def test_the_present_speaks_for_what_the_past_does(present: str, past: str) -> None:
    lexicon = shipped()
    assert lexicon.category([present]) == lexicon.category([past]) != "other"
