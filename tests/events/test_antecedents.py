import pytest

from tests.events.told import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Ruiz slept. Her aunt slept. In [1930] she left {Lima}.", "Ada Ruiz left Lima"),
        ("Ada Ruiz slept. Juan Diaz died. In [1930] he left {Lima}.", "Left Lima"),
        ("Juan Diaz died in May. In [1930] she left {Lima}.", "Left Lima"),
        ("Late in May the French won. In [1930] they left {Lima}.", "The French left Lima"),
        ("The rebels slept. They lost. In [1930] they left {Lima}.", "The rebels left Lima"),
    ],
    ids=["over a possessive", "two persons", "one who died", "behind an adverb", "over a pronoun"],
)
def test_whom_a_pronoun_means(text: str, expected: str) -> None:
    assert told(text)[-1].title == expected
