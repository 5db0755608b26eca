"""What the table begins with, and all of it without JavaScript."""

import pytest

from mapapp.errors import BadDate
from mapapp.maps.edition import Edition
from mapapp.maps.finding import Finder
from mapapp.maps.listing import ROWS, listing
from mapapp.model import Story
from tools import synthetic

from tests import stories_zoo


def _titles(story: Story, **query: str) -> list[str]:
    edition = Edition(story)
    found = listing(edition, query, find=Finder(edition).find)
    return [edition.order.events[number].title for number in found.numbers]


def test_a_long_story_comes_in_pages_that_are_all_of_it() -> None:
    story = synthetic.story("long", 2 * ROWS + 7, synthetic.places(9))
    pages = [_titles(story, page=str(number)) for number in (1, 2, 3)]
    assert [len(page) for page in pages] == [ROWS, ROWS, 7]
    assert len({title for page in pages for title in page}) == 2 * ROWS + 7
    assert _titles(story, page="8") == pages[2]


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"from": "1990", "to": "2001"},
        {"category": "visit,meeting"},
        {"at": "gn:587084"},
        {"q": "baku"},
        {"q": "Baku", "from": "1995", "status": "machine"},
        {"certainty": "uncertain"},
        {"status": "confirmed"},
    ],
)
def test_the_same_events_show_however_they_are_sorted(query: dict[str, str]) -> None:
    story = stories_zoo.caucasus()
    wanted = sorted(_titles(story, **query))
    for sort in ("title", "-title", "place", "-place", "-date", "nonsense"):
        assert sorted(_titles(story, **query, sort=sort)) == wanted


def test_what_narrows_narrows() -> None:
    story = stories_zoo.caucasus()
    whole = _titles(story)
    assert len(whole) == 15
    for query in ({"from": "1990", "to": "1995"}, {"at": "gn:587084"}, {"q": "baku"}):
        assert 0 < len(_titles(story, **query)) < len(whole)
    assert _titles(story, certainty="uncertain") == []


def test_sorted_both_ways_what_has_no_date_or_place_stays_last() -> None:
    story = synthetic.story("few", 90, synthetic.places(9))
    edition = Edition(story)
    for sort, lacks in (("-date", "when"), ("place", "place"), ("-place", "place")):
        found = listing(edition, {"sort": sort}, find=lambda _: ())
        known = [getattr(edition.order.events[n], lacks) is not None for n in found.numbers]
        assert known == sorted(known, reverse=True)
        assert not all(known)
    titles = _titles(story, sort="title")
    assert titles == _titles(story, sort="-title")[::-1]


def test_a_date_that_does_not_exist_is_refused() -> None:
    with pytest.raises(BadDate, match="day 30"):
        _titles(stories_zoo.caucasus(), **{"from": "1990-02-30"})
