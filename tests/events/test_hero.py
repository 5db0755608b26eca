"""Life stories, in which a bare `he` or `she` means one person."""

import pytest

from tests.events.told import told

_LIFE = """Ada Ruiz was a painter. It rained. Her father Ben taught her. Cy Brown helped her. {0}
She sailed to {{Lima}} in [1909]. Ruiz sold her ship there; Ruiz kept her house.

She worked in a mill in {{Quito}} from [1910]."""


def test_she_is_whom_the_story_is_about() -> None:
    titles = [event.title for event in told(_LIFE.format(""))]
    assert titles[-1] == "Ruiz worked in a mill in Quito"


@pytest.mark.parametrize(
    "further",
    ["He sang. He danced. He left.", "His wife wept. He came back."],
    ids=["two persons", "two persons, one by his wife"],
)
def test_with_two_kinds_of_pronouns_nobody_is(further: str) -> None:
    titles = [event.title for event in told(_LIFE.format(further))]
    assert titles[-1] == "Worked in a mill in Quito"


def test_a_place_is_nobody() -> None:
    text = _LIFE.replace("Ada Ruiz was a painter", "The town was a port").format("")
    assert told(text)[-1].title == "Worked in a mill in Quito"
