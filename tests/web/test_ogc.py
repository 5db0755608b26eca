import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from msgspec.structs import replace

from mapapp.model import Story
from mapapp.settings import Settings
from mapapp.stories import Store, open_store
from mapapp.web import create_app

from tests.zoo import ANNOTATION, EMPTY, EVENTS, STORY

ITEMS = "/ogc/collections/events/items"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "stories.sqlite")
    opened.save(STORY)
    opened.save(EMPTY)
    opened.save(Story("twin", replace(ANNOTATION, events=EVENTS[:1])))
    return opened


@pytest.fixture
def client(store: Store) -> FlaskClient:
    return create_app(Settings(), store).test_client()


def get(client: FlaskClient, address: str) -> dict[str, Any]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.get_json(force=True)
    return found


def ids(client: FlaskClient, query: str, collection: str = "events") -> list[str]:
    found = get(client, f"/ogc/collections/{collection}/items?{query}")
    assert found["numberReturned"] == len(found["features"])
    return [feature["id"] for feature in found["features"]]


PAGES = {
    "/ogc": "application/json",
    "/ogc/conformance": "application/json",
    "/ogc/api": "application/vnd.oai.openapi+json;version=3.0",
    "/ogc/collections": "application/json",
    "/ogc/collections/areas": "application/json",
    ITEMS: "application/geo+json",
    "/ogc/collections/areas/items": "application/geo+json",
    f"{ITEMS}/zoo:e9": "application/geo+json",
    "/ogc/collections/places/items/un:eldorado": "application/geo+json",
}


@pytest.mark.parametrize(("address", "media_type"), PAGES.items())
def test_media_types_by_parameter_and_header(
    client: FlaskClient, address: str, media_type: str
) -> None:
    browser = {"Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"}
    program = {"Accept": "application/geo+json, text/html;q=0.1"}
    assert client.get(address).content_type == media_type
    assert client.get(f"{address}?f=json", headers=browser).content_type == media_type
    assert client.get(address, headers={"Accept": "*/*"}).content_type == media_type
    assert client.get(address, headers=program).content_type == media_type
    assert client.get(address, headers=browser).content_type == "text/html; charset=utf-8"
    page = client.get(f"{address}?f=html")
    assert (page.status_code, page.content_type) == (200, "text/html; charset=utf-8")


def all_links(document: dict[str, Any]) -> list[dict[str, str]]:
    lists = [document, *document.get("collections", [])]
    return [link for each in lists for link in each.get("links", [])]


@pytest.mark.parametrize("address", [page for page in PAGES if page != "/ogc/api"])
def test_every_link_is_typed_and_leads_somewhere(client: FlaskClient, address: str) -> None:
    links = all_links(get(client, address))
    if address != "/ogc/conformance":
        assert {"self", "alternate"} <= {link["rel"] for link in links}
    for link in links:
        answer = client.get(link["href"])
        assert answer.status_code == 200, link
        assert answer.content_type.startswith(link["type"]), link


def test_landing_page_leads_to_what_clients_need(client: FlaskClient) -> None:
    relations = {link["rel"]: link["type"] for link in get(client, "/ogc/")["links"]}
    assert relations["service-desc"] == "application/vnd.oai.openapi+json;version=3.0"
    assert relations["data"] == relations["conformance"] == "application/json"
    assert relations["service-doc"] == "text/html"


def test_conformance_classes(client: FlaskClient) -> None:
    names = {uri.rsplit("/", 1)[1] for uri in get(client, "/ogc/conformance")["conformsTo"]}
    assert names == {"core", "oas30", "html", "geojson"}


