"""Blocks of a text that tell nothing: bibliographies, addresses, captions, copyright lines."""

import re
from collections.abc import Sequence

from mapapp.model import Span, TimeExpression

_HEADS = re.compile(
    r"(?:references|bibliography|notes|endnotes|footnotes|sources|works cited|further reading"
    r"|see also|external links|contact(?: us)?|related (?:articles|posts)|about the authors?"
    r"|literature|citations)\W*",
    re.IGNORECASE,
)
_LEGAL = re.compile(r"©|\(c\)\s*\d{4}|\bcopyright\b|all rights reserved", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?:fig(?:ure|\.)|table|map|photo(?:graph)?s?|image|picture|plate|source|credit)s?\b"
    r"\s*(?:\d+|by\b|[:.—–-])",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"\b(?:ISBN|ISSN|doi|vol\.|pp?\.\s*\d|no\.\s*\d+\s*\(|eds?\.|et al\.|ibid|op\. cit|retrieved"
    r"|accessed|https?://|www\.)|\b(?:University\s+Press|Press|Publish(?:ers|ing)|Verlag)\s*,\s*\d{4}"
    r"|^\W*(?:\[\d+\]|\^)|\(\d{4}[a-z]?\)\s*[.,]",
    re.IGNORECASE,
)
_TELLS = re.compile(r"\b(?:was|were|had|has|have|is|are)\b")  # hardly ever in citations
_POSTAL = re.compile(
    r"\b[A-Z]{2}\s+\d{5}(?:-\d{4})?\b|\b\d{1,5}\s+(?:\w+\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd"
    r"|Parkway|Pkwy|Boulevard|Blvd|Lane|Drive|Suite)\b\.?|\b(?:tel|phone|fax|e-?mail)\b\s*[.:]",
)
_VERB = re.compile(
    r"\b(?:was|were|is|are|has|have|had|did|will|\w{3,}ed|began|fell|took|met|held|won|lost|fought"
    r"|sent|left|made|came|became|gave|broke|went|built|founds?|signs?|opens?|visits?|meets?|takes?)\b"
)
# `Ada Ruiz, The Port Times March 31, 2018 2:36 pm.`, `Ada Ruiz aruiz@port.org March 24, 2009`
_BYLINE = re.compile(
    r"\s*(?:[A-Z][\w.'’-]*\s+){2,5}\S+@\S+\.\w+\b|(?=.*\d:\d\d)"
    r"(?:[A-Z][\w.'’-]*|[\d:]+|of|and|[ap]\.?m\b|[,.|–—-]|\s)+"
)
# `12. `, `(b) `, `3) `, `21:45 ` before the first word of a sentence.
_NUMBER = re.compile(
    r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\)|\d{1,3}\.|\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?)"
    r"\s+(?=[A-Z“‘\"'])"
)
_OWNED = re.compile(r"\W*(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_THANKED = re.compile(
    r".{0,120}\bcontributed to this (?:report|story|article)\b", re.IGNORECASE | re.DOTALL
)
_SHORT = 60  # characters up to which a block may be a heading
_LINE = 200  # and an address, a caption, a legal line


def furniture(text: str, blocks: Sequence[Span]) -> list[Span]:
    """The blocks that give no events, in order.

    Everything below a heading such as `References` counts, up to the next heading-like block
    that is followed by prose.
    """
    found: list[Span] = []
    below = False
    for block in blocks:
        words = block.of(text)
        if len(words) <= _SHORT and _HEADS.fullmatch(words.strip()):
            below = True
        elif below and len(words) > _LINE and not _CITED.search(words):
            below = False
        if below or is_furniture(words) or (len(blocks) > 1 and is_heading(words)):
            found.append(block)
    return found


def without_number(text: str, sentence: Span, times: Sequence[TimeExpression]) -> Span:
    """A sentence without the number or the hour before its first word, unless that dates it."""
    found = _NUMBER.match(text, sentence.start, sentence.end)
    if found is None or any(time.span.start < found.end() for time in times):
        return sentence
    return Span(found.end(), sentence.end)


def is_byline(sentence: str) -> bool:
    """Does a sentence only say who wrote an article, and when, or whose it is?"""
    if _OWNED.match(sentence):
        return True
    if "contributed to this" in sentence.lower() and _THANKED.match(sentence):
        return True
    if "@" not in sentence and ":" not in sentence:
        return False
    found = _BYLINE.match(sentence)
    return found is not None and ("@" in found[0] or found.end() == len(sentence))


def is_heading(words: str) -> bool:
    """Is a block without a verb and a full stop only a heading: `The war years, 1914-1918`?

    A line that begins with its date is one of a chronology, and no heading.
    """
    if len(words) > 2 * _SHORT or words[-1:] in ".!?…:;" or words[:1].isdigit():
        return False
    return _VERB.search(words) is None


def is_furniture(words: str) -> bool:
    """Is a block by itself a citation, an address, a caption or a legal line?

    Examples
    --------
    >>> is_furniture("Photo: Turkish Stars over Baku, 2001.")
    True
    >>> is_furniture("In 2001 the Turkish Stars performed in Baku.")
    False
    """
    if len(words) > 2 * _LINE:
        return False
    if not _TELLS.search(words) and _CITED.search(words):  # the quick question first
        return True
    if len(words) > _LINE:
        return False
    return bool(_LEGAL.search(words) or _CAPTION.match(words) or _POSTAL.search(words))
