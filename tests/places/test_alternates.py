"""GeoNames' table of alternate names: more names for places that the index has."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from mapapp.errors import GazetteerError
from mapapp.model import Place, PlaceName, day_number
from mapapp.places.gazetteer import DictGazetteer, Entry
from mapapp.places.gazetteer.cache import build_list
from mapapp.places.gazetteer.index import IndexedGazetteer
from mapapp.places.gazetteer.layered import LayeredGazetteer
from mapapp.places.gazetteer.lists import Added, add_list, list_files, remove_list
from mapapp.places.gazetteer.tables import read_table
from mapapp.places.gazetteer.writing import write_index
from mapapp.settings import Settings

ISTANBUL = Place(
    "gn:745044", "Istanbul", "settlement", 28.95, 41.01, (PlaceName("Stamboul"),), "TR"
)
BAKU = Place("gn:587084", "Baku", "settlement", 49.89, 40.38, country="AZ", population=1_116_513)


def lines(*rows: Sequence[str]) -> str:
    """Rows of geonameid, language, name, and the two columns of days where they are told."""
    written = []
    for number, (id_, language, name, *days) in enumerate(rows, start=1):
        first, last = days or ("", "")
        written.append("\t".join([str(number), id_, language, name, *[""] * 4, first, last]))
    return "\n".join(written) + "\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database=str(tmp_path / "data" / "s.sqlite"), cache=str(tmp_path / "cache"))


def add(path: Path, text: str, settings: Settings, *, skip_faulty: bool = False) -> Added:
    path.write_text(text, encoding="utf-8")
    known = DictGazetteer([Entry(ISTANBUL), Entry(BAKU)])
    return add_list(path, settings, skip_faulty=skip_faulty, known=lambda: known)


def test_names_of_a_place_are_gathered_from_all_over_the_file(
    tmp_path: Path, settings: Settings
) -> None:
    text = lines(
        ("745044", "en", "Constantinople", "0330", "1930-03-28"),
        ("587084", "az", "Bakı"),
        ("745044", "el", "Κωνσταντινούπολη"),
        ("745044", "link", "https://example.org/istanbul"),
        ("745044", "post", "34000"),
        ("99", "en", "Nowhere"),
    )
    result = add(tmp_path / "alternateNamesV2.txt", text, settings)
    assert (result.places, result.passed, result.faulty) == (2, 1, 0)
    (file,) = list_files(settings)
    found = {entry.place.id: entry.place for entry in read_table(file)}
    first, second = found["gn:745044"].names
    assert first == PlaceName("Constantinople", "en", day_number(330), day_number(1930, 3, 28))
    assert second == PlaceName("Κωνσταντινούπολη", "el")
    assert found["gn:587084"].population == BAKU.population


def test_the_place_stays_what_it_was_under_more_names(tmp_path: Path, settings: Settings) -> None:
    add(
        tmp_path / "names.txt",
        lines(("745044", "el", "Poli"), ("745044", "fr", "Stamboul")),
        settings,
    )
    (file,) = list_files(settings)
    build_list(file, settings)
    over = next((settings.cache_dir / "lists").glob("names-*/meta.json")).parent
    main = tmp_path / "main"
    main.mkdir()
    write_index(main, [("mine", Entry(ISTANBUL))], fingerprint="x", built="now")
    layered = LayeredGazetteer(IndexedGazetteer(main), [IndexedGazetteer(over)])
    (found,) = layered.lookup("poli")
    assert (found.id, found.name, found.lon) == (ISTANBUL.id, ISTANBUL.name, ISTANBUL.lon)
    assert found.names == (PlaceName("Stamboul", "fr"), PlaceName("Poli", "el"))
    assert layered.longest(["in", "poli"], 1) == 1


@pytest.mark.parametrize(
    ("fault", "complaint"),
    [
        ("2\t745044\ten", "line 2: too many or too few columns"),
        ("2\tx1\ten\tByzantium\t\t\t\t\t\t", "line 2: 'x1' is no number"),
        ("2\t745044\ten\tByzantium\t\t\t\t\t1930\t0330", "line 2: .*before it starts"),
    ],
)
def test_a_faulty_line_is_named(
    tmp_path: Path, settings: Settings, fault: str, complaint: str
) -> None:
    text = lines(("745044", "en", "Constantinople")) + fault + "\n"
    with pytest.raises(GazetteerError, match=rf"names\.txt: 1 lines .*{complaint}"):
        add(tmp_path / "names.txt", text, settings)
    assert list_files(settings) == []
    result = add(tmp_path / "names.txt", text, settings, skip_faulty=True)
    assert (result.places, result.faulty) == (1, 1)


def test_days_that_are_no_dates_are_left_out(tmp_path: Path, settings: Settings) -> None:
    add(tmp_path / "names.txt", lines(("745044", "", "Byzantium", "antiquity", "")), settings)
    (entry,) = read_table(list_files(settings)[0])
    assert entry.place.names == (PlaceName("Byzantium"),)


def test_marks_of_our_cells_are_no_part_of_a_name(tmp_path: Path, settings: Settings) -> None:
    add(tmp_path / "names.txt", lines(("745044", "en", "A;B@C [old]")), settings)
    (entry,) = read_table(list_files(settings)[0])
    assert entry.place.names == (PlaceName("A B C old", "en"),)


def test_a_table_of_unknown_places_is_refused(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(GazetteerError, match="there is no place in it"):
        add(tmp_path / "names.txt", lines(("99", "en", "Nowhere")), settings)


def test_names_can_be_taken_away_again(tmp_path: Path, settings: Settings) -> None:
    add(tmp_path / "names.txt", lines(("745044", "en", "Byzantium")), settings)
    remove_list("names", settings)
    assert list_files(settings) == []
