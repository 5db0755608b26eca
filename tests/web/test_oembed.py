from pathlib import Path
from typing import Any
from urllib.parse import quote

import jsonschema
import pytest
from flask.testing import FlaskClient
from lxml import etree, html
from msgspec.structs import replace

from mapapp.model import Article, Story
from mapapp.settings import Settings
from mapapp.stories import open_store
from mapapp.web import create_app
from tools.serving import served

from tests.zoo import ANNOTATION, STORY

PAGE = "http://localhost/stories/zoo"


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    store = open_store(tmp_path / "stories.sqlite")
    store.save(STORY)
    bell = Article(ANNOTATION.article.text, 'Bells \x07 & <b>"whistles"</b> 🔔')
    store.save(Story("bell", replace(ANNOTATION, article=bell)))
    return create_app(Settings(), store).test_client()


def ask(client: FlaskClient, page: str = PAGE, **parameters: str) -> dict[str, Any]:
    answer = client.get("/oembed", query_string={"url": page, **parameters})
    assert (answer.status_code, answer.content_type) == (200, "application/json")
    found: dict[str, Any] = answer.get_json()
    return found


def frame(embed: dict[str, Any]) -> Any:  # noqa: ANN401
    (found,) = html.fragment_fromstring(embed["html"], create_parent=True).xpath(".//iframe")
    return found


def test_members_of_a_rich_answer(client: FlaskClient) -> None:
    embed = ask(client)
    assert (embed["type"], embed["version"], embed["title"]) == (
        "rich", "1.0", "A story of everything",
    )  # fmt: skip
    assert (embed["author_name"], embed["provider_url"]) == ("the zoo", "http://localhost/")
    assert {"provider_name", "cache_age", "width", "height"} <= set(embed)
    assert (embed["thumbnail_width"], embed["thumbnail_height"]) == (1200, 630)


def test_thumbnail_is_a_picture_of_that_size(client: FlaskClient) -> None:
    embed = ask(client, maxwidth="300", maxheight="600")
    answer = client.get(embed["thumbnail_url"])
    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    size = (int.from_bytes(answer.data[16:20], "big"), int.from_bytes(answer.data[20:24], "big"))
    assert size == (embed["thumbnail_width"], embed["thumbnail_height"]) == (300, 157)


def test_thumbnail_too_small_to_show_anything_is_left_out(client: FlaskClient) -> None:
    assert not {name for name in ask(client, maxwidth="80") if name.startswith("thumbnail")}


def test_html_is_a_quotation_and_a_frame(client: FlaskClient) -> None:
    """What WordPress lets through: a, blockquote and iframe with few attributes, in this order."""
    found = html.fragment_fromstring(ask(client)["html"], create_parent=True)
    assert [child.tag for child in found] == ["blockquote", "iframe"]
    assert {child.tag for child in found.iter()} == {"div", "blockquote", "p", "a", "iframe"}
    assert found.find(".//a").get("href") == PAGE
    assert "officers met in Baku" in found.text_content()
    kept = "src width height frameborder marginwidth marginheight scrolling title"
    assert set(found.find("iframe").attrib) - set(kept.split()) == {"style"}
    assert client.get(found.find("iframe").get("src")).status_code == 200


@pytest.mark.parametrize(
    ("limits", "width", "height"),
    [({}, 720, 520), ({"maxwidth": "400"}, 400, 520), ({"maxheight": "300"}, 720, 300),
     ({"maxwidth": "100000", "maxheight": "100000"}, 720, 520),
     ({"maxwidth": "280", "maxheight": "200"}, 280, 200)],
)  # fmt: skip
def test_limits_are_obeyed(
    client: FlaskClient, limits: dict[str, str], width: int, height: int
) -> None:
    embed = ask(client, **limits)
    assert (embed["width"], embed["height"]) == (width, height)
    # As wide as its column, since WordPress asks for 500 pixels whatever the column is.
    assert (frame(embed).get("width"), frame(embed).get("height")) == ("100%", str(height))
    assert frame(embed).get("style") == f"max-width: {width}px"
    assert embed["thumbnail_width"] <= int(limits.get("maxwidth", 10**6))
    assert embed["thumbnail_height"] <= int(limits.get("maxheight", 10**6))


