"""What a phrase of a sentence is."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from mapapp.events.sentence import Sentence

PhraseKind = Literal[
    "noun", "verb", "prep", "to", "doing", "done", "adverb", "date", "aside", "mark", "link",
    "when", "which", "that",
]  # fmt: skip
# What may stand between a subject and its verb.
LIGHT = frozenset({"adverb", "date", "aside"})


class Phrase(Struct, frozen=True):
    """A phrase of a sentence.

    Attributes
    ----------
    kind : PhraseKind
        `done` and `doing` are participles that open a phrase, `when` conjunctions, `which`
        relative words, `link` coordinating conjunctions, `aside` all within brackets.
    first, last : int
        Indexes of its tokens, `[first, last)`.
    verbal : bool
        It ends in a verb, whose object may follow.
    """

    kind: PhraseKind
    first: int
    last: int
    verbal: bool = False


def words_in(sentence: Sentence, chosen: Sequence[int]) -> int:
    """How many words are among some tokens: marks and what is left out are none."""
    return sum(sentence.lowered[i][0].isalnum() for i in chosen if i >= 0)


def fits(sentence: Sentence, chosen: Sequence[int], most: int) -> bool:
    """Are there at most so many words among some tokens?"""
    return len(chosen) <= most or words_in(sentence, chosen) <= most
