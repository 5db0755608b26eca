"""Passages of our own to learn from, with their places marked: the .txt files of this folder.

The collections are news, and so are most texts of readings.py. These are short pieces, a few in
kinds of news, most in kinds that no collection has: letters, bulletins, columns of sport and
business, court papers, guides, notes. We invented them, and what they tell: none is a report. Their
people, teams, banks and ships are called after places as often as in life, and are none; of a
university, school, hospital, paper or public body the place in its name is marked, as most
collections do.

A passage is the lines below a `#` that tells its kind; an empty line parts paragraphs.
`{Batoum|gn:615532}` is a place of the gazetteer, `{Mill Lane|}` one that it does not know; all else
is no place. `python -m tools.passages FILE` fills in what stands as `{Batoum}`.
"""

import re
from pathlib import Path

from mapapp.places.gazetteer import Gazetteer
from tools.corpora import GoldDocument, GoldPlace
from tools.readings import gold_place

FOLDER = Path(__file__).parent
_MARK = re.compile(r"\{([^{|}]+)\|([^{|}]*)\}")
_HEAD = re.compile(r"^# .*\n", re.MULTILINE)
_PARAGRAPHS = re.compile(r"\n\s*\n")


def read_passages(gazetteer: Gazetteer, folder: Path = FOLDER) -> list[GoldDocument]:
    """The passages of each file in order, each a document of its own.

    Raises
    ------
    ValueError
        An id is not the gazetteer's.
    """
    return [
        _document(f"{file.stem} {number}", passage, gazetteer)
        for file in sorted(folder.glob("*.txt"))
        for number, passage in enumerate(_passages(file), start=1)
    ]


def _passages(file: Path) -> list[str]:
    _, *passages = _HEAD.split(file.read_text(encoding="utf-8"))
    return [
        "\n\n".join(" ".join(lines.split()) for lines in _PARAGRAPHS.split(passage.strip()))
        for passage in passages
    ]


def _document(id_: str, marked: str, gazetteer: Gazetteer) -> GoldDocument:
    text, places = "", list[GoldPlace]()
    end = 0
    for mark in _MARK.finditer(marked):
        text += marked[end : mark.start()]
        places.append(gold_place(len(text), mark[1], mark[2], gazetteer))
        text, end = text + mark[1], mark.end()
    return GoldDocument("passages", id_, text + marked[end:], tuple(places), {})
