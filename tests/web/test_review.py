import json
import re
from io import BytesIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from mapapp.model import Annotation, Article, Candidate, Place, Resolution
from mapapp.places.gazetteer import DictGazetteer, Entry
from mapapp.settings import Settings
from mapapp.stories import Store, open_store
from mapapp.web import create_app

from tests import stories_zoo

HERE = {"Sec-Fetch-Site": "same-origin"}
TBILISI = Place("gn:611717", "Tbilisi", "settlement", 44.83, 41.69, country="GE")
EVENTS = "/stories/caucasus/events/"
REVIEW = "/stories/caucasus/review"


@pytest.fixture(autouse=True)
def places(monkeypatch: pytest.MonkeyPatch) -> None:
    known = DictGazetteer([Entry(TBILISI), Entry(stories_zoo.GANJA)])
    monkeypatch.setattr("mapapp.places.default_gazetteer", lambda: known)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "stories.sqlite")


def properties(client: FlaskClient, event: str) -> dict[str, str] | None:
    features = client.get("/stories/caucasus/events.geojson").get_json(force=True)["features"]
    return next((each["properties"] for each in features if each["id"] == event), None)


def decide(client: FlaskClient, event: str, **fields: str) -> str:
    answer = client.post(EVENTS + event, data=fields, headers=HERE | {"Accept": "text/html"})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["Location"])


def undo(client: FlaskClient, **fields: str) -> None:
    answer = client.post("/stories/caucasus/undo", data=fields, headers=HERE)
    assert answer.status_code == 303


def test_confirming_by_program_tells_the_outcome(client: FlaskClient) -> None:
    headers = HERE | {"Accept": "application/json"}
    answer = client.post(EVENTS + "e5", data={"act": "confirm"}, headers=headers)
    assert answer.get_json() == {
        "id": "e5",
        "status": "confirmed",
        "doubt": "Confirmed by a person",
        "checked": 1,
        "total": 15,
    }
    assert "1 of 15 events checked" in client.get("/stories/caucasus").text


def test_a_moved_event_stands_at_its_new_place_until_that_is_taken_back(
    client: FlaskClient,
) -> None:
    before = properties(client, "e5")
    form = client.get(EVENTS + "e5?q=tbilisi").text
    assert "Found for “tbilisi”" in form
    assert f'value="{TBILISI.id}"' in form
    assert decide(client, "e5", act="save", place=TBILISI.id) == "/stories/caucasus?event=e5"
    after = properties(client, "e5")
    assert after is not None
    assert (after["place"], after["status"]) == ("Tbilisi", "edited")
    page = client.get("/stories/caucasus").text
    assert "Tbilisi" in page
    assert "Moved to Tbilisi" in client.get(REVIEW).text
    undo(client)
    assert properties(client, "e5") == before


def test_all_fields_of_the_form_are_heeded(client: FlaskClient) -> None:
    decide(client, "e5", act="save", date="spring 1996", title="  A  paper was signed ", place="")
    after = properties(client, "e5")
    assert after is not None
    assert (after["edtf"], after["title"], after["place"]) == (
        "1996-21",
        "A paper was signed",
        None,
    )
    words = client.get(REVIEW).text
    for told in ("Dated March 1996 to May 1996", "Titled “A paper was signed”", "Place taken away"):
        assert told in words


def test_saving_without_a_change_confirms(client: FlaskClient) -> None:
    decide(client, "e5", act="save", date="1996-06")
    after = properties(client, "e5")
    assert after is not None
    assert after["status"] == "confirmed"


def test_the_same_word_can_be_moved_wherever_it_stands(client: FlaskClient) -> None:
    assert "Move the other 5 events" in client.get(EVENTS + "e5").text
    decide(client, "e5", act="save", place=TBILISI.id, others="1")
    features = client.get("/stories/caucasus/events.geojson").get_json(force=True)["features"]
    there = [each["properties"]["place"] for each in features]
    assert (there.count("Tbilisi"), there.count("Baku")) == (6, 0)
    undo(client)  # one gesture, one way back
    assert client.get("/stories/caucasus/decisions.json").get_json() == []


def test_a_hidden_event_is_gone_and_counts_as_checked(client: FlaskClient) -> None:
    assert decide(client, "e5", act="hide") == "/stories/caucasus"
    assert properties(client, "e5") is None
    assert client.get(EVENTS + "e5").status_code == 404
    assert "1 of 15 events checked" in client.get(REVIEW).text
    undo(client, to="story")
    assert properties(client, "e5") is not None


