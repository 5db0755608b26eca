"""The verbs of English by their present forms, each with how far it is a noun, too."""

import csv
from collections.abc import Mapping
from functools import cache
from typing import Literal

import msgspec

from mapapp.resources import geodata

# Of the verbs by which events are sorted.
_IRREGULAR = {
    "sink": "sank", "shake": "shook", "sell": "sold", "buy": "bought", "win": "won", "lose": "lost",
    "send": "sent", "flee": "fled", "leave": "left", "meet": "met", "write": "wrote", "hit": "hit",
    "fall": "fell", "take": "took", "build": "built", "fly": "flew", "teach": "taught",
    "steal": "stole", "strike": "struck", "fight": "fought", "ride": "rode", "drive": "drove",
    "break": "broke", "beat": "beat", "hold": "held", "lead": "led", "go": "went", "come": "came",
    "bring": "brought", "begin": "began", "burn": "burned", "withdraw": "withdrew", "set": "set",
}  # fmt: skip

Noun = Literal[0, 1, 2]


class Form(msgspec.Struct, frozen=True):
    """A present form of a verb.

    Attributes
    ----------
    noun : int
        0 for what is no noun (`invades`), 1 where the verb prevails (`holds`), 2 where the noun
        does (`reports`).
    third : bool
        Is it the third person, `invades`? Else it is the plural's, `invade`.
    """

    noun: Noun
    third: bool


def s_form(stem: str) -> str:
    """The third person of a verb.

    Examples
    --------
    >>> [s_form(stem) for stem in ("give", "pass", "carry", "go", "stay")]
    ['gives', 'passes', 'carries', 'goes', 'stays']
    """
    if stem.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{stem}es"
    if stem.endswith("y") and stem[-2:-1] not in "aeiou":
        return f"{stem[:-1]}ies"
    return f"{stem}s"


def past_forms(third: str) -> list[str]:
    """How a third person may read in the past: the irregular form, or the regular ones.

    Examples
    --------
    >>> past_forms("carries"), past_forms("sinks")
    (['carried'], ['sank'])
    """
    stem = third[:-3] + "y" if third.endswith("ies") else third[:-1]
    stem = third[:-2] if s_form(third[:-2]) == third else stem
    if stem in _IRREGULAR:
        return [_IRREGULAR[stem]]
    if stem.endswith("y") and stem[-2:-1] not in "aeiou":
        return [f"{stem[:-1]}ied"]
    return [f"{stem}d"] if stem.endswith("e") else [f"{stem}ed", f"{stem}{stem[-1]}ed"]


@cache
def present_forms() -> Mapping[str, Form]:
    """Every present form in lower case, from the table of stems that ships."""
    found: dict[str, Form] = {}
    with geodata("lexicon", "verbs.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        stems: list[tuple[str, Noun]] = [(stem, _NOUNS[noun]) for stem, noun in rows]
    for stem, noun in stems:
        found[stem] = _FORMS[noun, False]
    for stem, noun in stems:
        found[s_form(stem)] = _FORMS[noun, True]
    return found


_NOUNS: Mapping[str, Noun] = {"0": 0, "1": 1, "2": 2}
_FORMS = {(noun, third): Form(noun, third) for noun in _NOUNS.values() for third in (False, True)}
