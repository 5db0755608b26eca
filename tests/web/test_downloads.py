"""Downloads: kept by caches until the library changes, and small on the way."""

import gzip
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from mapapp.formats import formats
from mapapp.settings import Settings
from mapapp.stories import Store, open_store
from mapapp.web import create_app

from tests import stories_zoo

EVENTS = "/stories/caucasus/events.geojson"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = open_store(tmp_path / "stories.sqlite")
    made.save(stories_zoo.caucasus())
    return made


@pytest.fixture
def client(store: Store) -> FlaskClient:
    return create_app(Settings(), store).test_client()


def test_a_copy_is_good_until_the_library_changes(client: FlaskClient, store: Store) -> None:
    first = client.get(EVENTS)
    kept = {"If-None-Match": first.headers["ETag"]}
    again = client.get(EVENTS, headers=kept)
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get(f"{EVENTS}?from=1990", headers=kept).status_code == 200
    store.save(stories_zoo.days())
    assert client.get(EVENTS, headers=kept).status_code == 200


def test_a_page_is_kept_by_its_language(client: FlaskClient) -> None:
    page = "/stories/caucasus/story.html"
    first = client.get(page, headers={"Accept-Language": "tr"})
    kept = {"If-None-Match": first.headers["ETag"]}
    assert client.get(page, headers={**kept, "Accept-Language": "tr"}).status_code == 304
    assert client.get(page, headers={**kept, "Accept-Language": "ru"}).status_code == 200


@pytest.mark.parametrize("format_", formats(), ids=lambda each: each.suffix)
def test_every_format_is_read_by_those_who_read_gzip(client: FlaskClient, format_) -> None:  # noqa: ANN001
    name = f"{format_.default_layer if format_.layers else 'story'}{format_.suffix}"
    plain = client.get(f"/stories/caucasus/{name}")
    packed = client.get(f"/stories/caucasus/{name}", headers={"Accept-Encoding": "gzip"})
    assert (plain.status_code, plain.content_encoding) == (200, None)
    assert packed.content_type == plain.content_type
    assert "Accept-Encoding" in packed.headers["Vary"]
    if packed.content_encoding == "gzip":
        assert len(packed.data) < len(plain.data)
        assert gzip.decompress(packed.data) == plain.data
    else:
        assert packed.data == plain.data


def test_text_is_packed(client: FlaskClient) -> None:
    answer = client.get(EVENTS, headers={"Accept-Encoding": "gzip"})
    assert answer.content_encoding == "gzip"


def test_head_tells_as_much_without_the_file(client: FlaskClient) -> None:
    answer = client.head(EVENTS)
    assert (answer.status_code, answer.data) == (200, b"")
    assert answer.headers["ETag"] == client.get(EVENTS).headers["ETag"]


def test_a_format_whose_library_is_missing_is_told_so(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapapp.formats.parquet.find_spec", lambda name: None)
    answer = client.get("/stories/caucasus/events.parquet")
    assert answer.status_code == 404
    assert "needs pyarrow" in answer.get_json()["detail"]


@pytest.mark.parametrize("name", ["story.html", "story.svg"])
def test_what_a_browser_would_run_or_draw_has_no_rights_of_the_site(
    client: FlaskClient, name: str
) -> None:
    policy = client.get(f"/stories/caucasus/{name}").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert "allow-same-origin" not in policy
