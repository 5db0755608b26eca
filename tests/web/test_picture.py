import re
import struct

import pytest
from flask.testing import FlaskClient

from mapapp.web.picture import _drawn


@pytest.fixture(autouse=True)
def _forget() -> None:
    _drawn.cache_clear()


def size_of(data: bytes) -> tuple[int, int]:
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    return width, height


@pytest.mark.parametrize(
    ("query", "size"),
    [
        ("", (1200, 630)),
        ("?width=600", (600, 315)),
        ("?width=300&height=400", (300, 400)),
        ("?width=300&density=2&bare=1", (600, 316)),
    ],
)
def test_the_picture_has_the_size_that_was_asked_for(
    client: FlaskClient, query: str, size: tuple[int, int]
) -> None:
    answer = client.get(f"/stories/caucasus/picture.png{query}")
    assert answer.status_code == 200
    assert answer.mimetype == "image/png"
    assert size_of(answer.data) == size


def test_the_picture_follows_the_window(client: FlaskClient) -> None:
    whole = client.get("/stories/caucasus/picture.svg").text
    window = client.get("/stories/caucasus/picture.svg?from=1990&to=2001").text
    assert "15 events at 8 places" in whole
    assert "7 events at 4 places, 1990 to 2001" in window
    bare = client.get("/stories/caucasus/picture.svg?bare=1").text
    assert ">15 events at 8 places, 1918 to 2023</text>" not in bare


@pytest.mark.parametrize(
    ("suffix", "start", "type_"),
    [("svg", b"<svg ", "image/svg+xml"), ("pdf", b"%PDF-", "application/pdf")],
)
def test_for_print(client: FlaskClient, suffix: str, start: bytes, type_: str) -> None:
    answer = client.get(f"/stories/caucasus/picture.{suffix}")
    assert answer.mimetype == type_
    assert answer.data.startswith(start)
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_what_is_known_is_not_sent_again_until_the_story_changes(client: FlaskClient) -> None:
    path = "/stories/caucasus/picture.png?width=400"
    first = client.get(path)
    etag = first.headers["ETag"]
    again = client.get(path, headers={"If-None-Match": etag})
    assert (again.status_code, again.data) == (304, b"")
    from mapapp.web.state import State

    state = client.application.extensions["mapapp"]
    assert isinstance(state, State)
    state.store.remove("empty")
    assert client.get(path, headers={"If-None-Match": etag}).status_code == 304
    state.store.save(state.store.load("caucasus"), replace=True)
    assert client.get(path, headers={"If-None-Match": etag}).status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "word"),
    [
        ("/stories/nowhere/picture.png", 404, "nowhere"),
        ("/stories/caucasus/picture.gif", 404, "picture.gif"),
        ("/stories/caucasus/picture.png?width=wide", 400, "wide"),
        ("/stories/caucasus/picture.png?width=-600", 400, "-600"),
        ("/stories/caucasus/picture.png?width=99999999999999", 400, "2400"),
        ("/stories/caucasus/picture.png?width=20", 400, "60"),
        ("/stories/caucasus/picture.png?density=0000000019", 400, "2"),
        ("/stories/caucasus/picture.png?height=00000000199999", 400, "2400"),
        ("/stories/caucasus/picture.png?from=2001&to=1990", 400, "swap"),
    ],
)
def test_what_cannot_be_drawn_is_said(
    client: FlaskClient, path: str, status: int, word: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    assert answer.json is not None
    assert word in answer.json["detail"]


def test_previews_find_the_picture_of_what_was_shared(client: FlaskClient) -> None:
    html = client.get("/stories/caucasus?from=1990&to=2001").text
    found = re.search(r'<meta property="og:image" content="([^"]+)">', html)
    assert found is not None
    address = found[1].replace("&amp;", "&")
    assert address == "http://localhost/stories/caucasus/picture.png?from=1990&to=2001"
    assert size_of(client.get(address).data) == (1200, 630)


def test_cards_and_frames_without_program_show_the_picture(client: FlaskClient) -> None:
    cards = re.findall(r'<img src="(/stories/[^"]+)"', client.get("/").text)
    assert len(cards) == 3
    assert size_of(client.get(cards[0].replace("&amp;", "&")).data) == (680, 356)
    assert "picture.png" in client.get("/stories/caucasus/embed").text


def test_a_dark_page_gets_a_dark_picture(client: FlaskClient) -> None:
    light = client.get("/stories/caucasus/picture.svg").text
    dark = client.get("/stories/caucasus/picture.svg?theme=dark").text
    assert "#f4f1ea" in light
    assert not {"#f4f1ea", "#ffffff", "#1c1e21"} & set(re.findall(r"#[0-9a-f]{6}", dark))
    assert len(re.findall("<text", dark)) == len(re.findall("<text", light))
    assert client.get("/stories/caucasus/picture.svg?theme=sepia").status_code == 400
    assert "theme=dark" in client.get("/").text
