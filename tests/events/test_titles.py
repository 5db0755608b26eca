import pytest

from tests.events.told import told


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "However, in [June 1996|1996-06], the Rail Treaty was signed in {Lima}.",
            "The Rail Treaty was signed in Lima",
        ),
        (
            "The league, which was founded in {Quito} in [1930], grew fast.",
            "The league was founded in Quito",
        ),
        (
            "The ships, which {Peru} bought in [1930], were old.",
            "Peru bought the ships",
        ),
        (
            "Following the {Lima} Summit held in [1994], {Peru} joined the bank.",
            "Lima Summit held",
        ),
        (
            "Later, during the talks, the Blue Band, a choir of nuns, sang in {Lima} in [1994].",
            "The Blue Band sang in Lima",
        ),
        (
            "Ada Brown reached {Lima} and founded a school in [1994].",
            "Ada Brown founded a school",
        ),
        (
            "This long war ended in {Lima} in [1994].",
            "Long war ended in Lima",
        ),
        (
            "{Peru} announced on [3 May 1994|1994-05-03] that it would close its ports.",
            "Peru announced that it would close its ports",
        ),
        (
            "In [May 1846|1846-05] Juan Ruiz, a general of {Peru}, raised an army of farmers.",
            "Juan Ruiz raised an army of farmers",
        ),
        (
            "In [1990] {Peru} imported, by one estimate, ten tons of copper.",
            "Peru imported ten tons of copper",
        ),
        (
            "On [1 March 2001|2001-03-01] the Board of Railways and the Ministry of Works of {Peru}"
            " signed a contract.",
            "The Board of Railways and the Ministry of Works signed a contract",
        ),
        (
            "Organising ADEX-[2018] in {Lima} in [2018], a fair in {Quito} in [2020], cost much.",
            "ADEX-2018 in Lima",
        ),
    ],
)
def test_title(marked: str, expected: str) -> None:
    assert told(marked)[0].title == expected


def test_a_shared_verb_is_said_of_both() -> None:
    events = told(
        "On [15 May 1835|1835-05-15] she reached {Lima}, and on [2 June 1835|1835-06-02] the old"
        " port of {Quito}."
    )
    assert [event.title for event in events] == [
        "She reached Lima",
        "She reached the old port of Quito",
    ]


@pytest.mark.parametrize(
    "marked",
    [
        "In [1990], the very old and very long and rather broken bridge of stones and of iron over"
        " the wide river near {Lima} fell down with a loud noise in the night of the great storm.",
        "{Lima}, [1990].",
        "And which, in [1990], in {Lima}.",
        "(In [1990] in {Lima})",
    ],
)
def test_titles_are_short_and_never_empty(marked: str) -> None:
    for event in told(marked):
        assert 1 <= len(event.title.split()) <= 13
        assert event.title[0].isupper() or not event.title[0].isalpha()


@pytest.mark.parametrize("last", ["in", "of", "the", "and", ","])
def test_no_loose_end(last: str) -> None:
    [event] = told("In {Lima} the oldest hall of the town burnt down in the night of [1990].")
    assert event.title.split()[-1] != last