def leaves(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from leaves(each)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("address", [page for page in PAGES if page != "/ogc/api"])
def test_html_holds_the_data_and_every_link(client: FlaskClient, address: str) -> None:
    from lxml import html

    page = html.fromstring(client.get(f"{address}?f=html").text)
    assert not page.xpath("//script | //img")
    anchors = {anchor.get("href") for anchor in page.xpath("//a")}
    shown = " ".join(page.xpath("//body")[0].text_content().split())
    document = get(client, address)
    for link in all_links(document):
        either = {link["href"], link["href"].replace("f=json", "f=html")}
        assert either & anchors, link
    for collection in document.pop("collections", []):
        collection.pop("links")
        assert all(leaf in shown or leaf in anchors for leaf in leaves(collection))
    document.pop("links", None)
    document.pop("timeStamp", None)
    kinds = {"Feature", "FeatureCollection"}
    for leaf in leaves(document):
        assert " ".join(leaf.split()) in shown or leaf in anchors | kinds, leaf


def test_hostile_words_stay_words(client: FlaskClient) -> None:
    page = client.get(f"{ITEMS}/zoo:e9?f=html").text
    assert "<img" not in page
    assert "onerror=alert(1)&gt;" in page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "zoo:e1 zoo:e2 zoo:e3 zoo:e4 zoo:e5 zoo:e6 zoo:e7 zoo:e8 zoo:e9 twin:e1"),
        ("datetime=1992-03-14", "zoo:e1 zoo:e2 zoo:e8 twin:e1"),
        ("datetime=1992-03-14&undated=exclude", "zoo:e1 zoo:e2 twin:e1"),
        ("datetime=2015-01-01T00:00:00Z/..&undated=exclude", "zoo:e3 zoo:e5"),
        ("datetime=../-0001&undated=exclude", "zoo:e6"),
        ("datetime=1700/1701&undated=exclude", ""),
        ("bbox=49,40,50,41", "zoo:e1 zoo:e2 zoo:e7 twin:e1"),
        ("bbox=49,40,50,41&unlocated=exclude", "zoo:e1 zoo:e2 twin:e1"),
        ("bbox=170,-30,-170,0&unlocated=exclude", "zoo:e9"),
        ("bbox=170,-30,-10,-170,0,10&unlocated=exclude", "zoo:e9"),
        ("bbox=49,40,50,41&datetime=1992-03-14&unlocated=exclude&undated=exclude&story=zoo",
         "zoo:e1 zoo:e2"),
        ("story=twin", "twin:e1"),
        ("story=nope", ""),
        ("category=visit,agreement", "zoo:e2 zoo:e4"),
        ("category=nothing", ""),
        ("place=un:eldorado", "zoo:e7"),
        ("q=officers+baku", "zoo:e1 twin:e1"),
        ("q=susa", "zoo:e3"),
        ("q=%00%22", ""),
    ],
)  # fmt: skip
def test_filters(client: FlaskClient, query: str, expected: str) -> None:
    assert ids(client, query) == expected.split()
    assert get(client, f"{ITEMS}?{query}")["numberMatched"] == len(expected.split())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "ma:karabakh ma:nakhchivan"),
        ("bbox=45.35,39.1,45.4,39.2", "ma:nakhchivan"),  # the label lies outside
        ("bbox=0,0,1,1", ""),
        ("datetime=2000&undated=exclude", "ma:nakhchivan"),
    ],
)
def test_areas_meet_a_box_by_their_outline(client: FlaskClient, query: str, expected: str) -> None:
    found = [key for key in ids(client, query, "areas") if key.startswith("ma:")]
    assert found == expected.split()


def test_place_tells_of_all_its_events_whatever_is_asked(client: FlaskClient) -> None:
    found = get(client, "/ogc/collections/places/items?datetime=1992-03-14&q=delegation")
    (baku,) = found["features"]
    assert baku["properties"]["event_ids"] == "zoo:e1; zoo:e2; twin:e1"
    assert baku == {
        key: value
        for key, value in get(client, "/ogc/collections/places/items/gn:587084").items()
        if key not in ("links", "conformsTo")
    }


@pytest.mark.parametrize("collection", ["events", "places", "areas"])
@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_pages_follow_each_other(client: FlaskClient, collection: str, limit: int) -> None:
    query = "datetime=0001/&bbox=-180,-90,180,90"
    whole = ids(client, query, collection)
    address: str | None = f"/ogc/collections/{collection}/items?{query}&limit={limit}"
    seen: list[str] = []
    while address:
        found = get(client, address)
        assert found["numberMatched"] == len(whole)
        assert len(found["features"]) <= limit
        seen += [feature["id"] for feature in found["features"]]
        address = next((link["href"] for link in found["links"] if link["rel"] == "next"), None)
    assert seen == whole


