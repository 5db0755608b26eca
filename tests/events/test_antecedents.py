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
        ("The defendant slept. In [1930] he left {Lima}.", "The defendant left Lima"),
        ("The queen slept. In [1930] he left {Lima}.", "Left Lima"),
        ("The court sat. In [1930] it left {Lima}.", "The court left Lima"),
        ("The judge sat. In [1930] it left {Lima}.", "Left Lima"),
        ("A court sat. The guard Ruiz’s army came. In [1930] he left {Lima}.", "Left Lima"),
        ("Ruiz’s army came. In [1930] he left {Lima}.", "Ruiz left Lima"),
        ("Ruiz’s aunt came. In [1930] he left {Lima}.", "Left Lima"),
        ("The victim fell. Juan Diaz ran. In [1930] he left {Lima}.", "Juan Diaz left Lima"),
    ],
    ids=[
        "over a possessive",
        "two persons",
        "one who died",
        "behind an adverb",
        "over a pronoun",
        "what a man is called",
        "no man",
        "a body",
        "no thing",
        "whose army nobody knows",
        "whose army",
        "whose aunt",
        "a name behind what another is called",
    ],
)
def test_whom_a_pronoun_means(text: str, expected: str) -> None:
    assert told(text)[-1].title == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Peru} fell ill, and its army left {Lima} in [1930].", "Peru’s army left Lima"),
        ("When Ada the Elder won, she left {Lima} in [1930].", "Ada the Elder left Lima"),
        (
            "The emperor Pedro II won, but he left {Lima} in [1930].",
            "The emperor Pedro II left Lima",
        ),
        ("Police met Bo, and his car left {Lima} in [1930].", "His car left Lima"),
        (
            "Ada slept. As Bo waited for Cy, when he left {Lima} in [1930], she died.",
            "Bo left Lima",
        ),
    ],
    ids=["whose", "a byname", "with his rank", "no person", "the nearer"],
)
def test_whom_a_pronoun_means_by_its_own_sentence(text: str, expected: str) -> None:
    assert told(text)[0].title == expected
