"""Files that other programs wrote: their columns, dates, places and encodings."""

import json
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.errors import BadFile, QueryError
from mapapp.formats import Columns, read_story
from mapapp.formats.readers.dates import Dates
from mapapp.formats.readers.markup import plain
from mapapp.model import Article, Event, iso_date

Told = tuple[str, str | None, str | None, str | None]


def read(path: Path, columns: str = "", layer: str = "") -> list[Event]:
    article = Article("", "A story", "elsewhere")
    story = read_story(path, "s", article, columns=Columns.parse(columns), layer=layer)
    return list(story.annotation.events)


def told(event: Event) -> Told:
    """Title, place, and first and last day."""
    when, place = event.when, event.ties[0].place if event.ties else None
    days = (iso_date(when.first), iso_date(when.last)) if when else (None, None)
    return (event.title, place.name if place else None, *days)


def point(event: Event) -> tuple[float | None, float | None]:
    assert event.place
    return event.place.lon, event.place.lat


EARTH = """<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">
<Document><name>Journeys.kml</name>
 <Schema name="walks" id="walks0"><SimpleField type="string" name="Ort"/></Schema>
 <Style id="pin"><IconStyle><scale>1.1</scale></IconStyle></Style>
 <Folder><name>By sea</name><TimeSpan><begin>1831-12-27</begin><end>1836-10-02</end></TimeSpan>
  <Placemark id="0A1F"><name>Harbour &amp; pier</name>
   <description><![CDATA[<b>We left</b> with the tide.<br>It rained &amp; blew.]]></description>
   <LookAt><longitude>-4</longitude><latitude>50</latitude></LookAt><styleUrl>#pin</styleUrl>
   <Point><coordinates>-4.14,50.37,0</coordinates></Point></Placemark>
  <Folder><name>Nearer</name>
   <Placemark><name>An island</name><TimeStamp><when>1835-09</when></TimeStamp>
    <Polygon><outerBoundaryIs><LinearRing><coordinates>
     -91,-1,0 -90,-1,0 -90,0,0 -91,0,0 -91,-1,0</coordinates></LinearRing></outerBoundaryIs>
    </Polygon></Placemark></Folder></Folder>
 <Placemark><name>A walk</name>
  <ExtendedData><SchemaData schemaUrl="#walks0"><SimpleData name="Ort">Rome</SimpleData>
  </SchemaData></ExtendedData>
  <gx:Track><when>2011-05-28T02:02:09Z</when><gx:coord>12.5 41.9 3</gx:coord>
   <gx:coord>12.6 41.9 3</gx:coord></gx:Track></Placemark>
 <Placemark><name>The Ides</name><TimeStamp><when>-0044-03-15</when></TimeStamp></Placemark>
 <Placemark><name>Since then</name><TimeSpan><begin>1994</begin></TimeSpan></Placemark>
</Document></kml>"""


@pytest.mark.parametrize("packed", [False, True], ids=["kml", "kmz"])
def test_kml_of_google_earths_shape(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("journeys.kmz" if packed else "journeys.kml")
    if packed:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("doc.kml", EARTH)
            archive.writestr("files/pin.png", b"\x89PNG")
    else:
        path.write_text(EARTH, "utf-8")
    harbour, island, walk, ides, since = read(path)
    assert told(harbour) == ("Harbour & pier", "50.37, -4.14", "1831-12-27", "1836-10-02")
    assert told(island)[2:] == ("1835-09-01", "1835-09-30"), "its own time before the folder's"
    assert -91 < (point(island)[0] or 0) < -90
    assert told(walk) == ("A walk", "Rome", "2011-05-28", "2011-05-28")
    assert point(walk)[1] == pytest.approx(41.9)
    assert told(ides)[2] == "-0043-03-15", "XML Schema 1.0 has no year 0"
    assert told(since)[2:] == ("1994-01-01", None)


def test_descriptions_are_words_and_no_markup(tmp_path: Path) -> None:
    path = tmp_path / "a.kml"
    path.write_text(EARTH, "utf-8")
    story = read_story(path, "s", Article("", "A story"))
    assert story.annotation.article.text.startswith("We left with the tide.\nIt rained & blew.")


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("Rain<script>alert(1)", "Rain"),
        ("Rain<style>b {}</style> fell", "Rain fell"),
        ("Rain<!-- 1 > 0", "Rain"),
        ("if a < b, rain", "if a < b, rain"),
        # A hundred kilobytes of it take no longer than as many of another page.
        ("<script>" * 20_000, ""),
        ("<!--" * 40_000, ""),
        ("<br" * 50_000 + ">", "<br" * 49_999),
        (f"a{' ' * 100_000}b", f"a{' ' * 100_000}b"),
    ],
    ids=range(8),
)
def test_markup_that_nobody_closed(html: str, words: str) -> None:
    assert plain(html) == words


