import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.events.judgement import attributed, judges
from mapapp.model import Article
from mapapp.pipeline import annotate


@pytest.mark.parametrize(
    "title",
    [
        "The brutal siege of Lima ended",
        "Aggression by the southern league led to war",
        "The ethnic cleansing of the valley began",
        "Their gallant garrison surrendered",
        "Enemy ships entered the bay",
    ],
)
def test_a_title_that_judges_is_a_quotation(title: str) -> None:
    assert attributed(title, f"In 1502, {title[0].lower()}{title[1:]}.") == f"“{title}”"


@pytest.mark.parametrize(
    "title",
    [
        "The Liberation Army entered Lima",
        "Barbary ships entered the bay",
        "The general spoke of a “brutal regime” in Lima",
        "Troops occupied and held the town",
        "Terror Island was sighted",
    ],
)
def test_names_quotations_and_plain_words_judge_nothing(title: str) -> None:
    assert attributed(title, title) == title


def test_what_was_left_out_and_put_in_is_marked() -> None:
    sentence = "In May 1502 he at last ended, with some losses, the brutal siege."
    assert (
        attributed("Ruiz ended the brutal siege", sentence) == "“[Ruiz] ended … the brutal siege”"
    )


def test_quotation_marks_within_become_single() -> None:
    sentence = "The infamous “Black Ship” left Lima in 1502."
    assert attributed("The infamous “Black Ship” left Lima", sentence) == (
        "“The infamous ‘Black Ship’ left Lima”"
    )


@given(st.text(), st.text())
def test_any_title_of_any_sentence(title: str, sentence: str) -> None:
    told = attributed(title, sentence)
    assert told == title or (told.startswith("“") and told.endswith("”") and judges(title))


def test_an_article_is_quoted_and_not_repeated() -> None:
    text = "The enemy took Lisbon on 3 May 1502. On 9 May 1502 the fleet left Lisbon."
    titles = [event.title for event in annotate(Article(text)).events]
    assert titles == ["“The enemy took Lisbon”", "The fleet left Lisbon"]
