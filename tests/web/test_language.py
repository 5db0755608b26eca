import re
from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient

from tests import stories_zoo

FILES = ["/stories/caucasus/story.html", "/stories/caucasus/story.svg"]
SAID = ("aria-label", "title", "placeholder", "alt", "content", "value")
EVENT = "/stories/caucasus/events/e0"
PAGES = [
    "/", "/new", "/nosuch", "/places",
    "/stories/caucasus", "/stories/caucasus/embed?list=1", "/stories/caucasus/embedding?from=x",
    "/stories/caucasus/review", "/stories/caucasus/remove", "/stories/empty", "/stories/nosuch",
    "/stories/caucasus?from=1990-13", "/stories/caucasus?from=2000&to=1990",
    EVENT, f"{EVENT}?q=Ganja", f"{EVENT}?q=Qqqq", "/stories/caucasus/events/nosuch",
    "/stories/caucasus/events/new", "/stories/caucasus/events/new?words=nosuch",
    "/ogc/", "/ogc/api", "/ogc/conformance", "/ogc/collections", "/ogc/collections/events",
    "/ogc/collections/nosuch", "/ogc/collections/events/schema", "/ogc/nosuch",
    "/ogc/collections/events/items?limit=x", "/ogc/collections/events/items?bbox=1",
    "/ogc/collections/events/items?bbox=1,2,3,-4", "/ogc/collections/events/items?datetime=x",
    "/ogc/collections/events/items?story=nosuch", "/ogc/collections/events/items?x=1",
]  # fmt: skip


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize(
    ("query", "accepted", "tag"),
    [
        ("?lang=az", "ru", "az"),
        ("", "ru;q=0.9, fr", "ru"),
        ("?lang=fr", "de", "en"),
        ("", "", "en"),
    ],
)
def test_files_for_people_speak_the_language_asked_for(
    client: FlaskClient, path: str, query: str, accepted: str, tag: str
) -> None:
    answer = client.get(path + query, headers={"Accept-Language": accepted})
    assert answer.headers["Content-Language"] == tag
    is_asked = tag == "az"
    assert ("accept-language" in answer.vary) is not is_asked
    said = {"en": "15 events", "az": "15 hadisə", "ru": "15 событий"}
    assert [each for each in said if said[each] in answer.text] == [tag]


def test_data_are_the_same_in_every_language(client: FlaskClient) -> None:
    answers = [client.get(f"/stories/caucasus/events.csv?lang={tag}") for tag in ("en", "tr")]
    assert answers[0].data == answers[1].data
    assert "Content-Language" not in answers[1].headers


class Spoken(HTMLParser):
    """What a page says in its own language: texts, and attributes that are read aloud."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        outer = self._open[-1][1] if self._open else False
        is_foreign = outer or told.get("lang") == "en" or tag in ("script", "style", "code")
        if tag not in ("meta", "link", "input", "img", "br", "source", "path"):
            self._open.append((tag, is_foreign))
        if not is_foreign:
            self.said += [told[name] or "" for name in SAID if name in told]

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not (self._open and self._open[-1][1]):
            self.said.append(data)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("tag", ["hy", "ru"])  # in letters of their own, so that English shows
def test_no_page_is_left_in_english(client: FlaskClient, path: str, tag: str) -> None:
    joint = "&" if "?" in path else "?"
    answer = client.get(f"{path}{joint}lang={tag}", headers={"Accept": "text/html"})
    assert answer.headers["Content-Language"] == tag
    assert f'<html lang="{tag}" dir="ltr"' in answer.text
    assert left_in_english(answer.text) == []


def left_in_english(page: str) -> list[str]:
    """Three words on end, but for those of the article within a sentence of ours."""
    story = stories_zoo.caucasus()
    own = "|".join((story.title, *(event.title for event in story.annotation.events)))
    said = (re.sub(own, "", text) for text in Spoken(page).said)
    return [found for text in said for found in re.findall(r"[A-Za-z]+(?: [a-z]+){2,}", text)]


def test_what_is_left_in_english_is_found(client: FlaskClient) -> None:
    for path in PAGES[4:8]:
        page = client.get(path, headers={"Accept": "text/html", "Accept-Language": "en"}).text
        assert left_in_english(page.replace('lang="en"', "", 1)), path


def test_the_api_speaks_english_to_programs(client: FlaskClient) -> None:
    asked = {"Accept": "application/json", "Accept-Language": "ru"}
    for path in ("/ogc", "/ogc/api", "/ogc/collections", "/ogc/collections/nosuch"):
        assert client.get(path, headers=asked, follow_redirects=True).text.isascii()


def test_links_of_the_api_keep_the_language(client: FlaskClient) -> None:
    page = client.get("/ogc/collections/events/items?f=html&limit=2&lang=tr").text
    inner = re.findall(
        r'<a href="(http://localhost/ogc[^"]*)"[^>]*(?:rel="next"|type="text/html")', page
    )
    assert inner
    assert all("lang=tr" in each for each in inner)


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/new", {"text": "In 1992 officers met in Baku."}),
        (EVENT, {"act": "confirm"}),
        ("/stories/caucasus/undo", {"to": "story"}),
        ("/stories/caucasus/events/new", {"words": "Officers", "act": "save", "title": "A visit"}),
        ("/stories/caucasus/remove", {}),
    ],
)
def test_forms_lead_on_in_the_same_language(
    client: FlaskClient, path: str, sent: dict[str, str]
) -> None:
    other = EVENT.replace("e0", "e1")
    client.post(other, data={"act": "hide"}, headers={"Accept": "text/html"})
    answer = client.post(f"{path}?lang=tr", data=sent, headers={"Accept": "text/html"})
    assert answer.status_code == 303, answer.text
    assert "lang=tr" in answer.location
