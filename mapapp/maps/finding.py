"""Words looked for in the events of a story, as the browser does in stories that it holds whole.

Both must find the same, or a story would answer otherwise once it grows: mirrors the search in
mapapp/web/static/js/searching.mjs.
"""

import unicodedata
from collections.abc import Sequence

from mapapp.maps.edition import Edition
from mapapp.maps.human import human_when
from mapapp.maps.view import place_views
from mapapp.stories.sought import sought

_ALIKE = str.maketrans({"ı": "i", "ə": "e"})


class Finder:
    """The words of each event, ready to be looked through."""

    def __init__(self, edition: Edition) -> None:
        order, text = edition.order, edition.story.annotation.article.text
        names = [
            folded(" ".join([view.name, *(name.text for name in view.names)]))
            for view in place_views(order)
        ]
        self._words = [
            " ".join(
                (
                    folded(
                        f"{event.title} {event.evidence[0].of(text)} {human_when(event.when)}"
                        f" {event.when.text if event.when else ''}"
                    ),
                    *(names[order.number[tie.place.id]] for tie in event.ties),
                )
            )
            for event in order.events
        ]

    def find(self, words: str) -> Sequence[int]:
        """Numbers of the events in which every one of these words stands; raises QueryError."""
        wanted = sought(folded(words))
        return [
            number
            for number, told in enumerate(self._words)
            if all(word in told for word in wanted)
        ]


def folded(text: str) -> str:
    """Without case and marks: `Şuşa` is `susa`."""
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text)
        if not unicodedata.category(letter).startswith("M")
    )
    return bare.lower().translate(_ALIKE).strip()
