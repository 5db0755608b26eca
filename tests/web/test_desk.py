from io import BytesIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from mapapp.errors import GazetteerError
from mapapp.model import Annotation, Article
from mapapp.settings import Settings
from mapapp.stories import open_store
from mapapp.web import create_app

from tests import stories_zoo

HERE = {"Sec-Fetch-Site": "same-origin"}
ELSEWHERE = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Origin": "https://elsewhere.example"},
    {"Origin": "null"},
    {"Origin": "http://["},
]


@pytest.fixture(autouse=True)
def quick_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are tested here and not the pipeline, which wants a place index."""
    monkeypatch.setattr("mapapp.pipeline.annotate", lambda article: Annotation(article))


def read_back(tmp_path: Path, slug: str) -> Article:
    return open_store(tmp_path / "stories.sqlite").load(slug).annotation.article


def with_settings(tmp_path: Path, **chosen: str | int) -> FlaskClient:
    store = open_store(tmp_path / "stories.sqlite")
    if not store.summaries():
        store.save(stories_zoo.caucasus())
    return create_app(Settings(**chosen), store).test_client()  # type: ignore[arg-type]


def test_a_pasted_article_becomes_a_story(client: FlaskClient, tmp_path: Path) -> None:
    form = {"text": "Rain\n\nIt rained in Oslo.", "source": "A diary", "published": "1999-05-01"}
    answer = client.post("/new", data=form, headers=HERE)
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/stories/rain"
    article = read_back(tmp_path, "rain")
    assert (article.title, article.source) == ("Rain", "A diary")
    assert client.get("/stories/rain").status_code == 200


def test_two_articles_of_one_title_make_two_stories(client: FlaskClient) -> None:
    for text, expected in (("It rained.", "/stories/rain"), ("It poured.", "/stories/rain-2")):
        answer = client.post("/new", data={"text": text, "title": "Rain"}, headers=HERE)
        assert answer.headers["Location"] == expected


def test_a_form_that_is_sent_twice_makes_one_story(client: FlaskClient) -> None:
    for _ in range(2):
        answer = client.post("/new", data={"text": "Rain\n\nIt rained."}, headers=HERE)
        assert answer.headers["Location"] == "/stories/rain"
    assert client.get("/stories/rain-2").status_code == 404


def test_a_file_is_read_by_its_kind(client: FlaskClient, tmp_path: Path) -> None:
    form = {"file": (BytesIO(b"# Rain\n\nIt *rained* in Oslo."), "rain.md"), "text": " "}
    client.post("/new", data=form, headers=HERE)
    assert read_back(tmp_path, "rain").text == "Rain\n\nIt rained in Oslo."


TABLE = b"Tag,Schauplatz,Vorgang\n1990-01-20,Oslo,The fair opens.\n1991,Bergen,Rain.\n"
COLUMNS = "title=Vorgang,date=Tag,place=Schauplatz"


def send(client: FlaskClient, body: bytes, name: str, **form: str) -> TestResponse:
    return client.post("/new", data=form | {"file": (BytesIO(body), name)}, headers=HERE)


def test_a_table_of_events_becomes_a_story(client: FlaskClient, tmp_path: Path) -> None:
    answer = send(client, TABLE, "In the north.csv", columns=COLUMNS, source="A list")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/stories/in-the-north")
    notes = open_store(tmp_path / "stories.sqlite").load("in-the-north").annotation
    assert [event.place.country for event in notes.events if event.place] == ["NO", "NO"]
    assert (notes.article.title, notes.article.source) == ("In the north", "A list")
    page = client.get(f"/stories/in-the-north/events/{notes.events[0].id}").text
    assert "“Oslo” may mean" in page, "what else the name may be is offered"


def test_a_text_without_a_title_goes_by_its_first_words(client: FlaskClient) -> None:
    text = "It rained in Oslo on 3 May 1990, and then it stopped.\nThe sun came out in Bergen too."
    answer = client.post("/new", data={"text": text}, headers=HERE)
    assert answer.headers["Location"] == "/stories/it-rained-in-oslo-on-3-may-1990"
    assert "It rained in Oslo on 3 May 1990 …" in client.get("/").text


def test_a_story_gets_another_title_and_keeps_the_rest(client: FlaskClient, tmp_path: Path) -> None:
    before = client.get("/stories/caucasus/events.geojson").get_json()
    form = {"title": "  Two   lands ", "source": "A paper"}
    answer = client.post("/stories/caucasus/about", data=form, headers=HERE)
    assert answer.headers["Location"] == "/stories/caucasus/review"
    article = read_back(tmp_path, "caucasus")
    assert (article.title, article.source) == ("Two lands", "A paper")
    assert "Two lands" in client.get("/stories/caucasus").text
    assert client.get("/stories/caucasus/events.geojson").get_json() == before
    for title in ("", "   "):
        answer = client.post("/stories/caucasus/about", data={"title": title}, headers=HERE)
        assert (answer.status_code, "needs a title" in answer.text) == (400, True)
    assert (
        client.post("/stories/caucasus/about", data=form, headers=ELSEWHERE[0]).status_code == 403
    )


def test_a_page_that_is_not_there_says_what_may_have_happened(client: FlaskClient) -> None:
    page = client.get("/stories/gone").text
    assert "No story goes by" in page
    assert "It may have been removed" in page
    assert "All stories" in page


def test_events_of_a_file_are_not_read_again(client: FlaskClient, tmp_path: Path) -> None:
    send(client, TABLE, "north.csv", columns=COLUMNS)
    assert "Read again" not in client.get("/stories/north/review").text
    assert client.post("/stories/north/read", headers=HERE).status_code == 400
    kept = open_store(tmp_path / "stories.sqlite").load("north")
    assert len(kept.annotation.events) == 2


def test_a_file_whose_library_is_missing_is_told_of(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapapp.formats.parquet.find_spec", lambda name: None)
    answer = send(client, b"PAR1", "a.parquet")
    assert answer.status_code == 400
    assert "needs pyarrow" in answer.text


@pytest.mark.parametrize(
    ("body", "name", "form", "status", "field", "words"),
    [
        (TABLE, "a.csv", {}, 400, "file", "a.csv: line 2: it has neither a title nor a quote"),
        (TABLE, "a.csv", {"columns": "title"}, 400, "columns", "write OURS=THEIRS"),
        (TABLE, "a.csv", {"columns": "title=Vorgang,place=Ort"}, 400, "file", "no column"),
        (TABLE, "a.csv", {"text": "Rain"}, 400, "file", "leave the file out"),
        (b"title\nRain\n" + b"x\n" * 600, "a.csv", {}, 413, "file", "more than 1,000 bytes"),
        (b"", "a.geojson", {}, 400, "file", "a.geojson: it is empty"),
        (b"{}", "..\\\0a.json", {}, 400, "file", "neither features"),
    ],
)
def test_a_table_that_cannot_be_read_is_told_of(
    tmp_path: Path,
    body: bytes,
    name: str,
    form: dict[str, str],
    status: int,
    field: str,
    words: str,
) -> None:
    client = with_settings(tmp_path, max_input_bytes=1000)
    answer = send(client, body, name, **form)
    assert answer.status_code == status
    told = answer.text.partition(f'id="problem-{field}" role="alert">')[2].partition("<")[0]
    assert words in told


@pytest.mark.parametrize(
    ("form", "status", "field", "words"),
    [
        ({"text": "  "}, 400, "text", "nothing to read"),
        ({"text": "…"}, 400, "text", "holds no word"),
        ({"file": (BytesIO(b""), "a.txt")}, 400, "file", "a.txt holds no word"),
        ({"file": (BytesIO(b"\x89PNG\r\n\x1a\n" + bytes(99)), "m.txt")}, 400, "file", "a PNG"),
        ({"text": "Rain", "file": (BytesIO(b"Rain"), "a.txt")}, 400, "file", "leave the file out"),
        ({"text": "Rain", "published": "soon"}, 400, "published", "is not a date"),
        ({"text": "Rain", "published": "1999"}, 400, "published", "no single day"),
        ({"text": "Rain", "published": "1999-02-30"}, 400, "published", "does not exist"),
        ({"text": "x" * 1500}, 413, "text", "may have 1,000"),
        ({"file": (BytesIO(b"x" * 1500), "a.txt")}, 413, "file", "may have 1,000"),
    ],
)
def test_what_cannot_be_read_is_told_of_beside_its_field(
    tmp_path: Path, form: dict[str, object], status: int, field: str, words: str
) -> None:
    client = with_settings(tmp_path, max_input_bytes=1000)
    answer = client.post("/new", data=form | {"title": "My title"}, headers=HERE)
    assert answer.status_code == status
    told = answer.text.partition(f'id="problem-{field}" role="alert">')[2].partition("<")[0]
    assert words in told
    assert str(form.get("text", "")) in answer.text
    assert 'value="My title"' in answer.text


def test_a_request_that_is_far_too_large_is_not_taken_in(tmp_path: Path) -> None:
    client = with_settings(tmp_path, max_input_bytes=1000)
    answer = client.post("/new", data={"text": "x" * 1_000_000}, headers=HERE)
    assert answer.status_code == 413
    assert "1,000 bytes" in answer.text
    assert "xxxx" not in answer.text


def test_the_text_stays_when_the_places_do_not_answer(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def annotate(article: Article) -> Annotation:
        raise GazetteerError("the place index cannot be built: the disk is full")

    monkeypatch.setattr("mapapp.pipeline.annotate", annotate)
    answer = client.post("/new", data={"text": "It rained </textarea>"}, headers=HERE)
    assert answer.status_code == 503
    assert "the disk is full" in answer.text
    assert "It rained &lt;/textarea&gt;" in answer.text


@pytest.mark.parametrize("headers", ELSEWHERE)
@pytest.mark.parametrize("path", ["/new", "/stories/caucasus/remove"])
def test_other_sites_cannot_change_anything(
    client: FlaskClient, path: str, headers: dict[str, str]
) -> None:
    assert client.post(path, data={"text": "Rain"}, headers=headers).status_code == 403
    assert client.get("/stories/caucasus").status_code == 200


@pytest.mark.parametrize(
    ("editing", "address", "headers", "may"),
    [
        ("local", "127.0.0.1", {}, True),
        ("local", "::1", {"Host": "[::1]:8000"}, True),
        ("local", "192.168.0.7", {}, False),
        ("local", "127.0.0.1", {"X-Forwarded-For": "203.0.113.9"}, False),
        ("local", "127.0.0.1", {"Host": "maps.example"}, False),
        ("local", "127.0.0.1", {"Host": "["}, False),
        ("on", "203.0.113.9", {"Host": "maps.example"}, True),
        ("off", "127.0.0.1", {}, False),
    ],
    ids=[
        "here",
        "here, IPv6",
        "network",
        "by a proxy",
        "rebound name",
        "no name",
        "open",
        "closed",
    ],
)
def test_who_may_change_the_library(
    tmp_path: Path, editing: str, address: str, headers: dict[str, str], may: bool
) -> None:
    client = with_settings(tmp_path, editing=editing)
    ask = {"environ_base": {"REMOTE_ADDR": address}, "headers": HERE | headers}
    assert ("Add an article" in client.get("/", **ask).text) == may
    assert ("Remove" in client.get("/stories/caucasus", **ask).text) == may
    status = 200 if may else 403
    assert client.get("/new", **ask).status_code == status
    assert client.get("/stories/caucasus/remove", **ask).status_code == status
    added = client.post("/new", data={"text": "Rain"}, **ask).status_code
    assert added == (303 if may else 403)
    assert client.get("/stories/caucasus", **ask).status_code == 200


def test_a_removed_story_can_be_had_back(client: FlaskClient) -> None:
    before = client.get("/stories/caucasus/events.geojson").data
    assert "Two neighbours" in client.get("/stories/caucasus/remove").text
    answer = client.post("/stories/caucasus/remove", headers=HERE)
    assert answer.headers["Location"] == "/?removed=caucasus"
    assert client.get("/stories/caucasus").status_code == 404
    assert "/stories/caucasus/restore" in client.get("/?removed=caucasus").text
    answer = client.post("/stories/caucasus/restore", headers=HERE)
    assert answer.headers["Location"] == "/stories/caucasus"
    assert client.get("/stories/caucasus/events.geojson").data == before
    assert client.post("/stories/caucasus/restore", headers=HERE).status_code == 404
    assert "restore" not in client.get("/?removed=caucasus").text
