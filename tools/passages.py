"""Passages of our own to learn from, with their places marked: tools/passages.txt.

The collections are news, and so are most texts of readings.py. These are short pieces in kinds
that no collection has: letters, bulletins, columns of sport and business, court papers, guides,
notes. We invented them, and what they tell: none is a report. Their people, teams, banks and papers
are called after places as often as in life, and are none.

A passage is the lines below a `#` that tells its kind. `{Batoum|gn:615532}` is a place of the
gazetteer, `{Mill Lane|}` one that it does not know; all else is no place.
"""

import re
from pathlib import Path

from mapapp.places.gazetteer import Gazetteer
from tools.corpora import GoldDocument, GoldPlace
from tools.readings import gold_place

PASSAGES = Path(__file__).with_suffix(".txt")
_HEAD = re.compile(r"^# .*\n", re.MULTILINE)
_MARK = re.compile(r"\{([^{|}]+)\|([^{|}]*)\}")


def read_passages(gazetteer: Gazetteer, file: Path = PASSAGES) -> list[GoldDocument]:
    """The passages in order, each a document of its own."""
    _, *passages = _HEAD.split(file.read_text(encoding="utf-8"))
    return [
        _document(str(number), " ".join(passage.split()), gazetteer)
        for number, passage in enumerate(passages, start=1)
    ]


def _document(id_: str, marked: str, gazetteer: Gazetteer) -> GoldDocument:
    text, places = "", list[GoldPlace]()
    end = 0
    for mark in _MARK.finditer(marked):
        text += marked[end : mark.start()]
        places.append(gold_place(len(text), mark[1], mark[2], gazetteer))
        text, end = text + mark[1], mark.end()
    return GoldDocument(PASSAGES.stem, id_, text + marked[end:], tuple(places), {})
