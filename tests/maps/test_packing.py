"""What a large story's page carries packed."""

import gzip
import json
import re
from base64 import b64decode
from typing import Any

import pytest

from mapapp.maps import page_html
from mapapp.maps.edition import LARGE
from mapapp.model import Story
from tools import synthetic


@pytest.fixture(scope="module")
def made() -> Story:
    return synthetic.story("large", LARGE + 500, synthetic.places(50))


@pytest.fixture(scope="module")
def html(made: Story) -> str:
    return page_html(made)


def unpacked(text: str) -> str:
    return gzip.decompress(b64decode(text)).decode()


def pieces(html: str, name: str) -> list[Any]:
    found = re.findall(rf'<script type="text/plain" {name}>([^<]*)</script>', html)
    return [json.loads(unpacked(text)) for text in found]


def test_each_event_has_its_words_in_the_order_of_the_columns(made: Story, html: str) -> None:
    (ids,), (found,) = pieces(html, 'id="story-ids"'), pieces(html, 'id="story-columns"')
    words = [event for piece in pieces(html, 'class="story-words"') for event in piece]
    assert [event["id"] for event in words] == ids
    assert len(found["events"]["sides"]) == len(ids) == LARGE + 500
    titles = {event.id: event.title for event in made.annotation.events}
    assert all(event["title"] == titles[event["id"]] for event in words)


def test_the_article_is_whole_part_by_part(made: Story, html: str) -> None:
    parts = re.findall(r'<div class="part"[^>]* data-packed="([^"]+)"', html)
    text = "".join(re.sub(r"<[^>]*>", "", unpacked(part)) for part in parts)
    last = made.annotation.article.text.rpartition("\n")[2]
    assert text.rstrip().endswith(last)
    assert all(f"Delegation {number} held" in html + text for number in range(LARGE + 500))


def test_a_story_that_a_page_can_carry_stays_as_it_is() -> None:
    html = page_html(synthetic.story("small", 300, synthetic.places(50)))
    assert "data-packed" not in html
    assert "text/plain" not in html
