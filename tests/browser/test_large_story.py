"""A story whose events, places and text are too many to be sent with the page."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from mapapp.maps import page_html
from mapapp.model import Event, Story, day_number
from mapapp.stories import open_store
from tools import synthetic

from tests.browser.conftest import Watch, address, ready, scrolled_until, still
from tests.browser.serving import serving

_EVENTS, _PLACES = 8000, 1000
_WINDOWS = [(1900, 2020), (1950, 1959), (1999, 1999), (2019, 2020)]


@pytest.fixture(scope="module")
def made() -> Story:
    return synthetic.story("large", _EVENTS, synthetic.places(_PLACES))


@pytest.fixture(scope="module")
def site(made: Story, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    store = open_store(tmp_path_factory.mktemp("library") / "stories.sqlite")
    store.save(made)
    with serving(store) as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made_ = browser.new_context(viewport={"width": 1280, "height": 900})
    made_.set_default_timeout(30_000)
    yield made_
    made_.close()


def meets(event: Event, first: int, last: int) -> bool:
    """Does the event show in these years?"""
    when = event.when
    return bool(
        when
        and (when.first is None or when.first <= day_number(last, 12, 31))
        and (when.last is None or when.last >= day_number(first))
    )


def opened(page: Page, site: str, query: str = "") -> Page:
    page.goto(f"{site}/stories/large{query}")
    ready(page)
    return page


def numbers_in(text: str) -> list[int]:
    return [int(found.replace(",", "")) for found in re.findall(r"\d[\d,]*", text)]


@pytest.mark.parametrize(("first", "last"), _WINDOWS)
def test_counts_are_those_of_every_event_looked_at(
    page: Page, site: str, made: Story, first: int, last: int
) -> None:
    opened(page, site, f"?from={first}&to={last}")
    shown = [event for event in made.annotation.events if meets(event, first, last)]
    at = Counter(event.place.id for event in shown if event.place)
    told = page.locator(".shown").inner_text()
    assert numbers_in(told)[:2] == [len(shown), len(at)]
    # Together the markers tell of every event that has a place, near and far.
    labels = page.locator(".pin").evaluate_all("all => all.map(pin => pin.ariaLabel)")
    events = sum(numbers_in(label.rsplit(":", 1)[1])[0] for label in labels)
    assert events == sum(at.values())


def test_a_popup_lists_the_events_of_the_window_with_their_sentences(
    page: Page, site: str, made: Story
) -> None:
    town, _ = Counter(e.place.id for e in made.annotation.events if e.place).most_common(1)[0]
    here = [e for e in made.annotation.events if e.place and e.place.id == town]
    shown = {event.id for event in here if meets(event, 1950, 1989)}
    opened(page, site, f"?from=1950&to=1989&place={town}")
    popup = page.get_by_role("dialog")
    items = popup.locator("li[data-event-id]")
    expect(items).to_have_count(len(shown))
    expect(popup.locator(".popup-some")).to_contain_text(f"{len(shown)} of {len(here)} events")
    ids = items.evaluate_all("all => all.map(item => item.dataset.eventId)")
    assert set(ids) == shown
    text = made.annotation.article.text
    quotes = {event.evidence[0].of(text) for event in here if event.id in shown}
    assert set(popup.locator("blockquote").all_inner_texts()) == quotes


def bars(page: Page) -> float:
    """Height of all bars, which stands for the number of dated events."""
    height: float = page.locator(".histogram .bar").evaluate_all(
        "all => all.reduce((sum, bar) => sum + Number(bar.getAttribute('height')), 0)"
    )
    return height


def test_chips_and_search_count_as_python_does(page: Page, site: str, made: Story) -> None:
    opened(page, site)
    whole = bars(page)
    page.get_by_role("button", name=re.compile("^Visit")).click()
    expect(page).to_have_url(address("category=visit"))
    visits = [event for event in made.annotation.events if event.category == "visit"]
    assert numbers_in(page.locator(".shown").inner_text())[0] == len(visits)
    assert 0 < bars(page) < 1.2 * whole
    page.get_by_role("searchbox").fill("delegation 1234")
    told = [e for e in visits if "1234" in f"{e.title} {e.when.text if e.when else ''}"]
    expect(page.locator(".shown")).to_have_text(re.compile(f"^{len(told)} event"))


def test_the_list_goes_on_past_what_was_sent(page: Page, site: str, made: Story) -> None:
    opened(page, site)
    rows = page.get_by_role("table", name="Events").locator("tbody tr")
    expect(rows.first).to_be_visible()
    before = rows.count()
    assert before < 1000
    scrolled_until(page, before + 1)
    # A shape as of the rows that the server sent, and every word there.
    assert all(rows.nth(before).locator(".what a").all_inner_texts())


def test_a_link_to_an_event_finds_popup_row_and_sentence(
    page: Page, site: str, made: Story
) -> None:
    event = next(e for e in made.annotation.events[6000:] if e.place and e.when)
    opened(page, site, f"?event={event.id}")
    here = page.locator(f"[data-event-id='{event.id}']")
    expect(page.get_by_role("dialog").locator(here)).to_be_visible()
    expect(page.locator("#events").locator(here)).to_be_visible()
    expect(page.locator("#article").locator(here).first).to_be_in_viewport()
    page.get_by_role("button", name="Earlier in the list").click()
    expect(page.locator("#events").locator(here)).to_be_attached()


def test_groups_open_by_keyboard_until_a_place_stands_alone(page: Page, site: str) -> None:
    opened(page, site)
    for _ in range(12):
        is_group = page.locator(".pin-group").count() > 0
        target = page.locator(".pin-group" if is_group else ".pin").first
        target.focus()
        still(page)  # it comes into view
        page.keyboard.press("Enter")
        if not is_group:
            break
        still(page)
        assert page.evaluate("document.activeElement !== document.body")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_a_story_that_changed_meanwhile_is_loaded_anew(context: BrowserContext, site: str) -> None:
    page = opened(context.new_page(), site)  # unwatched: its console tells of the refusal
    page.route("**/details.json*", lambda route: route.fulfill(status=409, json={"detail": "old"}))
    with page.expect_navigation():
        page.get_by_role("button", name=re.compile("^Visit")).click()
    page.unroute("**/details.json*")
    ready(page)
    expect(page).to_have_url(address("category=visit"))


def test_as_one_file_it_works_from_disk(browser: Browser, made: Story, tmp_path: Path) -> None:
    html = page_html(made)
    assert html == page_html(made)
    assert len(html) < 2_500_000
    (tmp_path / "large.html").write_text(html, "utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    watch = Watch("file:")
    watch.follow(page)
    page.goto((tmp_path / "large.html").as_uri() + "#?from=1950&to=1959")
    ready(page)
    shown = [event for event in made.annotation.events if meets(event, 1950, 1959)]
    assert numbers_in(page.locator(".shown").inner_text())[0] == len(shown)
    event = next(event for event in reversed(shown) if event.place)
    page.get_by_role("searchbox").fill(event.title)
    row = page.locator("#events tbody tr")
    expect(row).to_have_count(1)  # it moves up as the others go
    row.locator(".what a").first.click()
    told = page.locator(f"#article [data-event-id='{event.id}']")
    expect(told.first).to_be_in_viewport()
    context.close()
    assert watch.complaints == []