def test_decisions_are_taken_back_one_by_one(client: FlaskClient) -> None:
    decide(client, "e4", act="hide")
    decide(client, "e5", act="confirm")
    tokens = re.findall(r'name="which" value="(\w+)"', client.get(REVIEW).text)
    assert len(tokens) == 2
    undo(client, which=tokens[1])  # the last stands first
    assert properties(client, "e4") is not None
    again = {"which": tokens[1]}
    assert client.post("/stories/caucasus/undo", data=again, headers=HERE).status_code == 404
    after = properties(client, "e5")
    assert after is not None
    assert after["status"] == "confirmed"


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"date": "1996-02-30"}, "date", "does not exist"),
        ({"date": "soon"}, "date", "write 1992"),
        ({"title": " "}, "title", "needs a title"),
        ({"title": "x" * 301}, "title", "at most 300"),
        ({"place": "gn:1"}, "place", "No place has the id"),
    ],
)
def test_what_is_wrong_is_told_beside_the_field_and_changes_nothing(
    client: FlaskClient, fields: dict[str, str], field: str, words: str
) -> None:
    before = properties(client, "e5")
    form = {"act": "save", "title": "New", **fields}
    refused = client.post(EVENTS + "e5", data=form, headers=HERE | {"Accept": "application/json"})
    assert refused.status_code == 400
    assert words in refused.get_json(force=True)["detail"]
    answer = client.post(EVENTS + "e5", data=form, headers=HERE | {"Accept": "text/html"})
    assert answer.status_code == 200
    told = answer.text.partition(f'id="problem-{field}" role="alert">')[2].partition("<")[0]
    assert words in told
    assert properties(client, "e5") == before
    if "title" not in fields:
        assert 'value="New"' in answer.text


def test_names_offer_what_they_may_mean(store: Store) -> None:
    annotation = stories_zoo.caucasus().annotation
    toponym = annotation.toponyms[0]
    choice = Candidate(TBILISI, 0.4, ("near other places of the text",))
    changed = type(toponym)(toponym.span, "literal", Resolution(stories_zoo.GANJA, 0.6), (choice,))
    store.save(
        type(stories_zoo.caucasus())(
            "caucasus",
            Annotation(
                annotation.article,
                (changed, *annotation.toponyms[1:]),
                annotation.times,
                annotation.events,
            ),
        )
    )
    form = create_app(Settings(), store).test_client().get(EVENTS + "e0").text
    assert "“Ganja” may mean" in form
    assert "near other places of the text" in form


def test_a_name_that_is_in_no_list_is_said_to_be(client: FlaskClient) -> None:
    assert "“Aghband” is in no list of places" in client.get(EVENTS + "e14").text


def test_an_act_or_an_event_that_is_not_there(client: FlaskClient) -> None:
    assert client.post(EVENTS + "e5", data={"act": "praise"}, headers=HERE).status_code == 400
    assert client.post(EVENTS + "e99", data={"act": "hide"}, headers=HERE).status_code == 404
    assert client.get("/stories/nope/review").status_code == 404
    assert client.post("/stories/caucasus/undo", headers=HERE).status_code == 404


PATHS = ("events/e5", "undo", "read", "decisions.json")


@pytest.mark.parametrize("path", PATHS)
def test_other_sites_decide_nothing(client: FlaskClient, path: str) -> None:
    answer = client.post(
        f"/stories/caucasus/{path}",
        data={"act": "hide"},
        headers={"Origin": "https://elsewhere.example"},
    )
    assert answer.status_code == 403
    assert properties(client, "e5") is not None


def test_readers_who_may_not_review_see_nothing_of_it(store: Store) -> None:
    store.save(stories_zoo.caucasus())
    client = create_app(Settings(editing="off"), store).test_client()
    page = client.get("/stories/caucasus").text
    for told in ("events checked", "/review", "Correct"):
        assert told not in page
    assert client.get(REVIEW).status_code == 403
    assert client.get(EVENTS + "e5").status_code == 403
    for path in PATHS:
        assert client.post(f"/stories/caucasus/{path}", headers=HERE).status_code == 403


