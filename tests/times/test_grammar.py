import re

import pytest

from mapapp.model import Span
from mapapp.times import calendar_rules, century_rules, reckoning_rules, relative_rules, vague_rules
from mapapp.times.expressions import GRAMMAR
from mapapp.times.grammar import Grammar, Rule, compiled, prefixes
from mapapp.times.lexicon import CLASSES, CODES, LETTERS
from mapapp.times.meaning import Vague
from mapapp.times.tokens import tokenised

RULES = [
    *century_rules.RULES,
    *reckoning_rules.RULES,
    *calendar_rules.RULES,
    *relative_rules.RULES,
    *vague_rules.RULES,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_takes_the_bracketed_words_of_its_example(rule: Rule) -> None:
    start, end = rule.example.index("["), rule.example.index("]") - 1
    text = rule.example.replace("[", "").replace("]", "")
    tokens = tokenised(text, Span(0, len(text)))
    places = [n for n in range(len(tokens.texts)) if tokens.start(n) == start]
    match = re.compile(compiled(rule.pattern)).match(tokens.codes, places[0])
    assert match is not None
    assert tokens.end(match.end() - 1) == end


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_example_means_something(rule: Rule) -> None:
    text = rule.example.replace("[", "").replace("]", "")
    tokens = tokenised(text, Span(0, len(text)))
    assert GRAMMAR.search(tokens.codes, 0) is not None


def test_no_word_has_two_classes() -> None:
    words = [word for words in CLASSES.values() for word in words]
    assert len(words) == len(set(words))


def test_function_words_do_not_hide_words_with_a_meaning() -> None:
    for name, words in CLASSES.items():
        assert all(CODES[word] == LETTERS[name] for word in words), name


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("MONTH", ["MONTH"]),
        ("MONTH DAY", ["MONTH DAY"]),
        ("the? MONTH (DAY|YEAR)?", ["MONTH", "MONTH DAY", "MONTH YEAR", "the MONTH"]),
        ("(?<= in) MONTH (?! DAY)", ["MONTH"]),
        ("(A|AD) B", None),
    ],
)
def test_prefixes_are_the_first_two_classes(pattern: str, expected: list[str] | None) -> None:
    if expected is None:
        with pytest.raises(KeyError):
            prefixes(pattern)
        return
    assert prefixes(pattern) == {
        "".join(LETTERS[name] for name in names.split()) for names in expected
    }


def test_what_a_rule_refuses_the_next_may_take() -> None:
    def read(words: object) -> Vague:
        return Vague("X")

    grammar = Grammar([Rule("long", "MONTH DAY", "", read), Rule("short", "MONTH", "", read)])
    codes = LETTERS["MONTH"] + LETTERS["DAY"]
    found = grammar.search(codes, 0)
    assert found is not None
    assert found[0].name == "long"
    assert [(rule.name, end) for rule, _, end in grammar.others(codes, 0, found[0])] == [
        ("short", 1)
    ]
