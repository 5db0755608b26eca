"""A story made ready for its pages: what each of them asks for, worked out once."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import chain

from mapapp.layers import shown_events, shown_name
from mapapp.maps.article import Prose
from mapapp.maps.focus import Focus, focus, home_places
from mapapp.model import Event, Place, Story, Tie
from mapapp.reading import is_english
from mapapp.stories.review import was_read

LARGE = 2000  # events; a page that carried more would keep its reader waiting


@dataclass(frozen=True, slots=True)
class Order:
    """Events and places in the order in which pages number them.

    Attributes
    ----------
    events : tuple of Event
        Dated ones in order of time, then the undated.
    homes : tuple of Tie or None
        The tie under which each of them is shown.
    places : tuple of Place
        Those of the events first, then those that the text only mentions; each once.
    number : dict of str to int
        Numbers of the places by their ids.
    token : str
        Tells this order of events from any other, so that a page that is older than a change of
        the story never takes one event for another.
    """

    events: tuple[Event, ...]
    homes: tuple[Tie | None, ...]
    places: tuple[Place, ...]
    number: dict[str, int]
    token: str


class Edition:
    """A story and what its pages need of it, each part made when it is first asked for.

    Nothing in it depends on the language or the address of a page, so that all of them share it.
    """

    def __init__(self, story: Story) -> None:
        self.story = story

    @cached_property
    def focus(self) -> Focus:
        """What the map shows first."""
        return focus(self.story)

    @cached_property
    def home_places(self) -> list[Place]:
        """The places at which events are drawn."""
        return home_places(self.story)

    @cached_property
    def prose(self) -> Prose:
        """The article's text with its marks."""
        return Prose(self.story)

    @cached_property
    def order(self) -> Order:
        """The events and places by number."""
        events = tuple(sorted(shown_events(self.story), key=_time))
        homes = tuple([event.home for event in events])
        places = _places(self.story, events, homes)
        digest = blake2b("\n".join(event.id for event in events).encode(), digest_size=6)
        number = {place.id: index for index, place in enumerate(places)}
        return Order(events, homes, places, number, digest.hexdigest())

    @cached_property
    def days(self) -> tuple[int | None, int | None]:
        """The earliest and the latest day that an event names; None where none does."""
        whens = [event.when for event in self.order.events if event.when]
        days = [day for when in whens for day in (when.first, when.last) if day is not None]
        return min(days, default=None), max(days, default=None)

    @cached_property
    def unlocated(self) -> list[str]:
        """Names that no place was found for, and known places without a spot; each once."""
        text = self.story.annotation.article.text
        names = [
            shown_name(toponym.place) if toponym.place else toponym.span.of(text)
            for toponym in self.story.annotation.toponyms
            if toponym.place is None or toponym.place.lon is None
        ]
        return list(dict.fromkeys(names))

    @property
    def is_foreign(self) -> bool:
        """Is it an article in a language that is not read?"""
        annotation = self.story.annotation
        return was_read(annotation) and not is_english(annotation.article.language)

    def prepare(self) -> None:
        """Make all parts now, before anybody asks."""
        for part in (
            name for name, made in vars(Edition).items() if isinstance(made, cached_property)
        ):
            getattr(self, part)

    @property
    def is_large(self) -> bool:
        """Has it more events than a page should carry?"""
        return len(self.order.events) > LARGE


def _time(event: Event) -> tuple[bool, float, float, int]:
    start = event.evidence[0].start
    if event.when is None:
        return (True, 0.0, 0.0, start)
    first, last = event.when.first, event.when.last
    return (
        False,
        (last if last is not None else float("-inf")) if first is None else first,
        float("inf") if last is None else last,
        start,
    )


def _places(
    story: Story, events: tuple[Event, ...], homes: tuple[Tie | None, ...]
) -> tuple[Place, ...]:
    found: dict[str, Place] = {}
    # A tie alone is the home, which is there already.
    further = (tie for event in events if len(event.ties) > 1 for tie in event.ties)
    for tie in chain(filter(None, homes), further):
        found.setdefault(tie.place.id, tie.place)
    for toponym in story.annotation.toponyms:
        if toponym.place is not None:
            found.setdefault(toponym.place.id, toponym.place)
    return tuple(found.values())
