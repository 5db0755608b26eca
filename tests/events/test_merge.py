from tests.events.told import told


def test_event_told_twice_is_one_with_both_sentences() -> None:
    [event] = told(
        "The Rail Treaty was signed in {Lima} in [1990]. Prices rose."
        " The signing of the Rail Treaty in {Lima} in [1990] pleased all."
    )
    assert len(event.evidence) == 2
    assert event.evidence[0].start == 0


def test_different_events_of_one_day_and_place_stay_apart() -> None:
    events = told(
        "The Rail Treaty was signed in {Lima} in [1990]. The Harbour Pact was signed in {Lima}"
        " in [1990]."
    )
    assert len(events) == 2


def test_equal_words_on_another_day_stay_apart() -> None:
    events = told("The fair was held in {Lima} in [1990]. The fair was held in {Lima} in [1995].")
    assert len(events) == 2
