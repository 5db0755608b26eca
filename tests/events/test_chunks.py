import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.events.chunks import phrases
from mapapp.events.sentence import Sentence, read
from mapapp.events.statement import statements
from mapapp.model import Span

from tests.events.told import read as marked

_WORDS = (
    "Ada the fell was and which , ; ( ) that after while led held by who — or to take running"
    " from Lima said it not only men taken ' \" . in advanced of quickly because due"
).split()


def _sentence(text: str) -> Sentence:
    article, toponyms, times = marked(text)
    return read(article.text, Span(0, len(article.text)), toponyms, times, ())


def _phrases(text: str) -> list[str]:
    sentence = _sentence(text)
    found, _ = phrases(sentence)
    return [
        f"{one.kind}: {' '.join(word.text for word in sentence.words[one.first : one.last])}"
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In [1930] the fleet had quickly been sent to {Lima}.",
            ["date: In 1930", "noun: the fleet", "verb: had quickly been sent", "prep: to Lima"],
        ),
        (
            "The council ordered the guard to weigh in on the matter.",
            [
                "noun: The council",
                "verb: ordered",
                "noun: the guard",
                "to: to weigh in",
                "prep: on the matter",
            ],
        ),
        (
            "Officials in {Lima} say a body was found.",
            [
                "noun: Officials",
                "prep: in Lima",
                "verb: say",
                "noun: a body",
                "verb: was found",
            ],
        ),
        (
            "About 200 picked men led by Ruiz went off because of rain.",
            [
                "noun: About 200 picked men",
                "done: led",
                "prep: by Ruiz",
                "verb: went off",
                "prep: because of rain",
            ],
        ),
        (
            "The plan was so bold that it failed.",
            ["noun: The plan", "verb: was", "adverb: so", "noun: bold", "that: that", "noun: it",
             "verb: failed"],
        ),
    ],
)  # fmt: skip
def test_phrases(text: str, expected: list[str]) -> None:
    assert _phrases(text) == expected


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=30))
def test_any_words_are_in_one_phrase_each(words: list[str]) -> None:
    sentence = _sentence(" ".join(words))
    found, _ = phrases(sentence)
    covered = [i for one in found for i in range(one.first, one.last)]
    assert covered == sorted(set(covered))
    assert all(one.first < one.last <= len(sentence.words) for one in found)


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=30))
def test_any_verb_has_a_subject_or_none(words: list[str]) -> None:
    said = statements(_sentence(" ".join(words)))
    for verb, phrase in enumerate(said.phrases):
        if phrase.kind == "verb":
            assert all(0 <= k < len(said.phrases) for k in said.subject(verb))


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The head of the bank, who came from {Lima}, fled.", "fled", "The head of the bank"),
        ("Ada Ruiz, head of the bank, which failed, fled.", "fled", "Ada Ruiz"),
        ("In {Peru} the old men of {Lima} and their wives fled.", "fled",
         "the old men of Lima and their wives"),
        ("Ruiz left {Lima} and, after a night at sea, landed.", "landed", "Ruiz"),
        ("The man who saw the fire at {Lima} was heard.", "was heard", "The man"),
        ("Those arrested were freed.", "were freed", "Those arrested"),
        ("Ruiz said the bank in {Lima} failed.", "failed", "the bank in Lima"),
        ("The men (all of {Lima}) fled.", "fled", "The men"),
        ("Tens of women – some with children – marched.", "marched", "Tens of women"),
        ("Strikes in {Lima} and at {Callao} closed the port.", "closed",
         "Strikes in Lima and at Callao"),
        ("Ruiz beat the guard and the men fled.", "fled", "the men"),
    ],
)  # fmt: skip
def test_subjects(text: str, verb: str, subject: str) -> None:
    sentence = _sentence(text)
    said = statements(sentence)

    def words(k: int) -> str:
        phrase = said.phrases[k]
        return " ".join(word.text for word in sentence.words[phrase.first : phrase.last])

    at = next(
        k for k, phrase in enumerate(said.phrases) if phrase.kind == "verb" and words(k) == verb
    )
    found = [words(k) for k in said.subject(at) if said.kind(k) not in ("aside", "mark")]
    assert " ".join(found) == subject
