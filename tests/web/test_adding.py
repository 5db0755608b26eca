from io import BytesIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from mapapp.model import Annotation, Article
from mapapp.settings import Settings
from mapapp.stories import open_store
from mapapp.web import create_app

HERE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
def quick_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are tested here and not the pipeline, which wants a place index."""
    monkeypatch.setattr("mapapp.pipeline.annotate", lambda article: Annotation(article))


def read_back(tmp_path: Path, slug: str) -> Article:
    return open_store(tmp_path / "stories.sqlite").load(slug).annotation.article


def test_a_pasted_article_becomes_a_story(client: FlaskClient, tmp_path: Path) -> None:
    form = {"text": "Rain\n\nIt rained in Oslo.", "source": "A diary", "published": "1999-05-01"}
    answer = client.post("/stories", data=form, headers=HERE)
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/stories/rain"
    article = read_back(tmp_path, "rain")
    assert (article.title, article.source) == ("Rain", "A diary")
    assert client.get("/stories/rain").status_code == 200


def test_the_same_title_twice_makes_two_stories(client: FlaskClient) -> None:
    for expected in ("/stories/rain", "/stories/rain-2"):
        answer = client.post("/stories", data={"text": "Rain\n\nIt rained."}, headers=HERE)
        assert answer.headers["Location"] == expected


def test_a_file_is_read_by_its_kind(client: FlaskClient, tmp_path: Path) -> None:
    form = {"file": (BytesIO(b"# Rain\n\nIt *rained* in Oslo."), "rain.md"), "text": " "}
    client.post("/stories", data=form, headers=HERE)
    assert read_back(tmp_path, "rain").text == "Rain\n\nIt rained in Oslo."


@pytest.mark.parametrize(
    ("form", "status", "words"),
    [
        ({"text": "  "}, 400, "nothing to read"),
        ({"file": (BytesIO(b"\x89PNG\r\n\x1a\n" + bytes(99)), "map.txt")}, 400, "map.txt"),
        ({"text": "Rain", "published": "soon"}, 400, "is not a date"),
        ({"text": "x" * 3_000_000}, 413, ""),
    ],
)
def test_what_cannot_be_read_is_refused(
    client: FlaskClient, form: dict[str, object], status: int, words: str
) -> None:
    answer = client.post("/stories", data=form, headers=HERE)
    assert answer.status_code == status
    assert words in answer.text.replace("&#39;", "'")


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}, {"Origin": "null"}],
)
def test_other_sites_cannot_add(client: FlaskClient, headers: dict[str, str]) -> None:
    assert client.post("/stories", data={"text": "Rain"}, headers=headers).status_code == 403


def test_a_library_can_be_closed(tmp_path: Path) -> None:
    store = open_store(tmp_path / "stories.sqlite")
    client = create_app(Settings(pasting=0), store).test_client()
    assert "Add an article" not in client.get("/").text
    assert client.post("/stories", data={"text": "Rain"}, headers=HERE).status_code == 403
