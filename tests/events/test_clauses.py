import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.events.clauses import cut, told_verbs
from mapapp.events.segments import clause_of
from mapapp.text import tokens


def _cut(text: str) -> list[tuple[str, str]]:
    words = tokens(text)
    lowered = [word.text.lower() for word in words]
    return [
        (segment.kind, text[words[segment.first].start : words[segment.last - 1].end])
        for segment in cut(words, lowered, told_verbs(words, lowered), frozenset())
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The fleet sailed and the town fell",
            [("clause", "The fleet sailed"), ("clause", "and the town fell")],
        ),
        ("Ada and Bo sailed", [("clause", "Ada and Bo sailed")]),
        (
            "The bridge, which was built in May, fell",
            [
                ("phrase", "The bridge"),
                ("relative", "which was built in May"),
                ("clause", "fell"),
            ],
        ),
        (
            "The treaty signed in Lima was broken",
            [("clause", "The treaty signed in Lima was broken")],
        ),
        (
            "After the town fell, peace came",
            [("subordinate", "After the town fell"), ("clause", "peace came")],
        ),
        ("After May, peace came", [("phrase", "After May"), ("clause", "peace came")]),
        (
            "Following the summit held in May, talks began",
            [("phrase", "Following the summit held in May"), ("clause", "talks began")],
        ),
        (
            "They said that the fort had fallen",
            [("clause", "They said"), ("subordinate", "that the fort had fallen")],
        ),
        ("The occupied town's mayor fled", [("clause", "The occupied town's mayor fled")]),
    ],
)
def test_cuts(text: str, expected: list[tuple[str, str]]) -> None:
    assert _cut(text) == expected


def test_phrase_leans_on_the_clause_it_opens() -> None:
    text = "In 1990, after long talks, the fair, which Ada opened, was held"
    words = tokens(text)
    lowered = [word.text.lower() for word in words]
    segments = cut(words, lowered, told_verbs(words, lowered), frozenset())
    main = next(i for i, one in enumerate(segments) if one.kind == "clause")
    assert clause_of(segments, 0) == main
    assert segments[main].verb is not None


@given(
    st.lists(
        st.sampled_from(
            "Ada the fell was and which , ; ( ) that after while in 1990 held by who — or".split()
        ),
        max_size=25,
    )
)
def test_any_words_are_cut_without_loss_or_overlap(words: list[str]) -> None:
    found = tokens(" ".join(words))
    lowered = [word.text.lower() for word in found]
    segments = cut(found, lowered, told_verbs(found, lowered), frozenset())
    covered = [i for one in segments for i in range(one.first, one.last)]
    assert covered == sorted(set(covered))
    marks = set(range(len(found))) - set(covered)
    assert all(found[i].text in ",;:()—–[]" for i in marks)
    assert all(0 <= one.host < len(segments) for one in segments)
    assert all(0 <= clause_of(segments, i) < len(segments) for i in range(len(segments)))
