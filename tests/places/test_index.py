from pathlib import Path

import pytest

from mapapp.errors import GazetteerError
from mapapp.model import Place, PlaceName
from mapapp.places.gazetteer import DictGazetteer, Entry, Gazetteer, IndexedGazetteer, fold_words
from mapapp.places.gazetteer.writing import write_index

PARIS = Place(
    "gn:2988507", "Paris", "settlement", 2.3488, 48.85341, country="FR", population=2_138_551
)
TEXAN_PARIS = Place("gn:4717560", "Paris", "settlement", country="US", population=24_782)
TURKEY = Place("gn:298795", "Turkey", "country", 35.0, 39.0, (PlaceName("Türkiye", "tr", 10, 20),))
NEW_PROVIDENCE = Place(
    "gn:5101873", "New Providence", "settlement", names=(PlaceName("Turkey"),), population=12_469
)
NEW_YORK = Place("gn:5128581", "New York", "settlement", names=(PlaceName("New York City"),))
ENTRIES = [
    Entry(TEXAN_PARIS),
    Entry(PARIS),
    Entry(NEW_PROVIDENCE),
    Entry(TURKEY, demonyms=("Turkish", "Turks")),
    Entry(NEW_YORK),
]


@pytest.fixture(params=["dict", "index"])
def gazetteer(request: pytest.FixtureRequest, tmp_path: Path) -> Gazetteer:
    if request.param == "dict":
        return DictGazetteer(ENTRIES)
    written = [("test", entry) for entry in ENTRIES]
    write_index(tmp_path, written, fingerprint="0", built="2000-01-01")
    return IndexedGazetteer(tmp_path)


def test_namesakes_come_best_known_first(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("PARIS") == (PARIS, TEXAN_PARIS)
    assert gazetteer.lookup("Turkey") == (TURKEY, NEW_PROVIDENCE)


def test_places_come_back_as_they_went_in(gazetteer: Gazetteer) -> None:
    assert [gazetteer.place(entry.place.id) for entry in ENTRIES] == [
        entry.place for entry in ENTRIES
    ]


def test_what_is_unknown_is_empty(gazetteer: Gazetteer) -> None:
    assert gazetteer.place("gn:1") is None
    for nothing in ("", "...", "Pari", "Parisian", "\0"):
        assert not gazetteer.lookup(nothing)


def test_demonyms_are_no_names(gazetteer: Gazetteer) -> None:
    assert gazetteer.demonyms("Turks") == (TURKEY,)
    assert not gazetteer.lookup("Turks")
    assert not gazetteer.demonyms("Turkey")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("in New York City", [0, 3, 0, 0]),
        ("New York - City", [4, 0, 0, 0]),
        ("New , York", [0, 0, 0]),
        ("New York , Paris", [2, 0, 0, 1]),
        ("Turkish - Paris .", [1, 0, 1, 0]),
        ("New York .", [2, 0, 0]),
    ],
)
def test_longest_name_at_each_word(gazetteer: Gazetteer, text: str, counts: list[int]) -> None:
    words = fold_words(text.split())
    assert [gazetteer.longest(words, at) for at in range(len(words))] == counts


def test_a_damaged_index_is_told_from_a_whole_one(tmp_path: Path) -> None:
    write_index(tmp_path, [("test", Entry(PARIS))], fingerprint="0", built="")
    rows = tmp_path / "rows.bin"
    rows.write_bytes(rows.read_bytes()[:-1])
    with pytest.raises(GazetteerError, match="cut off"):
        IndexedGazetteer(tmp_path)


def test_an_id_belongs_to_one_place(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="gn:2988507"):
        write_index(tmp_path, [("a", Entry(PARIS)), ("b", Entry(PARIS))], fingerprint="", built="")