def test_view_is_kept(client: FlaskClient) -> None:
    embed = ask(client, f"{PAGE}?from=2001&to=2020&lang=en")
    assert frame(embed).get("src") == f"{PAGE}/embed?from=2001&to=2020&lang=en"
    assert "officers met" not in embed["html"]
    assert "Shusha was taken" in embed["html"]


# Sections 2.3.4 and 2.3.4.4: what a rich answer must and may have, and of which type.
_SIZE = {"type": "integer", "minimum": 1}
_ADDRESS = {"type": "string", "pattern": "^https?://"}
SCHEMA = {
    "type": "object",
    "required": ["type", "version", "html", "width", "height"],
    "properties": {
        "type": {"const": "rich"},
        "version": {"const": "1.0"},
        "html": {"type": "string", "minLength": 1},
        "width": _SIZE,
        "height": _SIZE,
        "title": {"type": "string"},
        "author_name": {"type": "string"},
        "author_url": _ADDRESS,
        "provider_name": {"type": "string"},
        "provider_url": _ADDRESS,
        "cache_age": {"type": "integer", "minimum": 0},
        "thumbnail_url": _ADDRESS,
        "thumbnail_width": _SIZE,
        "thumbnail_height": _SIZE,
    },
    "dependentRequired": {
        name: ["thumbnail_url", "thumbnail_width", "thumbnail_height"]
        for name in ("thumbnail_url", "thumbnail_width", "thumbnail_height")
    },
    "additionalProperties": False,
}


@pytest.mark.parametrize("slug", ["zoo", "bell"])
@pytest.mark.parametrize("most", [{}, {"maxwidth": "80"}, {"maxwidth": "280", "maxheight": "150"}])
def test_answers_keep_the_standard(client: FlaskClient, slug: str, most: dict[str, str]) -> None:
    page = f"http://localhost/stories/{slug}"
    jsonschema.validate(ask(client, page, **most), SCHEMA)
    asked = {"url": page, "format": "xml", **most}
    root = etree.fromstring(client.get("/oembed", query_string=asked).data)
    told: dict[str, str | int] = {child.tag: child.text or "" for child in root}
    whole = [name for name, kind in SCHEMA["properties"].items() if kind.get("type") == "integer"]
    told |= {name: int(told[name]) for name in whole if name in told}
    jsonschema.validate(told, SCHEMA)


def test_a_consumer_of_another_hand_embeds_the_story(tmp_path: Path) -> None:
    import micawber

    database = tmp_path / "library.sqlite"
    open_store(database).save(STORY)
    with served(database) as site:
        registry = micawber.ProviderRegistry()
        registry.register(f"{site}/stories/.*", micawber.Provider(f"{site}/oembed"))
        page = f"{site}/stories/zoo"
        put = micawber.parse_html(f"<p>{page}</p>", registry, maxwidth=400)
        (frame,) = html.fragment_fromstring(put, create_parent=True).iter("iframe")
        assert (frame.get("src"), frame.get("style")) == (f"{page}/embed", "max-width: 400px")
        with pytest.raises(micawber.ProviderException):
            registry.request(f"{site}/stories/gone")


