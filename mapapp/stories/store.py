"""What a library of stories can do, and the values that it answers with."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from mapapp.model import BBox, Decision, Event, Interval, Place, Selection, Story


@dataclass(frozen=True, slots=True)
class StorySummary:
    """A story in a list.

    Attributes
    ----------
    published : int or None
        Day number.
    events, places : int
        Events told as facts, and places at which they are drawn.
    first, last : int or None
        Earliest and latest day named by an event; None when none is dated.
    """

    slug: str
    title: str
    source: str
    published: int | None
    language: str
    events: int
    places: int
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event as the library holds it.

    Two that are equal are the same event of the same library, unchanged, so that what was made of
    one serves for the other.

    Attributes
    ----------
    key : int
        Grows with every event that is added and is never given twice: where a page ends.
    slug : str
        Its story's.
    quote : str
        Its first sentence.
    body : bytes
        What `read` makes the event of.
    """

    key: int
    slug: str
    quote: str
    body: bytes
    read: Callable[[bytes, str], Event] = field(repr=False)

    @property
    def event(self) -> Event:
        """The event, read anew each time."""
        return self.read(self.body, self.slug)


@dataclass(frozen=True, slots=True)
class StoredPage:
    """Some of the events that a selection takes.

    Attributes
    ----------
    features : tuple of bytes
        Each event's feature as JSON, its `url` relative to the host.
    matched : int
        Events on all pages.
    last : int or None
        Key of the last of these; None where none comes after it.
    """

    features: tuple[bytes, ...]
    matched: int
    last: int | None


@dataclass(frozen=True, slots=True)
class StoredPlace:
    """A place with the events that are shown under it.

    Attributes
    ----------
    events : tuple of (str, str)
        Slug of the story and id of the event, by rising key.
    days : Interval or None
        From the first to the last day of these events, open where one of them is; None when none
        is dated.
    """

    place: Place
    events: tuple[tuple[str, str], ...]
    days: Interval | None


@dataclass(frozen=True, slots=True)
class Reach:
    """What the events of a library cover.

    Attributes
    ----------
    bbox : BBox or None
        Around all points, never over the antimeridian; None when no event is located.
    days : Interval or None
        None when no event is dated.
    """

    bbox: BBox | None
    days: Interval | None


class Store(Protocol):
    """A library of stories. Every write happens as a whole or not at all.

    All methods raise StoreUnavailable, naming the library, when it cannot be read or written.
    """

    def save(self, story: Story, *, replace: bool = False, shipped: str = "") -> None:
        """Keep a story; with `replace`, in place of the one under its slug.

        Decisions that the library holds under the slug are kept and go before the story's own.

        Parameters
        ----------
        shipped : str
            Digest of a story that ships, to be remembered under its slug even after the story
            is removed; empty for all others.

        Raises
        ------
        StoryExists
            When the slug is taken and `replace` is not set.
        """

    def load(self, slug: str) -> Story:
        """The story under a slug, its decisions replayed on its events; raises UnknownStory."""

    def unreviewed(self, slug: str) -> Story:
        """The story as the machine read it, its decisions not replayed; raises UnknownStory.

        What `save` takes to have the story again, and `review` to tell which decisions hold.
        """

    def decide(self, slug: str, decision: Decision) -> Story:
        """Take a decision, and answer the story as it is after it.

        Raises
        ------
        UnknownStory, BadDate
            Nothing is changed then.
        """

    def withdraw(self, slug: str, decision: Decision) -> Story:
        """Take a decision back, as if it had never been taken; raises UnknownStory."""

    def remove(self, slug: str) -> None:
        """Forget the story under a slug; raises UnknownStory."""

    def shipped(self) -> Mapping[str, str]:
        """Slugs and digests of the shipped stories that the library was ever given."""

    def summaries(self) -> Sequence[StorySummary]:
        """All stories, the one added last first."""

    def summary(self, slug: str) -> StorySummary:
        """The story under a slug in short; raises UnknownStory."""

    def query(
        self,
        selection: Selection,
        *,
        slug: str | None = None,
        words: str = "",
        after: int = 0,
        limit: int | None = None,
    ) -> Iterator[StoredEvent]:
        """Events told as facts that the selection takes, by rising key, as they are read.

        Parameters
        ----------
        slug : str or None
            Of this story only; raises UnknownStory.
        words : str
            Only events in whose title, quote or names of places every one of these words begins
            a word, in any case and with any accents; none, where `words` holds no letter.
        after : int
            Only keys above it: the last key of the page before.
        limit : int or None
            At most so many.
        """

    def count(self, selection: Selection, *, slug: str | None = None, words: str = "") -> int:
        """How many events `query` would yield."""

    def page(
        self,
        selection: Selection,
        *,
        limit: int,
        slug: str | None = None,
        words: str = "",
        after: int = 0,
    ) -> StoredPage:
        """The first `limit` events that `query` would yield, as features, and how many it would."""

    def event(self, slug: str, event_id: str) -> StoredEvent:
        """One event that is told as a fact; raises UnknownEvent."""

    def place_ids(
        self, selection: Selection, *, slug: str | None = None, words: str = ""
    ) -> Sequence[str]:
        """Ids of the places under which `query` would yield events, in the order of the ids."""

    def places(self, ids: Sequence[str]) -> Sequence[StoredPlace]:
        """These places with all their events, in the order of the ids; unknown ids are left out."""

    def places_alone(self, ids: Sequence[str]) -> Sequence[Place]:
        """These places without their events, sooner told; unknown ids are left out."""

    def reach(self) -> Reach:
        """What all events told as facts cover."""

    def revision(self, slug: str | None = None) -> str:
        """A word that is another after every change of a story, an event or a decision.

        With a slug it is that of this story alone: changes of others leave it as it is; raises
        UnknownStory.
        """
