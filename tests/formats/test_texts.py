"""Text formats, each read back by a program of another hand or held to its own rules."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from mapapp.formats import Content, format_of, pieces, write
from mapapp.layers import events, places
from mapapp.model import Span, Story, When, day_number

from tests.zoo import EVENTS, NOWHERE, SHUSHA, STORY, TEXT


def _body(suffix: str, story: Story = STORY, **more: object) -> bytes:
    return b"".join(pieces(Content(story, **more), format_of(suffix)))  # type: ignore[arg-type]


def test_calendar_is_read_by_icalendar() -> None:
    from icalendar import Calendar

    body = _body(".ics", base_url="https://maps.example")
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    found = {str(event["UID"]): event for event in Calendar.from_ical(body).walk("VEVENT")}
    assert set(found) == {f"e{n}@zoo.mapapp" for n in (1, 2, 3, 4, 5, 7, 9)}
    visit = found["e2@zoo.mapapp"]
    assert (visit.decoded("DTSTART"), visit.decoded("DTEND")) == (
        date(1992, 3, 14),
        date(1992, 3, 15),
    )
    assert str(visit["SUMMARY"]) == "a delegation from Turkey came to Baku"
    assert EVENTS[1].evidence[0].of(TEXT) in str(visit["DESCRIPTION"])
    assert (visit["GEO"].latitude, visit["GEO"].longitude) == (40.37767, 49.89201)
    assert str(visit["LOCATION"]) == "Baku"
    assert found["e5@zoo.mapapp"].decoded("DTSTART") == date(1996, 1, 1)
    assert str(found["e3@zoo.mapapp"]["LOCATION"]) == "Shusha / Shushi"


def test_calendar_keeps_marks_lines_and_letters_of_every_script() -> None:
    from icalendar import Calendar

    title = "Ərdəbil; a, b\\n " + "巴库" * 40
    text = "One,\ntwo; three\\ four."
    event = replace(EVENTS[0], title=title, evidence=(Span(0, len(text)),))
    annotation = replace(
        STORY.annotation, article=replace(STORY.annotation.article, text=text), events=(event,)
    )
    (read,) = Calendar.from_ical(_body(".ics", Story("s", annotation))).walk("VEVENT")
    assert str(read["SUMMARY"]) == title
    assert text in str(read["DESCRIPTION"])


def test_timeline_has_what_its_reader_requires() -> None:
    found = json.loads(_body(".timeline.json"))
    slides = {slide["unique_id"]: slide for slide in found["events"]}
    assert "e8" not in slides, "a slide needs a date"
    assert slides["e6"]["start_date"] == {"year": -44, "month": 3, "day": 15}
    assert slides["e1"]["end_date"] == {"year": 1992, "month": 12, "day": 31}
    assert "end_date" not in slides["e5"]
    assert slides["e1"]["display_date"] == "1992"
    assert found["title"]["text"]["headline"] == STORY.title
    assert "<img" not in slides["e9"]["text"]["headline"] + slides["e9"]["text"]["text"]


def test_timeline_of_an_open_start() -> None:
    event = replace(EVENTS[0], when=When("../1992", None, day_number(1992, 12, 31), "until 1992"))
    story = replace(STORY, annotation=replace(STORY.annotation, events=(event,)))
    (slide,) = json.loads(_body(".timeline.json", story))["events"]
    assert slide["start_date"] == {"year": 1992, "month": 12, "day": 31}
    assert "end_date" not in slide


CERTAINTIES = {"certain", "less-certain", "uncertain"}


def test_linked_places_keep_the_formats_rules() -> None:
    found = json.loads(_body(".lpf.json", layer="places"))
    assert found["type"] == "FeatureCollection"
    assert found["@context"].startswith("https://")
    ids = [feature["@id"] for feature in found["features"]]
    assert len(ids) == len(list(places(STORY)))
    assert len(set(ids)) == len(ids)
    for feature in found["features"]:
        assert feature["type"] == "Feature"
        assert feature["properties"]["title"]
        assert set(feature["properties"]["fclasses"]) <= set("AHLPRST")
        assert all(len(code) == 2 for code in feature["properties"]["ccodes"])
        assert "geometry" in feature
        assert all(name["toponym"] for name in feature["names"])
        assert any(name.get("citations") for name in feature["names"])
        for span in feature["when"]["timespans"]:
            assert span["start"], "a timespan needs a start"
            assert set(span["start"]) | set(span.get("end", {})) <= {"in", "earliest", "latest"}
        assert feature["when"].get("certainty", "certain") in CERTAINTIES
    by_title = {feature["properties"]["title"]: feature for feature in found["features"]}
    shusha = by_title["Shusha / Shushi"]
    assert shusha["@id"] == "https://sws.geonames.org/585225/"
    assert shusha["links"] == [{"type": "exactMatch", "identifier": "gn:585225"}]
    assert {name["toponym"] for name in shusha["names"]} == {
        SHUSHA.name,
        *(name.text for name in SHUSHA.names),
    }
    assert by_title[NOWHERE.name]["geometry"] is None
    assert by_title["Rome"]["when"]["timespans"][0]["start"] == {"earliest": "-0043-03-15"}


def test_linked_places_are_geojson_to_gdal(tmp_path: Path) -> None:
    import pyogrio

    out = tmp_path / "story.lpf.json"
    write(Content(STORY, "places"), out)
    assert len(pyogrio.read_dataframe(out)) == len(list(places(STORY)))


# Web Annotation Vocabulary, appendix "Motivations", and the purposes of bodies are of them.
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
    "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip


@pytest.mark.parametrize("base_url", ["", "https://maps.example"])
def test_annotations_keep_the_models_rules(base_url: str) -> None:
    found = json.loads(_body(".annotations.jsonld", base_url=base_url))
    assert list(found).index("@context") == 0
    iris = [found["id"], *(item["id"] for item in found["items"])]
    iris += [item["target"]["source"] for item in found["items"]]
    assert all(re.match(r"(urn|https):\S+$", iri) for iri in iris)
    for item in found["items"]:
        assert "@context" not in item, "of the page alone"
        assert item["motivation"] in MOTIVATIONS
        for body in item["body"]:
            assert body["type"] in ("TextualBody", "SpecificResource")
            assert body["purpose"] in MOTIVATIONS
            assert ("value" in body) == (body["type"] == "TextualBody")


def test_annotations_point_at_their_words_twice() -> None:
    found = json.loads(_body(".annotations.jsonld", base_url="https://maps.example"))
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert found["type"] == "AnnotationPage"
    ids = [item["id"] for item in found["items"]]
    assert len(set(ids)) == len(ids) == 2 + 1 + len(list(events(STORY)))
    for item in found["items"]:
        assert item["type"] == "Annotation"
        quote, position = item["target"]["selector"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        start, end = position["start"], position["end"]
        assert TEXT[start:end] == quote["exact"]
        assert TEXT[:start].endswith(quote["prefix"])
        assert TEXT[end:].startswith(quote["suffix"])
        assert item["target"]["source"] == "https://maps.example/stories/zoo"
    assert {"type": "SpecificResource", "purpose": "identifying",
            "source": "https://sws.geonames.org/587084/"} in found["items"][0]["body"]  # fmt: skip
