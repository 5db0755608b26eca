import pytest
from msgspec.structs import replace

from mapapp.maps.human import certainty, certainty_in_words, human_when
from mapapp.model import Interval, When

from tests import stories_zoo


def when(edtf: str, start: str | None, end: str | None) -> When:
    first = Interval.parse(start).first if start else None
    last = Interval.parse(end).last if end else None
    return When(edtf, first, last, "as written")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (when("1992-03-14", "1992-03-14", "1992-03-14"), "14 March 1992"),
        (when("1996-06", "1996-06", "1996-06"), "June 1996"),
        (when("199X", "1990", "1999"), "1990 to 1999"),
        (when("1992-03/1996-06", "1992-03", "1996-06"), "March 1992 to June 1996"),
        (when("1996/..", "1996", None), "since 1996"),
        (when("../2009", None, "2009"), "until 2009"),
        (when("1920~", "1920", "1920"), "about 1920"),
        (when("-0043-03-15", "-0043-03-15", "-0043-03-15"), "15 March 44 BCE"),
        (When("", None, None, "once upon a time"), "once upon a time"),
        (None, "no date"),
    ],
)
def test_dates_in_words(value: When | None, words: str) -> None:
    assert human_when(value) == words


def test_doubts_are_named() -> None:
    event = stories_zoo.caucasus().annotation.events[0]
    assert certainty_in_words(event) == "Read by machine, not checked"
    doubtful = replace(
        event, inferred=True, ties=(replace(event.ties[0], score=0.3),), status="confirmed"
    )
    said = certainty_in_words(doubtful)
    assert "place uncertain" in said
    assert "carried over" in said
    assert "confirmed by a person" in said
    assert certainty(doubtful) == "uncertain"
