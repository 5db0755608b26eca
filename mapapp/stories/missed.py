"""Events that the machine missed: a reviewer names the words, the reading gives what it can."""

import hashlib
import re

from mapapp.events.categories import shipped
from mapapp.model import Annotation, Event, Span, Tie, When
from mapapp.text.segment import sentences
from mapapp.text.tokens import tokens

_TITLE = 12  # words


def sentence_of(text: str, words: str, before: str = "") -> Span | None:
    """The sentences that hold some words of an article, white space being all one.

    Parameters
    ----------
    before : str
        What stands before the words, where they stand in the text more than once.

    Returns
    -------
    Span or None
        None where the article has no such words.
    """
    spaced = r"\s+".join(map(re.escape, words.split()))
    if not spaced:
        return None
    led = r"\s*".join([*map(re.escape, before.split()), f"({spaced})"])
    found = re.search(led, text) or re.search(f"({spaced})", text)
    if found is None:
        return None
    named = Span(*found.span(1))
    held = [span for span in sentences(text) if span.overlaps(named)]
    return Span(held[0].start, held[-1].end) if held else named


def drafted(annotation: Annotation, span: Span, title: str = "", id_: str = "") -> Event:
    """An event of a sentence, with the first date and the first place that were read in it.

    Its id, where none is given, is that of its words and its title.
    """
    quote = span.of(annotation.article.text)
    words = [token.text for token in tokens(quote)]
    title = title or _opening(quote)
    lowered = [token.text.lower() for token in tokens(title)]
    key = f"{quote}\n{title}".encode()
    return Event(
        id_ or f"d{hashlib.sha256(key).hexdigest()[:11]}",
        title,
        shipped().category(lowered, [word.lower() for word in words]),
        _when(annotation, span),
        _ties(annotation, span),
        (span,),
        status="edited",
    )


def _opening(quote: str) -> str:
    """The first words, as a title to begin with."""
    found = tokens(quote)
    last = found[min(_TITLE, len(found)) - 1] if found else None
    return " ".join(quote[: last.end].split()).rstrip(".,;:") if last else quote


def _when(annotation: Annotation, span: Span) -> When | None:
    told = (time.when for time in annotation.times if span.contains(time.span))
    return next((when for when in told if when is not None), None)


def _ties(annotation: Annotation, span: Span) -> tuple[Tie, ...]:
    named = [
        toponym
        for toponym in annotation.toponyms
        if span.contains(toponym.span) and toponym.place is not None
    ]
    named.sort(key=lambda toponym: toponym.usage != "literal")
    for toponym in named:
        if toponym.place is not None:
            return (Tie(toponym.place, "location", toponym.span),)
    return ()
