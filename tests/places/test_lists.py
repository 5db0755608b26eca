import json
from pathlib import Path

import pytest

from mapapp.errors import GazetteerError
from mapapp.model import Place, PlaceName, day_number
from mapapp.places.gazetteer.lists import add_list, list_files, remove_list
from mapapp.places.gazetteer.tables import read_table
from mapapp.settings import Settings

DUMP = (
    "99\tHill Fort\tHill Fort\tDin,Dún;x\t53.5\t-6.6\tS\tFT\tIE\t\tL\t\t\t\t0\t\t70\t\t2020-01-01\n"
)
LINKED = {
    "type": "FeatureCollection",
    "features": [
        {
            "@id": "https://example.org/7",
            "properties": {"title": "Ctesiphon", "ccodes": ["IQ"]},
            "names": [
                {
                    "toponym": "Taysafun",
                    "lang": "ar",
                    "when": {"timespans": [{"start": {"in": "0637"}, "end": {}}]},
                }
            ],
            "types": [{"sourceLabel": "ancient city"}],
            "geometry": {"type": "MultiPoint", "coordinates": [[44.5, 33.0], [44.7, 33.2]]},
        }
    ],
}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database=str(tmp_path / "data" / "stories.sqlite"))


def added(path: Path, text: str, settings: Settings) -> list[Place]:
    path.write_text(text, encoding="utf-8")
    add_list(path, settings)
    (file,) = list_files(settings)
    return [entry.place for entry in read_table(file)]


def test_a_csv_needs_names_and_points_only(tmp_path: Path, settings: Settings) -> None:
    text = "name,lon,lat,names\nOld Mill,1.5,50,Moulin@fr\nOld Mill,2,51,\n"
    first, second = added(tmp_path / "My mills.csv", text, settings)
    assert (first.id, second.id) == ("my-mills:old-mill", "my-mills:old-mill-2")
    assert (first.kind, first.lon, first.lat) == ("site", 1.5, 50)
    assert first.names == (PlaceName("Moulin", "fr"),)


def test_a_geonames_dump(tmp_path: Path, settings: Settings) -> None:
    (fort,) = added(tmp_path / "IE.txt", DUMP, settings)
    assert (fort.id, fort.kind, fort.lon, fort.lat) == ("gn:99", "site", -6.6, 53.5)
    assert [name.text for name in fort.names] == ["Din", "Dún x"]
    assert fort.population is None


def test_a_linked_places_file(tmp_path: Path, settings: Settings) -> None:
    (city,) = added(tmp_path / "whg.json", json.dumps(LINKED), settings)
    assert (city.id, city.kind, city.country) == ("https://example.org/7", "settlement", "IQ")
    assert (city.lon, city.lat) == pytest.approx((44.6, 33.1))
    assert city.names == (PlaceName("Taysafun", "ar", day_number(637)),)


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("a.csv", "name,lon,lat\nA,200,0\nB,0,0\nC,,1\n", "line 2: .* line 4: lon and lat"),
        ("a.csv", "name,lon,lat\n ,1,1\n", "line 2: the name is empty"),
        ("a.csv", "name,lon,lat\nA,1\n", "line 2: too many or too few"),
        ("a.csv", "name,lon,lat,colour\nA,1,1,red\n", "'colour'"),
        ("a.csv", "name,lon,lat\n", "no place in it"),
        ("a.csv", "name,x,y\nA,1,1\n", "name, lon and lat"),
        ("a.txt", DUMP + "100\tshort\n", "line 2"),
        ("a.json", "{}", "no Linked Places file"),
        ("a.json", '{"features": [{"geometry": 3}]}', "line 1"),
    ],
)
def test_a_faulty_list_is_refused_whole(
    tmp_path: Path, settings: Settings, name: str, text: str, complaint: str
) -> None:
    with pytest.raises(GazetteerError, match=complaint):
        added(tmp_path / name, text, settings)
    assert list_files(settings) == []


def test_faulty_lines_can_be_left_out(tmp_path: Path, settings: Settings) -> None:
    file = tmp_path / "a.csv"
    file.write_text("name,lon,lat\nA,200,0\nB,0,0\n", encoding="utf-8")
    result = add_list(file, settings, skip_faulty=True)
    assert result.places == 1
    assert result.faults[0].startswith("line 2:")


def test_a_list_can_be_taken_away_again(tmp_path: Path, settings: Settings) -> None:
    added(tmp_path / "mills.csv", "name,lon,lat\nA,1,1\n", settings)
    with pytest.raises(GazetteerError, match="there is mills"):
        remove_list("wells", settings)
    remove_list("mills", settings)
    assert list_files(settings) == []
