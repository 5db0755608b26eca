"""Births and deaths in brackets are events of their own, told of whoever stands before."""

import pytest

from mapapp.model import Article
from mapapp.pipeline import annotate


def _told(text: str) -> list[tuple[str, str, str]]:
    return [
        (
            event.when.edtf if event.when else "",
            event.title,
            event.place.name if event.place else "",
        )
        for event in annotate(Article(text)).events
    ]


@pytest.mark.parametrize(
    "bracket",
    [
        "(born 4 May 1790 in Ulm; died 6 June 1850 in Vienna)",
        "(b. 4 May 1790, Ulm; d. 6 June 1850, Vienna)",
        "(* 4 May 1790 in Ulm, † 6 June 1850 in Vienna)",
        "(4 May 1790, Ulm – 6 June 1850, Vienna)",
    ],
)
@pytest.mark.parametrize("name", ["Anna de Groot", "Anna de Groot, née Weiss"])
def test_a_bracket_tells_birth_and_death(name: str, bracket: str) -> None:
    assert _told(f"{name} {bracket} built bridges.") == [
        ("1790-05-04", "Anna de Groot was born", "Ulm"),
        ("1850-06-06", "Anna de Groot died", "Vienna"),
    ]


def test_a_death_may_stand_alone() -> None:
    assert _told("Anna Groot (d. 6 June 1850, Vienna) built bridges.") == [
        ("1850-06-06", "Anna Groot died", "Vienna")
    ]


def test_what_the_sentence_tells_keeps_its_own_date_and_place() -> None:
    assert _told("Otto Weber (born 1902 in Ulm) taught at Vienna from 1930.") == [
        ("1902", "Otto Weber was born", "Ulm"),
        ("1930", "Otto Weber taught at Vienna", "Vienna"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Groot (1851-1920) was a painter.",
        "The siege of Ulm (4 May 1790 – 6 June 1790) was long.",
        "It rained (4 May 1790) and snowed (6 June 1850).",
        "Ada Ruiz (whose brother died on 4 May 1862) left Ulm.",
        "Ada Ruiz (seen with D. Hill at Ulm on 4 May 1862) left.",
    ],
)
def test_other_brackets_tell_of_no_life(text: str) -> None:
    lives = (f"{text.split(' (')[0]} was born", f"{text.split(' (')[0]} died")
    assert not {title for _, title, _ in _told(text)} & set(lives)


def test_a_span_of_life_dates_nothing() -> None:
    text = "He dug at Ulm with Cartier (1810–1889), and with Anna Groot (1851–1920) at Vienna."
    assert _told(text) == []
    assert [title for _, title, _ in _told("The Long Peace (1815–1914) ended at Ulm.")]
