import pytest

from mapapp.model import Article
from mapapp.times import find_times


def said(text: str) -> list[tuple[str, str]]:
    """Words and EDTF of the times of a text."""
    times = find_times(Article(text))
    return [(time.span.of(text), time.when.edtf) for time in times if time.when is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When I was seven we moved.", [("When I was seven", "1933~")]),
        ("When I was 12 years old, they left.", [("When I was 12 years old", "1938~")]),
        ("While I was twenty-two, they left.", [("While I was twenty-two", "1948~")]),
        ("At the age of 18 I left. That winter it froze.",
         [("the age of 18", "1944~"), ("That winter", "1944-24")]),
        ("When I was one of ten children, they left.", []),
        ("When I was twelve miles away, it fell.", []),
        ("When he was seven he moved.", []),
    ],
)  # fmt: skip
def test_an_age_is_a_year_where_the_birth_was_told(text: str, expected: object) -> None:
    assert said(f"I was born in 1926. {text}")[1:] == expected
    assert [words for words, _ in said(text)] != ["When I was seven"]


def test_he_is_the_one_whose_birth_was_told() -> None:
    text = "Ruiz was born in 1926. At age ten he left. He was born poor. When he was 12, it fell."
    assert said(text)[1:] == [("age ten", "1936~"), ("When he was 12", "1938~")]


def test_no_other_birth_counts() -> None:
    text = "Ruiz slept. Our son was born in 1926. In 1981, when she was sixty, Kay died."
    assert said(text) == [("1926", "1926"), ("1981", "1981")]
    text = "Ruiz was born poor. In 1926 he left. When he was ten, it fell."
    assert said(text) == [("1926", "1926")]
    text = "Ruiz was born in 1926. In 1981, when he was fifty-five, it fell."
    assert said(text) == [("1926", "1926"), ("1981", "1981")]


def test_of_two_births_neither_is_surely_meant() -> None:
    text = "Ruiz was born in 1926. Kay was born in 1930. When he was ten, it fell."
    assert [edtf for _, edtf in said(text)] == ["1926", "1930"]
