"""axe-core finds nothing on any page in any state, in light and dark, wide and narrow."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import axe
from tests.browser.conftest import ready

_PLAIN = {
    "list of stories": "/",
    "new article": "/new",
    "no such page": "/nosuch",
    "window the wrong way round": "/stories/caucasus?from=2000&to=1990",
    "code of an embed": "/stories/caucasus/embedding",
    "code of an embed, mistyped": "/stories/caucasus/embedding?from=x&width=3",
    "review, nothing decided": "/stories/caucasus/review",
    "removing": "/stories/caucasus/remove",
    "event": "/stories/caucasus/events/e0?q=Ganja",
    "missed event": "/stories/caucasus/events/new?words=nosuch",
    "part of an article": "/stories/long/article.html?part=0",
    "API": "/ogc/?f=html",
    "API, collections": "/ogc/collections?f=html",
    "API, one collection": "/ogc/collections/places?f=html",
    "API, features": "/ogc/collections/events/items?f=html&limit=3",
    "API, no features": "/ogc/collections/events/items?f=html&story=nosuch",
    "API, one feature": "/ogc/collections/events/items/caucasus:e0?f=html",
    "API, columns": "/ogc/collections/areas/schema?f=html",
    "API, document": "/ogc/api?f=html",
    "API, standards": "/ogc/conformance?f=html",
    "API, refused": "/ogc/collections/events/items?f=html&limit=x",
}
_MAPS = {
    "story": "/stories/caucasus",
    "filtered, popup open": "/stories/caucasus?from=1990&to=2001&place=gn:587084"
    "&category=agreement,meeting,training&q=in",
    "filters open": "/stories/checked?status=confirmed",
    "nothing in the window": "/stories/ages?from=1800&to=1801",
    "event chosen": "/stories/hostile?event=evil1",
    "nothing in it": "/stories/empty",
    "many events": "/stories/long",
    "embed": "/stories/caucasus/embed",
    "embed with list": "/stories/caucasus/embed?list=1&place=gn:587084",
}
_PAGES = {**_PLAIN, **_MAPS}


@pytest.fixture
def context_options() -> dict[str, object]:
    # The page's own policy would keep axe out.
    return {"viewport": {"width": 1280, "height": 900}, "bypass_csp": True}


@pytest.mark.parametrize("path", _PAGES.values(), ids=_PAGES.keys())
def test_axe_finds_nothing(page: Page, site: str, path: str) -> None:
    page.goto(f"{site}{path}")
    ready(page)
    assert [(look, found) for look, found in axe.in_all_looks(page) if found] == []


_SPOKEN = ["/", "/new", "/nosuch", "/stories/caucasus/events/e0", _MAPS["filtered, popup open"],
           _MAPS["embed with list"]]  # fmt: skip


@pytest.mark.parametrize("path", _SPOKEN)
@pytest.mark.parametrize("tag", ["ru", "hy"])
def test_axe_finds_nothing_in_another_language(page: Page, site: str, path: str, tag: str) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(f"{site}{path}{'&' if '?' in path else '?'}lang={tag}")
    ready(page)
    assert axe.complaints(page) == []


def _sort(page: Page) -> None:
    page.get_by_role("columnheader", name="Where").get_by_role("button").click()
    page.get_by_text("More filters").click()
    page.get_by_role("group", name="Categories").get_by_role("button").first.click()


def _mistype(page: Page) -> None:
    page.get_by_label("From", exact=True).fill("1990-13")
    page.get_by_label("From", exact=True).press("Enter")
    expect(page.get_by_text("There is no month 13.")).to_be_visible()


def _zoom(page: Page) -> None:
    page.get_by_role("button", name="Show less time, larger").click()
    page.get_by_role("button", name="Follow the text").click()


def _correct(page: Page) -> None:
    page.get_by_role("link", name="Correct").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


def _switch(page: Page) -> None:
    page.locator(".languages summary").click()
    expect(page.get_by_role("link", name="Türkçe")).to_be_visible()


def _play(page: Page) -> None:
    page.get_by_role("button", name="Play", exact=True).click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.get_by_role("button", name="Pause").click()


def _copy(page: Page) -> None:
    page.get_by_role("button", name="Copy link").click()


def _confirm(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Ankara:")).click()
    page.get_by_role("dialog").get_by_role("button", name="Confirm").first.click()
    expect(page.locator(".review-bar .progress")).to_contain_text("1 of")
    page.get_by_role("button", name="Undo last").click()
    expect(page.locator(".review-bar .progress")).to_contain_text("0 of")


@pytest.mark.parametrize("act", [_sort, _mistype, _zoom, _correct, _switch, _play, _copy, _confirm])
def test_axe_finds_nothing_after(story: Page, act: Callable[[Page], None]) -> None:
    act(story)
    assert [(look, found) for look, found in axe.in_all_looks(story) if found] == []


@pytest.mark.parametrize("path", [_MAPS["filtered, popup open"], "/stories/checked/review"])
def test_axe_finds_nothing_on_paper(page: Page, site: str, path: str) -> None:
    page.goto(f"{site}{path}")
    ready(page)
    page.emulate_media(media="print", color_scheme="dark")
    assert axe.contrast(page) == []