def test_decisions_go_into_a_file_and_out_of_it(client: FlaskClient) -> None:
    decide(client, "e5", act="save", place=TBILISI.id)
    decide(client, "e4", act="hide")
    body = client.get("/stories/caucasus/decisions.json").data
    assert [each["act"] for each in json.loads(body)] == ["move", "hide"]
    after = client.get("/stories/caucasus/events.geojson").data
    undo(client)
    undo(client)
    for _ in range(2):  # a second time changes nothing
        file = {"file": (BytesIO(body), "d.json")}
        answer = client.post("/stories/caucasus/decisions.json", data=file, headers=HERE)
        assert answer.status_code == 303
        assert client.get("/stories/caucasus/events.geojson").data == after
        assert client.get("/stories/caucasus/decisions.json").data == body


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"\xff\xfe",
        b'[{"act": "praise", "quote": "x"}]',
        b'[{"act": "redate", "quote": "x", "value": "soon"}]',
    ],
)
def test_a_file_without_decisions_is_refused(client: FlaskClient, body: bytes) -> None:
    file = {"file": (BytesIO(body), "d.json")}
    answer = client.post("/stories/caucasus/decisions.json", data=file, headers=HERE)
    assert answer.status_code == 400
    assert "d.json holds no decisions" in answer.text


def test_a_new_reading_keeps_decisions_and_lists_those_that_lost_their_sentence(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(client, "e5", act="save", place=TBILISI.id)
    decide(client, "e4", act="hide")

    def annotate(article: Article) -> Annotation:
        """As before, but for e4, which is read no more."""
        read = stories_zoo.caucasus().annotation
        events = tuple(event for event in read.events if event.id != "e4")
        return Annotation(article, read.toponyms, read.times, events)

    monkeypatch.setattr("mapapp.pipeline.annotate", annotate)
    assert client.post("/stories/caucasus/read", headers=HERE).status_code == 303
    after = properties(client, "e5")
    assert after is not None
    assert after["place"] == "Tbilisi"
    page = client.get(REVIEW).text
    assert page.count("Not applied") == 1
    assert page.index("Not applied") < page.index("Moved to Tbilisi")


def test_hostile_words_stay_words(client: FlaskClient) -> None:
    for path in ("/stories/hostile/events/evil1?q=<img src=x>", "/stories/hostile/review"):
        page = client.get(path).text
        assert "<img" not in page
        assert "<script>alert" not in page


def test_places_are_found_by_name(client: FlaskClient) -> None:
    found = client.get("/places?q=TBILISI").get_json()
    assert found[0]["place"]["id"] == TBILISI.id
    assert client.get("/places?q=nowhere").get_json() == []
    assert client.get("/places").status_code == 400


def add(client: FlaskClient, **fields: str) -> tuple[int, str]:
    answer = client.post(EVENTS + "new", data=fields, headers=HERE | {"Accept": "text/html"})
    return answer.status_code, str(answer.headers.get("Location", answer.text))


def test_a_missed_event_is_added_with_what_its_sentence_says(client: FlaskClient) -> None:
    asked = client.get(EVENTS + "new?words=protocol was signed").text
    assert "Add it" in asked
    status, where = add(
        client, words="protocol was signed", title="A protocol", date="1996-05", place=TBILISI.id
    )
    assert status == 303
    found = properties(client, where.partition("event=")[2])
    assert found is not None
    assert (found["title"], found["start_date"], found["place"], found["status"]) == (
        "A protocol", "1996-05-01", "Tbilisi", "edited",
    )  # fmt: skip
    assert "protocol was signed" in found["quote"]
    assert "Added “A protocol”" in client.get(REVIEW).text
    undo(client)
    assert properties(client, where.partition("event=")[2]) is None


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"words": "no such words at all"}, "no such words"),
        ({"words": ""}, "no such words"),
        ({"words": "protocol was signed", "title": "X", "date": "1996-02-30"}, "does not exist"),
        ({"words": "protocol was signed", "title": " "}, "needs a title"),
        ({"words": "protocol was signed", "title": "X", "place": "gn:0"}, "No place has the id"),
    ],
)
def test_what_cannot_be_added_is_said_and_nothing_is(
    client: FlaskClient, fields: dict[str, str], message: str
) -> None:
    status, page = add(client, **fields)
    assert status == 200
    assert message in page
    assert "None yet." in client.get(REVIEW).text


def test_an_event_is_made_one_with_another(client: FlaskClient) -> None:
    assert decide(client, "e5", act="merge", into="e1").endswith("event=e1")
    assert properties(client, "e5") is None
    assert "Made one with" in client.get(REVIEW).text
    answer = client.post(EVENTS + "e1", data={"act": "merge", "into": "e5"}, headers=HERE)
    assert answer.status_code == 404
