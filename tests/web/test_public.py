import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from lxml import html

from mapapp.settings import Settings
from mapapp.stories import open_store
from mapapp.web import create_app

from tests import stories_zoo

ADDRESS = "https://maps.example/atlas"


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    store = open_store(tmp_path / "stories.sqlite")
    store.save(stories_zoo.caucasus())
    return create_app(Settings(address=ADDRESS), store).test_client()


@pytest.mark.parametrize("asked", ["/stories/caucasus", "/atlas/stories/caucasus"])
def test_every_address_is_the_one_that_readers_use(client: FlaskClient, asked: str) -> None:
    page = html.fromstring(client.get(asked).text)
    assert page.xpath("//meta[@property='og:url']/@content") == [f"{ADDRESS}/stories/caucasus"]
    for address in page.xpath("//@src | //head//@href"):
        # The page in another language is told by its query alone, wherever the page stands.
        assert address.startswith(("/atlas/", ADDRESS, "data:", "?lang=")), address
    picture = page.xpath("//meta[@property='og:image']/@content")[0]
    assert client.get(picture.removeprefix("https://maps.example")).status_code == 200


def test_assets_are_found_under_the_path(client: FlaskClient) -> None:
    page = client.get("/stories/caucasus").text
    found = re.search(r'src="(/atlas/static/[^"]+/program\.mjs)"', page)
    assert found
    with client.get(found[1]) as answer:
        assert answer.status_code == 200


def test_oembed_knows_its_public_address_alone(client: FlaskClient) -> None:
    def ask(page: str) -> int:
        return client.get("/oembed", query_string={"url": page}).status_code

    assert ask(f"{ADDRESS}/stories/caucasus") == 200
    assert ask("http://localhost/stories/caucasus") == 404
    embed = client.get("/oembed", query_string={"url": f"{ADDRESS}/stories/caucasus"}).get_json()
    assert f'src="{ADDRESS}/stories/caucasus/embed"' in embed["html"]


def test_a_secure_address_gets_a_player_card(client: FlaskClient) -> None:
    head = html.fromstring(client.get("/stories/caucasus?from=1990&to=2001").text).find("head")
    card = {each.get("name"): each.get("content") for each in head.iter("meta")}
    assert card["twitter:card"] == "player"
    player = card["twitter:player"]
    assert player == f"{ADDRESS}/stories/caucasus/embed?from=1990&to=2001"
    assert client.get(player.removeprefix("https://maps.example")).status_code == 200
    assert {"twitter:title", "twitter:image", "twitter:player:width", "twitter:player:height"} <= {
        *card
    }


def test_an_address_without_scheme_is_refused() -> None:
    with pytest.raises(ValueError, match="https://"):
        Settings(address="maps.example")
