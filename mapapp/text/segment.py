"""Blocks (paragraphs, headings, list items) and sentences of a text."""

import re
from collections.abc import Sequence
from functools import lru_cache

from mapapp.model import Span

# Abbreviations that a capital often follows. Titles and the like never end a sentence;
# the others end one only where the next word could open one anyway.
_TITLES = frozenset(
    "mr mrs ms dr prof gen lt col maj capt cpl sgt adm cmdr brig rear vice gov sen rep rev hon pres"
    " st ste mt ft fr sr jr messrs no nos vol vols pp art arts fig figs ca approx vs v cf al ed eds"
    " tel ext op cit ibid dept supt insp b c d fl".split()
)
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())

_LINE = re.compile(r"[^\n\r\v\f\u2028\u2029]+")
_BREAKS = re.compile(r"[\n\r\v\f\u2028\u2029][\n\r\v\f\u2028\u2029]*+")  # leaps to the first
_BLANK = re.compile(r"(?:\r\n|[\n\r\u2028\u2029])[ \t]*(?:\r\n|[\n\r\u2028\u2029])|[\v\f\u2029]")
# A full stop with what may close after it; the gap is empty where an editor lost the space
# ("Armed Forces.Within"), which needs a lower-case letter before and a capital with one after.
# It begins with signs, and not with what must not stand before them, so that `re` leaps to them.
_STOP = re.compile(
    r"""(?P<stop>[.!?…。！？](?:(?<=[。！？])|(?<![.!?…].)[.!?…]*+))(?P<close>["'”’»)\]]*+)
        (?: (?P<gap>\s+)(?P<open>["'“‘«(\[¿¡]*)(?P<next>\S)
          | (?<=[a-zà-ž)][.!?])(?=[A-ZÀ-Ž][a-zà-ž]) )""",
    re.VERBOSE,
)
# Numbers and at most one capitalised word, with bullets before.
_DATE_LABEL = re.compile(
    r"\W*(?:\d{1,4}(?:st|nd|rd|th)?\W+)?[A-Z]\w{2,8}(?:\W+\d{1,4}(?:st|nd|rd|th)?){0,2}"
)
_LABEL = 24  # characters
_LETTER = re.compile(r"[^\W\d_]")
_LAST_WORD = re.compile(r"[\w.&]+$")
_TEXTS = 2  # whose blocks are remembered
# Longest sentence, in characters: what has no stop for longer is a table or a list, and is cut at
# a comma or a gap, since the work on a sentence grows faster than its length.
_LONGEST = 2000
_WRAP = 50  # shortest line, in characters, that can be a wrapped one


def blocks(text: str) -> list[Span]:
    """Paragraphs, headings and list items, without the white space around them.

    A line is a block, unless the text is hard-wrapped: then only blank lines divide blocks.
    """
    return list(_blocks(text))


@lru_cache(maxsize=_TEXTS)
def _blocks(text: str) -> tuple[Span, ...]:
    # Remembered, since the readers of one text ask for its blocks one after the other.
    spans: list[Span] = []
    divides = _BLANK if _is_wrapped(text) else _BREAKS
    start = 0
    for cut in [*divides.finditer(text), None]:
        end = cut.start() if cut else len(text)
        chunk = text[start:end]
        left = start + len(chunk) - len(chunk.lstrip())
        right = start + len(chunk.rstrip())
        if left < right:
            spans.append(Span(left, right))
        start = cut.end() if cut else end
    return tuple(spans)


def sentences(text: str, within: Sequence[Span] | None = None) -> list[Span]:
    """Sentences in order, without the white space around them; none crosses a block.

    Parameters
    ----------
    within : sequence of Span or None
        The blocks, where the caller has cut them already.

    Examples
    --------
    >>> text = "Gen. Bragg left. He took the U.S. Army along.Then it rained."
    >>> [span.of(text) for span in sentences(text)]
    ['Gen. Bragg left.', 'He took the U.S. Army along.', 'Then it rained.']
    """
    cut = blocks(text) if within is None else within
    return [sentence for block in cut for sentence in _within(text, block)]


def _within(text: str, block: Span) -> list[Span]:
    found: list[Span] = []
    start = block.start
    for stop in _STOP.finditer(text, block.start, block.end):
        if stop.start() < start or not _ends(text, start, stop):
            continue
        if _labels(text[start : stop.start()], opens=start == block.start):
            continue
        found += _portions(text, start, stop.end("close"))
        start = stop.start("open") if stop["gap"] else stop.end("close")
    if start < block.end:
        found += _portions(text, start, block.end)
    return found


def _portions(text: str, start: int, end: int) -> list[Span]:
    """One sentence, or its portions where it is longer than any sentence."""
    found: list[Span] = []
    while end - start > _LONGEST:
        cut = max((text.rfind(mark, start, start + _LONGEST) for mark in ";,"), default=-1)
        if cut <= start:
            cut = text.rfind(" ", start + 1, start + _LONGEST)
        if cut <= start:
            cut = start + _LONGEST - 1
        found.append(Span(start, cut + 1))
        start = cut + 1
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        found.append(Span(start, end))
    return found


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    if stop["gap"] is None:
        return True
    following = stop["next"]
    if following.islower():
        return False
    if stop["stop"] != ".":
        return True
    # The last chunk first: a search for `$` over a whole sentence tries every word of it.
    chunk = text[start : stop.start()].rsplit(None, 1)[-1:]
    word = _LAST_WORD.search(chunk[0]) if chunk else None
    last = word[0] if word else ""
    lowered = last.lower()
    if lowered in _TITLES and (last[:1].isupper() or following.isdigit()):
        return False
    if lowered in _MONTHS and following.isdigit():
        return False
    if len(last) == 1 and last.isupper() and last != "I":
        return False  # an initial: J. Smith
    if "." in last:  # U.S. Army, a.m. Monday: ends only before a word that likes to open
        return bool(_OPENER.match(text, stop.end() - 1))
    return True


def _labels(words: str, *, opens: bool) -> bool:
    """The number of an item, or the date that a block `opens` with: `2.`, `Sept 2.`, `May 1915.`"""
    if len(words) > _LABEL:
        return False
    if _LETTER.search(words) is None:
        return True
    dated = opens and any(map(str.isdigit, words))
    return dated and _DATE_LABEL.fullmatch(words) is not None


_OPENER = re.compile(
    r"(?:The|A|An|In|On|At|It|He|She|They|We|I|This|That|These|Those|But|And|As|After|Before|When"
    r"|While|His|Her|Their|Its|Our|There|For|From|By|With|If|So|Yet|Both|Some|Many|Most)\b"
)


def _is_wrapped(text: str) -> bool:
    """Do most lines break off mid-sentence at about one width?"""
    lines = [line[0].rstrip() for line in _LINE.finditer(text)]
    wide = [line for line in lines if len(line) >= _WRAP]
    if len(wide) < 3 or max(map(len, wide)) > 120:
        return False
    broken = sum(line[-1] not in ".!?:;\"'”’)" for line in wide)
    return broken / len(wide) > 0.6