@pytest.mark.parametrize("slug", ["zoo", "bell"])
def test_cards_have_what_the_sites_that_show_them_want(client: FlaskClient, slug: str) -> None:
    page = html.fromstring(client.get(f"/stories/{slug}?from=1990").data)
    told = {
        each.get("property") or each.get("name"): each.get("content")
        for each in page.iterfind("head/meta")
    }
    assert told["og:title"]
    assert told["og:description"]
    assert told["og:type"] == "article"
    assert told["og:image:alt"]
    assert told["og:url"] == f"http://localhost/stories/{slug}"
    picture = client.get(told["og:image"])
    assert (told["og:image"][:7], picture.mimetype) == ("http://", told["og:image:type"])
    size = [int.from_bytes(picture.data[at : at + 4], "big") for at in (16, 20)]
    assert size == [int(told["og:image:width"]), int(told["og:image:height"])] == [1200, 630]
    assert told["twitter:image"] == told["og:image"]
    assert told["twitter:title"] == told["og:title"]
    assert told["twitter:card"] in ("player", "summary_large_image")


@pytest.mark.parametrize("slug", ["zoo", "bell"])
def test_xml_says_the_same(client: FlaskClient, slug: str) -> None:
    page = f"http://localhost/stories/{slug}"
    answer = client.get("/oembed", query_string={"url": page, "format": "xml"})
    assert answer.content_type == "text/xml; charset=utf-8"
    root = etree.fromstring(answer.data)
    assert root.tag == "oembed"
    told = {child.tag: (child.text or "").replace("\ufffd", "\x07") for child in root}
    assert told == {name: str(value) for name, value in ask(client, page).items()}


def test_markup_in_a_title_stays_text(client: FlaskClient) -> None:
    embed = ask(client, "http://localhost/stories/bell")
    assert embed["title"] == 'Bells \x07 & <b>"whistles"</b> 🔔'
    assert "<b>" not in embed["html"]
    assert '"whistles"' in frame(embed).get("title")


@pytest.mark.parametrize(
    ("query", "status"),
    [
        (f"url={quote(PAGE)}&format=yaml", 501),
        (f"url={quote(PAGE)}&maxwidth=wide", 400),
        (f"url={quote(PAGE)}&maxheight=0", 400),
        (f"url={quote(PAGE + '?from=1918-02-29')}", 400),
        ("", 400),
        (f"url={quote(PAGE)}-of-nothing", 404),
        ("url=http://elsewhere.example/stories/zoo", 404),
        ("url=http://localhost/ogc", 404),
        ("url=http://localhost/stories/zoo/events.geojson", 404),
        ("url=javascript:alert(1)", 404),
        ("url=http://[", 404),
        ("url=/stories/zoo", 404),
        (f"url={quote(PAGE)}&colour=red", 200),
        (f"url={quote(PAGE)}/embed", 200),
        (f"url={quote(PAGE.replace('http:', 'https:'))}", 200),
        (f"url={quote(PAGE.replace('localhost', 'LOCALHOST:80'))}", 200),
        (f"url={quote(PAGE.replace('localhost', 'localhost:8080'))}", 404),
        (f"url={quote(PAGE.replace('localhost', 'someone@localhost'))}", 404),
    ],
)
def test_refusals(client: FlaskClient, query: str, status: int) -> None:
    answer = client.get(f"/oembed?{query}")
    assert answer.status_code == status
    assert answer.mimetype != "text/html", "it is a program that asks"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_page_tells_where_its_embed_is(client: FlaskClient) -> None:
    head = html.fromstring(client.get("/stories/zoo").text).find("head")
    found = {link.get("type"): link for link in head.iterfind("link") if "oembed" in
             (link.get("type") or "")}  # fmt: skip
    assert set(found) == {"application/json+oembed", "text/xml+oembed"}
    for kind, link in found.items():
        assert link.get("rel") == "alternate"
        assert link.get("title") == "A story of everything"
        answer = client.get(link.get("href"))
        assert (answer.status_code, answer.mimetype) == (200, kind.replace("+oembed", ""))


def test_every_site_may_ask(client: FlaskClient) -> None:
    answer = client.get("/oembed", query_string={"url": PAGE})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "max-age" in answer.headers["Cache-Control"]
