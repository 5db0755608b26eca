"""TimelineJS itself plays what is written for it: every slide, its day, and nothing that runs."""

import os
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from msgspec.structs import replace
from playwright.sync_api import BrowserContext, Route

from mapapp.formats import Content, format_of, pieces
from mapapp.layers import events
from mapapp.model import Story
from mapapp.resources import browser_package

from tests import stories_zoo, zoo

_HOST = "http://player.test"
_PAGE = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="css/timeline.css">
<script src="js/timeline.js"></script><div id="here" style="width:900px;height:600px"></div>
<script>fetch("story.json").then((answer) => answer.json()).then((told) => {
  window.player = new TL.Timeline("here", told, { script_path: `${location.origin}/js/` });
});</script>"""
_MADE = """() => window.player?.config?.events.every((slide) =>
  document.getElementById(slide.unique_id)?.querySelector(".tl-headline, blockquote"))"""
_SHOWN = """() => player.config.events.map((slide) => {
  const shown = document.getElementById(slide.unique_id);
  const text = (part) => shown.querySelector(part)?.textContent ?? "";
  return {
    id: slide.unique_id, day: slide.start_date.getDisplayDate(),
    date: text(".tl-headline-date"), title: text(".tl-headline"), quote: text("blockquote"),
  };
})"""
Play = Callable[[Story], list[dict[str, Any]]]


@pytest.fixture
def play(context: BrowserContext) -> Iterator[Play]:
    """What the player shows of a story; it is given nothing from anywhere else."""
    program = browser_package("@knight-lab/timelinejs", "dist")
    if not program.exists():
        if os.environ.get("CI"):
            pytest.fail("TimelineJS is missing; npm ci brings it")
        pytest.skip("TimelineJS is not installed")
    complaints: list[str] = []

    def shown(story: Story) -> list[dict[str, Any]]:
        body = b"".join(pieces(Content(story), format_of(".timeline.json")))

        def answer(route: Route) -> None:
            address = urlsplit(route.request.url)
            if f"{address.scheme}://{address.netloc}" != _HOST:
                route.abort()  # typefaces, which it asks another host for
            elif address.path == "/":
                route.fulfill(body=_PAGE, content_type="text/html")
            elif address.path == "/story.json":
                route.fulfill(body=body, content_type="application/json")
            elif (path := program / address.path.lstrip("/")).is_file():
                route.fulfill(path=path)
            else:
                route.fulfill(status=404)

        context.route("**/*", answer)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
        page.goto(_HOST)
        page.wait_for_selector(".tl-timenav .tl-timemarker", state="attached")
        page.wait_for_function(_MADE)
        found: list[dict[str, Any]] = page.evaluate(_SHOWN)
        complaints.extend(page.evaluate("player.config.messages.errors"))
        return found

    yield shown
    assert complaints == []


def _hostile() -> Story:
    """Titles that would run, in every member of a slide."""
    story = stories_zoo.hostile()
    found = tuple(
        replace(
            event, category=event.title, when=event.when and replace(event.when, text=event.title)
        )
        for event in story.annotation.events
    )
    return replace(story, annotation=replace(story.annotation, events=found))


@pytest.mark.parametrize(
    "story",
    [zoo.STORY, stories_zoo.caucasus(), stories_zoo.ages(), stories_zoo.hostile(), _hostile()],
    ids=["zoo", "caucasus", "ages", "hostile", "hostile throughout"],
)
def test_every_dated_event_is_a_slide_with_its_words(play: Play, story: Story) -> None:
    told = {each.id: each.properties for each in events(story) if each.properties.edtf}
    shown = play(story)
    assert {slide["id"] for slide in shown} == set(told)
    for slide in shown:
        about = told[slide["id"]]
        assert slide["title"] == about.title
        assert slide["quote"].split() == about.quote.split()
        assert slide["date"].split() == about.date_text.split()


def test_days_are_the_same_to_it_and_years_before_the_common_era_too(play: Play) -> None:
    days = {slide["id"]: slide["day"] for slide in play(zoo.STORY)}
    assert days["e2"] == "March 14, 1992"
    assert days["e6"] == "March 15, 44 <span>BCE</span>"
