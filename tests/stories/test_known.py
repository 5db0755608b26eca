"""Places by number, read as few times as may be."""

from collections.abc import Iterable, Sequence

import pytest

from mapapp.model import Place
from mapapp.stories.codec import encode_place
from mapapp.stories.known import KnownPlaces


class Library:
    """Places 0 to 9; writes down what is read."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def read(self, numbers: Sequence[int]) -> Iterable[tuple[int, bytes]]:
        self.asked.append(list(numbers))
        return [(each, encode_place(place(each))) for each in numbers if each < 10]


def place(number: int) -> Place:
    return Place(f"x:{number}", f"Town {number}", "settlement", 1.0, 2.0)


def test_what_is_known_is_not_read_again() -> None:
    library = Library()
    known = KnownPlaces(library.read)
    known.fetch([3, 1, 3])
    known.fetch([1, 4])
    assert [known[number] for number in (1, 3, 4)] == [place(1), place(3), place(4)]
    assert library.asked == [[3, 1], [4]]


def test_a_place_that_nobody_fetched_is_read_when_it_is_asked_for() -> None:
    library = Library()
    assert KnownPlaces(library.read)[7] == place(7)
    assert library.asked == [[7]]


def test_a_place_that_is_missing_is_told_of() -> None:
    known = KnownPlaces(Library().read)
    known.fetch([12])
    with pytest.raises(KeyError):
        known[12]
