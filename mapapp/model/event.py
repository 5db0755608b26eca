"""Events: what happened, when, where, and which sentence says so."""

from typing import Literal

import msgspec

from mapapp.model.article import Article
from mapapp.model.place import Place, Toponym
from mapapp.model.shown import Shown
from mapapp.model.span import Span
from mapapp.model.when import TimeExpression, When

Role = Literal["location", "destination", "origin", "topic", "party"]
# In the order in which they give an event its point on the map (design: contract 5.4).
ROLES: tuple[Role, ...] = ("location", "destination", "origin", "topic", "party")

Status = Literal["machine", "confirmed", "edited"]
# Whether the text tells it as a fact; only asserted events are shown as facts.
Modality = Literal["asserted", "negated", "planned", "hypothetical"]


class Tie(msgspec.Struct, frozen=True, gc=False):
    """A place's part in an event.

    Attributes
    ----------
    span : Span or None
        The words that named it; None when it was carried over from elsewhere.
    score : float
        From 0 to 1: that this is the place meant, and that it belongs to the event.
    """

    place: Place
    role: Role
    span: Span | None = None
    score: float = 1.0


class Event(msgspec.Struct, frozen=True, gc=False):
    """Something that happened.

    Attributes
    ----------
    id : str
        Stable as long as the sentence, the date and the place stay the same.
    title : str
        At most twelve words, made from the sentence.
    category : str
        A key of the category lexicon.
    when : When or None
        None when the text gives no date.
    ties : tuple of Tie
        Empty when the text gives no place; sorted by role as in ROLES.
    evidence : tuple of Span
        Sentences that say so, the main one first; never empty.
    score : float
        From 0 to 1.
    inferred : bool
        The date or the place was carried over from another sentence.
    """

    id: str
    title: str
    category: str
    when: When | None
    ties: tuple[Tie, ...]
    evidence: tuple[Span, ...]
    score: float = 1.0
    status: Status = "machine"
    modality: Modality = "asserted"
    inferred: bool = False

    @property
    def place(self) -> Place | None:
        """The place where the event is drawn: the first located tie by role."""
        home = self.home
        return home.place if home and home.place.lon is not None else None

    @property
    def home(self) -> Tie | None:
        """The tie under which the event is shown: where it is drawn, else the first by role."""
        if len(self.ties) == 1:
            return self.ties[0]
        located = [tie for tie in self.ties if tie.place.lon is not None]
        return min(located or self.ties, key=_rank, default=None)


def _rank(tie: Tie) -> int:
    return ROLES.index(tie.role)


class Annotation(Shown, msgspec.Struct, frozen=True):
    """All that was read out of one article."""

    article: Article
    toponyms: tuple[Toponym, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[Event, ...] = ()
