"""Files of events read back: ours give the same events, others what they hold."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from mapapp.errors import BadFile, UnknownFormat
from mapapp.formats import Content, formats, read_story, write
from mapapp.formats.readers.text import Line, laid_out
from mapapp.layers import events, places
from mapapp.model import Article, Place, Story, day_number, iso_date

from tests import stories_zoo, zoo

ARTICLE = Article("", "A story of everything", "the zoo", day_number(2024, 5, 6))
OF_EVENTS = [".geojson", ".csv", ".gpkg", ".fgb", ".parquet", ".kml"]
IN_PART = [".shp.zip", ".ics", ".timeline.json"]  # what they lose is told in another file
STORIES = [zoo.STORY, stories_zoo.caucasus(), stories_zoo.antiquity(), stories_zoo.hostile()]


def back(path: Path, slug: str = "zoo") -> Story:
    return read_story(path, slug, ARTICLE)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)
@pytest.mark.parametrize("suffix", OF_EVENTS)
def test_the_same_events_come_back(tmp_path: Path, suffix: str, story: Story) -> None:
    out = tmp_path / f"events{suffix}"
    write(Content(story), out)
    assert list(events(back(out, story.slug))) == list(events(story))


def test_every_format_that_is_read_is_tried_here() -> None:
    assert {each.suffix for each in formats() if each.records} == {
        *OF_EVENTS, *IN_PART, ".lpf.json",
    }  # fmt: skip


def test_places_come_back_from_linked_places(tmp_path: Path) -> None:
    out = tmp_path / "places.lpf.json"
    write(Content(zoo.STORY, "places"), out)
    told = {each.id: each for each in places(zoo.STORY)}
    found = {each.id: each for each in places(back(out))}
    assert set(found) == set(told)
    for id_, place in found.items():
        assert place.geometry == told[id_].geometry
        assert place.properties.precision == told[id_].properties.precision
        if told[id_].properties.start_date:
            assert place.properties.start_date == told[id_].properties.start_date
            assert place.properties.end_date == told[id_].properties.end_date
    baku = next(e for e in back(out).annotation.events if e.place and e.place.name == "Baku")
    assert baku.place
    assert [(name.text, name.language) for name in baku.place.names][:2] == [
        ("Bakı", "az"), ("Баку", None),
    ]  # fmt: skip


def test_ids_of_any_letters_come_back_from_linked_places(tmp_path: Path) -> None:
    out = tmp_path / "places.lpf.json"
    place = replace(zoo.BAKU, id="file:El Dorado / <1> %20")
    event = replace(zoo.EVENTS[0], ties=(replace(zoo.EVENTS[0].ties[0], place=place),))
    story = replace(zoo.STORY, annotation=replace(zoo.ANNOTATION, events=(event,)))
    write(Content(story, "places"), out)
    assert [each.id for each in places(back(out))] == [place.id]


def test_the_gazetteer_adds_what_the_file_had_no_room_for(tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    write(Content(zoo.STORY), out)
    gazetteer = {each.id: each for each in (zoo.BAKU, zoo.SHUSHA, zoo.NAKHCHIVAN)}
    story = read_story(out, "zoo", ARTICLE, known=gazetteer.get)
    assert list(events(story)) == list(events(zoo.STORY))
    found = {tie.place for event in story.annotation.events for tie in event.ties}
    assert {zoo.BAKU, zoo.SHUSHA, zoo.NAKHCHIVAN} <= found


def test_a_gazetteer_that_says_otherwise_is_not_believed(tmp_path: Path) -> None:
    out = tmp_path / "events.geojson"
    write(Content(zoo.STORY), out)

    def moved(id_: str) -> Place | None:
        return replace(zoo.BAKU, lon=1.0) if id_ == zoo.BAKU.id else None

    assert list(events(read_story(out, "zoo", ARTICLE, known=moved))) == list(events(zoo.STORY))


def test_quotes_stand_where_they_stood(tmp_path: Path) -> None:
    out = tmp_path / "events.geojson"
    write(Content(zoo.STORY), out)
    text = back(out).annotation.article.text
    for event in list(zoo.EVENTS)[:9]:
        span = event.evidence[0]
        assert span.of(text) == span.of(zoo.TEXT)


def test_a_spreadsheet_of_another_hand(tmp_path: Path) -> None:
    out = tmp_path / "trips.csv"
    out.write_text(
        "Event;Date;End;Location;Latitude;Longitude;Notes\n"
        "Sailed;1831-12-27;;Plymouth;50.37;-4.14;Left with the tide.\n"
        "Stayed;1832-04;1832-07;Rio de Janeiro;-22.9;-43.2;\n"
        "Thought about it;1838;;;;;\n"
        "Named;;;;;;\n",
        encoding="utf-8",
    )
    found = list(back(out).annotation.events)
    assert [event.title for event in found] == ["Sailed", "Stayed", "Thought about it", "Named"]
    days = [
        event.when and (iso_date(event.when.first), iso_date(event.when.last)) for event in found
    ]
    assert days == [
        ("1831-12-27", "1831-12-27"), ("1832-04-01", "1832-07-31"), ("1838-01-01", "1838-12-31"),
        None,
    ]  # fmt: skip
    assert found[0].place
    assert (found[0].place.name, found[0].place.lon) == ("Plymouth", -4.14)
    assert found[0].evidence[0].of(back(out).annotation.article.text) == "Left with the tide."
    assert found[1].when
    assert found[1].when.edtf == "1832-04/1832-07"


def test_geojson_of_another_hand(tmp_path: Path) -> None:
    square = [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]
    features = [
        {"type": "Feature", "id": 7, "geometry": {"type": "Point", "coordinates": [10, 50, 3]},
         "properties": {"name": "A fair", "year": 1990}},
        {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": square},
         "properties": {"label": "A field", "tags": ["a", "b"]}},
        {"type": "Feature", "geometry": None, "properties": {"text": "Nowhere at all."}},
    ]  # fmt: skip
    out = tmp_path / "fairs.geojson"
    out.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    fair, field, nowhere = back(out).annotation.events
    assert (fair.id, fair.title) == ("7", "A fair")
    assert fair.when
    assert fair.when.edtf == "1990"
    assert field.place
    assert 0 < (field.place.lon or 0) < 2
    assert nowhere.ties == ()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("title,start_date\nA,1990\nB,1990-13\n", "line 3: date 1990-13"),
        ("title,start_date,end_date\nA,1991,1990\n", "line 2: date 1991 to 1990"),
        ("title,lon,lat\nA,10,95\n", "line 2: lat=95 lies beyond 90"),
        ("title,lon,lat\nA,ten,95\n", "line 2: lon='ten' is no number"),
        ("title,lon,lat\nA,nan,5\n", "line 2: lon=nan"),
        ("title,role,place\nA,guest,Rome\n", "line 2: role='guest'"),
        ("title,status\nA,sure\n", "line 2: status='sure': choose one of machine"),
        ("title,score\nA,2\n", "line 2: score='2'"),
        ("id,title\ne1,A\ne1,B\n", "line 3: its id 'e1' is that of line 2 too"),
        ("place,lon\nRome,1\n", "line 2: it has neither a title nor a quote"),
        ("title\nA,B\n", "line 2: 2 values under 1 columns"),
        ('title\n"A\n', "line 2: unexpected end"),
        ("title\n", "there is no event in it"),
        ("", "it is empty"),
        ("title\n\xff\n", "it is not UTF-8"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, body: str, said: str) -> None:
    out = tmp_path / "trips.csv"
    out.write_bytes(body.encode("latin-1"))
    with pytest.raises(BadFile) as error:
        back(out)
    assert str(error.value).startswith(f"trips.csv: {said}")


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("a.geojson", '{"type": "Feature"}', "no GeoJSON FeatureCollection"),
        ("a.geojson", "[1, 2", "no GeoJSON"),
        ("a.geojson", '{"type": "FeatureCollection", "features": [{"properties": {"title": "A"},'
         ' "geometry": {"type": "Point", "coordinates": ["x"]}}]}', "feature 1: its geometry"),
        ("a.geojson", '{"type": "FeatureCollection", "features": [{"properties": {"title": "A"},'
         ' "geometry": {"type": "Point", "coordinates": [50, 120]}}]}', "feature 1: 50, 120 is no"),
        ("a.lpf.json", '{"features": [{"properties": {"title": "A"}, "when": {"timespans":'
         ' [{"start": {"in": "soon"}}]}}]}', "feature 1: 'soon'"),
        ("a.gpkg", "no database", "it cannot be opened"),
        ("a.kml", "<kml>", "it is no KML"),
        ("a.parquet", "PAR1 and no more", "it is no Parquet file"),
    ],
)  # fmt: skip
def test_a_bad_feature_is_named(tmp_path: Path, name: str, body: str, said: str) -> None:
    out = tmp_path / name
    out.write_text(body)
    with pytest.raises(BadFile, match=rf"^{name}: ") as error:
        back(out)
    assert said in str(error.value)


def test_what_cannot_be_read_lists_what_can() -> None:
    with pytest.raises(UnknownFormat, match=r"\.geojson, \.csv, \.gpkg"):
        back(Path("story.pdf"))


@given(st.lists(st.tuples(st.text(min_size=1), st.integers(0, 50)), min_size=1))
def test_every_quote_is_found_again(told: list[tuple[str, int]]) -> None:
    from mapapp.model import Span

    quotes = [quote for quote, _ in told]
    stood = [Span(start, start + len(quote)) for quote, start in told]
    lines = [Line(quote, span) for quote, span in zip(quotes, stood, strict=True)]
    text, laid = laid_out(lines)
    assert [spot.quote.of(text) for spot in laid] == quotes
