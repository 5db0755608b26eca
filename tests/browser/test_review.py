import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from mapapp.model import Annotation, Article
from mapapp.places.gazetteer import DictGazetteer, Entry
from mapapp.stories import open_store

from tests import stories_zoo
from tests.browser.conftest import address, ready
from tests.browser.serving import serving


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A library of the test's own, to be changed; reading and places are made up."""
    known = DictGazetteer([Entry(stories_zoo.GANJA), Entry(stories_zoo.ROME)])
    monkeypatch.setattr("mapapp.places.default_gazetteer", lambda: known)
    monkeypatch.setattr("mapapp.pipeline.annotate", read)
    store = open_store(tmp_path / "stories.sqlite")
    store.save(stories_zoo.caucasus())
    with serving(store) as address:
        yield address


def read(article: Article) -> Annotation:
    """The chronicle of the zoo, whose text it is; nothing of any other."""
    known = stories_zoo.caucasus().annotation
    if article.text != known.article.text:
        return Annotation(article)
    return Annotation(article, known.toponyms, known.times, known.events)


def row(page: Page, event: str) -> Locator:
    return page.locator(f"tr[data-event-id={event}]")


def test_pasted_read_moved_and_taken_back(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("link", name="Add an article").click()
    page.get_by_role("textbox", name="Text").fill(stories_zoo.caucasus().annotation.article.text)
    page.get_by_role("textbox", name="Title").fill("My neighbours")
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/stories/my-neighbours")
    ready(page)
    expect(page.get_by_role("heading", name="My neighbours")).to_be_visible()

    page.get_by_role("button", name="Baku: 6 events").click()
    item = page.get_by_role("dialog", name="Baku").locator("[data-event-id=e5]")
    item.get_by_role("link", name="Correct").click()
    form = page.get_by_role("dialog", name="A protocol was signed")
    form.get_by_role("searchbox", name="Another place").fill("Kirovabad")
    form.get_by_role("button", name="Search").click()
    form.get_by_role("radio", name="Ganja").check()
    form.get_by_role("button", name="Save as checked").click()

    popup = page.get_by_role("dialog", name="Ganja")
    expect(popup.locator("[data-event-id=e5]")).to_contain_text("Edited by a person")
    expect(page.get_by_role("button", name="Baku: 5 events")).to_be_visible()
    expect(page.get_by_text("1 of 15 events checked")).to_be_visible()
    expect(row(page, "e5")).to_contain_text("Ganja")
    expect(row(page, "e5")).to_contain_text("edited")

    page.get_by_role("button", name="Undo last").click()
    expect(page.get_by_role("button", name="Baku: 6 events")).to_be_visible()
    expect(row(page, "e5")).to_contain_text("Baku")


def test_what_is_wrong_is_said_at_once_and_the_text_stays(page: Page, site: str) -> None:
    page.goto(f"{site}/new")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("alert")).to_have_text(
        "There is nothing to read: paste an article or choose a file."
    )
    text = page.get_by_role("textbox", name="Text")
    expect(text).to_be_focused()
    text.fill("It rained.")
    page.get_by_label("or a file").set_input_files(
        {"name": "a.txt", "mimeType": "text/plain", "buffer": b"It poured."}
    )
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("alert")).to_contain_text("leave the file out")
    expect(text).to_have_value("It rained.")


