import pytest

from mapapp.model import Article, Interval
from mapapp.pipeline import annotate

from tests.events.told import gists, told


def test_place_goes_on_in_a_telling_by_days() -> None:
    marked = (
        "The fleet reached {Callao} on [2 May 1866|1866-05-02]. The guns opened fire at noon."
        " On [3 May|1866-05-03] the ships withdrew."
    )
    assert gists(marked) == [("1866-05-02", "Callao"), ("1866-05-03", "Callao")]
    assert told(marked)[1].inferred


def test_date_goes_on_in_a_telling_by_days() -> None:
    events = told(
        "On [2 May 1866|1866-05-02] the fleet left {Callao}. Then the army entered {Lima}."
    )
    assert [(event.when.edtf if event.when else "", event.inferred) for event in events] == [
        ("1866-05-02", False),
        ("1866-05-02", True),
    ]
    assert events[1].when is not None
    assert events[1].when.certainty == "uncertain"


def test_a_place_does_not_go_on_over_years() -> None:
    events = told(
        "The strike reached {Callao} on [2 May 1866|1866-05-02] and {Ica} on [4 May|1866-05-04]."
        " On [9 June 1869|1869-06-09] a walkout was called off."
    )
    assert events[-1].when is not None
    assert events[-1].when.edtf == "1869-06-09"
    assert events[-1].place is None


def test_what_names_no_place_is_not_put_at_one_of_many() -> None:
    events = told(
        "Drivers walked out in {Callao} on [2 May 1866|1866-05-02], in {Ica} on"
        " [3 May|1866-05-03] and in {Lima} on [4 May|1866-05-04].\n\n"
        "A bill was read on [9 May|1866-05-09]."
    )
    assert [event.place.name if event.place else "" for event in events] == [
        "Callao", "Ica", "Lima", "",
    ]  # fmt: skip


def test_survey_by_years_carries_no_place() -> None:
    marked = "A fair was held in {Lima} in [1990]. Prices rose in [1991]."
    assert told(marked)[1].place is None or told(marked)[1].inferred


def test_there_means_the_place_before() -> None:
    events = told("A fair was held in {Lima} in [1990]. In [1992] a school was founded there.")
    assert events[1].place is not None
    assert events[1].place.name == "Lima"
    assert events[1].inferred


def test_two_countries_are_those_spoken_of() -> None:
    events = told(
        "{Kenya} and {Uganda} share a lake. Joint patrols of the two countries began in [1990]."
    )
    assert {tie.place.name for tie in events[0].ties} == {"Kenya", "Uganda"}
    assert events[0].inferred


def test_carried_places_score_lower() -> None:
    sure, carried = told(
        "The fleet reached {Callao} on [2 May 1866|1866-05-02]."
        " On [3 May 1866|1866-05-03] the ships withdrew."
    )
    assert carried.score < sure.score


def test_a_place_does_not_go_on_into_another_paragraph_of_a_long_text() -> None:
    filler = " The weather stayed dry." * 250
    marked = (
        f"The fleet reached {{Callao}} on [2 May 1866|1866-05-02].{filler}\n\n"
        "On [9 June 1866|1866-06-09] a comet was seen."
    )
    assert told(marked)[-1].place is None


@pytest.mark.parametrize("there", ["{Nowhere Bay}", "Xanadu", "the Gulf of Xanadu"])
def test_a_place_that_nobody_locates_is_not_replaced_by_the_last_one(there: str) -> None:
    filler = " The weather stayed dry." * 250
    marked = (
        "The fleet reached {Callao} on [2 May 1866|1866-05-02]."
        f" On [9 June 1866|1866-06-09] the ships anchored at {there}.{filler}"
    )
    assert told(marked)[-1].place is None


def test_a_date_carried_over_takes_the_place_of_the_clause_before_that_of_a_phrase() -> None:
    *_, last = told(
        "The fleet left {Callao} on [2 May 1866|1866-05-02]. In return for a raid on {Ica}, guards"
        " led an attack on the city of {Lima}."
    )
    assert last.place is not None
    assert last.place.name == "Lima"


def test_what_a_year_brought_was_not_where_the_day_before_it_was() -> None:
    *_, last = told(
        "The fleet left {Callao} on [2 May 1866|1866-05-02]. On [3 May|1866-05-03] it sank near"
        " {Lima}. Forty men were robbed in [1867] alone." + " It rained." * 500
    )
    assert last.ties == ()


