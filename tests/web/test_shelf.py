"""The start page of a large library."""

import re
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from mapapp.settings import Settings
from mapapp.stories import open_store
from mapapp.web import create_app
from mapapp.web.shelf import CARDS
from tools import synthetic

from tests import stories_zoo

_STORIES = 2 * CARDS + 5


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    store = open_store(tmp_path_factory.mktemp("library") / "stories.sqlite")
    towns = synthetic.places(5)
    for number in range(_STORIES - 2):
        store.save(synthetic.story(f"harbour-{number:02}", 1 + number % 7, towns))
    store.save(stories_zoo.caucasus())
    store.save(stories_zoo.antiquity())
    return create_app(Settings(), store).test_client()


def _shown(html: str) -> list[str]:
    return re.findall(r'<li><a href="/stories/([^"?]+)', html)


def _next(html: str) -> str | None:
    found = re.search(r'rel="next" href="([^"]+)"', html)
    return unescape(found[1]) if found else None


def test_the_pages_together_hold_every_story_once(client: FlaskClient) -> None:
    address: str | None = "?sort=title"
    seen: list[str] = []
    sizes = []
    while address:
        html = client.get(f"/{address}").text
        seen += _shown(html)
        sizes.append(len(_shown(html)))
        address = _next(html)
    assert sizes == [CARDS, CARDS, 5]
    assert len(set(seen)) == _STORIES
    towns = [slug for slug in seen if slug.startswith("harbour")]
    assert towns == sorted(towns)


def test_words_find_titles_whatever_case_and_marks(client: FlaskClient) -> None:
    html = client.get("/?q=HARBÓUR+07").text
    assert _shown(html) == ["harbour-07"]
    assert f"1 of {_STORIES} stories" in html
    assert 'value="HARBÓUR 07"' in html


@pytest.mark.parametrize(
    ("sort", "first"), [("", "antiquity"), ("time", "antiquity"), ("events", "caucasus")]
)
def test_each_order_begins_with_its_own(client: FlaskClient, sort: str, first: str) -> None:
    assert _shown(client.get(f"/?sort={sort}").text)[0] == first


def test_what_is_not_there_is_said_and_a_page_beyond_the_last_is_the_last(
    client: FlaskClient,
) -> None:
    assert "No story is found by these words." in client.get("/?q=zebra").text
    assert len(_shown(client.get("/?page=99").text)) == 5
    assert len(_shown(client.get("/?page=-1&sort=x").text)) == CARDS
    assert len(_shown(client.get(f"/?page={'9' * 5000}").text)) == CARDS


def test_the_language_goes_along(client: FlaskClient) -> None:
    html = client.get("/?lang=tr&q=harbour").text
    assert "lang=tr" in (_next(html) or "")
    assert '<input type="hidden" name="lang" value="tr">' in html


def test_a_short_list_needs_no_search(tmp_path: Path) -> None:
    store = open_store(tmp_path / "stories.sqlite")
    store.save(stories_zoo.caucasus())
    html = create_app(Settings(), store).test_client().get("/").text
    assert 'role="search"' not in html
