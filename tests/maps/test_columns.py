import pytest
from msgspec.structs import replace

from mapapp.maps.columns import columns
from mapapp.maps.edition import Edition
from mapapp.maps.finding import Finder, folded
from mapapp.maps.view import event_views
from mapapp.model import Story, When
from tools import synthetic

from tests import stories_zoo


def open_ended() -> Story:
    """The story of the Caucasus with dates that are open on one side or both."""
    story = stories_zoo.caucasus()
    whens = [When("../1990", None, 7305), When("1991/..", 7670, None), When("../..", None, None)]
    events = story.annotation.events
    changed = [replace(event, when=when) for event, when in zip(events, whens, strict=False)]
    notes = replace(story.annotation, events=(*changed, *events[len(changed) :]))
    return replace(story, annotation=notes)


@pytest.mark.parametrize(
    "story",
    [
        stories_zoo.caucasus(),
        stories_zoo.antiquity(),
        stories_zoo.empty(),
        open_ended(),
        synthetic.story("made-up", 400, synthetic.places(30)),
    ],
    ids=lambda story: story.slug,
)
def test_columns_say_what_the_page_of_a_small_story_says(story: Story) -> None:
    edition = Edition(story)
    made, day = columns(edition.order), 0
    views = event_views(edition, range(len(edition.order.events)))
    assert len(made.sides) == len(views)
    for number, view in enumerate(views):
        day += made.days[number]
        side, length = made.sides[number], made.lengths[number]
        assert view.first == (day if side in (0, 2) else None)
        assert view.last == (day + length if side in (0, 1) else None)
        assert view.dated == (side != 4)
        assert view.place == (made.place[number] if made.place[number] >= 0 else None)
        assert view.role == (made.roles[made.role[number]] if made.role[number] >= 0 else None)
        assert view.category == made.categories[made.category[number]]
        assert view.certainty == made.certainties[made.certainty[number]]
        assert view.status == made.statuses[made.status[number]]


def test_another_order_of_events_has_another_token() -> None:
    story = stories_zoo.caucasus()
    fewer = replace(story.annotation, events=story.annotation.events[1:])
    orders = [Edition(story).order, Edition(replace(story, annotation=fewer)).order]
    assert orders[0].token != orders[1].token
    assert orders[0].token == Edition(stories_zoo.caucasus()).order.token


@pytest.mark.parametrize(
    ("words", "title"),
    [("susa", "Shusha"), ("BAKU", "Baku"), ("  ", ""), ("14 march 1992", "")],
)
def test_words_are_found_without_case_and_marks(words: str, title: str) -> None:
    edition = Edition(stories_zoo.caucasus())
    found = Finder(edition).find(words)
    assert found
    names = [[tie.place.name for tie in edition.order.events[number].ties] for number in found]
    assert all(title in each or not title for each in names)


def test_letters_that_have_no_mark_are_alike_too() -> None:
    assert folded("Xankəndi") == "xankendi"
    assert folded(" Bakı ") == "baki"
