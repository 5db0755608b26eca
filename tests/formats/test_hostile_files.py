"""Files that mean harm, or are broken: one clear line, and no more work than they are worth."""

import struct
import zipfile
from pathlib import Path

import pytest

from mapapp.errors import BadFile
from mapapp.formats import read_story
from mapapp.model import Article

KML = '<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>{}</name></Placemark></kml>'


def refused(path: Path) -> str:
    with pytest.raises(BadFile) as error:
        read_story(path, "s", Article("", "A story"))
    assert str(error.value).startswith(f"{path.name}: ")
    return str(error.value)


def _zip(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), body)
    return path


def test_an_archive_that_unpacks_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapapp.formats.readers.archive._LARGEST", 1_000_000)
    path = _zip(tmp_path / "bomb.kmz", doc_kml=b"<kml>" + bytes(30_000_000))
    assert path.stat().st_size < 40_000
    assert "unpacks to more than 1,000,000 bytes" in refused(path)


def test_an_archive_that_lies_about_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapapp.formats.readers.archive._LARGEST", 1_000_000)
    path = _zip(tmp_path / "bomb.kmz", doc_kml=b"<kml>" + bytes(3_000_000))
    body = path.read_bytes()
    path.write_bytes(body.replace(struct.pack("<I", 3_000_005), struct.pack("<I", 7)))
    assert "bomb.kmz: it " in refused(path)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"a_txt": b"no map"}, "it must hold one file .kml; it holds none"),
        ({"a_kml": b"<kml/>", "b_kml": b"<kml/>"}, "it holds a.kml, b.kml"),
        ({"_____kml": KML.format("x").encode()}, "it holds none"),
    ],
)
def test_an_archive_without_its_one_document(
    tmp_path: Path, files: dict[str, bytes], said: str
) -> None:
    assert said in refused(_zip(tmp_path / "a.kmz", **files))


def test_an_archive_writes_nothing_beside_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "a.kmz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../escaped.kml", KML.format("Out"))
    story = read_story(path, "s", Article("", "A story"))
    assert [event.title for event in story.annotation.events] == ["Out"]
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["a.kmz", "a.zip", "a.shp.zip"])
def test_no_archive_at_all(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"PK\3\4 and no more")
    assert "it is no ZIP archive that can be read" in refused(path)


def test_a_shapefile_without_its_table(tmp_path: Path) -> None:
    assert "cannot be opened" in refused(_zip(tmp_path / "a.zip", a_shp=bytes(100)))


def test_entities_are_not_blown_up(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    path = tmp_path / "laughs.kml"
    path.write_text(f'<!DOCTYPE kml [<!ENTITY l0 "ha">{laughs}]>{KML.format("&l11;")}')
    assert "entit" in refused(path)


def test_no_other_file_is_read_through_an_entity(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret words")
    path = tmp_path / "spy.kml"
    declared = f'<!DOCTYPE kml [<!ENTITY spy SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    path.write_text(declared + KML.format("&spy;"))
    assert "secret words" not in refused(path)


@pytest.mark.parametrize("name", ["spy.gpkg", "spy.fgb", "spy.shp"])
def test_no_other_file_is_read_through_a_virtual_layer(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.csv").write_text("title,lon,lat\nsecret words,1,2\n")
    path = tmp_path / name
    path.write_text(
        f"""<OGRVRTDataSource><OGRVRTLayer name="secret">
        <SrcDataSource>{tmp_path / "secret.csv"}</SrcDataSource>
        <GeometryField encoding="PointFromColumns" x="lon" y="lat"/>
        </OGRVRTLayer></OGRVRTDataSource>"""
    )
    assert "it is no GeoPackage, FlatGeobuf or Shapefile" in refused(path)


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("a.kml", b'<?xml version="1.0" encoding="UTF-8"?><kml>\xff</kml>', "it is no KML"),
        ("a.kml", b"", "it is empty"),
        ("a.kml", KML.format("A").encode()[:-9], "it is no KML"),
        ("a.kml", KML.replace("</name>", "</name><Point><coordinates>x,y</coordinates></Point>")
         .format("A").encode(), "placemark 1: its coordinates cannot be read"),
        ("a.kml", KML.replace("</name>", "</name><Point><coordinates>5,95</coordinates></Point>")
         .format("A").encode(), "placemark 1: 5, 95 is no longitude"),
        ("a.kml", b"<kml><NetworkLink/></kml>", "there is no event in it"),
        ("a.ics", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:A\r\n", "it is no calendar"),
        ("a.ics", b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", "line 2: END:VEVENT without its BEGIN"),
        ("a.ics", b"BEGIN:VCALENDAR\r\nSUMMARY:\xff\r\n", "it is not UTF-8 (byte 25)"),
        ("a.ics", b"BEGIN:VCALENDAR\r\nno colon\r\n", "line 2: 'no colon' is no line"),
        ("a.ics", b"<html></html>", "line 1: '<html></html>' is no line of a calendar"),
        ("a.ics", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:A\r\nDTSTART:tomorrow\r\n"
         b"END:VEVENT\r\nEND:VCALENDAR", "line 2: its dates cannot be read: 'tomorrow' is no date"),
        ("a.ics", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:A\r\nGEO:here\r\n"
         b"END:VEVENT\r\nEND:VCALENDAR", "line 2: GEO:here is no latitude;longitude"),
        ("a.timeline.json", b'{"events": 7}', "it is no timeline of TimelineJS"),
        ("a.timeline.json", b'{"events": [{"text": 7}]}', "slide 1: "),
        ("a.timeline.json", b'{"events": [{"text": {"headline": "A"}, "start_date":'
         b' {"year": "MMXX"}}]}', "slide 1: its date is no numbers: 'MMXX'"),
        ("a.timeline.json", b'{"events": [{"text": {"headline": "A"}, "start_date":'
         b' {"year": "1e999"}}]}', "slide 1: its date is no numbers: '1e999'"),
        ("a.timeline.json", b'{"events": [{"text": {"headline": "A"}, "start_date":'
         b' {"year": 1990, "month": 13}}]}', "slide 1: date 1990-13"),
        ("a.json", b"[1, 2]", "it is no JSON of events"),
        ("a.csv", b"title,date\nA,99/99/9999\n", "line 2: date 99/99/9999"),
        ("a.tsv", "title\tdate\nAé\t1990\n".encode("cp1252"), "it is not UTF-8 (byte 12)"),
    ],
)  # fmt: skip
def test_a_broken_file_is_told_in_one_line(
    tmp_path: Path, name: str, body: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(body)
    assert said in refused(path)


def test_a_parquet_file_that_unpacks_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pyarrow
    import pyarrow.parquet

    monkeypatch.setattr("mapapp.formats.readers.tabular._LARGEST", 1000)
    path = tmp_path / "bomb.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"title": [f"{n:0100}" for n in range(100)]}), path)
    assert "unpacks to" in refused(path)
