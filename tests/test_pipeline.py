import json

import pytest

from mapapp.events import relate
from mapapp.model import Annotation, Article, Span, Toponym
from mapapp.pipeline import annotate, document

from tests.events.told import read


def _document(marked: str) -> dict[str, object]:
    article, toponyms, times = read(marked)
    events = relate(article, toponyms, times)
    found = document(Annotation(article, tuple(toponyms), tuple(times), events), "d1")
    return json.loads(json.dumps(found))  # type: ignore[no-any-return]


def test_document_has_the_keys_of_the_contract() -> None:
    found = _document("The congress met in {Lima} on [3 May 1821|1821-05-03].")
    assert set(found) == {"id", "toponyms", "times", "events"}
    [event] = found["events"]  # type: ignore[misc]
    assert {"id", "start", "end", "title", "category", "edtf", "start_date", "end_date"} < set(
        event
    )
    assert (event["start_date"], event["end_date"]) == ("1821-05-03", "1821-05-03")
    [place] = event["places"]
    assert (place["name"], place["role"]) == ("Lima", "location")
    assert {"place_id", "lat", "lon"} < set(place)


def test_unresolved_name_has_no_coordinates() -> None:
    found = _document("A battle was fought at {Nowhere Gap} on [3 May 1821|1821-05-03].")
    [toponym] = found["toponyms"]  # type: ignore[misc]
    assert toponym["lat"] is toponym["lon"] is toponym["place_id"] is None
    [event] = found["events"]  # type: ignore[misc]
    assert event["places"][0]["name"] == "Nowhere Gap"
    assert event["places"][0]["lat"] is None


def test_empty_text_gives_empty_lists() -> None:
    found = document(Annotation(Article("")), "d2")
    assert found == {"id": "d2", "toponyms": [], "times": [], "events": []}


@pytest.mark.parametrize(
    ("name", "stays"),
    [("BC", False), ("BC Xerxes", False), ("480 BC Memorial", True), ("Sardis", True)],
)
def test_names_that_begin_inside_a_date_are_none(
    name: str, stays: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "In 480 BC Xerxes left Sardis for the 480 BC Memorial."
    start = text.index(name)
    toponym = Toponym(Span(start, start + len(name)), "literal")
    monkeypatch.setattr("mapapp.pipeline.find_places", lambda article, gazetteer: (toponym,))
    assert annotate(Article(text)).toponyms == ((toponym,) if stays else ())


def test_places_of_another_reader_are_taken_as_they_are() -> None:
    article, toponyms, _ = read("The congress met in {Lima} on [3 May 1821|1821-05-03].")
    annotation = annotate(article, toponyms=toponyms)
    assert annotation.toponyms == tuple(toponyms)
    assert [tie.place.name for tie in annotation.events[0].ties] == ["Lima"]
    assert annotate(article, toponyms=()).toponyms == ()
