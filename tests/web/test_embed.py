from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient
from lxml import html

from mapapp.settings import Settings
from mapapp.stories import open_store
from mapapp.web import create_app

from tests import stories_zoo

FORM = "/stories/caucasus/embedding"


def snippet(client: FlaskClient, query: str = "", slug: str = "caucasus") -> html.HtmlElement:
    answer = client.get(f"/stories/{slug}/embedding{query}")
    (area,) = html.fromstring(answer.text).find_class("snippet")
    return html.fragment_fromstring(area.text_content())


def test_story_links_to_its_embed_page(client: FlaskClient) -> None:
    assert '/stories/caucasus/embedding"' in client.get("/stories/caucasus").text


def test_the_code_has_a_frame_a_picture_and_a_link(client: FlaskClient) -> None:
    figure = snippet(client)
    (frame,) = figure.iter("iframe")
    assert frame.get("title") == "Two neighbours and their armies"
    assert frame.get("loading") == "lazy"
    assert "width: 100%" in frame.get("style")
    for address in figure.xpath(".//@src | .//@href"):
        assert address.startswith("http://localhost/stories/caucasus")
        assert client.get(address).status_code == 200
    assert figure.find(".//img").get("alt") == "Map: 15 events at 8 places, 1918 to 2023"


def test_the_code_carries_what_the_form_asks(client: FlaskClient) -> None:
    query = "?from=1990&to=2001&theme=dark&list=1&time=0&width=640&height=700"
    figure = snippet(client, query)
    asked = parse_qs(urlsplit(figure.find(".//iframe").get("src")).query)
    assert asked == {
        "from": ["1990"], "to": ["2001"], "theme": ["dark"], "list": ["1"], "time": ["0"],
    }  # fmt: skip
    assert "from=1990&to=2001" in figure.find(".//img").get("src")
    assert figure.find(".//img").get("alt") == "Map: 7 events at 4 places, 1992 to 2001"
    assert figure.find(".//a").get("href").endswith("/stories/caucasus?from=1990&to=2001")
    assert "max-width: 640px" in figure.get("style")
    assert "height: 700px" in figure.find(".//iframe").get("style")


@pytest.mark.parametrize(
    ("query", "field"),
    [("from=1990-13", "from"), ("to=tomorrow", "to"), ("width=12", "width"), ("height=", "height"),
     ("height=1e3", "height"), ("from=2001&to=1990", "from"),
     ("width=640%22%20onload%3D%22alert(1)", "width")],
)  # fmt: skip
def test_what_cannot_be_read_is_said_beside_its_field(
    client: FlaskClient, query: str, field: str
) -> None:
    answer = client.get(f"{FORM}?{query}")
    assert answer.status_code == 400
    page = html.fromstring(answer.text)
    said = page.get_element_by_id(f"problem-{field}")
    assert said.text_content()
    assert page.xpath(f"//*[@name='{field}']")[0].get("aria-invalid") == "true"
    assert "alert" not in unescape(page.find_class("snippet")[0].text_content())


def test_hostile_title_stays_text_in_the_code(client: FlaskClient) -> None:
    figure = snippet(client, slug="hostile")
    assert {each.tag for each in figure.iter()} == {
        "figure", "div", "img", "iframe", "figcaption", "a",
    }  # fmt: skip
    assert stories_zoo.HOSTILE in figure.find(".//iframe").get("title")


@pytest.mark.parametrize(
    ("setting", "policy"),
    [("*", "frame-ancestors *;"), ("'none'", "frame-ancestors 'none';"),
     ("https://paper.example", "frame-ancestors https://paper.example 'self';")],
)  # fmt: skip
def test_the_preview_may_hold_what_others_may_not(
    tmp_path: Path, setting: str, policy: str
) -> None:
    store = open_store(tmp_path / "stories.sqlite")
    store.save(stories_zoo.caucasus())
    client = create_app(Settings(frame_ancestors=setting), store).test_client()
    embed = client.get("/stories/caucasus/embed").headers["Content-Security-Policy"]
    assert policy in f"{embed};"
    assert "frame-src 'self'" in client.get(FORM).headers["Content-Security-Policy"]


def test_what_is_wrong_with_a_map_is_said_in_its_frame_and_leads_nowhere(tmp_path: Path) -> None:
    paper = "https://paper.example"
    store = open_store(tmp_path / "stories.sqlite")
    client = create_app(Settings(frame_ancestors=paper), store).test_client()
    gone = client.get("/stories/gone/embed")
    assert gone.status_code == 404
    assert f"frame-ancestors {paper} 'self'" in gone.headers["Content-Security-Policy"]
    assert list(html.fromstring(gone.text).iter("a")) == []
    page = client.get("/stories/gone")
    assert page.headers["Content-Security-Policy"].endswith("frame-ancestors 'self'")
    for answer in (gone, page):
        assert "X-Frame-Options" not in answer.headers


def test_an_embed_offers_nobody_to_change_the_story(client: FlaskClient) -> None:
    page = client.get("/stories/caucasus/embed?list=1").text
    assert "Correct" not in page
    assert "/review" not in page


@pytest.mark.parametrize(
    "query",
    ["theme=blue", "list=yes", "time=never", "colour=red&x=1", "place=nowhere", "event=%00",
     "lang=xx"],
)  # fmt: skip
def test_no_word_breaks_an_embed(client: FlaskClient, query: str) -> None:
    assert client.get(f"/stories/caucasus/embed?{query}").status_code == 200
