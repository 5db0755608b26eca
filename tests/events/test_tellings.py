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
            "Under a pact signed in [1992], officers from {Peru} taught cadets, while 20 boys from"
            " {Kenya} bought arms in {Quito}.",
            [
                "Pact signed",
                "Officers from Peru taught cadets",
                "20 boys from Kenya bought arms in Quito",
            ],
        ),
        (
            "In [2010], during the visit of President Ruiz to {Quito}, a treaty was signed.",
            ["A treaty was signed", "The visit of President Ruiz to Quito"],
        ),
    ],
    ids=["a later clause", "behind a dated summit", "while", "a visit"],
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
    "said",
    [
        '"We met in {Lima} in [1930]," he said.',
        "“I was in {Lima} in [1930].”",
        "“We founded a school in {Lima}.”",
    ],
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


def test_a_date_of_what_something_is_like_tells_nothing() -> None:
    text = "In a speech like that made to guests in {Lima} in [1940], Ruiz warned of war."
    assert told(text) == ()


def test_what_is_denied_keeps_the_places_of_its_clause() -> None:
    [event] = told(
        "Although {Peru} did not fight in [1930], the fact that ships lay at {Callao} told."
    )
    assert event.modality == "negated"
    assert [tie.place.name for tie in event.ties] == ["Peru"]


@pytest.mark.parametrize(
    ("marked", "title"),
    [
        ("[1138]: {Lima} is ruined.", "Lima is ruined"),
        (
            "[1138]: The {Lima} quake, of magnitude 7, kills 300; more die.",
            "The Lima quake kills 300",
        ),
        ("{Lima}, {Peru}, [3 May 1930|1930-05-03] — A ship sank off {Callao}.", "A ship sank off"),
        ("{Lima}, [3 May 1930|1930-05-03] – The bank failed on [Saturday|1930-05-03].", "The bank"),
        ("{Lima}, [3 May 1930|1930-05-03] (ABC) — A ship sank on [Friday|1930-05-02].", "A ship"),
        ("{Lima}, [3 May 1930|1930-05-03] - A ship sank on [Friday|1930-05-02].", "A ship"),
        ("{Lima} (ABC), [3 May 1930|1930-05-03] -- A ship sank off {Callao}.", "A ship sank off"),
    ],
    ids=[
        "chronicle",
        "chronicle without a past verb",
        "dateline",
        "dateline and day",
        "agency",
        "hyphen",
        "two hyphens",
    ],
)
def test_a_date_in_front_tells_what_follows(marked: str, title: str) -> None:
    [event] = told(marked)
    assert event.title.startswith(title)


def test_entries_of_a_diary_keep_their_date() -> None:
    events = told(
        "[12 May 1886|1886-05-12]. Left early.\n[19 May|1886-05-19]. We anchored off {Lima}.\n"
        "[2 June|1886-06-02]. It rained. We drank. We sailed to {Callao} in fog."
    )
    assert [(e.when.edtf if e.when else "", e.place.name if e.place else "") for e in events] == [
        ("1886-05-12", ""),
        ("1886-05-19", "Lima"),
        ("1886-06-02", ""),
        ("1886-06-02", "Callao"),
    ]


@pytest.mark.parametrize(
    ("clause", "modality"),
    [
        ("The ship was due to dock in {Lima} in [1930].", "planned"),
        ("The plan failed in {Lima} in [1930] due to disease.", "asserted"),
        ("Ruiz proposed a law in {Lima} in [1930].", "asserted"),
        ("Ruiz proposed to tax {Lima} in [1930].", "planned"),
        ("I hope to see {Lima} again in [1930].", "hypothetical"),
    ],
)
def test_what_has_not_happened_is_marked(clause: str, modality: str) -> None:
    [event] = told(clause)
    assert event.modality == modality


def test_what_is_only_hoped_for_takes_no_place_from_before() -> None:
    *_, last = told("The ship left {Lima} on [3 May 1930|1930-05-03]. I hope to go on in [1931].")
    assert last.ties == ()


@pytest.mark.parametrize(
    ("marked", "dates"),
    [
        ("The count was 314 in [2008] against a figure of 904 in [2007].", ["2008"]),
        (
            "The army tried to take {Lima} in [May 1930|1930-05] and again in [June|1930-06], but"
            " failed.",
            ["1930-05", "1930-06"],
        ),
        (
            "From its origins in [1954] as a few ragged guards, the league of {Lima} had evolved by"
            " [1957] into an army.",
            ["1957"],
        ),
        ("In [1905] the army won at {Lima} the largest battle since [1813].", ["1905"]),
        ("In [1789] the estates met in {Lima} as in [1614].", ["1789"]),
        ("In the [1862] campaign, the army left {Lima} in [May|1862-05].", ["1862-05"]),
    ],
    ids=["only compared", "again", "origins", "superlative", "as", "framed"],
)
def test_a_clause_is_told_of_the_dates_that_it_is_of(marked: str, dates: list[str]) -> None:
    assert [event.when.edtf for event in told(marked) if event.when] == dates


def test_a_report_on_another_day_tells_nothing_new() -> None:
    (event,) = told(
        "A wall fell in {Lima} on [Sunday|1930-05-04], killing two, police said on"
        " [Monday|1930-05-05]."
    )
    assert event.when is not None
    assert event.when.edtf == "1930-05-04"


def test_a_date_that_measures_tells_what_happened_then() -> None:
    (event,) = told(
        "The quake was the worst since [April 2015|2015-04/..], when 300 people died in {Lima}."
    )
    assert event.title == "300 people died in Lima"
    assert event.when is not None
    assert event.when.edtf == "2015-04"


def test_dates_that_count_on_from_each_other_are_two() -> None:
    events = told("Ruiz came to {Lima} in [1902], and [a year later|1903] he was back in {Quito}.")
    assert [(e.when.edtf if e.when else "", e.title) for e in events] == [
        ("1902", "Ruiz came to Lima"),
        ("1903", "Ruiz was back in Quito"),
    ]


def test_plans_are_apart_from_what_was_done() -> None:
    events = told(
        "The club opened a school in {Lima} in [May|1930-05] and plans to open one in {Quito} in"
        " [June|1930-06]."
    )
    assert [(e.title, e.modality) for e in events] == [
        ("The club opened a school in Lima", "asserted"),
        ("The club plans to open one in Quito", "planned"),
    ]


def test_what_would_have_been_is_no_fact() -> None:
    (event,) = told("In [1930] the city would have built a port in {Lima}.")
    assert event.modality == "hypothetical"


@pytest.mark.parametrize(
    "byline",
    [
        "Ada Ruiz aruiz@port.org [March 24, 2009|2009-03-24] From the Port Times.",
        "Ada Ruiz, The Port Times {Lima} [March 31, 2018|2018-03-31] 2:36 pm.",
    ],
)
def test_a_byline_tells_nothing(byline: str) -> None:
    assert told(byline) == ()


def test_an_army_led_by_somebody_did_what_follows() -> None:
    (event,) = told("In [1688] an army led by Ruiz besieged the fort of {Lima}.")
    assert event.title == "An army led by Ruiz besieged the fort of Lima"


def test_the_time_at_which_a_log_has_a_line_yields_to_a_day_in_it() -> None:
    events = told("[15:10|2022-02-24] The bank in {Lima} was closed on [Tuesday|2022-02-22].")
    assert [event.when.edtf for event in events if event.when] == ["2022-02-22"]
