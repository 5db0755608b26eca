import pytest

from tests.events.told import gists, told


@pytest.mark.parametrize(
    ("marked", "titles"),
    [
        (
            "In [1930] the army besieged {Lima} and the fleet attacked ships at {Callao}.",
            ["The army besieged Lima", "The fleet attacked ships at Callao"],
        ),
        (
            "Following the {Lima} Summit held in [1994], {Peru} was made a member of the bank.",
            ["Lima Summit held", "Peru was made a member of the bank"],
        ),
        (
            "In [2010], during the visit of President Ruiz to {Quito}, a treaty was signed.",
            ["A treaty was signed", "The visit of President Ruiz to Quito"],
        ),
    ],
    ids=["a later clause", "behind a dated summit", "a visit"],
)
def test_one_sentence_tells_several_events_of_its_date(marked: str, titles: list[str]) -> None:
    events = told(marked)
    assert [event.title for event in events] == titles
    assert len({event.when.edtf for event in events if event.when}) == 1


def test_a_shared_date_is_less_sure() -> None:
    first, second = told("In [1930] the army besieged {Lima} and the fleet attacked {Callao} bay.")
    assert (first.inferred, second.inferred) == (False, True)
    assert second.when is not None
    assert second.when.certainty == "less-certain"
    assert second.score < first.score


@pytest.mark.parametrize(
    "marked",
    [
        "In [1930] the army besieged {Lima}, and will attack {Callao}.",
        "In [1930] the army besieged {Lima} and the fleet was old.",
        "In [1930], during its course, the river near {Lima} rose.",
        "In [1930] a storm shook {Lima} and destroyed {Callao}.",
    ],
    ids=["to come", "no place", "no event", "one event"],
)
def test_nothing_further_is_told(marked: str) -> None:
    assert len(told(marked)) == 1


def test_names_of_a_list_are_told_each() -> None:
    names = "Eagle-[2019|2019!], {Rome} Star, Falcon-[2019|2019!] and others"
    titles = [event.title for event in told(f"For example, the drills {names}.")]
    assert titles == ["The drills Eagle-2019", "Falcon-2019 and others"]


@pytest.mark.parametrize(
    "said", ['"We met in {Lima} in [1930]," he said.', "“I was in {Lima} in [1930].”"]
)
def test_what_somebody_says_of_himself_is_no_event(said: str) -> None:
    assert told(said) == ()


def test_a_diary_is_told() -> None:
    assert gists("We reached {Lima} in [1930].") == [("1930", "Lima")]


def test_what_went_on_for_years_is_open_at_its_end() -> None:
    text = (
        "A mission began in {Lima} on [3 May 1930|1930-05-03]."
        " This mission lasted for two years in {Quito}."
    )
    assert gists(text) == [("1930-05-03", "Lima"), ("1930-05-03/..", "Quito")]


def test_that_time_means_about_the_year() -> None:
    text = (
        "The pact was signed in {Lima} on [4 June 1918|1918-06-04]."
        " At [that time|1918-06-04] Ruiz formed an army in {Quito}."
    )
    assert gists(text) == [("1918-06-04", "Lima"), ("1918~", "Quito")]


def test_a_date_that_only_points_back_tells_nothing_new() -> None:
    text = (
        "The pact was signed in {Lima} in [1918]."
        " The union of {Peru} is a form of the pact made at [that time|1918]."
    )
    assert gists(text) == [("1918", "Lima")]


def test_what_is_denied_keeps_the_places_of_its_clause() -> None:
    [event] = told(
        "Although {Peru} did not fight in [1930], the fact that ships lay at {Callao} told."
    )
    assert event.modality == "negated"
    assert [tie.place.name for tie in event.ties] == ["Peru"]
