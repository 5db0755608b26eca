"""Tables that name places and tell no points."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from mapapp.formats import Content, read_story, write
from mapapp.layers import events
from mapapp.model import Article, Candidate, Place, Resolution, Span, Story, Toponym
from mapapp.places import GivenName

from tests import zoo

OSLO = Place("gn:1", "Oslo", "settlement", 10.7, 59.9, country="NO")
BERGEN = Place("gn:2", "Bergen", "settlement", 5.3, 60.4, country="NO")
TABLE = """date,place,event,country
1990-01-20,Oslo,The fair opens.,NO
1992,"Bergen, hall 1",Rain in Bergen.,NO
1993,Atlantis,It sinks.,
1994,,Nowhere in particular.,
"""


class Finder:
    """Knows Oslo and Bergen; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[GivenName] = []

    def __call__(self, names: Sequence[GivenName]) -> list[Toponym]:
        self.asked += names
        return [self._one(name.text) for name in names]

    def _one(self, text: str) -> Toponym:
        for place, score in ((OSLO, 0.9), (BERGEN, 0.4)):
            if place.name in text:
                start = text.index(place.name)
                span = Span(start, start + len(place.name))
                both = (Candidate(place, score), Candidate(zoo.BAKU, 0.1))
                return Toponym(span, "literal", Resolution(place, score, ("why",)), both)
        return Toponym(Span(0, len(text)), "literal", None, (Candidate(zoo.BAKU, 0.1),))


def back(path: Path, find: Finder | None) -> Story:
    return read_story(path, "s", Article("", "A story"), find=find)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(TABLE, "utf-8")
    return path


def test_names_are_looked_up_and_keep_what_else_they_may_be(table: Path) -> None:
    find = Finder()
    notes = back(table, find).annotation
    fair, rain, sinks, nowhere = notes.events
    assert [name.within for name in find.asked] == [("NO",), ("NO",), ()]
    assert (fair.place, rain.place, sinks.place) == (OSLO, BERGEN, None)
    assert nowhere.ties == ()
    assert [tie.score for tie in (*fair.ties, *rain.ties)] == [0.9, 0.4]
    assert [name.place.name for tie in sinks.ties for name in [tie]] == ["Atlantis"]
    assert [len(toponym.candidates) for toponym in notes.toponyms] == [2, 2, 1]


def test_the_name_stands_in_the_text_beside_its_sentence(table: Path) -> None:
    notes = back(table, Finder()).annotation
    text = notes.article.text
    assert text.split("\n\n") == [
        "The fair opens. \N{EM DASH} Oslo",
        "Rain in Bergen.",
        "It sinks. \N{EM DASH} Atlantis",
        "Nowhere in particular.",
    ]
    assert [event.evidence[0].of(text) for event in notes.events][:3] == [
        "The fair opens.", "Rain in Bergen.", "It sinks.",
    ]  # fmt: skip
    assert [toponym.span.of(text) for toponym in notes.toponyms] == ["Oslo", "Bergen", "Atlantis"]
    assert [tie.span.of(text) for event in notes.events for tie in event.ties if tie.span] == [
        "Oslo", "Bergen", "Atlantis",
    ]  # fmt: skip


def test_nothing_is_looked_up_unless_asked(table: Path) -> None:
    notes = back(table, None).annotation
    assert notes.toponyms == ()
    assert [tie.place.name for event in notes.events for tie in event.ties] == [
        "Oslo", "Bergen, hall 1", "Atlantis",
    ]  # fmt: skip


@pytest.mark.parametrize("suffix", [".geojson", ".csv", ".kml", ".ics", ".timeline.json"])
def test_our_own_files_are_read_as_they_were_written(
    tmp_path: Path, table: Path, suffix: str
) -> None:
    first, find = back(table, Finder()), Finder()
    out = tmp_path / f"events{suffix}"
    write(Content(first), out)
    again = back(out, find)
    assert find.asked == []
    assert [each.properties.place_id for each in events(again)] == [
        each.properties.place_id for each in events(first)
    ]


def test_points_and_ids_go_before_names(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "title,place,place_id,lon,lat\nA,Oslo,,3,4\nB,Oslo,,,\nC,Bergen,gn:2,,\nD,Oslo,17,,\n",
        "utf-8",
    )
    find = Finder()
    known = {BERGEN.id: BERGEN}.get
    story = read_story(path, "s", Article("", "A story"), find=find, known=known)
    a, b, c, d = (event.place for event in story.annotation.events)
    assert a
    assert (a.lon, a.lat) == (3, 4)
    assert b == a, "what one row tells holds for the other rows of that name"
    assert c == BERGEN
    assert d == a
    assert find.asked == []


def test_a_table_of_countries_is_on_the_map(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("title,country,state\nA,NO,\nB,NO,Vestland\n", "utf-8")
    find = Finder()
    back(path, find)
    assert [(name.text, name.within) for name in find.asked] == [("NO", ()), ("Vestland", ("NO",))]


def test_days_of_old_are_told(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("title,place,date\nA,Rome,-0043-03-15\nB,Rome,1944\nC,Rome,\n", "utf-8")
    find = Finder()
    back(path, find)
    assert [name.is_ancient for name in find.asked] == [True, False, False]


def test_calendars_and_features_without_a_point_are_looked_up(tmp_path: Path) -> None:
    calendar, features = tmp_path / "a.ics", tmp_path / "a.geojson"
    calendar.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Fair\nLOCATION:Oslo\\, hall 1\n"
        "END:VEVENT\nEND:VCALENDAR\n",
        "utf-8",
    )
    features.write_text(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": null,'
        ' "properties": {"title": "Fair", "place": "Oslo"}}]}',
        "utf-8",
    )
    for path in (calendar, features):
        (event,) = back(path, Finder()).annotation.events
        assert event.place == OSLO
