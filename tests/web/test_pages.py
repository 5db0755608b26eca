import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from mapapp.settings import Settings
from mapapp.stories import open_store
from mapapp.web import create_app

from tests import stories_zoo


def test_the_list_names_every_story_with_its_facts(client: FlaskClient) -> None:
    html = client.get("/").text
    assert 'href="/stories/caucasus"' in html
    assert "15 events · 8 places · 1918 to 2023" in html
    assert "<img src=x" not in html


def test_a_story_is_readable_without_program(client: FlaskClient) -> None:
    html = client.get("/stories/caucasus").text
    assert len(re.findall(r"<tr [^>]*data-event-id=", html)) == 15
    assert '<mark data-place-id="gn:585226">Shusha</mark>' in html
    assert re.search(r'<span class="told" id="s\d+" data-event-id="e11">', html)


@pytest.mark.parametrize("path", ["/stories/caucasus", "/stories/caucasus/embed"])
def test_the_policy_lets_foliums_script_pass_and_no_other(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    policy = answer.headers["Content-Security-Policy"]
    scripts = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    digests = [b64encode(sha256(text.encode()).digest()).decode() for text in scripts]
    assert len(digests) == 1
    assert f"script-src 'self' 'sha256-{digests[0]}';" in policy
    assert "unsafe" not in policy


def test_only_the_embed_may_be_framed_by_others(tmp_path: Path) -> None:
    store = open_store(tmp_path / "stories.sqlite")
    store.save(stories_zoo.caucasus())
    settings = Settings(frame_ancestors="https://paper.example")
    client = create_app(settings, store).test_client()
    embed, page = client.get("/stories/caucasus/embed"), client.get("/stories/caucasus")
    assert "frame-ancestors https://paper.example" in embed.headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in embed.headers


def test_static_files_are_kept_for_long_and_open_to_frames_without_origin(
    client: FlaskClient,
) -> None:
    html = client.get("/stories/caucasus").text
    found = re.search(r'src="(/static/[^"]+/program\.mjs)"', html)
    assert found
    with client.get(found[1]) as answer:
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.mimetype == "text/javascript"
    with client.get(re.sub("/static/[^/]+/", "/static/older/", found[1])) as older:
        assert older.status_code == 200
        assert "immutable" not in older.headers["Cache-Control"]


def test_an_unchanged_page_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/stories/caucasus")
    again = client.get("/stories/caucasus", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/stories/nowhere", 404, "nowhere"),
        ("/stories/nowhere/embed", 404, "nowhere"),
        ("/nothing", 404, "/nothing"),
        ("/stories/caucasus?from=2020&to=1990", 400, "from=2020 lies after to=1990"),
        ("/stories/caucasus?from=1990-02-30", 400, "day 30 does not exist in 1990-02"),
        ("/stories/caucasus/embed?to=soon", 400, "is not a date"),
    ],
)
def test_errors_say_what_would_be_right(
    client: FlaskClient, path: str, status: int, words: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert words in answer.text.replace("&#39;", "'")
    assert answer.mimetype == "text/html"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/stories/nowhere/events.geojson", 404),
        ("/stories/caucasus/rivers.geojson", 404),
        ("/stories/caucasus/events.geojson?from=2020&to=1990", 400),
        ("/stories/caucasus/events.geojson?bbox=1,2,3", 400),
    ],
)
def test_errors_for_programs_are_json(client: FlaskClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    assert answer.json
    assert answer.json["status"] == status
    assert answer.json["detail"]


def test_layers_are_filtered(client: FlaskClient) -> None:
    answer = client.get("/stories/caucasus/events.geojson?from=1990&to=2001&place=gn:587084")
    assert answer.mimetype == "application/geo+json"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.json
    assert {feature["id"] for feature in answer.json["features"]} == {"e4", "e5", "e8"}
    places = client.get("/stories/caucasus/places.geojson").json
    assert places
    assert "Baku" in [feature["properties"]["name"] for feature in places["features"]]


@pytest.mark.parametrize(
    ("name", "kind", "start"),
    [
        ("events.csv", "text/csv", b""),
        ("areas.geojson", "application/geo+json", b'{"type":"FeatureCollection"'),
        ("story.html", "text/html", b"<!doctype html>"),
        ("story.gpkg", "application/geopackage+sqlite3", b"SQLite format 3"),
    ],
)
def test_other_formats_by_suffix(client: FlaskClient, name: str, kind: str, start: bytes) -> None:
    answer = client.get(f"/stories/caucasus/{name}?from=1990&to=2001")
    assert answer.status_code == 200
    assert answer.mimetype == kind
    assert answer.data.startswith(start)
    assert f'filename="caucasus-{name}"' in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("name", ["areas.csv", "rivers.gpkg", "events.docx", "events"])
def test_files_that_do_not_exist(client: FlaskClient, name: str) -> None:
    assert client.get(f"/stories/caucasus/{name}").status_code == 404


def test_pages_are_sent_compressed(client: FlaskClient) -> None:
    answer = client.get("/stories/caucasus", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_healthz_answers_only_while_the_library_does(client: FlaskClient) -> None:
    assert client.get("/healthz").status_code == 200


def test_writing_methods_are_refused_by_name(client: FlaskClient) -> None:
    answer = client.post("/stories/caucasus")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


def test_a_download_is_made_with_and_without_options(client: FlaskClient) -> None:
    address = "/stories/caucasus/events.csv"
    assert client.get(address).data.startswith(b"\xef\xbb\xbf")
    assert client.get(f"{address}?bom=0").data.startswith(b"id,")
    assert client.get(f"{address}?bom=perhaps").status_code == 400