THUNDERBIRD = r"""BEGIN:VCALENDAR
PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
CREATED:20240101T101010Z
UID:5ad2-11
SUMMARY:Fair\, opened
CATEGORIES:Trade,Fun
DTSTART;VALUE=DATE:20240501
DTEND;VALUE=DATE:20240504
LOCATION:Leipzig\; hall 1
DESCRIPTION;ALTREP="data:text/html,<b>All%20day</b>":Three days of a f
 air.\nBring
  shoes.
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Wake up
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:5ad2-12
SUMMARY:Late night
DTSTART;TZID=Europe/Berlin:20240601T233000
DTEND;TZID=Europe/Berlin:20240602T000000
GEO:51.34;12.37
END:VEVENT
BEGIN:VEVENT
UID:5ad2-13
SUMMARY:Birthday
DTSTART;VALUE=DATE:19900229
DTEND;VALUE=DATE:19900301
END:VEVENT
END:VCALENDAR
"""


def test_calendar_of_thunderbirds_shape(tmp_path: Path) -> None:
    path = tmp_path / "home.ics"
    path.write_text(THUNDERBIRD.replace("19900229", "19900228"), "utf-8", newline="\r\n")
    fair, night, birthday = read(path)
    assert told(fair) == ("Fair, opened", "Leipzig; hall 1", "2024-05-01", "2024-05-03")
    assert (fair.id, fair.category) == ("5ad2-11", "Trade")
    assert told(night)[2:] == ("2024-06-01", "2024-06-01"), "midnight is no day more"
    assert point(night) == (12.37, 51.34)
    assert told(birthday)[2:] == ("1990-02-28", "1990-02-28")


def test_a_day_that_does_not_exist_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "home.ics"
    path.write_text(THUNDERBIRD, "utf-8")
    with pytest.raises(BadFile, match=r"home\.ics: line 34: its dates cannot be read"):
        read(path)


def test_calendar_of_another_library(tmp_path: Path) -> None:
    from icalendar import Calendar
    from icalendar import Event as Entry

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//a test//")
    long_title = "A long title; with signs, and letters: " + "əğü" * 40
    entry = Entry()
    entry.add("uid", "one")
    entry.add("summary", long_title)
    entry.add("dtstart", date(2020, 2, 28))
    entry.add("dtend", date(2020, 3, 1))
    entry.add("rrule", {"freq": "yearly"})
    hours = Entry()
    hours.add("uid", "two")
    hours.add("summary", "Hours")
    hours.add("dtstart", datetime(2021, 1, 1, 12, tzinfo=UTC))
    hours.add("duration", datetime(2021, 1, 3) - datetime(2021, 1, 1))
    calendar.add_component(entry)
    calendar.add_component(hours)
    path = tmp_path / "a.ics"
    path.write_bytes(calendar.to_ical())
    yearly, two_days = read(path)
    assert told(yearly) == (long_title, None, "2020-02-28", "2020-02-29")
    assert yearly.when
    assert yearly.when.text == "2020-02-28, the first of several (RRULE:FREQ=YEARLY)"
    assert told(two_days)[2:] == ("2021-01-01", "2021-01-03")


def test_what_a_calendar_changed_is_believed(tmp_path: Path) -> None:
    from mapapp.formats import Content, write

    from tests import zoo

    path = tmp_path / "zoo.ics"
    write(Content(zoo.STORY), path)
    body = path.read_text("utf-8")
    assert "DTSTART;VALUE=DATE:19920314" in body
    path.write_text(
        body.replace("DTSTART;VALUE=DATE:19920314", "DTSTART;VALUE=DATE:19920310"), "utf-8"
    )
    moved = next(event for event in read(path) if event.id == "e2")
    assert told(moved)[2:] == ("1992-03-10", "1992-03-14")


