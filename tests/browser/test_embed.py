import json
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, FrameLocator, Page, expect

from tests.browser import wordpress
from tests.browser.conftest import Watch, address, ready
from tests.browser.foreign import Foreign, foreign_site

ALL = "15 events at 8 places, 1918 to 2023"


@pytest.fixture(scope="module")
def foreign() -> Iterator[Foreign]:
    with foreign_site() as site:
        yield site


@pytest.fixture
def page(context: BrowserContext, site: str, foreign: Foreign) -> Iterator[Page]:
    """A page that may ask the story's site and the foreign one, and no other."""
    made = context.new_page()
    watch = Watch(site, foreign.address)
    watch.follow(made)
    yield made
    assert watch.complaints == []


def framed(page: Page, foreign: Foreign, address: str, attributes: str = "") -> FrameLocator:
    page.goto(
        foreign.put(
            f'<p>Text before.</p><iframe {attributes} width="700" height="480" src="{address}">'
            "</iframe>"
        )
    )
    return page.frame_locator("iframe")


def choose(frame: FrameLocator, start: str, end: str) -> None:
    frame.get_by_label("From", exact=True).fill(start)
    frame.get_by_label("To", exact=True).fill(end)
    frame.get_by_label("To", exact=True).press("Enter")


@pytest.mark.parametrize("sandbox", ['sandbox="allow-scripts"', ""])
def test_embed_works_in_a_foreign_page_with_no_rights(
    page: Page, site: str, foreign: Foreign, sandbox: str
) -> None:
    frame = framed(page, foreign, f"{site}/stories/caucasus/embed", sandbox)
    expect(frame.get_by_role("status")).to_have_text(ALL)
    choose(frame, "1990", "2001")
    frame.get_by_role("button", name="Baku: 3 events").click()
    expect(frame.get_by_role("dialog", name="Baku").get_by_role("listitem")).to_have_count(3)


def test_moving_the_window_leaves_the_foreign_page_its_way_back(
    page: Page, site: str, foreign: Foreign
) -> None:
    page.goto(foreign.put("<p>Where the reader came from.</p>", "before.html"))
    frame = framed(page, foreign, f"{site}/stories/caucasus/embed")
    expect(frame.get_by_role("status")).to_have_text(ALL)
    choose(frame, "1990", "2001")
    expect(frame.get_by_role("status")).to_contain_text("1990 to 2001")
    page.go_back()
    expect(page.get_by_text("Where the reader came from.")).to_be_visible()


def posted(page: Page, site: str, foreign: Foreign, query: str = "") -> FrameLocator:
    """A post into whose editor the story's address was pasted."""
    address = quote(f"{site}/stories/caucasus{query}", safe="")
    with urlopen(f"{site}/oembed?url={address}&maxwidth=640") as answer:
        html = wordpress.filtered(json.load(answer)["html"])
    page.goto(foreign.put(html + wordpress.LISTENER))
    return page.frame_locator("iframe")


def test_wordpress_shows_the_frame_in_the_height_that_it_asks_for(
    page: Page, site: str, foreign: Foreign
) -> None:
    frame = posted(page, site, foreign, "?from=1990&to=2001")
    expect(page.locator("iframe")).to_be_visible()
    expect(page.locator("blockquote")).to_be_hidden()
    expect(frame.get_by_role("status")).to_have_text("7 events at 4 places, 1990 to 2001")
    page.wait_for_function("heard.length > 0")
    heard = page.evaluate("heard")
    assert {each["secret"] for each in heard} == {wordpress.SECRET}
    assert {each["message"] for each in heard} == {"height"}
    frame.locator("html[data-ready=true]").wait_for(state="attached")
    # It asks anew as it grows, until nothing of it is cut off and the map has its room.
    inside = page.frames[1]
    inside.wait_for_function(
        """() => document.body.scrollHeight === document.documentElement.clientHeight
          && document.querySelector(".folium-map").clientHeight >= 240"""
    )
    page.wait_for_function("document.querySelector('iframe').clientHeight === heard.at(-1).value")