def test_pages_neither_skip_nor_repeat_while_data_change(client: FlaskClient, store: Store) -> None:
    first = get(client, f"{ITEMS}?limit=3")
    store.save(Story("new", replace(ANNOTATION, events=EVENTS[:2])))
    store.save(Story("zoo", replace(ANNOTATION, events=EVENTS[1:])), replace=True)
    store.remove("twin")
    seen = [feature["id"] for feature in first["features"]]
    (following,) = (link["href"] for link in first["links"] if link["rel"] == "next")
    rest = get(client, following.replace("limit=3", "limit=100"))
    seen += [feature["id"] for feature in rest["features"]]
    assert seen == [*(f"zoo:e{n}" for n in range(1, 10)), "new:e1", "new:e2"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"{ITEMS}?limit=0", 400),
        (f"{ITEMS}?bbox=0,5,1,-5", 400),
        (f"{ITEMS}?datetime=1918-02-29", 400),
        (f"{ITEMS}?datetime=2001/1990", 400),
        (f"{ITEMS}?colour=red", 400),
        (f"{ITEMS}?category=,", 400),
        (f"{ITEMS}?category=visit,,meeting", 400),
        (f"{ITEMS}?f=xml", 400),
        ("/ogc?limit=1", 400),
        (f"{ITEMS}/zoo:e1?limit=1", 400),
        ("/ogc/collections/rivers", 404),
        ("/ogc/collections/rivers/items", 404),
        (f"{ITEMS}/e1", 404),
        (f"{ITEMS}/zoo:nope", 404),
        (f"{ITEMS}/zoo%2Fe1", 404),
        ("/ogc/collections/areas/items/gn:587084", 404),
        ("/ogc/nothing/here", 404),
    ],
)
def test_refusals_are_exceptions_of_the_standard(
    client: FlaskClient, address: str, status: int
) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.content_type) == (status, "application/json")
    assert set(answer.get_json()) == {"code", "description"}
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    page = client.get(address, headers={"Accept": "text/html"})
    kind = "application/json" if "f=xml" in address else "text/html"
    assert (page.status_code, page.mimetype) == (status, kind)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_what_cannot_be_done_is_said_to_programs_in_json(client: FlaskClient, method: str) -> None:
    answer = client.open("/ogc/collections/events/items", method=method)
    assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")
    assert {"GET", "HEAD"} <= set(answer.headers["Allow"].split(", "))
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_window_outside_the_data_is_no_error(client: FlaskClient) -> None:
    found = get(client, f"{ITEMS}?datetime=1000&undated=exclude&bbox=-1,-1,0,0&unlocated=exclude")
    assert (found["numberMatched"], found["numberReturned"], found["features"]) == (0, 0, [])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", found["timeStamp"])


def test_copy_is_good_until_the_library_changes(client: FlaskClient, store: Store) -> None:
    address = f"{ITEMS}?datetime=1992"
    etag = client.get(address).headers["ETag"]
    kept = client.get(address, headers={"If-None-Match": etag})
    assert (kept.status_code, kept.data, kept.headers["ETag"]) == (304, b"", etag)
    assert client.get(f"{ITEMS}?datetime=1993", headers={"If-None-Match": etag}).status_code == 200
    assert client.get(f"{address}&f=html", headers={"If-None-Match": etag}).status_code == 200
    store.remove("twin")
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 200


def test_answers_are_small_for_those_who_read_gzip(client: FlaskClient) -> None:
    plain = client.get(ITEMS)
    small = client.get(ITEMS, headers={"Accept-Encoding": "gzip"})
    assert small.headers["Content-Encoding"] == "gzip"
    assert len(small.data) < len(plain.data) / 2
    features = json.loads(gzip.decompress(small.data))["features"]
    assert features == plain.get_json(force=True)["features"]
    assert "Accept-Encoding" in plain.headers["Vary"]


def test_json_fg_time_stands_beside_the_properties(client: FlaskClient) -> None:
    found = get(client, f"{ITEMS}/zoo:e2")
    assert found["time"] == {"date": "1992-03-14"}
    assert found["conformsTo"] == ["http://www.opengis.net/spec/json-fg-1/1.0/conf/core"]


def test_empty_library_has_empty_collections(tmp_path: Path) -> None:
    client = create_app(Settings(), open_store(tmp_path / "none.sqlite")).test_client()
    for collection in get(client, "/ogc/collections")["collections"]:
        assert collection["extent"] == {}
        assert ids(client, "bbox=0,0,1,1&datetime=1990", collection["id"]) == []


def test_what_qgis_asks_for(client: FlaskClient) -> None:
    """Its headers, its boxes of seventeen digits, its pages of ten and then of a thousand."""
    headers = {"Accept": "application/geo+json, application/json"}
    sent = [
        "limit=10",
        "limit=1000&bbox=22.24913618031373375,10.4686065088286,57.00079736364862029,60.47853041708438",
        "limit=1000&bbox=-180,-90,180,90",
        "limit=1000&bbox=48.5,-0.00000012,51.25,42",
    ]
    for query in sent:
        answer = client.get(f"{ITEMS}?{query}", headers=headers)
        assert (answer.status_code, answer.mimetype) == (200, "application/geo+json"), query
        found = answer.get_json(force=True)
        assert found["numberMatched"] >= found["numberReturned"] == len(found["features"]) > 0
    for page in ("/ogc", "/ogc/conformance", "/ogc/collections", "/ogc/collections/events"):
        assert client.get(page, headers=headers).mimetype == "application/json"
    # It asks in another reference system, or by a filter, only of those that say they can; what
    # is not said is refused (OGC 17-069r4, /req/core/query-param-unknown).
    told = get(client, "/ogc/conformance")["conformsTo"]
    assert not any("features-2" in each or "features-3" in each for each in told)
    assert get(client, "/ogc/collections/events")["crs"] == [
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
    ]
    for name in ("crs", "bbox-crs", "filter", "offset"):
        refused = client.get(f"{ITEMS}?{name}=x", headers=headers)
        assert refused.status_code == 400
        assert name in refused.get_json()["description"]
