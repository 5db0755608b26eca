"""Tie dates and places of a text into events."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from mapapp.events import categories, periods
from mapapp.events.merge import merged
from mapapp.events.teller import Teller
from mapapp.model import Article, Event, TimeExpression, Toponym


def relate(
    article: Article,
    toponyms: Sequence[Toponym],
    times: Sequence[TimeExpression],
    lexicon: categories.Lexicon | None = None,
    named: periods.Periods | None = None,
) -> tuple[Event, ...]:
    """The events that a text tells, in the order in which it tells them.

    Parameters
    ----------
    toponyms, times : sequence of Toponym, sequence of TimeExpression
        What was found in the article's text; times inside names included.
    lexicon : Lexicon or None
        Categories and their words; the lexicon that ships when None.
    named : Periods or None
        Wars and other times that have a name; those that ship when None.

    Returns
    -------
    tuple of Event
        Each with at least one evidence sentence. An event whose place the text does not give has
        no ties; planned, supposed and denied ones carry their modality; `inferred` ones took
        their place or their date from another sentence.
    """
    teller = Teller(article, lexicon or categories.shipped(), named or periods.shipped())
    told = merged(list(teller.tell(toponyms, times)))
    if article.published is not None:
        told = [_seen_from(article.published, event) for event in told]
    return tuple(_identified(article.text, told))


def _seen_from(day: int, event: Event) -> Event:
    """What is told of days after that of writing is planned, however it is told: `we go on`."""
    first = event.when.first if event.when else None
    if event.modality != "asserted" or first is None or first <= day:
        return event
    return replace(event, modality="planned")


def _identified(text: str, events: Sequence[Event]) -> Iterator[Event]:
    """Give ids that stay as long as sentence, date and place stay."""
    equals: Counter[str] = Counter()
    for event in events:
        place = event.place
        when = event.when.text if event.when else ""
        key = "\x1f".join((event.evidence[0].of(text), when, place.id if place else ""))
        equals[key] += 1
        made = hashlib.sha256(f"{key}\x1f{equals[key]}".encode()).hexdigest()
        yield replace(event, id=made[:12])