def test_wordpress_takes_the_reader_to_the_story_and_to_no_other_host(
    page: Page, site: str, foreign: Foreign
) -> None:
    frame = posted(page, site, foreign)
    frame.locator("html[data-ready=true]").wait_for(state="attached")
    frame.get_by_role("link", name="Two neighbours and their armies").click()
    page.wait_for_url(f"{site}/stories/caucasus")
    ready(page)


def test_without_the_secret_nothing_is_said(page: Page, site: str, foreign: Foreign) -> None:
    page.goto(
        foreign.put(
            "<script>const heard = []; addEventListener('message', (e) => heard.push(e.data))"
            f"</script><iframe src='{site}/stories/caucasus/embed'></iframe>"
        )
    )
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready=true]").wait_for(state="attached")
    assert page.evaluate("heard") == []


def test_what_the_address_asks_for_is_shown(page: Page, site: str, foreign: Foreign) -> None:
    query = "list=1&time=0&theme=dark&from=1990&to=2001"
    frame = framed(page, foreign, f"{site}/stories/caucasus/embed?{query}")
    expect(frame.get_by_role("status")).to_have_text("7 events at 4 places, 1990 to 2001")
    expect(frame.get_by_role("table", name="Events").locator("tbody tr")).to_have_count(7)
    expect(frame.get_by_label("Window start")).to_be_hidden()
    ground = "element => getComputedStyle(element).backgroundColor"
    assert frame.locator("body").evaluate(ground) == "rgb(22, 24, 27)"
    frame.locator("tr[data-event-id=e3]").click()
    expect(frame.get_by_role("dialog")).to_be_visible()


@pytest.mark.parametrize("context_options", [{"color_scheme": "dark"}])
def test_a_light_embed_stays_light_for_readers_in_the_dark(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/caucasus/embed?theme=light")
    ready(page)
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 255, 255)"


@pytest.mark.parametrize("query", ["", "?list=1", "?list=1&time=0"])
@pytest.mark.parametrize("context_options", [{"viewport": {"width": 280, "height": 480}}])
def test_nothing_is_wider_than_a_narrow_column(page: Page, site: str, query: str) -> None:
    page.goto(f"{site}/stories/caucasus/embed{query}")
    ready(page)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.locator(".folium-map").evaluate("map => map.clientHeight") >= 180


@pytest.mark.parametrize("context_options", [{"viewport": {"width": 300, "height": 420}}])
def test_many_names_of_a_place_leave_room_for_what_happened_there(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/caucasus/embed?place=gn:587084&time=0")
    ready(page)
    popup = page.get_by_role("dialog", name="Baku")
    popup.locator(".popup-about").evaluate(
        "about => { about.textContent = 'town, also ' + 'Elisabethpol, '.repeat(15); }"
    )
    assert popup.get_by_role("list").evaluate("list => list.clientHeight") >= 40


def test_a_large_story_fetches_its_events_without_rights(
    page: Page, site: str, foreign: Foreign
) -> None:
    frame = framed(page, foreign, f"{site}/stories/long/embed", 'sandbox="allow-scripts"')
    expect(frame.get_by_role("status")).to_contain_text("700 events")
    frame.locator(".pin:visible").first.press("Enter")
    expect(frame.get_by_role("dialog").get_by_role("listitem").first).not_to_be_empty()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("gone/embed", "No such story"),
        ("caucasus/embed?from=1990-02-30", "day 30 does not exist in 1990-02"),
    ],
)
def test_what_is_wrong_is_said_where_the_map_would_be(
    browser: Browser, site: str, foreign: Foreign, path: str, said: str
) -> None:
    page = browser.new_page()
    frame = framed(page, foreign, f"{site}/stories/{path}")
    expect(frame.get_by_text(said).first).to_be_visible()
    page.close()


@pytest.mark.parametrize("look", ["", "&list=1"])
@pytest.mark.parametrize("context_options", [{"java_script_enabled": False}])
def test_without_program_there_is_a_picture_and_the_list(
    page: Page, site: str, foreign: Foreign, look: str
) -> None:
    frame = framed(page, foreign, f"{site}/stories/caucasus/embed?from=1990&to=2001{look}")
    expect(frame.locator(".board")).to_be_hidden()
    picture = frame.get_by_role("img", name="Map: 15 events")
    expect(picture).to_be_visible()
    address = picture.get_attribute("src")
    assert address is not None
    assert "from=1990" in address
    expect(frame.get_by_role("listitem")).to_have_count(7)
    expect(frame.get_by_role("listitem").first).to_contain_text("1992")
    expect(frame.locator(".told-events").get_by_text("4 June 1918")).to_have_count(0)


