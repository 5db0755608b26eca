"""The table of places in texts whose gold is of other things."""

import csv
import itertools
import json
from pathlib import Path

import pytest

from mapapp.model import Place
from mapapp.places import default_gazetteer
from mapapp.places.gazetteer import DictGazetteer, Entry
from tools.readings import CORPORA, NO_PLACE, TABLE, Names, places, read_readings, read_table

ATLANTA = Place("gn:4180439", "Atlanta", "settlement", -84.39, 33.75)
PARIS = Place("gn:2988507", "Paris", "settlement", 2.35, 48.85)
TEXAS_PARIS = Place("gn:4717560", "Paris", "settlement", -95.56, 33.66)
GAZETTEER = DictGazetteer([Entry(place) for place in (ATLANTA, PARIS, TEXAS_PARIS)])


def _read(text: str, names: Names) -> list[tuple[str, int | None]]:
    found = list(places(text, names, GAZETTEER))
    assert all(text[place.start : place.end] == place.text for place in found)
    return [(place.text, place.geonameid) for place in found]


def test_a_longer_name_covers_the_place_within() -> None:
    names: Names = {"Atlanta": {None: ATLANTA.id}, "Atlanta Gazette": {None: NO_PLACE}}
    text = "ATLANTA: The Atlanta Gazette of Atlanta, and Atlantans."
    assert _read(text, names) == [("Atlanta", 4180439)]


def test_a_place_that_the_gazetteer_does_not_know_has_no_point() -> None:
    (found,) = places("At Foo's Ford they met.", {"Foo's Ford": {None: ""}}, GAZETTEER)
    assert (found.text, found.lat, found.lon, found.geonameid) == ("Foo's Ford", None, None, None)


def test_times_of_a_name_are_told_apart() -> None:
    names: Names = {"Paris": {None: PARIS.id, 2: TEXAS_PARIS.id, 3: NO_PLACE, 4: NO_PLACE}}
    text = "Paris, Paris, Paris Hilton and Paris Hilton flew to Paris."
    assert _read(text, names) == [("Paris", 2988507), ("Paris", 4717560), ("Paris", 2988507)]


def test_times_that_no_row_tells_are_no_places() -> None:
    assert _read("Paris Hilton in Paris", {"Paris": {2: PARIS.id}}) == [("Paris", 2988507)]


def test_an_id_that_nobody_has_is_an_error() -> None:
    with pytest.raises(ValueError, match="no place gn:1"):
        list(places("Paris", {"Paris": {None: "gn:1"}}, GAZETTEER))


def test_documents_come_corpus_by_corpus_and_only_those_of_the_table(tmp_path: Path) -> None:
    for corpus in CORPORA:
        records = [{"id": id_, "text": "Paris and Atlanta"} for id_ in ("a", "b")]
        lines = "".join(json.dumps(record) + "\n" for record in records)
        (tmp_path / f"{corpus}.dev.jsonl").write_text(lines, encoding="utf-8")
    table = tmp_path / "table.csv"
    table.write_text(
        "corpus,document,name,occurrence,place\n"
        f"{CORPORA[1]},b,Paris,,{PARIS.id}\n"
        f"{CORPORA[0]},a,Paris,1;2,-\n",
        encoding="utf-8",
    )
    found = read_readings(tmp_path, GAZETTEER, table)
    assert [(item.corpus, item.id, len(item.places)) for item in found] == [
        (CORPORA[0], "a", 0),
        (CORPORA[1], "b", 1),
    ]


def test_the_table_is_sound() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    keys = [(row["corpus"], row["document"], row["name"], row["occurrence"]) for row in rows]
    assert all(a < b for a, b in itertools.pairwise(keys)), "rows in order, none twice"
    gazetteer = default_gazetteer()
    for (corpus, _), names in read_table(TABLE).items():
        assert corpus in CORPORA
        for name, readings in names.items():
            assert name == name.strip()
            for place in readings.values():
                assert place in ("", NO_PLACE) or gazetteer.place(place), (name, place)
