"""Whom a life story is about, and so whom its `he` or `she` means where nobody else was named."""

import re
from collections import Counter

from mapapp.events.pronouns import stands_for
from mapapp.events.sentence import Sentence
from mapapp.events.subjects import subject_of
from mapapp.text import Token

# Of a text in lower case, and with a letter first: a search for `\b` tries every place.
_PRONOUNS = re.compile(r"h(?<!\w.)(?:e|im|is|ers?)\b|s(?<!\w.)he\b")
_OF_WOMEN = frozenset({"she", "her", "hers"})
_FEWEST = 6  # pronouns that make a life story
_SHARE = 0.9  # of them that are of one kind
_OFTEN = 3  # times that the name is said


def hero(text: str, first: Sentence) -> tuple[str, str]:
    """The short name of the person a text is about, and the pronoun for them; empty for none.

    The subject of its first sentence, if it is a person's name that comes again and nearly all
    pronouns for persons are of one kind.
    """
    counts = Counter(found in _OF_WOMEN for found in _PRONOUNS.findall(text.lower()))
    if counts.total() < _FEWEST:
        return "", ""
    kind, often = counts.most_common(1)[0]
    if often < _SHARE * counts.total():
        return "", ""
    pronoun = "she" if kind else "he"
    for i, segment in enumerate(first.segments):
        if segment.verb is None or segment.kind != "clause":
            continue
        subject = subject_of(first, i)
        if not stands_for(first, subject, pronoun):
            return "", ""
        name = _last_name([first.words[k] for k in subject])
        often = len(re.findall(rf"\b{re.escape(name)}\b", text))
        return (name, pronoun) if often >= _OFTEN else ("", "")
    return "", ""


def _last_name(words: list[Token]) -> str:
    """The last word of a name; all of `Ada of Lima`, who has no other."""
    if any(word.text.islower() for word in words):
        return " ".join(word.text for word in words)
    return words[-1].text
