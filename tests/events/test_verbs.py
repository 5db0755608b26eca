import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.events.stems import present_forms, s_form
from mapapp.events.verbs import finite, is_past
from mapapp.text import tokens


def verbs(text: str) -> str:
    words = tokens(text)
    lowered = [word.text.lower() for word in words]
    told = finite(words, lowered)
    return " ".join(word for word, verb in zip(lowered, told, strict=True) if verb)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The panel depicts the harbour", "depicts"),
        ("The seal shows a ship", "shows"),
        ("Kenya hosts the talks", "hosts"),
        ("She studies law and marries a sailor", "studies marries"),
        ("Peru and Chile share the river", "share"),
        ("Officers arrive in Lima", "arrive"),
        ("Visitors enter through the gate", "enter"),
        ("The works, which employs 300 people, closes in March", "employs closes"),
        ("The bowl, found in Lima, dates from May", "dates"),
        ("The letter explains why the crew left", "explains left"),
        ("Spending continues to grow", "continues"),
        ("Fighting breaks out near Lima", "breaks"),
        ("4 October: Rockets strike Lima", "strike"),
    ],
)
def test_the_present_tense_is_told_by_its_neighbours(text: str, expected: str) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its attacks on the port were costly", "were"),
        ("Missile attacks killed five", "killed"),
        ("The talks in Lima ended", "ended"),
        ("After drone attacks on the port, it closed", "closed"),
        ("They wanted to leave and join the fleet", "wanted"),
        ("Police say two men fled", "fled"),
        ("Chinese forces that had left returned", "had returned"),
        ("The tax, I believe, will fall", "will"),
        ("Exports of oil to Peru", ""),
    ],
)
def test_nouns_infinitives_and_asides_are_no_finite_verbs(text: str, expected: str) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fired from the ships hit Lima", "hit"),
        ("It was rebuilt by engineers sent from Lima", "was"),
        ("They rejected the plan put forward in May", "rejected"),
        ("Tired and outnumbered, they left", "left"),
        ("They arrived from Lima, joined the column and left", "arrived joined left"),
        ("A man born in Lima, named the Elder, left", "left"),
        ("Doctors whose names appeared on a list were warned", "appeared were"),
    ],
)
def test_a_participle_behind_its_noun_is_no_verb(text: str, expected: str) -> None:
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("fell", True), ("put", True), ("burned", True), ("shows", False), ("will", False)],
)
def test_what_is_past(word: str, expected: bool) -> None:
    assert is_past([word], 0) is expected


def test_the_table_knows_verbs_that_are_no_nouns() -> None:
    forms = present_forms()
    assert [forms[word].noun for word in ("invades", "holds", "reports")] == [0, 1, 2]
    assert forms["invades"].third
    assert not forms["invade"].third
    assert "troops" not in forms


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=9))
def test_a_third_person_ends_in_s(stem: str) -> None:
    assert s_form(stem).endswith("s")


@given(st.lists(st.sampled_from("the troops hold , and which put Lima took to shows .".split())))
def test_any_words_are_read(words: list[str]) -> None:
    text = " ".join(words)
    assert len(finite(tokens(text), text.lower().split())) == len(tokens(text))