def test_what_somebody_only_tells_is_not_where_the_story_goes_on() -> None:
    *_, last = told(
        "The clerk testified on [24 January 1917|1917-01-24] that he had met her in {Lima} in"
        " [1913]. On [10 March 1919|1919-03-10] the court found her guilty."
    )
    assert last.place is None


def test_a_year_said_again_turns_to_another_scene() -> None:
    marked = (
        "The army left {Callao} on [9 April 1865|1865-04-09]. On [10 April|1865-04-10] it slept."
        " On [14 April 1865|1865-04-14] the president was shot. The guns fired on"
        " [15 April 1865|1865-04-15].\n\nLaws passed on"
        " [3 May 1870|1870-05-03], [4 May 1880|1880-05-04], [5 May 1890|1890-05-05] and"
        " [6 May 1900|1900-05-06]."
    )
    assert gists(marked)[:3] == [
        ("1865-04-09", "Callao"),
        ("1865-04-10", "Callao"),
        ("1865-04-14", ""),
    ]


@pytest.mark.parametrize(
    ("words", "place"),
    [("men found it there", "Peru"), ("there was a strike", "Lima")],
    ids=["points back", "says that it was"],
)
def test_there_means_the_country_named_last(words: str, place: str) -> None:
    events = told(
        f"The cross left {{Lima}} in [1941] and was in {{Peru}} in [1943]. In [1945] {words}."
    )
    assert events[-1].place is not None
    assert events[-1].place.name == place


def test_a_day_that_nothing_fixes_is_not_the_one_before() -> None:
    article = Article(
        "It reached Dikwa on 4 September 2018. By 10 September it was in Monguno. A clinic was"
        " opened in Damaturu last week, officials said on Monday."
    )
    last = annotate(article).events[-1]
    assert (last.place.name if last.place else "", last.when) == ("Damaturu", None)


def test_a_place_where_nothing_was_carries_nowhere() -> None:
    marked = (
        "On [2 May 1866|1866-05-02] the fleet sailed. If it had stopped at {Callao} it would have"
        " been lost. On [3 May|1866-05-03] the mayor took a walk."
    )
    assert ("1866-05-03", "Callao") not in gists(marked)


@pytest.mark.parametrize(("written", "dated"), [("2003-03-08", 2), ("2003-04-20", 1)])
def test_news_go_on_with_a_day_only_while_it_is_new(written: str, dated: int) -> None:
    text = "The bridge at Lima fell on 5 March. Rescuers came from Callao to Lima with boats."
    published = Interval.parse(written).first
    events = annotate(Article(text, published=published)).events
    assert sum(event.when is not None for event in events) == dated


def test_here_is_where_the_telling_stands() -> None:
    marked = "In [1964] she came to {Callao}. She wrote six songs here in [August 1965|1965-08]."
    assert gists(marked)[1] == ("1965-08", "Callao")


def test_what_was_denied_leaves_the_telling_where_it_stood() -> None:
    marked = (
        "On [2 May 1866|1866-05-02] the fleet sailed. No ship reached {Callao} on"
        " [3 May|1866-05-03]. On [4 May|1866-05-04] the guns fell silent."
    )
    assert ("1866-05-04", "Callao") not in gists(marked)


def test_how_long_something_lasts_dates_nothing_else() -> None:
    text = (
        "On 2 May 1966 a storm reached Callao. Aid is needed in Callao until December 1967. The"
        " storm destroyed the port of Callao."
    )
    events = annotate(Article(text)).events
    assert [event.when.edtf for event in events if event.when][-1] == "1966-05-02"


def test_entries_of_a_chronicle_tell_all_that_was_done_at_places() -> None:
    text = (
        "12 January 1871. The guns open fire on Paris. The army gives way at Le Mans.\n\n"
        "13 January 1871. Snow falls at Lyon.\n\n14 January 1871. A ship leaves Bordeaux."
    )
    events = annotate(Article(text)).events
    assert ("1871-01-12", "Le Mans") in [
        (event.when.edtf, event.place.name) for event in events if event.when and event.place
    ]


def test_a_place_of_the_same_sentence_keeps_those_before_it_away() -> None:
    marked = (
        "In [May 1346|1346-05] ships came to {Callao}. Ruiz was made king at {Lima} in"
        " [June 1346|1346-06] and was driven out in [December 1346|1346-12]."
    )
    assert ("1346-12", "Callao") not in gists(marked)
