"""However near each other places lie, each of them can be reached."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from mapapp.model import Place
from mapapp.stories import open_store

from tests import stories_zoo
from tests.browser.conftest import Watch, address, ready, still
from tests.browser.serving import serving

_FAR = Place("x:far", "Far", "settlement", 55.0, 45.0)
_STREETS = 40
_TENANTS = 200


def _streets() -> list[Place]:
    """Within one kilometre."""
    return [
        Place(f"x:{n}", f"Street {n}", "site", 49.89 + n % 8 * 0.0014, 40.37 + n // 8 * 0.0018)
        for n in range(_STREETS)
    ]


def _tenants() -> list[Place]:
    """At one point."""
    return [Place(f"x:{n}", f"Flat {n}", "site", 49.89, 40.37) for n in range(_TENANTS)]


@pytest.fixture(scope="module")
def clusters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    store = open_store(tmp_path_factory.mktemp("library") / "stories.sqlite")
    store.save(stories_zoo.gathered("streets", [*_streets(), _FAR]))
    store.save(stories_zoo.gathered("tenants", [*_tenants(), _FAR]))
    with serving(store) as address:
        yield address


@pytest.fixture
def context_options() -> dict[str, object]:
    return {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}


@pytest.fixture
def page(context, clusters: str) -> Iterator[Page]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    made: Page = context.new_page()
    watch = Watch(clusters)
    watch.follow(made)
    yield made
    assert watch.complaints == []


def test_markers_in_a_street_come_apart_as_the_reader_comes_near(page: Page, clusters: str) -> None:
    page.goto(f"{clusters}/stories/streets")
    ready(page)
    for _ in range(12):
        group = page.locator(".pin-group").first
        if group.count() == 0:
            break
        group.press("Enter")
        still(page)
    expect(page.locator(".pin-group")).to_have_count(0)
    centres = page.locator(".pin").evaluate_all(
        """pins => pins.map((pin) => {
          const { left, right, top, bottom } = pin.getBoundingClientRect();
          return [(left + right) / 2, (top + bottom) / 2];
        })"""
    )
    assert len(centres) > 10
    for number, (x, y) in enumerate(centres):
        for left, top in centres[:number]:
            assert max(abs(x - left), abs(y - top)) >= 24 - 1
    page.locator(".pin").first.press("Enter")  # it may stand ready outside the view
    expect(page.get_by_role("dialog")).to_contain_text("1 event")


def test_each_of_many_places_on_one_spot_can_be_chosen(page: Page, clusters: str) -> None:
    page.goto(f"{clusters}/stories/tenants")
    ready(page)
    group = page.get_by_role("button", name=f"Flat 0 and {_TENANTS - 1} more places")
    group.press("Enter")
    chooser = page.get_by_role("dialog", name=f"{_TENANTS} places on one spot")
    expect(chooser).to_be_focused()
    expect(chooser.get_by_role("button", name="Flat ")).to_have_count(_TENANTS)
    chooser.get_by_role("button", name="Flat 137: 1 event").press("Enter")
    popup = page.get_by_role("dialog", name="Flat 137")
    expect(popup).to_contain_text("A protocol was signed in Flat 137 in 1837.")
    expect(chooser).to_be_hidden()
    expect(page).to_have_url(address("place=x:137"))
    page.keyboard.press("Escape")
    expect(popup).to_be_hidden()
    expect(group).to_be_focused()


def test_the_chooser_lists_what_the_window_shows(page: Page, clusters: str) -> None:
    page.goto(f"{clusters}/stories/tenants?from=1720&to=1724")
    ready(page)
    page.locator(".pin-group").click()
    expect(page.get_by_role("dialog").get_by_role("listitem")).to_have_text(
        [f"Flat {number}: 1 event" for number in range(20, 25)]
    )
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
