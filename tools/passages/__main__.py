"""Fill in the ids of marked places: `python -m tools.passages FILE...`.

`{Batoum}` becomes `{Batoum|gn:615532}`, as the reader that ships understands it among the other
places of its passage. Whoever wrote the passage checks what is printed: the places that it is not
sure of (`?`) and those that it does not know.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from mapapp.model import Article, Span, Toponym
from mapapp.places import default_gazetteer
from mapapp.places.gazetteer import Gazetteer, fold
from mapapp.places.lodging import is_housed
from mapapp.places.mention import Mention, Reading
from mapapp.places.recognise import ChainRecogniser
from mapapp.places.resolve import SceneResolver

SURE = 0.8
_PASSAGE = re.compile(r"^# .*\n(?:(?!# ).*\n?)*", re.MULTILINE)
_MARK = re.compile(r"\{([^{|}]+)(?:\|([^{|}]*))?\}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    filler = Filler(default_gazetteer())
    for file in parser.parse_args().files:
        filled = _PASSAGE.sub(lambda found: filler.fill(found[0]), file.read_text("utf-8"))
        file.write_text(filled, encoding="utf-8")


class Filler:
    """Writes ids into passages; prints what it writes."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._recogniser = ChainRecogniser(gazetteer)
        self._resolver = SceneResolver(gazetteer)

    def fill(self, passage: str) -> str:
        """The passage with an id, or none, behind each name that had no bar."""
        answers = self._answers(passage)

        def filled(mark: re.Match[str]) -> str:
            answer = next(answers)
            return mark[0] if mark[2] is not None else f"{{{mark[1]}|{_id(mark[1], answer)}}}"

        return _MARK.sub(filled, passage)

    def _answers(self, passage: str) -> Iterator[Toponym]:
        text, spans, end = "", list[Span](), 0
        for mark in _MARK.finditer(passage):
            text += passage[end : mark.start()]
            spans.append(Span(len(text), len(text) + len(mark[1])))
            text, end = text + mark[1], mark.end()
        text += passage[end:]
        page, _, matches = self._recogniser.layout(text)
        mentions = tuple(
            Mention(
                span,
                int(np.searchsorted(page.ends, span.start, "right")),
                int(np.searchsorted(page.starts, span.end, "left")),
                1.0,
            )
            for span in spans
        )
        article = Article(text)
        return iter(self._resolver.resolve(article, Reading(page, tuple(matches), mentions)))


def _id(name: str, answer: Toponym) -> str:
    place = answer.place
    # A street is placed in its town, but is not the town; Dawson Creek is a town.
    if place is None or (is_housed(name) and fold(place.name) != fold(name)):
        print(f"  {name}: not known")
        return ""
    assert answer.resolution is not None
    doubt = "" if answer.resolution.score >= SURE else "?"
    print(
        f"{doubt:1} {name}: {place.id} {place.name}, {place.admin}, {place.country} ({place.kind})"
    )
    return place.id


if __name__ == "__main__":
    main()