def test_a_review_by_keyboard(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/caucasus")
    ready(page)
    page.get_by_role("button", name="Next to check").focus()
    page.keyboard.press("Enter")
    first = page.get_by_role("dialog", name="Ganja").locator("[data-event-id=e0]")
    expect(first.get_by_role("button", name="Confirm")).to_be_focused()
    page.keyboard.press("Enter")
    expect(first).to_contain_text("Confirmed by a person")
    expect(page.get_by_text("1 of 15 events checked")).to_be_visible()
    expect(row(page, "e0")).to_contain_text("confirmed")
    expect(first.get_by_role("button", name="Next to check")).to_be_focused()
    page.keyboard.press("Enter")
    second = page.get_by_role("dialog", name="Baku").locator("[data-event-id=e1]")
    expect(second.get_by_role("button", name="Confirm")).to_be_focused()
    correct = second.get_by_role("link", name="Correct")
    correct.focus()
    page.keyboard.press("Enter")
    form = page.get_by_role("dialog", name="Officers came")
    expect(form).to_be_visible()
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()
    expect(correct).to_be_focused()
    page.get_by_role("button", name="Undo last").click()
    expect(page.get_by_text("0 of 15 events checked")).to_be_visible()


def test_a_wrong_date_is_told_of_in_the_dialog(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/caucasus?event=e5")
    ready(page)
    page.locator("tr[data-event-id=e5]").get_by_role("link", name="Correct").click()
    form = page.get_by_role("dialog", name="A protocol was signed")
    form.get_by_label("When").fill("1996-02-30")
    form.get_by_role("button", name="Save as checked").click()
    expect(form.get_by_role("alert")).to_contain_text("does not exist")
    expect(form.get_by_label("When")).to_be_focused()
    form.get_by_label("When").fill("spring 1996")
    form.get_by_role("button", name="Save as checked").click()
    expect(page.locator("tr[data-event-id=e5]")).to_contain_text("March 1996 to May 1996")


def test_a_hidden_event_leaves_every_part_and_the_view_stays(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/caucasus?from=1990&to=2001")
    ready(page)
    page.get_by_role("button", name="Zoom out").click()
    expect(page).to_have_url(address("view="))  # the map stands still, with Baku in it
    page.get_by_role("button", name="Baku: 3 events").click()
    page.get_by_role("dialog", name="Baku").get_by_role("button", name="Hide").first.click()
    expect(page.get_by_role("button", name="Baku: 2 events")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("6 events at 4 places, 1990 to 2001")
    page.get_by_role("link", name="Review").click()
    page.get_by_role("button", name="Undo: Hidden").click()
    expect(page.get_by_text("None yet.")).to_be_visible()


@pytest.mark.parametrize("context_options", [{"java_script_enabled": False}])
def test_all_of_it_without_program(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/caucasus")
    page.locator("tr[data-event-id=e5]").get_by_role("link", name="Correct").click()
    page.get_by_role("textbox", name="What").fill("A paper was signed")
    page.get_by_role("searchbox", name="Another place").fill("rome")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("radio", name="Rome").check()
    expect(page.get_by_role("textbox", name="What")).to_have_value("A paper was signed")
    page.get_by_role("button", name="Save as checked").click()
    expect(row(page, "e5")).to_contain_text("Rome")
    expect(row(page, "e5")).to_contain_text("A paper was signed")


@pytest.mark.parametrize(
    "context_options",
    [{"viewport": {"width": width, "height": 844}} for width in (390, 1280)],
    ids=("390", "1280"),
)
@pytest.mark.parametrize(
    "path", ["/", "/new", "/stories/caucasus/events/e5?q=rome", "/stories/caucasus/review"]
)
def test_nothing_is_wider_than_the_screen_and_targets_fit_fingers(
    page: Page, site: str, path: str
) -> None:
    page.goto(site + path)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    for control in page.locator("button:visible, .quiet:visible, .act, .choice, input").all():
        box = control.bounding_box()
        if box is not None and control.get_attribute("type") not in ("radio", "checkbox"):
            assert min(box["width"], box["height"]) >= 24


def test_pages_of_other_hosts_cannot_post(page: Page, site: str) -> None:
    form = f'<form method="post" action="{site}/stories/caucasus/remove"><button>Go</button></form>'
    page.route("http://elsewhere.test/", lambda route: route.fulfill(body=form))
    other = page.context.new_page()
    other.route(
        "http://elsewhere.test/",
        lambda route: route.fulfill(body=form, content_type="text/html"),
    )
    other.goto("http://elsewhere.test/")
    other.get_by_role("button").click()
    expect(other.get_by_role("heading")).to_have_text("That is not allowed")
    other.goto(f"{site}/stories/caucasus")
    expect(other.get_by_role("heading", level=1)).to_contain_text("Two neighbours")


def test_what_was_confirmed_is_counted_and_can_be_filtered_at_once(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/caucasus?place=gn:587084")
    ready(page)
    item = page.get_by_role("dialog", name="Baku").locator("[data-event-id=e5]")
    item.get_by_role("button", name="Confirm").click()
    expect(page.locator("tr[data-event-id=e5]")).to_contain_text("confirmed")
    page.get_by_text("More filters").click()
    page.get_by_role("button", name="Confirmed 1").click()
    expect(page.get_by_role("status").first).to_have_text("1 event at 1 place, 1918 to 2023")


def test_a_missed_event_is_added_from_the_article(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/caucasus")
    ready(page)
    passage = page.get_by_role("region", name="Article").locator("[data-event-id~=e5]").first
    passage.evaluate("node => getSelection().selectAllChildren(node)")
    page.get_by_role("region", name="Article").get_by_role("link", name="Add an event").click()
    form = page.get_by_role("dialog", name="Add an event")
    form.get_by_role("searchbox", name="Another place").fill("rome")
    form.get_by_role("button", name="Search").click()
    form.get_by_role("radio", name="Rome").check()
    form.get_by_label("When").fill("May 1997")
    form.get_by_label("What").fill("A second copy was kept")
    form.get_by_role("button", name="Add it").click()
    popup = page.get_by_role("dialog", name="Rome")
    expect(popup).to_contain_text("A second copy was kept")
    expect(popup).to_contain_text("May 1997")
    page.get_by_role("button", name="Undo last").click()
    expect(page.get_by_text("A second copy was kept")).to_have_count(0)


def test_an_event_told_twice_becomes_one(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/caucasus?event=e5")
    ready(page)
    page.locator("tr[data-event-id=e5]").get_by_role("link", name="Correct").click()
    form = page.get_by_role("dialog", name="A protocol was signed")
    form.get_by_text("Told twice?").click()
    form.get_by_label("The same event").select_option("e1")
    form.get_by_role("button", name="Make it one with that").click()
    expect(page.locator("tr[data-event-id=e5]")).to_have_count(0)
    expect(page.locator("tr[data-event-id=e1]")).to_contain_text("edited")
    expect(page.get_by_role("button", name="Baku: 5 events")).to_be_visible()


def test_a_newcomer_tries_the_example_and_is_told_what_was_found(page: Page, site: str) -> None:
    page.goto(f"{site}/new")
    page.get_by_role("button", name="Try an example").click()
    expect(page.get_by_role("textbox", name="Text")).to_have_value(re.compile("Suez Canal"))
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/stories/the-canal-across-the-isthmus")
    page.get_by_role("link", name="Review").click()
    found = page.get_by_role("region", name="What was found")
    expect(found.get_by_text("Names of places")).to_be_visible()
    expect(found.get_by_text("Dates")).to_be_visible()


@pytest.mark.parametrize("context_options", [{"viewport": {"width": 390, "height": 844}}])
def test_on_a_phone_what_is_checked_next_is_in_sight(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/caucasus")
    ready(page)
    page.get_by_role("button", name="Next to check").click()
    confirm = page.get_by_role("dialog").get_by_role("button", name="Confirm").first
    expect(confirm).to_be_in_viewport(ratio=1)
    expect(confirm).to_be_focused()
