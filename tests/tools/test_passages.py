"""The passages of our own that the readers of places learn from."""

from pathlib import Path

import pytest

from mapapp.model import Place
from mapapp.places import default_gazetteer
from mapapp.places.gazetteer import DictGazetteer, Entry
from tools.passages import read_passages
from tools.passages.__main__ import Filler

BATUMI = Place("gn:615532", "Batumi", "settlement", 41.64, 41.64)
GAZETTEER = DictGazetteer([Entry(BATUMI)])


def test_marks_are_taken_out_and_kept_as_places(tmp_path: Path) -> None:
    file = tmp_path / "passages.txt"
    file.write_text(
        "# letter\nFrom {Batoum|gn:615532} by\n{Mill Lane|}; Mr Paris.\n\nYours.\n\n"
        "# note\nBatoum carpets.\n",
        encoding="utf-8",
    )
    letter, note = read_passages(GAZETTEER, tmp_path)
    assert letter.text == "From Batoum by Mill Lane; Mr Paris.\n\nYours."
    assert [(place.text, place.geonameid) for place in letter.places] == [
        ("Batoum", 615532),
        ("Mill Lane", None),
    ]
    assert all(letter.text[place.start : place.end] == place.text for place in letter.places)
    assert (note.text, note.places) == ("Batoum carpets.", ())


def test_an_id_that_nobody_has_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "passages.txt"
    file.write_text("# note\n{Batoum|gn:1}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no place gn:1"):
        read_passages(GAZETTEER, tmp_path)


def test_the_passages_are_sound() -> None:
    documents = read_passages(default_gazetteer())
    assert len(documents) > 1
    for document in documents:
        assert document.places
        assert not set("{|}") & set(document.text), document.id
        assert "# " not in document.text, document.id


def test_names_without_an_id_are_filled_in_among_the_others_of_their_passage() -> None:
    filler = Filler(default_gazetteer())
    assert filler.fill("# note\n{Paris}, {Texas|}, on {Mill Lane}; Rome.\n") == (
        "# note\n{Paris|gn:4717560}, {Texas|}, on {Mill Lane|}; Rome.\n"
    )
    assert filler.fill("# note\nIn {Dawson Creek}, {B.C.|}\n") == (
        "# note\nIn {Dawson Creek|gn:5935804}, {B.C.|}\n"
    )
