import pytest
from msgspec.structs import replace

from mapapp.maps.article import marked
from mapapp.model import Resolution, Span, Story, Toponym
from mapapp.text.segment import blocks

from tests import stories_zoo


@pytest.mark.parametrize("story", [stories_zoo.caucasus(), stories_zoo.hostile()])
def test_nothing_of_the_text_is_lost_or_changed(story: Story) -> None:
    text = story.annotation.article.text
    shown = [
        "".join(piece.text for passage in block.passages for piece in passage.pieces)
        for block in marked(story)
    ]
    assert shown == [block.of(text) for block in blocks(text)]


def test_each_event_is_told_where_its_evidence_stands() -> None:
    story = stories_zoo.caucasus()
    text = story.annotation.article.text
    told: dict[str, str] = {}
    for block in marked(story):
        for passage in block.passages:
            for event in passage.events:
                words = "".join(piece.text for piece in passage.pieces)
                told[event] = told.get(event, "") + words
    assert told == {event.id: event.evidence[0].of(text) for event in story.annotation.events}


def test_places_dates_and_unknown_names_are_marked() -> None:
    pieces = [
        piece
        for block in marked(stories_zoo.caucasus())
        for passage in block.passages
        for piece in passage.pieces
    ]
    assert ("Shusha", "gn:585226") in [(piece.text, piece.place) for piece in pieces]
    assert ("14 March 1992", "1992-03-14") in [(piece.text, piece.time) for piece in pieces]
    assert [piece.text for piece in pieces if piece.unlocated] == ["Aghband"]


def test_a_sentence_of_two_events_bears_both() -> None:
    story = stories_zoo.caucasus()
    first, second = story.annotation.events[:2]
    both = replace(second, evidence=first.evidence)
    notes = replace(story.annotation, events=(first, both))
    passage = marked(replace(story, annotation=notes))[1].passages[0]
    assert set(passage.events) == {"e0", "e1"}


def test_marks_that_cross_or_nest_do_not_lose_words() -> None:
    story = stories_zoo.caucasus()
    inner = story.annotation.toponyms[0]
    outer = Toponym(
        Span(inner.span.start - 3, inner.span.end + 3), "literal", Resolution(stories_zoo.BAKU, 1)
    )
    notes = replace(story.annotation, toponyms=(*story.annotation.toponyms, outer))
    text = story.annotation.article.text
    shown = "".join(
        piece.text
        for block in marked(replace(story, annotation=notes))
        for passage in block.passages
        for piece in passage.pieces
    )
    assert shown == "".join(block.of(text) for block in blocks(text))
