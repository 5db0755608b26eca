"""Searches with more words than anybody means."""

from pathlib import Path

import pytest

from mapapp.errors import QueryError
from mapapp.maps.edition import Edition
from mapapp.maps.finding import Finder
from mapapp.model import Selection
from mapapp.stories import open_store
from mapapp.stories.sought import sought

from tests import stories_zoo

_SENTENCE = " ".join(f"word{number % 100}" for number in range(5000))  # a hundred different ones


def test_a_word_is_looked_for_once_however_often_it_is_written() -> None:
    assert sought("oil and gas and oil") == ["oil", "and", "gas"]
    assert len(sought(_SENTENCE)) == 100


@pytest.mark.parametrize("of", ["library", "story"])
def test_too_many_words_are_refused_wherever_they_are_asked_for(tmp_path: Path, of: str) -> None:
    store = open_store(tmp_path / "stories.sqlite")
    store.save(stories_zoo.caucasus())
    finder = Finder(Edition(stories_zoo.caucasus()))

    def find(words: str) -> list[object]:
        if of == "story":
            return list(finder.find(words))
        return list(store.query(Selection(), words=words))

    assert find(_SENTENCE) == []
    with pytest.raises(QueryError, match="q has 101 different words") as refused:
        find(f"{_SENTENCE} more")
    assert refused.value.parameter == "q"
