"""For which country a text is written."""

import pytest

from mapapp.places.dialect import dialect
from mapapp.places.words import word_hash


@pytest.mark.parametrize(
    ("words", "country"),
    [("the sheriff said", "US"), ("gardai said", "IE"), ("rcmp officers said", "CA")],
)
def test_words_tell_the_country(words: str, country: str) -> None:
    heard = dialect(words.split())
    assert max(heard, key=lambda code: heard[code]) == word_hash(country)


def test_more_words_say_more_but_never_all() -> None:
    few = dialect(["sheriff"])[word_hash("US")]
    many = dialect(["sheriff", "selectmen", "gop"])[word_hash("US")]
    assert few < many < 1


def test_a_text_without_them_tells_nothing() -> None:
    assert dialect("a ship came home".split()) == {}
