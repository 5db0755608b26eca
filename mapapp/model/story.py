"""A story: what was read out of an article, and what people decided about it."""

from typing import Literal

import msgspec

from mapapp.model.event import Annotation
from mapapp.model.shown import Shown

Act = Literal["confirm", "hide", "move", "redate", "retitle", "merge", "add"]


class Decision(msgspec.Struct, frozen=True):
    """One act of a reviewer, bound to the words and not to a row number.

    Attributes
    ----------
    quote, prefix, suffix : str
        The sentence that it is about and a little of the text around, as in the W3C Web
        Annotation text quote selector: found again after a new reading.
    value : str
        What the act sets: a place id (move) or an EDTF date (redate), empty for none; a title
        (retitle, add); the id of the event that takes this one's sentences (merge).
    at : int
        Day number of the day on which it was taken.
    event : str
        Id of the event when it was taken; tells apart the events that one sentence tells.
    batch : str
        Shared by those that one gesture took; empty for one alone.
    """

    act: Act
    quote: str
    value: str = ""
    prefix: str = ""
    suffix: str = ""
    at: int = 0
    event: str = ""
    batch: str = ""


class Story(Shown, msgspec.Struct, frozen=True):
    """An article with its events and decisions, under a slug (`[a-z0-9-]+`)."""

    slug: str
    annotation: Annotation
    decisions: tuple[Decision, ...] = ()

    @property
    def title(self) -> str:
        """The article's title, or the slug where it has none."""
        return self.annotation.article.title or self.slug
