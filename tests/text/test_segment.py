from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.text import blocks, sentences, tokens

LETTERS = 'aB.?! \n\r’"()U.S.9é。'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Gen. Bragg. They left.", ["He met Gen. Bragg.", "They left."]),
        ("The U.S. Army left. It rained.", ["The U.S. Army left.", "It rained."]),
        ("He moved to the U.S. The army left.", ["He moved to the U.S.", "The army left."]),
        ("It ended on 5 Nov. 1990 at last.", ["It ended on 5 Nov. 1990 at last."]),
        ("J. P. Smith wrote.", ["J. P. Smith wrote."]),
        ("They stayed.Within a year they left.", ["They stayed.", "Within a year they left."]),
        ('He said "Go." Then he went.', ['He said "Go."', "Then he went."]),
        ("Prices rose 3.5 percent. Then fell.", ["Prices rose 3.5 percent.", "Then fell."]),
        ("see example.com for more", ["see example.com for more"]),
        ("A title\nThe text. More.", ["A title", "The text.", "More."]),
        ("No! Really? Yes…", ["No!", "Really?", "Yes…"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text)] == expected


def test_a_wrapped_text_keeps_its_sentences_whole() -> None:
    lines = [
        "the company moved its seat from the old harbour to a hill and",
        "sold both of its ships",
    ]
    text = "\n".join(lines * 4) + ".\n\nA second paragraph."
    assert len(blocks(text)) == 2
    assert len(sentences(text)) == 2


@pytest.mark.parametrize("unit", ["went, came and ", "said ", "word", "Paris; in May 1990 "])
def test_what_has_no_stop_is_cut_into_portions_and_loses_no_word(unit: str) -> None:
    text = unit * 1000
    spans = sentences(text)
    assert max(span.end - span.start for span in spans) <= 2000
    assert "".join(span.of(text) for span in spans).replace(" ", "") == text.replace(" ", "")


@given(st.text(LETTERS, max_size=80))
def test_no_word_is_lost_and_nothing_overlaps(text: str) -> None:
    spans = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    inside = {i for span in spans for i in range(span.start, span.end)}
    assert all(i in inside for i, char in enumerate(text) if char.isalnum())


@given(st.text(max_size=60))
def test_tokens_stand_where_they_say(text: str) -> None:
    found = tokens(text)
    assert all(text[token.start : token.end] == token.text for token in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_the_number_of_an_item_is_no_sentence() -> None:
    text = "• 1. Towns are shelled. 2. Ships sail in 1915. They return."
    assert [span.of(text) for span in sentences(text)] == [
        "• 1. Towns are shelled.",
        "2. Ships sail in 1915.",
        "They return.",
    ]


def test_the_date_that_opens_an_entry_is_no_sentence() -> None:
    for label in ("Sept 2.", "• 12 May 1994.", "May 3, 1915.", "June 1st."):
        text = f"{label} Independence is declared. On May 3. It rained."
        assert (
            next(span.of(text) for span in sentences(text)) == f"{label} Independence is declared."
        )
    assert len(sentences("Peace. War.")) == 2
