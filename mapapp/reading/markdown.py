"""Markdown to the text that it shows (CommonMark 0.31 with tables)."""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from mapapp.errors import BadDate, EmptyInput
from mapapp.locale import gettext as _
from mapapp.model import Article, Interval
from mapapp.reading.blocks import Blocks

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<lines>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.S)
_ENTRY = re.compile(r"(?P<key>[A-Za-z_]+)[ \t]*:[ \t]*(?P<value>.*)")


_CELL_GAP = "\t"


def parse_markdown(text: str, name: str) -> Article:
    """The article with its headings; front matter (`title: ...`) tells of it and is not shown.

    Raises
    ------
    EmptyInput
        When nothing is shown, naming the input `name`.
    """
    front = _FRONT_MATTER.match(text)
    facts = _facts(front["lines"]) if front else {}
    tokens = _PARSER.parse(text[front.end() :] if front else text)
    blocks, title = _blocks(tokens)
    if not blocks.text:
        raise EmptyInput(_("{name} shows no word to read; give an article", name=name))
    return Article(
        blocks.text,
        title=facts.get("title") or title,
        source=facts.get("source") or facts.get("author") or "",
        published=_day(facts.get("published") or facts.get("date")),
        language=facts.get("language") or facts.get("lang") or "",
        headings=tuple(blocks.headings),
    )


_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _blocks(tokens: list[Token]) -> tuple[Blocks, str]:
    """The shown blocks, and the first heading of the first rank."""
    blocks, title, rank = Blocks(), "", ""
    row: list[str] = []
    above = ""  # type of the token before: what an inline token stands in
    for token in tokens:
        if token.type == "inline":
            words = _shown(token.children or [])
            if above in ("th_open", "td_open"):
                row.append(words)
            else:
                blocks.add(words, heading=above == "heading_open")
            if above == "heading_open" and rank == "h1":
                title = title or " ".join(words.split())
        elif token.type in ("fence", "code_block"):
            blocks.add(token.content)
        elif token.type == "tr_close":
            blocks.add(_CELL_GAP.join(row))
            row = []
        above, rank = token.type, token.tag
    return blocks, title


def _shown(children: list[Token]) -> str:
    """The words of a run of text: a wrapped line goes on after a space, tags are not shown."""
    words = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(
        token.content if token.type in ("text", "code_inline") else words.get(token.type, "")
        for token in children
    )


def _facts(lines: str) -> dict[str, str]:
    entries = (_ENTRY.fullmatch(line.strip()) for line in lines.splitlines())
    return {found["key"].lower(): found["value"].strip().strip("\"'") for found in entries if found}


def _day(text: str | None) -> int | None:
    """Day number of a written date; None for none, or one that is no single day."""
    try:
        days = Interval.parse((text or "")[:10])
    except BadDate:
        return None
    return days.first if days.first == days.last else None