def test_the_code_follows_the_form(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/caucasus/embedding")
    code = page.get_by_label("HTML to copy")
    preview = page.frame_locator("iframe")
    expect(preview.get_by_role("status")).to_have_text(ALL)
    page.get_by_label("List of events").select_option("Shown")
    expect(code).to_have_value(re.compile("list=1"))
    expect(preview.get_by_role("table", name="Events")).to_be_visible()
    page.get_by_label("From").fill("1990")
    expect(code).to_have_value(re.compile("from=1990"))
    expect(preview.get_by_role("status")).to_contain_text("1990 to")
    expect(page).to_have_url(address("from=1990"))
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("status").first).not_to_be_empty()


def test_what_is_wrong_is_said_while_it_is_typed(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(f"{site}/stories/caucasus/embedding")
    page.get_by_label("From").fill("1990-13")
    expect(page.locator("#problem-from")).to_contain_text("month 13")
    expect(page.get_by_label("From")).to_have_attribute("aria-invalid", "true")
    page.get_by_label("From").fill("1990-12")
    expect(page.locator("#problem-from")).to_be_empty()
    page.close()


@pytest.mark.parametrize("context_options", [{"java_script_enabled": False}])
def test_the_code_is_made_without_program(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/caucasus/embedding")
    page.get_by_label("Theme").select_option("Dark")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_label("HTML to copy")).to_have_value(re.compile("theme=dark"))
    expect(page.get_by_role("button", name="Copy")).to_be_hidden()


@pytest.mark.parametrize("context_options", [{"viewport": {"width": 280, "height": 700}}])
def test_the_code_works_where_it_is_put(page: Page, site: str, foreign: Foreign) -> None:
    with urlopen(f"{site}/stories/caucasus/embedding") as answer:
        code = re.search("<textarea[^>]*>(.*?)</textarea>", answer.read().decode(), re.DOTALL)
    assert code
    page.goto(foreign.put(f"<meta name=viewport content='width=device-width'>{unescape(code[1])}"))
    expect(page.frame_locator("iframe").get_by_role("status")).to_have_text(ALL)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.locator("iframe").evaluate("frame => frame.remove()")  # as feed readers do
    expect(page.get_by_role("img", name="Map: 15 events")).to_be_visible()
    expect(page.get_by_role("link", name="Two neighbours and their armies")).to_be_visible()


# What themes of others do to everything that is put into an article.
_HOSTS = {
    "plain": "<style></style>{code}",
    "wordpress": """<style>
        body {{ margin: 0; }} figure {{ margin: 0 0 1em; }}
        .is-layout-constrained > * {{ max-width: 645px; margin-inline: auto !important; }}
        img, video {{ height: auto; max-width: 100%; vertical-align: bottom; }}
        .entry iframe, .entry img {{ max-width: 100%; }}
        .entry img {{ position: relative; z-index: 0; }}
        </style><main class="entry is-layout-constrained"><p>Before.</p>{code}
        <p>After.</p></main>""",
    "ghost": """<style>
        * {{ box-sizing: border-box; margin: 0; padding: 0; }}
        img {{ display: block; height: auto; }}
        .gh-canvas {{ display: grid; grid-template-columns:
          [full-start] minmax(4vw, auto) [main-start] minmax(auto, 720px) [main-end]
          minmax(4vw, auto) [full-end]; }}
        .gh-canvas > * {{ grid-column: main-start / main-end; }}
        .gh-canvas > * + * {{ margin-top: 32px; }} iframe {{ position: relative; width: 100%; }}
        </style><section class="gh-content gh-canvas"><p>Before.</p>
        <!--kg-card-begin: html-->{code}<!--kg-card-end: html--><p>After.</p></section>""",
    "a flex row": """<style>img {{ position: relative; z-index: 9; }} .row {{ display: flex; }}
        .row > * {{ flex: 1 1 0; min-width: 0; }}</style><div class="row">{code}</div>""",
}


def _snippet(site: str) -> str:
    with urlopen(f"{site}/stories/caucasus/embedding") as answer:
        code = re.search("<textarea[^>]*>(.*?)</textarea>", answer.read().decode(), re.DOTALL)
    assert code
    return unescape(code[1])


@pytest.mark.parametrize("host", _HOSTS)
@pytest.mark.parametrize(
    "context_options",
    [{"viewport": {"width": width, "height": 700}} for width in (280, 1000)],
    ids=["280", "1000"],
)
def test_the_code_stands_what_themes_do(
    page: Page, site: str, foreign: Foreign, host: str, context_options: dict[str, object]
) -> None:
    head = "<meta name=viewport content='width=device-width'>"
    page.goto(foreign.put(head + _HOSTS[host].format(code=_snippet(site))))
    frame = page.locator("iframe")
    expect(page.frame_locator("iframe").get_by_role("status")).to_have_text(ALL)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    box, around = frame.bounding_box(), page.locator("figure").bounding_box()
    assert box
    assert around
    assert box["height"] >= 400
    assert abs(box["width"] - around["width"]) <= 1, "as wide as its column"
    middle = """frame => {
      const { x, y, width, height } = frame.getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2) === frame;
    }"""
    frame.scroll_into_view_if_needed()
    assert frame.evaluate(middle), "and not under its picture"


def test_the_code_where_only_words_and_pictures_are_let_through(
    page: Page, site: str, foreign: Foreign
) -> None:
    """As Medium, newsletters and sanitisers leave it: no frames, no styles."""
    code = re.sub("<iframe.*?</iframe>", "", _snippet(site), flags=re.DOTALL)
    page.goto(foreign.put(re.sub(' (?:style|loading)="[^"]*"', "", code)))
    picture = page.get_by_role("img", name="Map: 15 events")
    expect(picture).to_be_visible()
    assert picture.evaluate("img => img.decode().then(() => img.naturalWidth)") == 1200
    link = page.get_by_role("link", name="Two neighbours and their armies")
    assert (link.get_attribute("href") or "").endswith("/stories/caucasus")


def test_the_code_leaves_nothing_empty_where_wordpress_cuts_its_frame_out(
    page: Page, site: str, foreign: Foreign
) -> None:
    """As authors without `unfiltered_html` find it: seen in WordPress 6.5 itself."""
    code = re.sub("<iframe.*?</iframe>", "", _snippet(site), flags=re.DOTALL)
    code = re.sub(r"display: grid|grid-area: 1 / 1;", "", code)
    page.goto(foreign.put(f"<div style='width: 327px'>{code}</div>"))
    picture = page.get_by_role("img", name="Map: 15 events")
    picture.evaluate("img => img.decode()")
    shown, around = picture.bounding_box(), page.locator("figure").bounding_box()
    assert shown
    assert around
    assert shown["height"] == pytest.approx(327 * 630 / 1200, abs=2)
    assert around["height"] - shown["height"] < 60, "the link, and nothing else"


def test_a_post_of_the_classic_editor_fits_a_phone(page: Page, site: str, foreign: Foreign) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    posted(page, site, foreign)
    expect(page.locator("iframe")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_an_embed_is_printed_without_its_buttons(page: Page, site: str) -> None:
    page.goto(f"{site}/stories/caucasus/embed?list=1")
    ready(page)
    page.emulate_media(media="print")
    expect(page.get_by_role("status")).to_have_text(ALL)
    expect(page.get_by_role("table", name="Events")).to_be_visible()
    expect(page.get_by_role("button", name="Baku: 6 events")).to_be_visible()
    assert page.get_by_role("button", name="Play").count() == 0
    # No rows are cut off at the end of a scrolled box.
    rows = page.get_by_role("row")
    assert rows.last.evaluate("row => row.closest('.table-scroll').scrollHeight"
                              " - row.closest('.table-scroll').clientHeight") <= 1  # fmt: skip
