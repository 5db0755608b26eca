"""Judgements in titles: they are the article's, and stand in quotation marks."""

import re
import tomllib
from difflib import SequenceMatcher
from functools import cache

from mapapp.resources import geodata

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_OPENING, _CLOSING = "“", "”"
_WITHIN = str.maketrans({"“": "‘", "”": "’", '"': "'"})


def attributed(title: str, sentence: str) -> str:
    """A title that judges, as a quotation from its sentence; any other as it is.

    What the title leaves out of the sentence is marked by an ellipsis, what it puts in stands in
    square brackets, as in any quotation.

    Examples
    --------
    >>> attributed("Their brutal siege ended", "In 1502 their brutal siege at last ended.")
    '“Their brutal siege … ended”'
    >>> attributed("The siege ended", "In 1502 the siege ended.")
    'The siege ended'
    """
    if not judges(title):
        return title
    return f"{_OPENING}{_quoted(title.translate(_WITHIN), sentence)}{_CLOSING}"


def judges(title: str) -> bool:
    """Does a title hold a word that judges, outside a name and outside quotation marks?"""
    if not _pattern().search(title.lower()):
        return False  # nearly all
    outside = re.sub(r"“[^”]*”|\"[^\"]*\"", " ", title)
    first = next(iter(_WORD.findall(outside)), "")
    if first[1:].islower():  # a capital there says nothing
        outside = outside.replace(first, first.lower(), 1)
    return _pattern().search(outside) is not None


def _quoted(title: str, sentence: str) -> str:
    """The words of a title as words of the sentence, what differs being marked."""
    told = title.split()
    whole = sentence.translate(_WITHIN).split()
    matcher = SequenceMatcher(None, list(map(_bare, whole)), list(map(_bare, told)), autojunk=False)
    parts: list[str] = []
    for what, from_, to, start, end in matcher.get_opcodes():
        words = " ".join(told[start:end])
        if what == "equal":
            parts.append(words)
        elif words:
            parts.append(f"[{words}]")
        elif parts and to < len(whole) and from_ < to:
            parts.append("…")
    return " ".join(parts).removesuffix(" …")


def _bare(word: str) -> str:
    """A word without what stands around it, for `Army,` and `army`."""
    return "".join(_WORD.findall(word)).casefold() or word


@cache
def _pattern() -> re.Pattern[str]:
    words = tomllib.loads(geodata("lexicon", "judgement.toml").read_text("utf-8"))["words"]
    forms = (re.escape(word.removesuffix("*")) + r"\w*" * word.endswith("*") for word in words)
    return re.compile(rf"\b(?:{'|'.join(forms)})\b")
