"""Features kept as JSON: the same as those that are made anew, wherever the library is served."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from mapapp.layers import encode, event_feature
from mapapp.model import Span, Story
from mapapp.stories.encoded import encoded, placed

from tests import stories_zoo, zoo

STORIES = [zoo.STORY, stories_zoo.hostile(), stories_zoo.antiquity(), stories_zoo.pacific()]
_odd = st.sampled_from(['"url":"', '"url":"/stories/a', '\\"url":"', '","url":"x', "\u2028"])


@pytest.mark.parametrize("site", ["", "http://127.0.0.1:8000", "https://maps.example/under"])
@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)
def test_kept_features_are_those_that_are_made(story: Story, site: str) -> None:
    for event in story.annotation.events:
        quote = event.evidence[0].of(story.annotation.article.text)
        made = event_feature(
            event, story=story.slug, quote=quote, base_url=site, key=f"{story.slug}:{event.id}"
        )
        assert placed([encoded(event, story.slug, quote)], site) == encode(made)


@given(quote=st.one_of(st.text(), _odd), title=st.one_of(st.text(), _odd))
def test_no_words_of_an_article_are_taken_for_an_address(quote: str, title: str) -> None:
    event = replace(zoo.EVENTS[0], title=title, category=title, evidence=(Span(0, 1),))
    site = 'https://host"\\/'
    made = event_feature(event, story="zoo", quote=quote, base_url=site, key=f"zoo:{event.id}")
    assert placed([encoded(event, "zoo", quote)], site) == encode(made)
