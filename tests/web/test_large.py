"""A story that is too large to be sent whole."""

import gzip
import json
import re
from base64 import b64decode
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from mapapp.maps.edition import LARGE
from mapapp.settings import Settings
from mapapp.stories import open_store
from mapapp.web import create_app
from tools import synthetic

_EVENTS = LARGE + 500


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    store = open_store(Path(tmp_path_factory.mktemp("library")) / "stories.sqlite")
    store.save(synthetic.story("large", _EVENTS, synthetic.places(50)))
    return create_app(Settings(), store).test_client()


@pytest.fixture
def remote(client: FlaskClient) -> dict[str, str]:
    """The addresses that the page names."""
    html = client.get("/stories/large").get_data(as_text=True)
    _, _, rest = html.partition('id="story-data">')
    data = json.loads(rest.partition("</script>")[0])
    assert data["events"] == data["places"] == []
    found: dict[str, str] = data["remote"]
    return found


def test_the_page_names_what_it_does_not_carry(client: FlaskClient, remote: dict[str, str]) -> None:
    columns = client.get(remote["columns"]).get_json()
    ids = client.get(remote["ids"]).get_json()
    assert len(columns["events"]["place"]) == len(ids) == len(set(ids)) == _EVENTS
    assert len(columns["places"]) == 50


def test_what_the_program_begins_with_is_asked_for_before_the_page_is_read(
    client: FlaskClient, remote: dict[str, str]
) -> None:
    html = client.get("/stories/large").get_data(as_text=True)
    head, _, body = html.partition("<body")
    early = {
        unescape(found) for found in re.findall(r'<link rel="\w*preload"[^>]*href="([^"]+)', head)
    }
    scripts = set(re.findall(r'<script[^>]* src="([^"]+)"', body))
    assert remote["columns"] in early
    assert len(scripts) == 2
    assert scripts < early
    assert all(client.get(address).status_code == 200 for address in early)


def test_columns_are_kept_by_browsers_and_packed_for_those_who_read_it(
    client: FlaskClient, remote: dict[str, str]
) -> None:
    plain = client.get(remote["columns"])
    packed = client.get(remote["columns"], headers={"Accept-Encoding": "gzip"})
    assert plain.cache_control.immutable
    assert packed.content_encoding == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert packed.vary.as_set() == {"accept-encoding"}
    again = client.get(remote["columns"], headers={"If-None-Match": plain.headers["ETag"]})
    assert again.status_code == 304


def test_details_come_in_the_order_that_was_asked_for(
    client: FlaskClient, remote: dict[str, str]
) -> None:
    ids = client.get(remote["ids"]).get_json()
    found = client.get(f"{remote['details']}&events=7,3-5").get_json()
    assert [event["id"] for event in found] == [ids[7], ids[3], ids[4], ids[5]]
    assert all(event["title"] and event["quote"] for event in found)


@pytest.mark.parametrize(
    "events",
    ["", "x", "3-", "-3", "5,,6", "0-1000", str(_EVENTS), "9-3,", "9" * 5000, f"0-{'9' * 20}"],
)
def test_numbers_that_mean_no_events_are_refused(
    client: FlaskClient, remote: dict[str, str], events: str
) -> None:
    answer = client.get(f"{remote['details']}&events={events}")
    assert answer.status_code == 400
    assert answer.get_json()["detail"]


def test_a_page_older_than_the_story_is_told_so(
    client: FlaskClient, remote: dict[str, str]
) -> None:
    for address in (f"{remote['details']}&events=1", f"{remote['search']}&q=talks"):
        answer = client.get(address.replace("order=", "order=0"))
        assert answer.status_code == 409
        assert "Load the page again" in answer.get_json()["detail"]


def test_a_search_answers_a_bit_an_event(client: FlaskClient, remote: dict[str, str]) -> None:
    bits = b64decode(client.get(f"{remote['search']}&q=DELEGATION+2077").get_json()["bits"])
    (number,) = [number for number in range(_EVENTS) if bits[number >> 3] >> (number & 7) & 1]
    (event,) = client.get(f"{remote['details']}&events={number}").get_json()
    assert event["title"].startswith("Delegation 2077 ")


def test_the_article_comes_in_parts_that_are_all_of_it(client: FlaskClient) -> None:
    page = client.get("/stories/large").get_data(as_text=True)
    addresses = [unescape(found) for found in re.findall(r'data-src="([^"]+)"', page)]
    assert len(addresses) > 2
    assert page.count('class="told"') < 1000
    told = "".join(client.get(address).get_data(as_text=True) for address in addresses)
    sentences = set(re.findall(r'id="s(\d+)"', page + told))
    assert len(sentences) == _EVENTS
    assert len(re.findall('class="to-map"', page + told)) == _EVENTS


@pytest.mark.parametrize("number", ["-1", "x", "9999", "9" * 5000])
def test_a_part_that_is_not_there_is_not_found(client: FlaskClient, number: str) -> None:
    assert client.get(f"/stories/large/article.html?part={number}").status_code == 404
