import json

import pytest
from msgspec.structs import replace

from mapapp.layers import collection, encode, events, features, places
from mapapp.model import Selection, Story, Tie

from tests.zoo import BAKU, EVENTS, STORY, TEXT, TURKEY

BY_ID = {feature.id: feature for feature in events(STORY)}

# The contract that other programs rely on.
PROPERTIES = (
    "story title category place place_id place_names role place_precision place_certainty"
    " start_date end_date edtf date_text date_certainty quote quote_start quote_end score status"
    " places url"
).split()


def test_every_fact_is_a_feature_and_nothing_else_is() -> None:
    assert list(BY_ID) == ["e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8", "e9"]


def test_members_and_properties_stand_in_the_agreed_order() -> None:
    for feature in BY_ID.values():
        written = json.loads(encode(feature))
        assert list(written) == ["type", "id", "geometry", "time", "properties"]
        assert written["type"] == "Feature"
        assert list(written["properties"]) == PROPERTIES
        assert all(not isinstance(value, dict | list) for value in written["properties"].values())


def test_quote_is_what_the_offsets_point_at() -> None:
    for feature in BY_ID.values():
        about = feature.properties
        assert TEXT[about.quote_start : about.quote_end] == about.quote


def test_point_is_longitude_first_with_six_decimals() -> None:
    assert json.loads(encode(BY_ID["e1"]))["geometry"] == {
        "type": "Point",
        "coordinates": [49.89201, 40.37767],
    }
    exact = replace(BAKU, lon=1 / 3, lat=-2 / 3)
    story = _with(replace(EVENTS[0], ties=(Tie(exact, "location"),)))
    assert json.loads(encode(next(events(story))))["geometry"]["coordinates"] == [
        0.333333,
        -0.666667,
    ]


def test_unlocated_place_has_no_point_and_keeps_its_name() -> None:
    gold = BY_ID["e7"]
    assert gold.geometry is None
    assert gold.properties.place == "El Dorado"
    assert gold.properties.place_precision == "unlocated"


def test_event_without_any_place() -> None:
    nowhere = next(events(_with(replace(EVENTS[0], ties=()))))
    assert nowhere.geometry is None
    about = nowhere.properties
    assert (about.place, about.place_id, about.role, about.place_names) == (None, None, None, "")
    assert (about.place_precision, about.place_certainty) == ("unlocated", None)


def test_point_is_given_by_role_and_not_by_order() -> None:
    party_first = replace(EVENTS[0], ties=(Tie(TURKEY, "party"), Tie(BAKU, "topic")))
    assert next(events(_with(party_first))).properties.place == "Baku"


@pytest.mark.parametrize(
    ("event", "start", "end", "time"),
    [
        ("e1", "1992-01-01", "1992-12-31", {"interval": ["1992-01-01", "1992-12-31"]}),
        ("e2", "1992-03-14", "1992-03-14", {"date": "1992-03-14"}),
        ("e5", "1996-01-01", None, {"interval": ["1996-01-01", ".."]}),
        ("e6", "-0043-03-15", "-0043-03-15", None),
        ("e8", None, None, None),
    ],
)
def test_days(event: str, start: str | None, end: str | None, time: object) -> None:
    written = json.loads(encode(BY_ID[event]))
    assert (written["properties"]["start_date"], written["properties"]["end_date"]) == (start, end)
    assert written["time"] == time


def test_contested_place_carries_both_names() -> None:
    about = BY_ID["e3"].properties
    assert about.place == "Shusha / Shushi"
    assert about.place_names.split("; ") == ["Shusha", "Şuşa", "Shushi"]


@pytest.mark.parametrize(
    ("event", "precision", "place", "date"),
    [
        ("e1", "settlement", "certain", "certain"),
        ("e3", "settlement", "less-certain", "certain"),
        ("e4", "country", "uncertain", "less-certain"),
        ("e5", "region", "certain", "certain"),
        ("e8", "region", "certain", None),
    ],
)
def test_doubts_are_told(event: str, precision: str, place: str, date: str | None) -> None:
    about = BY_ID[event].properties
    assert (about.place_precision, about.place_certainty) == (precision, place)
    assert about.date_certainty == date


def test_ties_in_words_and_status_and_address() -> None:
    about = BY_ID["e2"].properties
    assert about.places == "Baku (destination); Turkey (origin)"
    assert about.score == 0.877
    assert about.url == "/stories/zoo?event=e2"
    absolute = next(events(STORY, base_url="https://maps.example"))
    assert absolute.properties.url == "https://maps.example/stories/zoo?event=e1"
    assert BY_ID["e3"].properties.status == "confirmed"


def test_selection_is_obeyed_by_every_layer() -> None:
    selection = Selection.parse(start="1990", end="1995")
    assert [feature.id for feature in events(STORY, selection)] == ["e1", "e2"]
    (baku,) = places(STORY, selection)
    assert (baku.properties.name, baku.properties.events) == ("Baku", 2)


def test_places_count_the_events_drawn_there() -> None:
    found = {feature.id: feature for feature in places(STORY)}
    baku = found["gn:587084"]
    assert (baku.properties.events, baku.properties.event_ids) == (2, "e1; e2")
    assert (baku.properties.start_date, baku.properties.end_date) == ("1992-01-01", "1992-12-31")
    assert baku.properties.names == "Baku; Bakı; Баку"
    assert found["gn:298795"].properties.event_ids == "e4", "an origin draws nothing"
    assert found["ma:nakhchivan"].properties.end_date is None
    assert found["un:eldorado"].geometry is None
    assert json.loads(encode(found["ma:karabakh"]))["time"] is None


@pytest.mark.parametrize("layer", ["events", "places"])
def test_collection_is_valid_json_and_streams(layer: str) -> None:
    pieces = collection(features(STORY, layer))  # type: ignore[arg-type]
    whole = json.loads(b"".join(pieces))
    assert whole["type"] == "FeatureCollection"
    assert len(whole["features"]) == len(list(features(STORY, layer)))  # type: ignore[arg-type]
    assert list(whole) == ["type", "conformsTo", "features"]


def _with(*found: object) -> Story:
    return Story("one", replace(STORY.annotation, events=found))  # type: ignore[arg-type]