TIMELINE: dict[str, Any] = {
    "title": {"text": {"headline": "Ships"}},
    "eras": [{"start_date": {"year": "1800"}, "end_date": {"year": "1900"}}],
    "events": [
        {"start_date": {"year": "1912", "month": "4", "day": "", "display_date": ""},
         "text": {"headline": "<em>She</em> sails", "text": "<p>From the port.</p><p>West.</p>"},
         "media": {"url": "https://example.org/a.jpg", "caption": ""}, "group": "sea"},
        {"start_date": {"year": -44, "month": 3, "day": 15, "hour": 11},
         "end_date": {"year": -44, "month": 3, "day": 16}, "display_date": "the Ides",
         "text": {"headline": "Stabbed"}},
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", ["ships.timeline.json", "ships.json"])
def test_timeline_of_another_hand(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(json.dumps(TIMELINE))
    ship, ides = read(path)
    assert told(ship) == ("She sails", None, "1912-04-01", "1912-04-30")
    assert ship.category == "sea"
    assert told(ides)[2:] == ("-0043-03-15", "-0043-03-16"), "44 BCE, without a year 0"
    assert ides.when
    assert ides.when.text == "the Ides"


def test_json_is_read_by_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    feature = {"type": "Feature", "geometry": None, "properties": {"startDate": 1990, "Name": "A"}}
    path.write_text("\ufeff" + json.dumps({"type": "FeatureCollection", "features": [feature]}))
    assert told(*read(path)) == ("A", None, "1990-01-01", "1990-12-31")
    path.write_text("{}")
    with pytest.raises(BadFile, match="neither features, as GeoJSON, nor events"):
        read(path)


def _frame(crs: str) -> Any:  # noqa: ANN401 - geopandas carries no types
    import geopandas
    import shapely

    columns = {
        "Ereignis": ["Gründung", "Überfall"],
        "Datum_von": ["1201-05-01", "1945-02"],
        "Datum_bis": ["1201-05-03", None],
        "Ort": ["Riga", "Köln"],
        "Anzahl": [3, None],
    }
    points = [shapely.Point(24.1, 56.95), shapely.Point(6.96, 50.94)]
    return geopandas.GeoDataFrame(columns, geometry=points, crs="EPSG:4326").to_crs(crs)


FOUNDED = ("Gründung", "Riga", "1201-05-01", "1201-05-03")
RAIDED = ("Überfall", "Köln", "1945-02-01", "1945-02-28")


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:25833"])
def test_geopackage_of_gdal_in_any_reference_system(tmp_path: Path, crs: str) -> None:
    path = tmp_path / "a.gpkg"
    _frame(crs).to_file(path, layer="orte")
    found = read(path)
    assert [told(event) for event in found] == [FOUNDED, RAIDED]
    assert point(found[0]) == (pytest.approx(24.1, abs=1e-6), pytest.approx(56.95, abs=1e-6))


def test_one_of_several_layers_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    _frame("EPSG:4326").to_file(path, layer="orte")
    _frame("EPSG:4326").to_file(path, layer="rest")
    with pytest.raises(BadFile, match="no layer 'events'; name one of its layers: orte, rest"):
        read(path)
    assert told(read(path, layer="rest")[1]) == RAIDED
    with pytest.raises(BadFile, match="no layer 'rast'"):
        read(path, layer="rast")


@pytest.mark.parametrize("packed", [True, False], ids=["zip", "shp"])
@pytest.mark.parametrize("encoding", ["UTF-8", "ISO-8859-1"])
def test_shapefile_of_gdal(tmp_path: Path, encoding: str, packed: bool) -> None:
    path = tmp_path / "orte.shp"
    _frame("EPSG:3857").to_file(path, encoding=encoding)
    if packed:
        with zipfile.ZipFile(tmp_path / "orte.zip", "w") as archive:
            for part in tmp_path.glob("orte.???"):
                if part.suffix != ".zip":
                    archive.write(part, f"Lieferung/{part.name}")
                    archive.writestr(f"__MACOSX/Lieferung/._{part.name}", b"\0\5\26\7")
        path = tmp_path / "orte.zip"
    found = read(path)
    assert [told(event) for event in found] == [FOUNDED, RAIDED]
    assert point(found[1]) == (pytest.approx(6.96, abs=1e-6), pytest.approx(50.94, abs=1e-6))


def _csv(folder: Path, body: str, encoding: str = "utf-8") -> Path:
    path = folder / "a.csv"
    path.write_bytes(body.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("Event name;Event date;End of event;Place name;Lat.;Long.", ""),
        ("Nom de l'événement;Début;Fin;Lieu;latitude;longitude", "title=Nom de l'événement"),
        ("Başlık;Tarih;Bitiş;Şehir;lat;lon", ""),
        ("Название;Начало;Конец;Город;y;x", ""),
        ("A;B;C;D;E;F", "title=A,date=B,end=C,place=D,lat=E,lon=F"),
        ("name_1;startDate;endDate;location;lat;lng", ""),
    ],
)
def test_columns_by_their_names_or_as_they_are_told(
    tmp_path: Path, header: str, columns: str
) -> None:
    path = _csv(tmp_path, f"{header}\nFair;1201-05-01;1201-05-03;Riga;56,95;24,1\n")
    (found,) = read(path, columns)
    assert told(found) == ("Fair", "Riga", "1201-05-01", "1201-05-03")
    assert point(found) == (24.1, 56.95)


def test_the_surer_of_two_columns_counts(tmp_path: Path) -> None:
    path = _csv(tmp_path, "title,year,date,start_place\nA,1990,1990-05-03,Rome\nB,1991,,\n")
    first, second = read(path)
    assert told(first) == ("A", None, "1990-05-03", "1990-05-03")
    assert told(second)[2:] == ("1991-01-01", "1991-12-31")


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    path = _csv(tmp_path, "A,B\nFair,1990\n")
    with pytest.raises(BadFile, match=r"neither a title nor a quote; of its columns \(a, b\)"):
        read(path)
    with pytest.raises(BadFile, match="it has no column 'c'; it has a, b"):
        read(path, "title=A,date=C")


@pytest.mark.parametrize("text", ["title", "colour=A", "title=", "=A"])
def test_columns_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(QueryError, match="write OURS=THEIRS") as error:
        Columns.parse(text)
    assert error.value.parameter == "columns"


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        (["27.12.1831", "2.10.1836"], ["1831-12-27", "1836-10-02"]),
        (["12/27/1831", "10/2/1836"], ["1831-12-27", "1836-10-02"]),
        (["27/12/1831", "2/10/1836"], ["1831-12-27", "1836-10-02"]),
        (["27 December 1831", "Oct 2, 1836"], ["1831-12-27", "1836-10-02"]),
        (["1831-12-27 14:30:00", "1836-10-02T00:00"], ["1831-12-27", "1836-10-02"]),
        (["c. 1850", "44 BC"], ["1850-01-01", "-0043-01-01"]),
        (["5/5/1990", "199X"], ["1990-05-05", "1990-01-01"]),
    ],
)
def test_dates_as_tables_write_them(tmp_path: Path, dates: list[str], days: list[str]) -> None:
    rows = "".join(f'A;"{each}"\n' for each in dates)
    assert [told(event)[2] for event in read(_csv(tmp_path, f"title;date\n{rows}"))] == days


@pytest.mark.parametrize("text", ["3/4/1990", "12 марта 1990", "soon", "1990 or 1999", "31.2.1990"])
def test_a_date_that_may_be_two_or_none_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadFile, match="line 2: date"):
        read(_csv(tmp_path, f"title;date\nA;{text}\n"))


def test_about_stays_about(tmp_path: Path) -> None:
    (found,) = read(_csv(tmp_path, "title,date\nA,c. 1850\n"))
    assert found.when
    assert (found.when.edtf, found.when.text) == ("1850~", "c. 1850")


@given(st.dates(date(1000, 1, 1), date(9999, 12, 31)), st.booleans())
def test_the_order_of_a_file_is_kept(day: date, month_first: bool) -> None:
    order = "%m/%d/" if month_first else "%d/%m/"
    texts = [f"{each:{order}}{each.year:04d}" for each in (day, date(1990, 12, 31))]
    assert iso_date(Dates.of(texts).when(texts[0]).first) == day.isoformat()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_encodings_that_spreadsheets_write(tmp_path: Path, encoding: str) -> None:
    (found,) = read(_csv(tmp_path, "Title\tDate\nŞuşa\t1992\n", encoding))
    assert told(found) == ("Şuşa", None, "1992-01-01", "1992-12-31")
