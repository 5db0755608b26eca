import pytest

from tests.events.told import told


def test_plain_event_without_a_date_is_told_undated() -> None:
    [event] = told("The Harbour League was founded in {Quito} by nine friends.")
    assert event.when is None
    assert event.category == "organisation"
    assert event.place is not None
    assert event.place.name == "Quito"
    assert event.score < 0.5


@pytest.mark.parametrize(
    "marked",
    ["The Rail School was founded in {Kenya}.", "Officers have studied law in {Kenya}."],
    ids=["past", "perfect"],
)
def test_what_was_done_within_a_country_is_told(marked: str) -> None:
    [event] = told(marked)
    assert event.when is None
    assert [(tie.place.name, tie.role) for tie in event.ties] == [("Kenya", "location")]


@pytest.mark.parametrize(
    "marked",
    [
        "The Rail School is founded on a hill in {Quito}.",
        "The Rail School was not founded in {Quito}.",
        "The Rail School may have been founded in {Quito}.",
        "A comet was seen in {Quito}.",
        "The Rail School was given to {Kenya}.",
        "The Rail School was founded by friends of {Kenya}.",
        "The Rail School was founded in {Nowhere}.",
    ],
    ids=[
        "present",
        "negated",
        "supposed",
        "no category",
        "to a country",
        "a party",
        "unknown place",
    ],
)
def test_what_is_not_plain_is_not_told(marked: str) -> None:
    assert told(marked) == ()
