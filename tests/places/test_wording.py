"""What the words around a name say of its kind."""

import pytest

from mapapp.model import Span
from mapapp.places.options import ADMIN1, ADMIN2, SETTLEMENT
from mapapp.places.wording import UNSAID, wording


def said(text: str, name: str, key: str = "") -> dict[int, float]:
    start = text.index(name)
    return dict(wording(text, [Span(start, start + len(name))], key or name.lower()).told)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Bears roam eastern Washington state in spring.", "Washington", ADMIN1),
        ("The governor of Georgia signed it.", "Georgia", ADMIN1),
        ("He is the mayor of Quebec now.", "Quebec", SETTLEMENT),
        ("Roads in Douglas county were closed.", "Douglas", ADMIN2),
    ],
)
def test_a_word_beside_tells_the_kind(text: str, name: str, kind: int) -> None:
    assert said(text, name) == {kind: 1.0}


def test_a_word_within_tells_unless_it_is_part_of_the_name() -> None:
    assert said("The city of Ganja lies in the west.", "city of Ganja", "ganja") == {
        SETTLEMENT: 1.0
    }
    assert said("They flew to Mexico City.", "Mexico City") == {}


@pytest.mark.parametrize("text", ["Colorado State University", "Colorado, a state", "Colorado"])
def test_other_words_tell_nothing(text: str) -> None:
    assert said(text, "Colorado") == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("WASHINGTON (AP) -- The senate met.", True),
        ("By Ann Lee\nLONDON, Ontario \u2014 Firemen came.", True),
        ("PARIS, June 5 (Reuters) - Police said so.", True),
        ("Washington met them.", False),
        ("They left for Paris - a surprise.", False),
    ],
)
def test_a_dateline_is_a_town(text: str, told: bool) -> None:
    name = next(
        word for word in ("WASHINGTON", "LONDON", "PARIS", "Washington", "Paris") if word in text
    )
    start = text.index(name)
    found = wording(text, [Span(start, start + len(name))], name.lower())
    assert found.datelines(SETTLEMENT) == -found.datelines(ADMIN1) == told


def test_each_mention_has_its_share() -> None:
    text = "Washington state, Washington"
    found = wording(text, [Span(0, 10), Span(18, 28)], "washington")
    assert found.speaks_for(ADMIN1) == 0.5
    assert found.speaks_for(SETTLEMENT) == -0.5
    assert UNSAID.speaks_for(ADMIN1) == 0
